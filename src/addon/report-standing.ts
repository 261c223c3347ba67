// What a report sheet looked like when it was drawn: which formula stood where. By it a rebuild tells a block that people removed from one they moved.
import type { ReportSheet } from '../report/spec';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEY = 'b24.blocks';

/** Anchor of a block, and what its formula begins with. */
type Anchors = Readonly<Record<string, readonly [a1: string, start: string]>>;

/** 'moved': rows or columns were inserted, cut or pasted, so that nothing is where the layout has it. */
export type Standing = 'moved' | { readonly removed: readonly string[] };

export function standingOf(sheet: Sheet, report: ReportSheet): Standing {
  const anchors = readAnchors(sheet);
  const formulas = sheet.getDataRange().getFormulas();
  const places = new Map<string, string>();
  formulas.forEach((line, row) => {
    line.forEach((formula, column) => {
      if (formula) places.set(`${row},${column}`, formula);
    });
  });
  const ours = new Set(report.blocks.flatMap((block) => block.formulas.map(({ a1 }) => placeOf(sheet, a1))));
  const removed: string[] = [];
  for (const [id, [a1, start]] of Object.entries(anchors)) {
    const place = placeOf(sheet, a1);
    if (places.get(place)?.startsWith(start)) continue;
    for (const [at, formula] of places) if (!ours.has(at) && formula.startsWith(start)) return 'moved';
    removed.push(id);
  }
  return { removed };
}

/** `removed` blocks stay removed for the next time. */
export function rememberBlocks(sheet: Sheet, { blocks }: ReportSheet, removed: readonly string[]): void {
  const before = readAnchors(sheet);
  const anchors: Record<string, readonly [string, string]> = {};
  for (const { id, anchor, formulas } of blocks) {
    const formula = formulas.find(({ a1 }) => a1 === anchor)?.formula;
    const kept = removed.includes(id) ? before[id] : undefined;
    if (formula) anchors[id] = kept ?? [anchor, formula.slice(0, formula.indexOf('(') + 1)];
  }
  const text = JSON.stringify(anchors);
  const known = sheet.getDeveloperMetadata().find((entry) => entry.getKey() === KEY);
  if (known) known.setValue(text);
  else sheet.addDeveloperMetadata(KEY, text);
}

function readAnchors(sheet: Sheet): Anchors {
  const text = sheet
    .getDeveloperMetadata()
    .find((entry) => entry.getKey() === KEY)
    ?.getValue();
  try {
    return text ? (JSON.parse(text) as Anchors) : {};
  } catch {
    return {};
  }
}

function placeOf(sheet: Sheet, a1: string): string {
  const range = sheet.getRange(a1);
  return `${range.getRow() - 1},${range.getColumn() - 1}`;
}
