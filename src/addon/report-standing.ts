// How a report sheet stands against what it remembers: blocks that people removed, cells that they moved, cells of theirs where something new is to stand.
import { addressOf, boxOf, cell, outside } from '../report/cells';
import type { Block } from '../report/spec';
import { formulaPrint, type Memory, type Place } from './report-memory';
import type { Guard } from './report-protection';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** 'moved': rows or columns were inserted, cut or pasted, so that nothing is where the layout has it. */
export type Standing = 'moved' | { readonly removed: readonly string[] };

export function standingOf(sheet: Sheet, memory: Memory, guards: readonly Guard[]): Standing {
  const { places, removed: known, begun } = memory;
  const layouts = [places, ...(begun ? [begun.before] : [])];
  // A protection follows its cells.
  const shifted = guards.some(({ id, a1 }) => {
    const stood = layouts.flatMap((layout) => layout[id] ?? []);
    return stood.length > 0 && !stood.some(({ area, typed }) => typed.length > 0 || area === a1);
  });
  if (shifted) return 'moved';
  // What a killed run has not drawn yet is not removed.
  if (begun) return { removed: known };
  const formulas = formulasOf(sheet);
  const missing = Object.entries(places).filter(
    ([id, { anchor, start }]) => anchor !== '' && !known.includes(id) && !formulas.get(anchor)?.startsWith(start),
  );
  if (missing.length === 0) return { removed: known };
  const theirs = [...formulas].filter(([a1]) => !isOurs(a1, Object.values(places)));
  const isMoved = missing.some(([id, place]) => {
    const guarded = guards.some((guard) => guard.id === id);
    return theirs.some(([a1, formula]) => isOf(place, a1, formula, guarded));
  });
  return isMoved ? 'moved' : { removed: [...known, ...missing.map(([id]) => id)] };
}

/** Whether a formula elsewhere is the one of a block. Without a protection that tells, one like it in the same row or column counts too. */
function isOf({ anchor, start, print }: Place, a1: string, formula: string, guarded: boolean): boolean {
  if (formulaPrint(formula) === print) return true;
  const [own, other] = [boxOf(anchor), boxOf(a1)];
  return !guarded && formula.startsWith(start) && (own.left === other.left || own.top === other.top);
}

/** Anchors of blocks, and everything of blocks without one. */
function isOurs(a1: string, places: readonly Place[]): boolean {
  return places.some(({ anchor, area }) => (anchor === '' ? outside(boxOf(a1), [boxOf(area)]).length === 0 : anchor === a1));
}

function formulasOf(sheet: Sheet): Map<string, string> {
  const found = new Map<string, string>();
  sheet
    .getDataRange()
    .getFormulas()
    .forEach((line, row) => {
      line.forEach((formula, column) => {
        if (formula) found.set(cell(row + 1, column + 1), formula);
      });
    });
  return found;
}

/** Cells that hold something of people where blocks are to stand that did not stand there before. */
export function cellsInTheWay(sheet: Sheet, blocks: readonly Block[], ours: readonly Place[]): string[] {
  const known = ours.map(({ area }) => boxOf(area));
  if (blocks.every(({ area }) => outside(boxOf(area), known).length === 0) || sheet.getLastRow() === 0) return [];
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  return blocks.flatMap((block) => {
    const own = new Map<string, string | number>([
      ...block.values.map(({ a1, value }) => [a1, String(value)] as const),
      ...block.formulas.map(({ a1, formula }) => [a1, formulaPrint(formula)] as const),
    ]);
    return outside(boxOf(block.area), known).flatMap((part) => {
      const box = { ...part, bottom: Math.min(part.bottom, rows), right: Math.min(part.right, columns) };
      if (box.top > box.bottom || box.left > box.right) return [];
      const range = sheet.getRange(addressOf(box));
      const formulas = range.getFormulas();
      return range.getValues().flatMap((line, row) =>
        line.flatMap((value, column) => {
          const a1 = cell(box.top + row, box.left + column);
          const formula = formulas[row]?.[column] ?? '';
          if (value === '' && formula === '') return [];
          return own.get(a1) === (formula ? formulaPrint(formula) : String(value)) ? [] : [a1];
        }),
      );
    });
  });
}
