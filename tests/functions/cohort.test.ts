// B24_COHORT: month of entry × age. Deals are made in January and later of 2025; asOf is 20 May.
import fc from 'fast-check';
import { FLAG, TRANSFERRED, WON } from '../../src/facts/facts';
import { monthOf } from '../../src/period';
import { HEAVY } from '../fuzz';
import { golden, goldenFacts } from '../golden-kpi';
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { world } from '../made-worlds';
import { askGolden, type Desk } from './golden-desk';

type Row = (string | number)[];
const cohort = (period: unknown = '', metric = '', desk: Desk = {}, who: unknown = '', pipeline: unknown = '') =>
  askGolden('B24_COHORT', [period, who, pipeline, metric], desk) as Row[];

/** A deal that entered and ended at the moments given. */
function sale(id: number, entered: string, ended: string | null, fields = {}, stage = 'WON') {
  const semantic = stage === 'WON' ? 'S' : 'F';
  const closed = ended === null ? {} : ({ stageId: stage, semantic, movedTime: at(`2025-${ended} 10:00`) } as const);
  return {
    deal: madeDeal(id, { createdTime: at(`2025-${entered} 10:00`), ...closed, ...fields }),
    history: madeHistory(id, [`2025-${entered} 10:00`, 'NEW'], ...(ended === null ? [] : ([[`2025-${ended} 10:00`, stage]] as const))),
  };
}

function factsOf(sales: readonly ReturnType<typeof sale>[], settings = {}) {
  return madeFacts({ deals: sales.map(({ deal }) => deal), stageHistory: sales.flatMap(({ history }) => history) }, { settings });
}

const facts = factsOf(
  [
    sale(1, '02-03', '02-20', { opportunity: 100.1 }),
    sale(2, '02-10', '03-01', { opportunity: 200.2 }),
    sale(3, '02-11', '05-19', { opportunity: 400.4 }),
    sale(4, '02-12', '03-05', {}, 'LOSE'),
    sale(5, '02-13', '03-05', {}, 'SPAM'),
    sale(6, '03-31', '04-01', { opportunity: 50 }),
    sale(7, '04-15', null),
    sale(8, '05-02', '05-03'),
  ],
  { junkStages: ['SPAM'] },
);

test('the share won so far of each month; what is not over yet is empty, what has not come is 0', () => {
  expect(cohort('2025', '', { facts })).toEqual([
    ['Month', 'Entered', 'Transferred', 'Month 0', 'Month 1', 'Month 2'],
    // The win of 19 May belongs to age 3, and May is not over.
    ['February 2025', 4, 0, 1 / 4, 2 / 4, 2 / 4],
    ['March 2025', 1, 0, 0, 1, ''],
    ['April 2025', 1, 0, 0, '', ''],
    ['May 2025', 1, 0, '', '', ''],
    ['Total', 7, 0, 1 / 6, 3 / 5, 2 / 4],
  ]);
});

test('wins and sums add up from the month of entry; their total of different months would mean nothing', () => {
  expect(cohort('2025', 'выиграно', { facts }).slice(1, 3)).toEqual([
    ['February 2025', 4, 0, 1, 2, 2],
    ['March 2025', 1, 0, 0, 1, ''],
  ]);
  expect(cohort('2025', 'sum', { facts }).slice(1)).toEqual([
    ['February 2025', 4, 0, 100.1, 300.3, 300.3],
    ['March 2025', 1, 0, 0, 50, ''],
    ['April 2025', 1, 0, 0, '', ''],
    ['May 2025', 1, 0, '', '', ''],
    ['Total', 7, 0, '', '', ''],
  ]);
});

test('the last day of a month is not over at asOf', () => {
  const moved = madeFacts(
    { deals: [sale(1, '04-03', '04-20').deal], stageHistory: sale(1, '04-03', '04-20').history },
    { asOf: '2025-04-30 23:59' },
  );
  expect(cohort('2025', '', { facts: moved }).slice(1)).toEqual([
    ['April 2025', 1, 0],
    ['Total', 1, 0],
  ]);
  const over = madeFacts(
    { deals: [sale(1, '04-03', '04-20').deal], stageHistory: sale(1, '04-03', '04-20').history },
    { asOf: '2025-05-01 00:00' },
  );
  expect(cohort('2025', '', { facts: over })[1]).toEqual(['April 2025', 1, 0, 1]);
});

test('the worked example: its cohort, transferred deals out of the denominator, one pipeline and all of them', () => {
  const { cohortFunnel } = golden.expected;
  const [april, may] = golden.inputs.settings.cohortPeriod;
  const total = (pipeline: unknown) => cohort(`${april}..${may}`, '', {}, '', pipeline).slice(-1)[0]?.slice(0, 3);
  for (const [id, { entered, rows }] of Object.entries(cohortFunnel)) {
    const transferred = rows.reduce((sum, row) => sum + ('transferred' in row ? row.transferred : 0), 0);
    expect(total(id)).toEqual(['Итого', entered, transferred]);
  }
  // June has come: May is over, and what was won in it is known.
  const june = goldenFacts();
  const later = { ...june, labels: { ...june.labels, asOfDay: june.labels.asOfDay + 12 } };
  const [, first, second] = cohort(`${april}..${may}`, '', { facts: later }, '', '0');
  const won = cohortFunnel['0'].rows.slice(-1)[0]?.reached ?? 0;
  expect([first, second]).toEqual([
    ['апрель 2025', 8, 1, 0, (won - 1) / 7],
    ['май 2025', 4, 0, 1 / 4, ''],
  ]);
});

