// What no portal may change: the order in which records came, and the clock of the zone a company lives by; and whatever is asked with whatever was
// typed, a function answers clean cells or a sentence of ours.
import fc from 'fast-check';
import type { Lang } from '../../src/cell';
import { isKpiError } from '../../src/errors';
import { directoryOf } from '../../src/functions/directory';
import { readInputs } from '../../src/inputs/read';
import { describe as sentenceOf } from '../../src/locale/describe';
import { dayOf } from '../../src/period';
import type { Records } from '../../src/raw/records';
import { HEAVY } from '../fuzz';
import { goldenInputs } from '../golden-inputs';
import { zoneOf } from '../golden-kpi';
import { sheetsOf } from '../inputs/any-rows';
import { madeDeal, madeFacts, madeRecords } from '../made-records';
import { world } from '../made-worlds';
import { inZone, sameClock } from '../same-clock';
import { type Ask, type Call, calls, deskOf } from './world-desk';

const settings = { junkStages: ['SPAM'], lossReasonField: 'ufCrmReason' };
const inputs = { ...goldenInputs, settings: { ...goldenInputs.settings, payVisible: true } };

/** The answer, or the sentence instead of it; whatever else is thrown is thrown on. */
function told(ask: Ask, call: Call, lang: Lang = 'en'): unknown {
  try {
    return ask(...call);
  } catch (error) {
    if (!isKpiError(error)) throw error;
    expect([call, error.kind]).toEqual([call, 'argument']);
    return sentenceOf(error, lang);
  }
}

const shuffled = (records: Records): fc.Arbitrary<Records> =>
  fc.record(
    Object.fromEntries(
      Object.entries(records).map(([entity, rows]) => [entity, fc.shuffledSubarray([...rows], { minLength: rows.length })]),
    ) as unknown as { [K in keyof Records]: fc.Arbitrary<Records[K]> },
  );

/** Answers that are more than a sentence a world must give on the average: half of what is usual, so that it does not hang on the seed. */
const LOOKED_AT = 5;
/** How many of the questions got one, so that a property is not about refusals. */
const tables = { count: 0 };
const counted = (answer: unknown): unknown => {
  if (typeof answer !== 'string') tables.count++;
  return answer;
};
beforeEach(() => {
  tables.count = 0;
});

test('no function answers by the order in which the records came', () => {
  const worlds = world.chain((records) => fc.tuple(fc.constant(records), shuffled(records)));
  fc.assert(
    fc.property(worlds, fc.array(calls(), { minLength: 40, maxLength: 40 }), ([records, mixed], asked) => {
      const ask = deskOf(madeFacts(records, { settings }), inputs);
      const again = deskOf(madeFacts(mixed, { settings }), inputs);
      for (const call of asked) expect([call, counted(told(again, call))]).toEqual([call, told(ask, call)]);
    }),
    HEAVY,
  );
  expect(tables.count).toBeGreaterThan(HEAVY.numRuns * 2 * LOOKED_AT);
});

describe('the clock on the wall decides', () => {
  /** Elapsed time differs by the hour that summer time takes: these say how long something was, or the moment of the data. */
  const TIMED = /^B24_(CYCLE|STAGE_TIME|FUNNEL|BOTTLENECK|STUCK|VELOCITY|RESPONSE|CHANGES|SCORE|STATUS)$/;
  const isTimed = ([name, ...args]: Call): boolean =>
    TIMED.test(name) ||
    args.some((arg) => /days|velocity|cycle/i.test(String(arg))) ||
    // The usual columns of the table have a cycle.
    (name === 'B24_KPI_TABLE' && args[4] === '');

  test.each([
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    // Summer time begins or ends there at midnight: a day without its first hour, a day with it twice.
    'Africa/Cairo',
    'Asia/Beirut',
    'America/Havana',
    'America/Santiago',
  ])('the same readings in %s are the same answers, day by day', (zoneName) => {
    const zone = zoneOf(zoneName);
    const untimed = calls().filter((call) => !isTimed(call));
    fc.assert(
      fc.property(world, fc.array(untimed, { minLength: 20, maxLength: 20 }), (records, asked) => {
        const under = { settings: { ...settings, misclickSeconds: 0 } };
        const here = madeFacts(records, under);
        const asOf = new Date(inZone(here.labels.asOf, zone) * 1000).toISOString();
        const there = madeFacts(sameClock(records, zone), { ...under, zone, asOf });
        /** Dates in cells are instants: of which day? */
        const days = (answer: unknown, facts: typeof here): unknown =>
          Array.isArray(answer)
            ? answer.map((cell) => days(cell, facts))
            : answer instanceof Date
              ? dayOf(answer.getTime() / 1000, facts.labels.zone)
              : answer;
        for (const call of asked) {
          const answer = told(deskOf(there, inputs), call);
          expect([call, days(counted(answer), there)]).toEqual([call, days(told(deskOf(here, inputs), call), here)]);
        }
      }),
      HEAVY,
    );
    expect(tables.count).toBeGreaterThan(HEAVY.numRuns * LOOKED_AT);
  });
});

