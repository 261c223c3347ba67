// Rows that are written together: one call for neighbours, and across small gaps where that costs fewer cells than a call is worth.

export interface Run {
  readonly from: number;
  readonly count: number;
}

/**
 * Runs that cover all `rows` (ascending). Up to `gap` rows between two of them are written along, if `bridged` allows each; no run is longer than `most`.
 */
export function runsOf(rows: readonly number[], gap: number, most: number, bridged: (row: number) => boolean): Run[] {
  const runs: Run[] = [];
  let [from, to] = [-1, -1];
  const end = (): void => {
    if (from >= 0) runs.push({ from, count: to - from + 1 });
  };
  for (const row of rows) {
    let joins = from >= 0 && row - to - 1 <= gap && row - from < most;
    for (let between = to + 1; joins && between < row; between++) joins = bridged(between);
    if (!joins) {
      end();
      from = row;
    }
    to = row;
  }
  end();
  return runs;
}

/** Neighbours together, nothing between them. */
export function neighbours(rows: readonly number[], most = Number.POSITIVE_INFINITY): Run[] {
  return runsOf(rows, 0, most, () => false);
}
