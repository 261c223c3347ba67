// What a report sheet remembers of its last drawing, in one piece of developer metadata of the sheet: where each block stood, what people had removed.
// By it a rebuild tells what is ours from what people did.
import { textHash } from '../raw/fingerprint';
import type { Block, ReportSheet } from '../report/spec';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Mark = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

const KEY = 'b24.report';

/** Where a block was drawn. */
export interface Place {
  readonly area: string;
  /** '' = it has no formula by which it could be missed. */
  readonly anchor: string;
  /** The formula of the anchor: what it begins with, and what tells it apart whatever the separator. */
  readonly start: string;
  readonly print: number;
  /** Cells people type in. */
  readonly typed: readonly string[];
}

/** The chart of an id of the layout: the id Sheets gave it, where the layout wanted it, and what it was made of. */
export type ChartMark = readonly [chartId: string, row: number, column: number, print: number];

export interface Memory {
  readonly places: Readonly<Record<string, Place>>;
  /** Blocks that people removed. */
  readonly removed: readonly string[];
  readonly switches: Readonly<Record<string, string>>;
  /** Our conditional formats, see `ruleKey`. */
  readonly rules: readonly string[];
  readonly charts: Readonly<Record<string, ChartMark>>;
  readonly frozenRows: number;
  /** A drawing that has not come to its end: where the blocks stood before it, and what was chosen. */
  readonly begun?: { readonly before: Readonly<Record<string, Place>>; readonly chosen: Readonly<Record<string, string>> };
}

export interface Remembering {
  /** null = the sheet was never drawn. */
  readonly memory: Memory | null;
  readonly keep: (memory: Memory) => void;
}

export function rememberingOf(sheet: Sheet): Remembering {
  let mark: Mark | undefined = sheet.getDeveloperMetadata().find((entry) => entry.getKey() === KEY);
  return {
    memory: parsed(mark?.getValue()),
    keep: (memory) => {
      const text = JSON.stringify(memory);
      if (mark) mark.setValue(text);
      else {
        sheet.addDeveloperMetadata(KEY, text);
        mark = sheet.getDeveloperMetadata().find((entry) => entry.getKey() === KEY);
      }
    },
  };
}

function parsed(text: string | null | undefined): Memory | null {
  try {
    return text ? (JSON.parse(text) as Memory) : null;
  } catch {
    return null;
  }
}

/** Where a layout puts its blocks. */
export function placesOf({ blocks }: Pick<ReportSheet, 'blocks'>): Record<string, Place> {
  return Object.fromEntries(blocks.map((block) => [block.id, placeOf(block)]));
}

function placeOf({ area, anchor, formulas, typed }: Block): Place {
  const formula = formulas.find(({ a1 }) => a1 === anchor)?.formula ?? '';
  return { area, anchor: formula ? anchor : '', start: formula.slice(0, formula.indexOf('(') + 1), print: formulaPrint(formula), typed };
}

/** The same for a formula in every locale. */
export function formulaPrint(formula: string): number {
  return textHash(formula.replace(/[,;.\s]/g, ''));
}
