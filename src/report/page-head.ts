// The head of a report sheet: rows 1–3 are title, "as of" and remarks on the data; then the switches. Except on the sheet that shares its own, a
// switch may say "as on the dashboard": what holds stands muted beside it.
import { personWords } from '../locale/person-words';
import { reportSheetWords } from '../locale/report-sheet-words';
import { reportWords } from '../locale/report-words';
import { area, cell } from './cells';
import { type Choice, choiceSwitch, firstPipeline } from './choices';
import { quoted, stamped } from './formula';
import type { Frame } from './page-specs';
import { palette } from './palette';
import type { Block, FormulaCell, NamedCell, Switch } from './spec';

const FIRST_SWITCH_ROW = 5;
const REMARKS_ROW = 3;
/** A line of remarks, and all of them on one line, pixels: every check has found something in Russian. */
const REMARKS_LINE = 14;
const REMARKS_PIXELS = 2300;
/** Switches stand in column B, merged over this many columns so that long names fit. */
const SWITCH_COLUMNS = 3;
const HOLDS_COLUMN = 2 + SWITCH_COLUMNS;

/** Names of the file for what is chosen on the dashboard. */
const SHARED: Readonly<Record<string, string>> = { period: 'B24_PERIOD', pipeline: 'B24_PIPELINE', who: 'B24_WHO' };

interface Switches {
  readonly switches: readonly Switch[];
  readonly chosen: (id: string) => string;
  readonly names: readonly NamedCell[];
}

export function switchesOf({ choices, labels, lang, shares }: Frame): Switches {
  const rowOf = (id: string): number => FIRST_SWITCH_ROW + choices.findIndex((choice) => choice.id === id);
  const follows = (choice: Choice): boolean => !shares && choice.id in SHARED;
  return {
    switches: choices.map((choice, at) => {
      const plain = choiceSwitch(choice, cell(FIRST_SWITCH_ROW + at, 2), labels, lang);
      if (!follows(choice)) return plain;
      const like = reportWords.likeSummary[lang];
      return { ...plain, values: [like, ...plain.values], initial: choice.own ? plain.initial : like };
    }),
    chosen: (id) => {
      const choice = choices.find((one) => one.id === id);
      if (!choice) throw new Error(`no choice ${id}`);
      return `$${follows(choice) ? 'E' : 'B'}$${rowOf(id)}`;
    },
    names: shares ? choices.flatMap(({ id }) => (SHARED[id] ? [{ name: SHARED[id], a1: cell(rowOf(id), 2) }] : [])) : [],
  };
}

interface Head {
  readonly block: Block;
  readonly heights: Readonly<Record<number, number>>;
  readonly firstRow: number;
  readonly nextRow: number;
  readonly frozenRows: number;
}

export function headBlock(frame: Frame): Head {
  const { id, choices, lang, widths, shares } = frame;
  const count = choices.length;
  const columns = Math.max(widths.length, HOLDS_COLUMN);
  const holds = shares ? [] : choices.flatMap((choice, at) => holdsFormula(choice, at, frame));
  const block: Block = {
    id: 'head',
    area: area(1, 1, FIRST_SWITCH_ROW + count - 1, columns),
    anchor: '',
    values: [
      { a1: 'A1', value: reportSheetWords[id].name[lang] },
      ...choices.map(({ name }, at) => ({ a1: cell(FIRST_SWITCH_ROW + at, 1), value: name })),
    ],
    formulas: [
      { a1: 'A2', formula: `=${stamped('B24_STATUS')}` },
      {
        a1: 'A3',
        formula: `=${quoted(reportWords.remarks[lang])}&${stamped('B24_STATUS', quoted(lang === 'ru' ? 'качество' : 'quality'))}`,
      },
      ...holds,
    ],
    looks: [
      { a1: 'A1', fontSize: 16, bold: true, color: palette.ink },
      { a1: 'A2:A3', fontSize: 9, color: palette.muted },
      { a1: area(REMARKS_ROW, 1, 1, columns), wrap: true, verticalAlign: 'top', borderBottom: palette.line },
      ...(count > 0
        ? [
            { a1: area(FIRST_SWITCH_ROW, 1, count, 1), color: palette.muted, align: 'right' as const, verticalAlign: 'middle' as const },
            {
              a1: area(FIRST_SWITCH_ROW, 2, count, SWITCH_COLUMNS),
              background: palette.choice,
              color: palette.ink,
              bold: true,
              align: 'left' as const,
              verticalAlign: 'middle' as const,
              borderBottom: palette.line,
            },
            { a1: area(FIRST_SWITCH_ROW, HOLDS_COLUMN, count, 1), color: palette.muted, fontSize: 9 },
          ]
        : []),
    ],
    conditions: [],
    notes: [],
    merges: [area(REMARKS_ROW, 1, 1, columns), ...choices.map((_, at) => area(FIRST_SWITCH_ROW + at, 2, 1, SWITCH_COLUMNS))],
    spills: [],
    typed: [],
  };
  return {
    block,
    heights: { [REMARKS_ROW]: 8 + REMARKS_LINE * Math.max(2, Math.ceil(REMARKS_PIXELS / pixelsOf(widths))) },
    firstRow: FIRST_SWITCH_ROW,
    nextRow: FIRST_SWITCH_ROW + count + (count > 0 ? 1 : 0),
    frozenRows: FIRST_SWITCH_ROW + count - 1,
  };
}

const pixelsOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** What the switch comes to. A sheet about one pipeline takes the first one while the dashboard shows all of them. */
function holdsFormula({ id, one }: Choice, at: number, { labels, lang }: Frame): FormulaCell[] {
  const shared = SHARED[id];
  if (!shared) return [];
  const row = FIRST_SWITCH_ROW + at;
  const all = quoted(personWords.all[lang]);
  const known = `IFERROR(${shared},${id === 'period' ? quoted(reportWords.thisMonth[lang]) : all})`;
  const followed = one ? `IF(OR(${known}=${all},${known}=""),${quoted(firstPipeline(labels))},${known})` : known;
  return [{ a1: cell(row, HOLDS_COLUMN), formula: `=IF($B$${row}=${quoted(reportWords.likeSummary[lang])},${followed},$B$${row})` }];
}
