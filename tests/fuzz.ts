// How property tests run: the seed of a failure is printed by fast-check and given back in FC_SEED; SOAK raises the counts.

const seed = process.env['FC_SEED'];

/** Parameters of `fc.assert` for cheap properties. */
export const FUZZ = { numRuns: process.env['SOAK'] ? 5000 : 200, ...(seed === undefined ? {} : { seed: Number(seed) }) };

/** The same for properties that derive whole tables. */
export const HEAVY = { ...FUZZ, numRuns: process.env['SOAK'] ? 1000 : 60 };
