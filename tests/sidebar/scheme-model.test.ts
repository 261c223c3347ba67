// A scheme of pay between two savings: how it is shown, what is wrong with what was typed, what it pays.
import fc from 'fast-check';
import type { SchemeForm } from '../../src/functions/pay-setup';
import { examplePay, moneyText, NEW_SCHEME, percentOf, readScheme, type SchemeDraft, schemeDraft } from '../../src/sidebar/scheme-model';
import { schemeWords } from '../../src/sidebar/scheme-words';
import { FUZZ } from '../fuzz';

const scheme = (more: Partial<SchemeForm> = {}): SchemeForm => ({ ...NEW_SCHEME, name: 'Продажи', fixed: 20000, ...more });
const others = { schemes: [scheme(), scheme({ name: 'Помощники', owners: ['Анна А.', 'все'] })] };
const text = schemeWords.ru;
const read = (more: Partial<SchemeDraft> = {}, own = 'Продажи') =>
  readScheme({ ...schemeDraft(scheme(), 'ru'), ...more }, own, others, text);

test('a scheme is shown as rows «от … % – ставка … %» and read back the same', () => {
  const shown = schemeDraft(scheme({ fixed: 20000.5, capTotal: 90000, threshold: 0.755 }), 'ru');
  expect(shown).toMatchObject({
    fixed: expect.stringMatching(/^20.000,5$/),
    threshold: '75,5',
    tiers: [
      { from: '0', rate: '3' },
      { from: '100', rate: '5' },
    ],
  });
  expect(readScheme(shown, 'Продажи', others, text).scheme).toEqual(scheme({ fixed: 20000.5, capTotal: 90000, threshold: 0.755 }));
});

test('whatever scheme is shown and read back pays the same', () => {
  const share = (most: number) => fc.integer({ min: 0, max: most * 1000 }).map((value) => value / 1000);
  const any = fc.record({
    mode: fc.constantFrom('marginal' as const, 'cliff' as const),
    threshold: share(2),
    ends: fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 4 }),
    rates: fc.array(share(1), { minLength: 5, maxLength: 5 }),
    isOpen: fc.boolean(),
    attainment: fc.integer({ min: 0, max: 400 }),
    lang: fc.constantFrom('ru', 'en'),
  });
  fc.assert(
    fc.property(any, ({ mode, threshold, ends, rates, isOpen, attainment, lang }) => {
      const bounds = [...ends].sort((a, b) => a - b).map((end) => end / 1000);
      const tiers = [...bounds, ...(isOpen ? [null] : [])].map((upTo, at) => ({ upTo, rate: rates[at] ?? 0 }));
      const one = scheme({ mode, threshold, tiers });
      const back = readScheme(schemeDraft(one, lang), 'Продажи', { schemes: [] }, text).scheme;
      const typed = { plan: '1000000', attainment: String(attainment), score: '100' };
      expect(back && examplePay(back, typed)?.total).toBe(examplePay(one, typed)?.total);
    }),
    FUZZ,
  );
});

test.each<[string, Partial<SchemeDraft>, string, string]>([
  ['no name', { name: ' ' }, 'name', 'Введите название'],
  ['a long name', { name: 'я'.repeat(61) }, 'name', '60'],
  ['a name that is taken', { name: 'помощники' }, 'name', 'уже есть'],
  ['no number', { fixed: 'много' }, 'fixed', 'сумма'],
  ['a negative cap', { cap: '-5' }, 'cap', 'сумма'],
  ['a threshold above 200 %', { threshold: '201' }, 'threshold', '200'],
  ['a multiplier of nothing', { multiplier: true, multiplierMax: '0' }, 'multiplierMax', 'больше 0'],
  ['somebody with another scheme', { owners: ['Борис Б.', 'Анна А.'] }, 'owners', 'Анна А.: уже есть схема «Помощники»'],
  ['tiers that go down', { tiers: tiers(['80', '3'], ['50', '5']) }, 'from 1', 'выше предыдущей (80 %)'],
  ['two tiers from one bound', { tiers: tiers(['0', '3'], ['0', '5']) }, 'from 1', 'С 0 % ставка уже есть'],
  ['a rate above 100 %', { tiers: tiers(['0', '101']) }, 'rate 0', 'от 0 до 100'],
  ['a tier without a bound', { tiers: tiers(['', '1']) }, 'from 0', 'от 0 до 1000'],
])('%s is told beside its field', (_name, more, field, sentence) => {
  const { scheme: none, faults } = read(more);
  expect([none, Object.keys(faults)]).toEqual([null, [field]]);
  expect(faults[field]).toContain(sentence);
});

function tiers(...rows: [string, string][]): SchemeDraft['tiers'] {
  return rows.map(([from, rate]) => ({ from, rate }));
}

test('below the first bound nothing is paid; without tiers there is the fixed part', () => {
  expect(read({ tiers: tiers(['80', '3']) }).scheme?.tiers).toEqual([
    { upTo: 0.8, rate: 0 },
    { upTo: null, rate: 0.03 },
  ]);
  expect(read({ tiers: [] }).scheme?.tiers).toEqual([]);
});

test('what a scheme pays is there before it has a name', () => {
  const { scheme: none, payable } = read({ name: '' });
  expect([none, payable?.fixed]).toEqual([null, 20000]);
});

test('the example is what the metric of pay pays: 92 % of a million at 3 %, the cap, the threshold, the score', () => {
  const pays = (more: Partial<SchemeForm>, attainment: string, score = '100') =>
    examplePay(scheme(more), { plan: '1 000 000', attainment, score })?.total;
  expect([pays({}, '92'), pays({}, '49,9'), pays({}, '120 %'), pays({ capTotal: 50000 }, '120')]).toEqual([47600, 20000, 60000, 50000]);
  expect(pays({ kpiMultiplier: true }, '100', '110')).toBe(53000);
  expect([pays({}, 'почти'), pays({}, '')]).toEqual([undefined, undefined]);
});

test('percentages are exact fractions, sums carry the sign of their currency', () => {
  expect(['64,3', '64.3 %', '0,57', '1e3', '-1', '', '101'].map((typed) => percentOf(typed, 100))).toEqual([
    0.643,
    0.643,
    0.0057,
    null,
    null,
    null,
    null,
  ]);
  expect([moneyText(48300, 'RUB', 'ru'), moneyText(48300.5, 'RUB', 'ru'), moneyText(5, '???', 'ru')]).toEqual([
    expect.stringMatching(/^48.300.₽$/),
    expect.stringMatching(/^48.300,50.₽$/),
    '5 ???',
  ]);
});
