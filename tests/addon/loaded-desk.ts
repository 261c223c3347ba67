// A file of a team at work: the built bundle with a door for a test, its desk loaded from the example portal, and what a reader sees in it.
import type { SavedState } from '../../local/runtime/state';
import golden from '../golden/kpi-example/kpi-example.json';
import { bundle, type DeskOptions, openDesk } from './desk';

export const now = golden.inputs.settings.asOf;
export type Desk = ReturnType<typeof openDesk>;

/** The bundle with a door through which a test acts on the file as a person or another script would. */
export const project = (before = '') => ({
  ...bundle,
  code: `${before}\n${bundle.code}\nfunction actInTest(body) { return new Function('file', body)(SpreadsheetApp.getActiveSpreadsheet()); }`,
});
export const act = (desk: Desk, body: string): unknown => desk.runtime.run('actInTest', [body], { as: 'menu' });

/** `prelude` runs in the script before the bundle: it breaks services. */
export function open({ prelude, runtime, ...options }: Partial<DeskOptions> & { prelude?: string } = {}) {
  return openDesk({ data: golden.inputs, now, ...options, runtime: { project: project(prelude), ...runtime } });
}

export function connected(options: Parameters<typeof open>[0] = {}) {
  return prepared('connected', options, (desk) => desk.connect());
}

export function loadedDesk(options: Parameters<typeof open>[0] = {}) {
  return prepared('loaded', options, (desk) => {
    desk.connect();
    desk.refresh();
  });
}

const files = new Map<string, { readonly state: string; readonly at: number }>();

/**
 * A desk that was prepared. The way there is gone once for every portal's data and language: later desks open the file that was saved, before a portal that
 * was asked nothing yet. Whatever else a test sets goes the whole way.
 */
function prepared(name: string, options: Parameters<typeof open>[0] = {}, prepare: (desk: Desk) => void): Desk {
  const isPlain = Object.keys(options).every((key) => key === 'data' || key === 'lang' || key === 'now');
  const key = JSON.stringify([name, options]);
  const file = isPlain ? files.get(key) : undefined;
  if (file !== undefined)
    return open({ ...options, now: new Date(file.at).toISOString(), runtime: { state: JSON.parse(file.state) as SavedState } });
  const desk = open(options);
  prepare(desk);
  if (isPlain) files.set(key, { state: JSON.stringify(desk.runtime.save()), at: desk.clock.now() });
  return desk;
}

export const sentence = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return String((error as Error).message);
  }
  return 'no error';
};

export const formulas = [
  '=B24_DEALS("2025-05";;;"выиграно";B24_DATA)',
  '=B24_REVENUE("2025-05";;;B24_DATA)',
  '=B24_FUNNEL("2025-05";;"Продажи";;B24_DATA)',
  '=B24_KPI_TABLE("2025";;;"менеджер";;B24_DATA)',
];

/** The file opened again by somebody else, with nothing cached: what the store itself says. */
export function fresh(desk: Desk, options: Parameters<typeof open>[0] = {}): Desk {
  const saved = desk.runtime.save();
  const state: SavedState = { ...saved, caches: { script: [], user: {}, document: [] }, functionResults: [] };
  return open({ ...options, now: new Date(desk.clock.now()).toISOString(), runtime: { ...options.runtime, state } });
}
export const numbers = (desk: Desk): unknown => {
  const reader = fresh(desk);
  return formulas.map((formula) => rounded(reader.value(formula)));
};
/** Ages of open deals grow with the clock: a tenth of a day is fine enough. */
export const rounded = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(rounded) : typeof value === 'number' ? Math.round(value * 10) / 10 : value;
export const sheetNames = (desk: Desk): string[] => desk.runtime.spreadsheet.sheets().map((sheet) => sheet.name);
/** Cells of our columns of a raw sheet, without the "as of" in the header. */
export const rawCells = (desk: Desk, name: string): unknown =>
  act(desk, `return JSON.stringify(file.getSheetByName('${name}').getDataRange().getValues().map((row) => row.slice(0, -1)))`);

/** The same of every raw sheet, by name. */
export const allRawCells = (desk: Desk): Readonly<Record<string, string>> =>
  JSON.parse(
    String(
      act(
        desk,
        `const cells = {};
         for (const sheet of file.getSheets())
           if (sheet.getName().startsWith('Данные_'))
             cells[sheet.getName()] = JSON.stringify(sheet.getDataRange().getValues().map((row) => row.slice(0, -1)));
         return JSON.stringify(cells);`,
      ),
    ),
  ) as Record<string, string>;

/** What the portal learns next: deal 107 of the golden example is won. */
export const won107 = {
  deals: [
    {
      id: 107,
      stageId: 'WON',
      stageSemanticId: 'S',
      closed: 'Y',
      movedTime: '2025-05-20T18:30:00+03:00',
      updatedTime: '2025-05-20T18:30:00+03:00',
    },
  ],
  stageHistory: [
    {
      ID: 2001,
      TYPE_ID: 3,
      OWNER_ID: 107,
      CREATED_TIME: '2025-05-20T18:30:00+03:00',
      CATEGORY_ID: 0,
      STAGE_ID: 'WON',
      STAGE_SEMANTIC_ID: 'S',
    },
  ],
};
