// The rules of «Настройки» that send word: when they hold, and what they say, on the worked example (Tuesday 20 May 2025, 18:00 in Moscow).
import type { Lang } from '../../src/cell';
import type { FactTables } from '../../src/facts/facts';
import { type RuleState, ruleStates } from '../../src/functions/alerts';
import type { Inputs } from '../../src/inputs/inputs';
import type { Plan } from '../../src/inputs/plan';
import type { Settings } from '../../src/inputs/settings';
import { parseIsoDay } from '../../src/period';
import { goldenInputs } from '../golden-inputs';
import { goldenFacts, goldenRecords } from '../golden-kpi';

const facts = goldenFacts();
const day = (text: string): number => parseIsoDay(text) ?? Number.NaN;
const titleOf = new Map(goldenRecords.deals.map(({ id, title }) => [id, title]));
const plan = (target: number, start = '2025-05-01', end = '2025-05-31'): Plan => ({
  scope: 'company',
  id: null,
  metric: 'wonSum',
  period: { start: day(start), end: day(end) },
  target,
});

interface Situation {
  readonly settings: Partial<Settings>;
  readonly plans?: Inputs['plans'];
  readonly facts?: FactTables;
  readonly lang?: Lang;
  readonly asOfDay?: number;
}

function states({ settings, plans = [], facts: known = facts, lang = 'ru', asOfDay = known.labels.asOfDay }: Situation): RuleState[] {
  const labels = { ...known.labels, lang, asOfDay };
  const inputs = { ...goldenInputs, plans, settings: { ...goldenInputs.settings, ...settings } };
  return ruleStates({
    labels,
    load: () => ({ ...known, labels }),
    inputs: () => ({ inputs, complaints: [] }),
    titles: (rows) => rows.map((row) => titleOf.get(known.deals.id[row] ?? 0) ?? ''),
    forecasts: () => [],
    approved: () => [],
  });
}
const plainSpaces = (text: string): string => text.replace(/\u00a0/g, ' ');
const said = (situation: Situation): string => plainSpaces(states(situation)[0]?.text ?? '');

/** The golden deals with the amount of one of them unknown. */
function unpriced(id: number): FactTables {
  const amount = facts.deals.amount.slice();
  amount[facts.deals.id.indexOf(id)] = Number.NaN;
  return { ...facts, deals: { ...facts.deals, amount } };
}

test('no rule is checked, and no table read, until it is switched on', () => {
  expect(states({ settings: { alertPace: null, alertStuck: null }, plans: [plan(1e9)] })).toEqual([]);
});

