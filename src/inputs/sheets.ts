// The catalogue of input sheets: their columns, drop-downs and the rows a new sheet begins with. How cells are read is elsewhere.
import type { Cell } from '../cell';
import { inputSheetWords } from '../locale/input-words';
import { firstRows } from './first-rows';
import type { Directory, InputColumn, InputSheetId, InputSheetSpec } from './sheet';
import { normNames, partNames, settingNames, wordNames } from './words';

/** Keys of the columns of a sheet. */
export type ColumnKey<S extends InputSheetId> = Extract<keyof (typeof inputSheetWords)[S]['columns'], string>;

export interface ColumnLayout extends Pick<InputColumn, 'kind' | 'width'> {
  readonly choices?: InputColumn['choices'];
  /** optional: the sheet is read without it. remark: besides, it is never read, and a row with nothing else is blank. */
  readonly role?: 'optional' | 'remark';
}

const NARROW = 100;
const MIDDLE = 150;
const WIDE = 220;
const NOTE = 420;

const text = (width: number, choices?: InputColumn['choices']): ColumnLayout => ({
  kind: 'text',
  width,
  ...(choices === undefined ? {} : { choices }),
});
const remark = (width: number): ColumnLayout => ({ kind: 'text', width, role: 'remark' });
const optional = (layout: ColumnLayout): ColumnLayout => ({ ...layout, role: 'optional' });
const amount: ColumnLayout = { kind: 'number', width: NARROW };
const money: ColumnLayout = { kind: 'money', width: 130 };
const share: ColumnLayout = { kind: 'share', width: NARROW };
const date: ColumnLayout = { kind: 'date', width: NARROW };

const people = ({ names }: Directory) => names.managers;
const stages = ({ names }: Directory) => names.stages;
const metricNames = ({ names }: Directory) => names.metrics;
const owners = ({ names }: Directory) => [...names.managers, ...names.departments];

/** Layout of every column, in the order of a new sheet. */
export const columnLayouts: { readonly [S in InputSheetId]: Readonly<Record<ColumnKey<S>, ColumnLayout>> } = {
  plans: {
    period: text(NARROW),
    scope: text(NARROW, ({ lang }) => wordNames(['company', 'department', 'pipeline', 'manager'], lang)),
    who: optional(text(WIDE, ({ names }) => [...names.managers, ...names.departments, ...names.pipelines])),
    metric: text(MIDDLE, metricNames),
    // A plan may be money, a count or a share: the format of the first typed value is left to the person.
    target: { kind: 'number', width: 130 },
    comment: remark(WIDE),
    changedBy: remark(MIDDLE),
    changedAt: remark(MIDDLE),
  },
  calendar: {
    date,
    kind: text(MIDDLE, ({ lang }) => wordNames(['dayOff', 'working'], lang)),
    title: remark(WIDE),
  },
  norms: {
    norm: text(WIDE, ({ lang }) => normNames(lang)),
    subject: text(WIDE, ({ names }) => [...names.stages, ...names.failStages]),
    value: text(MIDDLE),
    explanation: remark(NOTE),
  },
  kpiSets: {
    owner: text(WIDE, owners),
    metric: text(MIDDLE, metricNames),
    weight: share,
    target: { kind: 'number', width: 130 },
    direction: optional(text(NARROW, ({ lang }) => wordNames(['up', 'down'], lang))),
    floor: optional(share),
    cap: optional(share),
  },
  bonusSchemes: {
    scheme: text(MIDDLE),
    part: text(MIDDLE, ({ lang }) => partNames(lang)),
    from: optional(share),
    to: share,
    value: text(MIDDLE),
    explanation: remark(NOTE),
  },
  costs: {
    period: text(NARROW),
    channel: text(WIDE, ({ names }) => names.channels),
    amount: money,
  },
  rates: {
    month: text(NARROW),
    currency: text(NARROW, ({ currencies }) => currencies),
    value: amount,
  },
  seasonality: { month: text(MIDDLE), weight: amount },
  actions: {
    date,
    who: optional(text(WIDE, people)),
    stage: optional(text(WIDE, stages)),
    measure: text(WIDE),
    responsible: optional(text(MIDDLE)),
  },
  settings: {
    setting: text(WIDE, ({ lang }) => settingNames(lang)),
    value: text(MIDDLE),
    explanation: remark(NOTE),
  },
};

/** The sheet of an id. */
export function inputSheet(id: InputSheetId): InputSheetSpec {
  const words = inputSheetWords[id];
  const layouts: Readonly<Record<string, ColumnLayout>> = columnLayouts[id];
  return {
    id,
    name: words.name,
    columns: Object.entries(words.columns).map(([key, { name, note }]) => {
      const { kind = 'text', width = MIDDLE, choices = () => [] } = layouts[key] ?? {};
      return { name, note, kind, width, choices };
    }),
    firstRows: (directory) => {
      const rows: Cell[][] = firstRows[id](directory);
      const count = Object.keys(words.columns).length;
      return rows.map((row) => Array.from({ length: count }, (_, index) => row[index] ?? ''));
    },
  };
}
