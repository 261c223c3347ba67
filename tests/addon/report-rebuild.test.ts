// Rebuilding report sheets loses nothing of people: whatever they do to the file between builds and refreshes, in whatever order, wherever a build is killed.
// On the built bundle.
import fc from 'fast-check';
import { type Desk, fresh, loadedDesk } from './loaded-desk';
import { personAt, seen } from './report-hands';

const TABS = { managers: 'Эффективность менеджеров', funnel: 'Воронка' } as const;
type Id = keyof typeof TABS;
const IDS = Object.keys(TABS) as Id[];
const STEPS = 20;
const runs = { numRuns: process.env['SOAK'] ? 40 : 3, ...(process.env['FC_SEED'] ? { seed: Number(process.env['FC_SEED']) } : {}) };
const order = { ids: IDS, restore: false };

/** A block and a chart of each sheet that people remove, and the switch they set. */
const parts: Readonly<Record<Id, { block: string; anchor: string; chart: string; choices: readonly string[] }>> = {
  managers: {
    block: 'bitrix',
    anchor: '=B24_BITRIX(',
    chart: 'Продажи и доля побед',
    choices: ['прошлый месяц', '2025-04', 'последние 45 дней'],
  },
  funnel: { block: 'bottleneck', anchor: '=B24_BOTTLENECK(', chart: 'Конверсия этапа', choices: ['этот квартал', '2025-05'] },
};

let loaded: Desk;
beforeAll(() => {
  loaded = loadedDesk();
  loaded.call('buildReports', order);
});

const step = fc.record({
  kind: fc.constantFrom(
    'beside',
    'below',
    'formula',
    'chart',
    'rule',
    'protection',
    'rename',
    'hide',
    'width',
    'sheet',
    'choose',
    'remove block',
    'remove chart',
    'restore',
    'refresh',
    'kill',
  ),
  id: fc.constantFrom(...IDS),
  number: fc.integer({ min: 1, max: 400 }),
  kept: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What the people of a file did so far, by sheet. */
interface Done {
  tab: string;
  choice: string | null;
  hidden: boolean;
  removed: boolean;
  chartRemoved: boolean;
  cells: Record<string, string>;
  formulas: Record<string, string>;
  charts: number;
  rules: number;
  protections: number;
  widths: Record<number, number>;
}

const nothing = (tab: string): Done => ({
  tab,
  choice: null,
  hidden: false,
  removed: false,
  chartRemoved: false,
  cells: {},
  formulas: {},
  charts: 0,
  rules: 0,
  protections: 0,
  widths: {},
});

test(`after ${STEPS} things people do, with builds between, everything of theirs is there and nothing of ours twice`, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: STEPS, maxLength: STEPS }), (steps) => {
      const desk = fresh(loaded);
      const person = personAt(desk);
      const first = Object.fromEntries(IDS.map((id) => [id, seen(person, TABS[id])]));
      const done: Record<Id, Done> = { managers: nothing(TABS.managers), funnel: nothing(TABS.funnel) };
      const own: string[] = [];
      for (const one of steps) {
        const answer = doStep(desk, one, done, own);
        expect(answer).toMatch(/^Отчёты построены: [^.]*\.$/);
        expect(desk.runtime.spreadsheet.sheets().map(({ name }) => name)).toEqual(
          expect.arrayContaining([...own, ...IDS.map((id) => done[id].tab)]),
        );
        for (const id of IDS) check(desk, id, done[id], first[id] as ReturnType<typeof seen>);
      }
    }),
    { ...runs, endOnFailure: true },
  );
});