describe('behind the plan', () => {
  const { settings } = goldenInputs;
  const won = 610000;

  test('holds strictly above the share that was typed', () => {
    // 10 of 18 working days have passed: the plan to date is twice what was won.
    const plans = [plan(won * 2 * 1.8)];
    expect(states({ settings: { alertPace: 0.49 }, plans })[0]).toMatchObject({ rule: 'pace', holds: true, of: '2025-05' });
    expect(states({ settings: { alertPace: 0.5 }, plans })[0]?.holds).toBe(false);
    expect(states({ settings: { alertPace: 0 }, plans: [plan(won * 1.8)] })[0]?.holds).toBe(false);
  });

  test('is measured by the plans of managers where the company has none of its own', () => {
    const plans = [{ ...plan(1e9), scope: 'manager', id: 11 } as Plan];
    expect(said({ settings: { alertPace: 0.1 }, plans })).toContain('До плана 1 000 000 000 RUB');
  });

  test('tells fact, plan to date, what is left and what is needed a day', () => {
    expect(said({ settings: { alertPace: 0.1 }, plans: [plan(2000000)] })).toBe(
      'План компании на май 2025 отстаёт на 45,1 %: выиграно на 610 000 RUB, а по плану на 20.05.2025 должно быть 1 111 111 RUB, это 54,9 % плана на дату. До плана 2 000 000 RUB осталось 1 390 000 RUB: нужно по 173 750 RUB в рабочий день, рабочих дней осталось 8.',
    );
    expect(said({ settings: { alertPace: 0.1 }, plans: [plan(2000000)], lang: 'en' })).toBe(
      "The company's plan of May 2025 is 45.1% behind: 610,000 RUB won, while the plan to 2025-05-20 is 1,111,111 RUB, which is 54.9% of the plan to date. 1,390,000 RUB is left of the plan of 2,000,000 RUB: 173,750 RUB is needed a working day, working days left: 8.",
    );
  });

  test('on the last working day says that none is left', () => {
    expect(said({ settings: { alertPace: 0.1 }, plans: [plan(2000000)], asOfDay: day('2025-05-31') })).toContain(
      'а рабочих дней в месяце больше нет',
    );
  });

  test.each([
    ['there is no plan', { plans: [] }],
    ['the plan is 0', { plans: [plan(0)] }],
    ['the plan is of another month', { plans: [plan(1e9, '2025-04-01', '2025-04-30')] }],
    ['the plan is of another metric', { plans: [{ ...plan(1e9), metric: 'created' } as Plan] }],
    ['the month has just begun', { plans: [plan(1e9)], asOfDay: day('2025-05-05') }],
    ['no working day has passed', { plans: [plan(1e9)], asOfDay: day('2025-05-01') }],
  ])('does not hold while %s', (_name, situation) => {
    expect(states({ settings: { alertPace: 0.1 }, ...situation }).map(({ holds, text }) => [holds, text])).toEqual([[false, '']]);
  });

  test('"just begun" is what the setting of the run-rate says', () => {
    const early = { plans: [plan(1e9)], asOfDay: day('2025-05-05') };
    expect(states({ settings: { ...settings, alertPace: 0.1, minElapsedDays: 1 }, ...early })[0]?.holds).toBe(true);
  });

  test('says how many won deals have no rate', () => {
    expect(said({ settings: { alertPace: 0.1 }, plans: [plan(2000000)], facts: unpriced(101) })).toContain(
      'Без выигранных сделок, для валюты которых нет курса: 1.',
    );
  });
});

describe('stuck deals', () => {
  test('hold strictly above the sum that was typed, over everybody', () => {
    expect(states({ settings: { alertStuck: 445000 } })[0]).toMatchObject({ rule: 'stuck', holds: false, text: '' });
    expect(states({ settings: { alertStuck: 444999 } })[0]).toMatchObject({ rule: 'stuck', holds: true, of: '' });
  });

  test('tell their number, their sum, and the three dearest with manager and sum', () => {
    expect(said({ settings: { alertStuck: 400000 } })).toBe(
      'Застряло сделок: 4, на сумму 445 000 RUB. Это больше, чем 400 000 RUB. Самые дорогие: «Deal 108», Анна А., 180 000 RUB; «Deal 107», Борис Б., 150 000 RUB; «Deal 109», Анна А., 60 000 RUB.',
    );
    expect(said({ settings: { alertStuck: 400000 }, lang: 'en' })).toBe(
      'Stuck deals: 4, worth 445,000 RUB. That is more than 400,000 RUB. The dearest: "Deal 108", Анна А., 180,000 RUB; "Deal 107", Борис Б., 150,000 RUB; "Deal 109", Анна А., 60,000 RUB.',
    );
  });

  test('are those of the default pipelines', () => {
    const labels = { ...facts.labels, defaultPipelines: [0] };
    expect(states({ settings: { alertStuck: 400000 }, facts: { ...facts, labels } })[0]?.holds).toBe(false);
  });

  test('without a rate are said, whether the rule holds or cannot be known to hold', () => {
    const without = 'Без застрявших сделок, для валюты которых нет курса: 1.';
    expect(said({ settings: { alertStuck: 100000 }, facts: unpriced(108) })).toContain(
      'на сумму 265 000 RUB. Это больше, чем 100 000 RUB.',
    );
    expect(said({ settings: { alertStuck: 100000 }, facts: unpriced(108) })).toContain(without);
    const [doubtful] = states({ settings: { alertStuck: 400000 }, facts: unpriced(108) });
    expect([doubtful?.holds, doubtful?.text]).toEqual([
      false,
      `Правило о застрявших сделках не сработало, но проверено не по всем. ${without}`,
    ]);
  });
});
