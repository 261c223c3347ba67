// A layout in as few calls as it takes: neighbouring cells are written together, ranges that look alike are formatted together. Pure: it knows no Sheets.
import { addressOf, type Box, boxOf, meets } from './cells';
import type { RangeLook } from './spec';

export type LookKey = Exclude<keyof RangeLook, 'a1'>;

/** One property set for several ranges at once. */
export interface LookStep {
  readonly key: LookKey;
  readonly value: string | number | boolean;
  readonly ranges: readonly string[];
}

/** Steps that leave every cell as the looks would, one after another: a later look wins where two of them meet. */
export function lookSteps(looks: readonly RangeLook[]): LookStep[] {
  const steps = new Map<LookKey, { readonly value: string | number | boolean; readonly ranges: string[]; readonly boxes: Box[] }[]>();
  for (const { a1, ...look } of looks) {
    const box = boxOf(a1);
    for (const [name, value] of Object.entries(look)) {
      const key = name as LookKey;
      const known = steps.get(key) ?? [];
      steps.set(key, known);
      // Back to the last step with this value, unless one after it has painted the same cells.
      let at = known.length - 1;
      while (at >= 0 && known[at]?.value !== value && !known[at]?.boxes.some((other) => meets(other, box))) at--;
      const step = known[at];
      if (step?.value === value) {
        step.ranges.push(a1);
        step.boxes.push(box);
      } else known.push({ value, ranges: [a1], boxes: [box] });
    }
  }
  return [...steps].flatMap(([key, all]) => all.map(({ value, ranges }) => ({ key, value, ranges })));
}

/** Cells that fill a rectangle, row by row. */
export interface Rectangle<T> {
  readonly a1: string;
  readonly rows: readonly (readonly T[])[];
}

/** The cells as few rectangles: neighbours in a row first, then equal stretches below each other. Of two for one cell the last counts. */
export function rectangles<T extends { readonly a1: string }>(cells: readonly T[]): Rectangle<T>[] {
  const found: { box: Box; rows: T[][] }[] = [];
  const open = new Map<string, { box: Box; rows: T[][] }>();
  for (const { box, row } of stretches(cells)) {
    const key = `${box.left}:${box.right}`;
    const above = open.get(key);
    if (above && above.box.bottom === box.top - 1) {
      above.box = { ...above.box, bottom: box.top };
      above.rows.push(row);
    } else {
      const begun = { box, rows: [row] };
      open.set(key, begun);
      found.push(begun);
    }
  }
  return found.map(({ box, rows }) => ({ a1: addressOf(box), rows }));
}

/** Neighbours in a row, from top to bottom. */
function stretches<T extends { readonly a1: string }>(cells: readonly T[]): { box: Box; row: T[] }[] {
  const single = new Map(cells.map((one) => [one.a1, one]));
  const placed = [...single.values()].map((one) => ({ one, box: boxOf(one.a1) }));
  placed.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  const found: { box: Box; row: T[] }[] = [];
  for (const { one, box } of placed) {
    const last = found[found.length - 1];
    if (last && last.box.top === box.top && last.box.right === box.left - 1) {
      last.box = { ...last.box, right: box.left };
      last.row.push(one);
    } else found.push({ box, row: [one] });
  }
  return found;
}