describe('whatever was typed and whatever is asked', () => {
  const empty = madeFacts(madeRecords({ deals: [madeDeal(1, { assignedById: 13 })] }));
  const names = ['Anna', 'Boris', 'Vera', 'Sales', 'Sales 1', 'Repeat', 'NEW', 'C5:NEW', 'SPAM', 'WEB', 'Won sum', 'Meetings'];
  const typed = fc.constantFrom<Lang>('ru', 'en').chain((lang) => {
    const directory = directoryOf({ ...empty.labels, lang }, { ...empty.directories, sources: [{ id: 'WEB', name: 'Site' }] });
    const told = { lang, directories: [directory], names, periods: ['2025-05', '2025-04', '2025-Q2', '2025', 'May 2025'] };
    return fc.record({ lang: fc.constant(lang), cells: sheetsOf(told) });
  });
  const odd = fc.oneof(
    fc.string(),
    fc.double(),
    fc.constantFrom<unknown>(
      undefined,
      null,
      true,
      -1,
      1e9,
      '=1+1',
      '#REF!',
      '__proto__',
      ['x'],
      [[]],
      [['Anna'], [''], ['Nobody']],
      [['2025-05', 12]],
    ),
    fc.date({ noInvalidDate: false }),
  );
  const isClean = (cell: unknown): boolean =>
    typeof cell === 'string' ||
    (typeof cell === 'number' && Number.isFinite(cell)) ||
    (cell instanceof Date && Number.isFinite(cell.getTime()));
  /** A parameter of a sentence that nobody filled in. */
  const UNFILLED = /\{\w+\}|undefined|NaN/;

  test('an answer is a clean cell or a rectangle of them, an error a sentence about an argument', () => {
    fc.assert(
      fc.property(world, typed, fc.array(calls(odd), { minLength: 40, maxLength: 40 }), (records, { lang, cells }, asked) => {
        const made = madeFacts(records, { settings });
        const facts = { ...made, labels: { ...made.labels, lang } };
        const read = readInputs(cells, directoryOf(facts.labels, facts.directories));
        const ask = deskOf(facts, { ...read.inputs, settings: { ...read.inputs.settings, payVisible: true } }, read.complaints);
        for (const call of asked) {
          const answer = told(ask, call, lang);
          const rows = Array.isArray(answer) ? (counted(answer) as unknown[][]) : [[answer]];
          expect([call, [...new Set(rows.map((row) => row.length))]]).toEqual([call, [rows[0]?.length]]);
          expect([call, rows.flat().filter((cell) => !isClean(cell))]).toEqual([call, []]);
          // What was typed is quoted as it is, be it a brace or a NaN.
          if (UNFILLED.test(fc.stringify([call, cells]))) continue;
          expect([call, rows.flat().filter((cell) => typeof cell === 'string' && UNFILLED.test(cell))]).toEqual([call, []]);
        }
      }),
      HEAVY,
    );
    expect(tables.count).toBeGreaterThan(HEAVY.numRuns * LOOKED_AT);
  });
});
