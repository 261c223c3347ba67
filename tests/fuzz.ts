// How property tests run: the seed of a failure is printed by fast-check and given back in FC_SEED; SOAK raises the counts, FC_RUNS sets them.

const { FC_SEED: seed, FC_RUNS: runs, SOAK: soak } = process.env;

const parameters = (usual: number, soaked: number) => ({
  numRuns: runs === undefined ? (soak ? soaked : usual) : Number(runs),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
});

/** Parameters of `fc.assert` for cheap properties. */
export const FUZZ = parameters(200, 5000);

/** The same for properties that derive whole tables. */
export const HEAVY = parameters(60, 1000);

/** How large a demo company is looked at, 1 = as people see it; few runs go with a small one. */
export const DEMO_SCALE = runs === undefined ? 0.3 : 0.1;