/** Does it and builds; answers what the build said. */
function doStep(desk: Desk, { kind, id, number, kept }: Step, done: Record<Id, Done>, own: string[]): string {
  const { does, build } = personAt(desk);
  const at = done[id];
  const { anchor, chart, choices } = parts[id];
  const free = `const free = sheet.getMaxColumns() > 60 ? 61 : (sheet.insertColumnsAfter(sheet.getMaxColumns(), 61 - sheet.getMaxColumns()), 61);`;
  if (kind === 'beside' || kind === 'formula') {
    const content = kind === 'beside' ? `моё ${number}` : `=SUM(B20:B${21 + (number % 40)})`;
    const a1 = String(
      does(
        at.tab,
        `${free} const cell = sheet.getRange(${(number % 60) + 1}, free); cell.setValue('${content}'); return cell.getA1Notation();`,
      ),
    );
    at.cells = Object.fromEntries(Object.entries(at.cells).filter(([known]) => known !== a1));
    at.formulas = Object.fromEntries(Object.entries(at.formulas).filter(([known]) => known !== a1));
    if (kind === 'beside') at.cells[a1] = content;
    else at.formulas[a1] = content;
  }
  if (kind === 'below') {
    const a1 = String(
      does(
        at.tab,
        `const last = sheet.getMaxRows(); sheet.insertRowsAfter(last, 1); const cell = sheet.getRange(last + 1, 2); cell.setValue('ниже ${number}'); return cell.getA1Notation();`,
      ),
    );
    at.cells[a1] = `ниже ${number}`;
  }
  if (kind === 'chart') {
    does(
      at.tab,
      `sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.LINE).addRange(sheet.getRange('A20:B30')).setOption('title', 'мой').setPosition(${(number % 60) + 1}, 2, 0, 0).build());`,
    );
    at.charts++;
  }
  if (kind === 'rule') {
    does(
      at.tab,
      `const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$A20="моё ${at.rules}"').setBold(true).setRanges([sheet.getRange('A20:C30')]).build(); sheet.setConditionalFormatRules([rule].concat(sheet.getConditionalFormatRules()));`,
    );
    at.rules++;
  }
  if (kind === 'protection') {
    does(at.tab, `sheet.getRange(${(number % 60) + 1}, 1).protect().setDescription('моя');`);
    at.protections++;
  }
  if (kind === 'rename') {
    does(at.tab, `sheet.setName('${TABS[id]} ${number}');`);
    at.tab = `${TABS[id]} ${number}`;
  }
  if (kind === 'hide' && !done[id === 'funnel' ? 'managers' : 'funnel'].hidden) {
    does(at.tab, at.hidden ? 'sheet.showSheet();' : `file.setActiveSheet(file.getSheetByName('Данные_Сделки')); sheet.hideSheet();`);
    at.hidden = !at.hidden;
  }
  if (kind === 'width') {
    does(at.tab, `sheet.setColumnWidth(${(number % 5) + 1}, ${number + 50});`);
    at.widths[number % 5] = number + 50;
  }
  if (kind === 'sheet') {
    const name = `Свой ${own.length} ${number}`;
    does(at.tab, `file.insertSheet('${name}', 0).getRange('A1').setFormula("='${at.tab}'!A1");`);
    own.push(name);
  }
  if (kind === 'choose') {
    const choice = choices[number % choices.length] ?? '';
    desk.runtime.edit(at.tab, 'B5', choice);
    at.choice = choice;
  }
  if (kind === 'remove block') {
    does(
      at.tab,
      `sheet.getDataRange().getFormulas().forEach((row, down) => row.forEach((one, at) => { if (one.indexOf('${anchor}') === 0) sheet.getRange(down + 1, at + 1).clearContent(); }));`,
    );
    at.removed = true;
  }
  if (kind === 'remove chart') {
    does(
      at.tab,
      `sheet.getCharts().filter((one) => String(one.getOptions().get('title')).indexOf('${chart}') === 0).forEach((one) => sheet.removeChart(one));`,
    );
    at.chartRemoved = true;
  }
  if (kind === 'refresh') desk.refresh();
  if (kind === 'kill') {
    build(order, { at: 'call', nth: number, unflushed: kept ? 'kept' : 'lost' });
  }
  if (kind === 'restore') for (const all of Object.values(done)) Object.assign(all, { removed: false, chartRemoved: false });
  return build({ ids: IDS, restore: kind === 'restore' });
}

function check(desk: Desk, id: Id, at: Done, first: ReturnType<typeof seen>): void {
  const now = seen(personAt(desk), at.tab);
  const { block, chart } = parts[id];
  const ours = (lines: readonly string[], mine: string) => lines.filter((line) => !line.startsWith(mine));
  expect(ours(now.charts, 'мой')).toEqual(at.chartRemoved ? first.charts.filter((line) => !line.startsWith(chart)) : first.charts);
  expect(now.charts.length - ours(now.charts, 'мой').length).toBe(at.charts);
  const isMine = (line: string) => line.includes('моё');
  expect(now.rules.filter(isMine).length).toBe(at.rules);
  expect(now.rules.filter((line) => !isMine(line)).length).toBe(at.removed ? first.rules.length - rulesOf[id] : first.rules.length);
  const guard = `B24 KPI: ${block} `;
  expect(ours(now.protections, 'моя')).toEqual(
    at.removed ? first.protections.filter((line) => !line.startsWith(guard)) : first.protections,
  );
  expect(now.protections.length - ours(now.protections, 'моя').length).toBe(at.protections);
  for (const [a1, text] of Object.entries(at.cells)) expect([a1, now.texts[a1]]).toEqual([a1, text]);
  for (const [a1, formula] of Object.entries(at.formulas)) expect([a1, now.formulas[a1]]).toEqual([a1, formula]);
  const own = new Set(Object.keys(at.formulas));
  const kept = Object.fromEntries(Object.entries(now.formulas).filter(([a1]) => !own.has(a1)));
  const expected = Object.entries(first.formulas).filter(([, formula]) => !(at.removed && formula.startsWith(parts[id].anchor)));
  expect(kept).toEqual(Object.fromEntries(expected));
  expect(Object.values(now.texts).filter((text) => /^#(REF|NAME|ERROR|VALUE)/.test(text))).toEqual([]);
  if (at.choice !== null) expect(now.texts['B5']).toBe(at.choice);
  for (const [column, width] of Object.entries(at.widths)) expect(now.widths[Number(column)]).toBe(width);
  expect([now.hidden, now.frozen]).toEqual([at.hidden, first.frozen]);
}

/** Conditional formats that go with the removed block. */
const rulesOf: Readonly<Record<Id, number>> = { managers: 1, funnel: 2 };