test('without a period the last twelve months stand there, from the first deal on', () => {
  expect(cohort('', '', { facts }).map((row) => row[0])).toEqual([
    'Month',
    'February 2025',
    'March 2025',
    'April 2025',
    'May 2025',
    'Total',
  ]);
  const old = factsOf([sale(1, '02-03', null, { createdTime: at('2023-02-03 10:00') })]);
  const twoYears = { ...old, journeys: { ...old.journeys, entryDay: old.journeys.entryDay.map((day) => day - 730) } };
  expect(cohort('', '', { facts: twoYears })[1]).toEqual(['June 2024', 0, 0, ...Array.from({ length: 11 }, () => '')]);
  expect(cohort('всё время', '', { facts: twoYears })[1]?.slice(0, 2)).toEqual(['February 2023', 1]);
});

test('the default begins with the first whole month of the loaded horizon; an older period is refused', () => {
  const desk: Desk = { facts, labels: { horizonDay: (facts.labels.asOfDay ?? 0) - 70 } };
  // Loaded from 11 March: April is the first whole month.
  expect(cohort('', '', desk).map((row) => row[0])).toEqual(['Month', 'April 2025', 'May 2025', 'Total']);
  expect(() => cohort('2025', '', desk)).toThrow('argPeriodHorizon');
});

test('people cut it; a future period and nobody’s deals are a header and an empty total', () => {
  expect(cohort('2025', '', { facts }, 'Boris')).toEqual([
    ['Month', 'Entered', 'Transferred'],
    ['Total', 0, 0],
  ]);
  expect(cohort('2026', '', { facts })).toEqual([
    ['Month', 'Entered', 'Transferred'],
    ['Total', 0, 0],
  ]);
  expect(() => cohort('2025', 'погода', { facts })).toThrow('argChoice');
});

test('beyond 36 months the earlier ones are one line', () => {
  const many = {
    ...facts,
    journeys: { ...facts.journeys, entryDay: facts.journeys.entryDay.map((day, row) => (row === 0 ? day - 1461 : day)) },
  };
  const rows = cohort('2010..2025', '', { facts: many, labels: { lang: 'ru' } });
  expect(rows.length).toBe(1 + 36 + 1);
  expect(rows[1]?.[0]).toBe('июль 2022');
  expect(rows[36]?.slice(0, 4)).toEqual(['Ещё 17', 1, 0, 0]);
  expect(rows[37]?.slice(0, 3)).toEqual(['Итого', 7, 0]);
});

test('days that have not come enter nobody: no month, no error', () => {
  const nothing = [
    ['Month', 'Entered', 'Transferred'],
    ['Total', 0, 0],
  ];
  for (const period of ['2025-05-25..2025-05-31', '2025-06', '2030']) expect(cohort(period, '', { facts })).toEqual(nothing);
  expect(cohort('2025', '', { facts: factsOf([]) })).toEqual(nothing);
});

test('whatever the portal, a cell is what counting deal by deal gives', () => {
  fc.assert(
    fc.property(world, fc.constantFrom('', 0, 5), fc.constantFrom('wonCount', 'sum'), (records, pipeline, metric) => {
      const found = madeFacts(records, { settings: { junkStages: ['SPAM'] } });
      const { deals, journeys, labels } = found;
      const months = ['March', 'April', 'May'];
      const wanted = [...journeys.deal.keys()].filter((row) => {
        const junk = ((deals.flags[journeys.deal[row] ?? 0] ?? 0) & FLAG.JUNK) !== 0;
        return !junk && (pipeline === '' || labels.pipelines[journeys.pipeline[row] ?? 0]?.id === pipeline);
      });
      const rows = cohort('2025-03-01..2025-05-31', metric, { facts: found }, '', pipeline).slice(1, -1);
      for (const [name, entered, transferred, ...cells] of rows) {
        const month = `2025-${String(months.indexOf(String(name).split(' ')[0] ?? '') + 3).padStart(2, '0')}`;
        const own = wanted.filter((row) => monthOf(journeys.entryDay[row] ?? 0) === month);
        expect([entered, transferred]).toEqual([own.length, own.filter((row) => journeys.outcome[row] === TRANSFERRED).length]);
        cells.forEach((cell, age) => {
          const last = `2025-${String(Number(month.slice(5)) + age).padStart(2, '0')}`;
          const won = own
            .map((row) => ({ deal: journeys.deal[row] ?? 0, outcome: journeys.outcome[row] }))
            .filter(({ deal, outcome }) => outcome === WON && monthOf(deals.closeDay[deal] ?? 0) <= last);
          const sum = won.reduce((total, { deal }) => total + (deals.amount[deal] || 0), 0) / 100;
          expect(cell).toBe(last >= '2025-05' ? '' : metric === 'sum' ? sum : won.length);
        });
      }
    }),
    HEAVY,
  );
});
