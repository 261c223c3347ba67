// Schemes of pay edited in the panel: what lands in «Схема мотивации», what is refused, what happens when the sheet says something else. On the built bundle.
import fc from 'fast-check';
import type { SchemeSaved } from '../../src/addon/server-api';
import type { PaySetup, SchemeForm } from '../../src/functions/pay-setup';
import { HEAVY } from '../fuzz';
import { act, type Desk, fresh, loadedDesk, sentence } from './loaded-desk';

let made: Desk | null = null;
/** A loaded file where pay is shown and nothing is typed about it yet. */
function desk(): Desk {
  if (!made) {
    made = loadedDesk();
    made.call('saveSettings', { payVisible: true });
  }
  return fresh(made);
}
const setup = (file: Desk): PaySetup => file.call('paySetup') as PaySetup;
const save = (file: Desk, was: SchemeForm | null, scheme: object | null): SchemeSaved =>
  file.call('saveScheme', { was, scheme }) as SchemeSaved;
const form = (more: Partial<SchemeForm> = {}): SchemeForm => ({
  name: 'Продажи',
  owners: ['Борис Б.'],
  fixed: 30000,
  base: 'wonSum',
  mode: 'marginal',
  threshold: 0.5,
  tiers: [
    { upTo: 1, rate: 0.03 },
    { upTo: null, rate: 0.055 },
  ],
  capTotal: null,
  kpiMultiplier: false,
  kpiMultiplierMax: 1.2,
  ...more,
});
const rows = (file: Desk): string[][] =>
  (
    JSON.parse(
      String(act(file, `return JSON.stringify(file.getSheetByName('Схема мотивации').getDataRange().getDisplayValues())`)).replace(
        /\u00a0/g,
        ' ',
      ),
    ) as string[][]
  ).slice(1);
const type = (file: Desk, code: string): unknown => act(file, `const s = file.getSheetByName('Схема мотивации'); ${code}`);
/** Types over the value of a part of the only scheme. */
const retype = (part: string, text: string): string =>
  `const at = s.getDataRange().getValues().findIndex((row) => row[1] === '${part}') + 1; s.getRange(at, 5).setValue('${text}');`;

test('a new scheme lands in «Схема мотивации» as a person would type it, without the example of a new sheet, and pays at once', () => {
  const file = desk();
  const { saved, setup: after } = save(file, null, form());
  expect([saved, after.schemes]).toEqual([true, [form()]]);
  expect(rows(file).map((row) => row.slice(0, 5))).toEqual([
    ['Продажи', 'Кому', '', '', 'Борис Б.'],
    ['Продажи', 'Оклад', '', '', '30000'],
    ['Продажи', 'База', '', '', 'Сумма продаж'],
    ['Продажи', 'Порог', '', '', '50 %'],
    ['Продажи', 'Ставка', '0,0%', '100,0%', '3 %'],
    ['Продажи', 'Ставка', '100,0%', '', '5,5 %'],
    ['Продажи', 'Способ', '', '', 'по частям'],
    ['Продажи', 'Потолок', '', '', ''],
    ['Продажи', 'Множитель KPI', '', '', 'нет'],
  ]);
  expect(fresh(file).value('=B24_BONUS("2025-05";"Борис";;"оклад";B24_DATA)')).toBe(30000);
});

test('a changed scheme keeps its rows, what people wrote beside them, and its place above other schemes', () => {
  const file = desk();
  save(file, null, form());
  save(file, null, form({ name: 'Помощники', owners: ['Отдел продаж 1'] }));
  type(file, `s.getRange(2, 6).setValue('с июня');`);
  const next = form({
    name: 'Отдел',
    owners: ['Борис Б.', 'Анна А.', 'все'],
    fixed: 35000.5,
    mode: 'cliff',
    capTotal: 200000,
    kpiMultiplier: true,
    kpiMultiplierMax: 1.3,
    tiers: [
      { upTo: 0.8, rate: 0.01 },
      { upTo: 1.255, rate: 0.03 },
      { upTo: null, rate: 0.0725 },
    ],
  });
  const { saved, setup: after } = save(file, form(), next);
  expect([saved, after.schemes[0], after.schemes[1]?.name]).toEqual([true, next, 'Помощники']);
  const names = rows(file).map(([name]) => name);
  expect(names.lastIndexOf('Отдел')).toBeLessThan(names.indexOf('Помощники'));
  expect(rows(file)[0]?.slice(4, 6)).toEqual(['Борис Б.', 'с июня']);
  const less = { ...next, owners: ['Анна А.'], tiers: next.tiers.slice(2) };
  expect(save(file, next, less).setup.schemes[0]).toEqual(less);
});

test('a scheme is deleted with all its rows; others stay', () => {
  const file = desk();
  save(file, null, form());
  save(file, null, form({ name: 'Помощники', owners: [] }));
  expect(save(file, form(), null).setup.schemes.map(({ name }) => name)).toEqual(['Помощники']);
  expect(rows(file).filter(([name]) => name === 'Продажи')).toEqual([]);
  expect(save(file, form({ name: 'Помощники', owners: [] }), null).setup.schemes).toEqual([]);
});

test.each([
  ['changed by hand', retype('Оклад', '31000')],
  ['spoilt by hand', retype('Оклад', 'много')],
  ['given to somebody else', retype('Кому', 'Анна А.')],
  ['gone', 's.getRange(2, 1, 20, 5).clearContent();'],
])('a scheme that was %s meanwhile is told, and nothing is written', (_name, code) => {
  const file = desk();
  save(file, null, form());
  type(file, code);
  const before = rows(file);
  const { saved, conflict } = save(file, form(), form({ fixed: 99 }));
  expect([saved, conflict, rows(file)]).toEqual([false, true, before]);
  expect(save(file, form(), null).conflict).toBe(true);
  const [now = null] = setup(file).schemes;
  // Having seen what stands there, the person writes over it.
  expect(save(file, now, form({ fixed: 99 })).setup.schemes).toEqual([form({ fixed: 99 })]);
});

test('a new scheme does not write over one of the same name, nor does a renamed one', () => {
  const file = desk();
  save(file, null, form());
  save(file, null, form({ name: 'Помощники', owners: [] }));
  expect(save(file, null, form({ name: 'продажи', fixed: 1 })).conflict).toBe(true);
  const { saved, notes } = save(file, form(), form({ name: 'Помощники' }));
  expect([saved, notes]).toEqual([false, [expect.stringContaining('уже есть')]]);
  expect(setup(file).schemes).toHaveLength(2);
});

test.each([
  ['a rate above 100 %', form({ tiers: [{ upTo: null, rate: 5 }] }), 'Значение'],
  ['a threshold above 200 %', form({ threshold: 3 }), 'Значение'],
  ['tiers out of order', form({ tiers: [{ upTo: 1, rate: 0.1 }, { upTo: 0.5, rate: 0.2 }] }), 'До'], // biome-ignore format: one case a line
  ['a base that is no money', form({ base: 'wonCount' }), 'не сумма денег'],
  ['a negative sum', form({ fixed: -1 }), 'Значение'],
  ['somebody unknown', form({ owners: ['Никто Н.'] }), 'Никто'],
  ['a name that stands for an example', form({ name: 'Пример' }), 'не сохранена'],
])('%s is told by the reader of the sheet, and nothing is written', (_name, scheme, said) => {
  const file = desk();
  const { saved, conflict, notes } = save(file, null, scheme);
  expect([saved, conflict]).toEqual([false, false]);
  expect(notes.join(' ')).toContain(said);
  expect(setup(file).schemes).toEqual([]);
});

test('nobody is paid by two schemes: the second is refused, whichever stands first in the sheet', () => {
  const file = desk();
  save(file, null, form({ name: 'Первая', owners: [] }));
  save(file, null, form({ name: 'Вторая' }));
  const { saved, notes } = save(file, form({ name: 'Первая', owners: [] }), form({ name: 'Первая' }));
  expect([saved, notes]).toEqual([false, [expect.stringContaining('Первая')]]);
  expect(setup(file).schemes.map(({ owners }) => owners)).toEqual([[], ['Борис Б.']]);
});

test('rows that cannot be read are told with their numbers; saving mends those of the parts it writes', () => {
  const file = desk();
  save(file, null, form());
  type(file, retype('Оклад', 'много'));
  const [shown = null] = setup(file).schemes;
  expect(setup(file).schemeFaults).toEqual([expect.stringMatching(/^Строка 3\. Значение: .*много/)]);
  expect(save(file, shown, form()).setup).toMatchObject({ schemes: [form()], schemeFaults: [] });
});

test('a scheme of nobody is saved with a hint', () => {
  expect(save(desk(), null, form({ owners: [] }))).toMatchObject({ saved: true, notes: [expect.stringContaining('Кому')] });
});

test('a sheet that people made in their order of columns is kept as it is; one that lost its header is a sentence', () => {
  const file = desk();
  act(
    file,
    `const s = file.insertSheet('Схема мотивации'); s.getRange(1, 1, 3, 4).setValues([['Значение', 'Что', 'Схема', 'До'], ['25000', 'Оклад', 'Моя', ''], ['4%', 'Ставка', 'Моя', '']])`,
  );
  const [mine = null] = setup(file).schemes;
  expect(mine).toMatchObject({ name: 'Моя', fixed: 25000, tiers: [{ upTo: null, rate: 0.04 }] });
  expect(save(file, mine, { ...mine, fixed: 26000, owners: ['Анна А.'] }).setup.schemes).toEqual([
    { ...mine, fixed: 26000, owners: ['Анна А.'] },
  ]);
  type(file, 's.getRange(1, 1, 1, 4).clearContent()');
  expect(sentence(() => save(file, null, form()))).toContain('Не найдены столбцы');
});

test('while pay is switched off there is nothing to see and nothing is written', () => {
  const file = desk();
  save(file, null, form());
  file.call('saveSettings', { payVisible: false });
  expect(setup(file)).toMatchObject({ payVisible: false, schemes: [], schemeFaults: [] });
  const before = rows(file);
  expect(sentence(() => save(file, form(), null))).toContain('Мотивация выключена');
  expect(rows(file)).toEqual(before);
});

test.each([
  ['nothing', null],
  ['no list of tiers', { ...form(), tiers: 'все' }],
  ['a sum that is no number', { ...form(), fixed: '1' }],
  ['an unknown mode', { ...form(), mode: 'both' }],
  ['a name that is none', { ...form(), name: 7 }],
])('%s is refused with a sentence', (_name, scheme) => {
  expect(sentence(() => save(desk(), null, scheme))).toContain('не сохранена');
});

test('names that look like formulas stay text', () => {
  const file = desk();
  expect(save(file, null, form({ name: '=1+1' })).setup.schemes[0]?.name).toBe('=1+1');
  expect(type(file, 'return JSON.stringify(s.getDataRange().getFormulas().flat().filter(String))')).toBe('[]');
});

test('whatever scheme is saved is read back as it was meant, over whatever was there', () => {
  const file = desk();
  const share = (most: number) => fc.integer({ min: 0, max: most * 10000 }).map((value) => value / 10000);
  const scheme = fc.record({
    name: fc.constantFrom('Продажи', 'Отдел №2'),
    owners: fc.subarray(['Борис Б.', 'Анна А.', 'Отдел продаж 1', 'все']),
    fixed: fc.integer({ min: 0, max: 1e7 }).map((value) => value / 100),
    base: fc.constantFrom('wonSum'),
    mode: fc.constantFrom('marginal', 'cliff'),
    threshold: share(2),
    tiers: fc
      .uniqueArray(fc.integer({ min: 1, max: 10000 }), { maxLength: 4 })
      .chain((ends) => fc.tuple(fc.constant(ends.sort((a, b) => a - b)), fc.array(share(1), { minLength: 5, maxLength: 5 })))
      .map(([ends, rates]) => [...ends, null].map((end, at) => ({ upTo: end === null ? null : end / 1000, rate: rates[at] }))),
    capTotal: fc.option(fc.integer({ min: 0, max: 1e6 })),
    kpiMultiplier: fc.boolean(),
    kpiMultiplierMax: fc.constantFrom(1, 1.25),
  });
  let now: SchemeForm | null = null;
  fc.assert(
    fc.property(scheme, (next) => {
      const { saved, setup: after } = save(file, now, next);
      const [read = null] = after.schemes;
      expect([saved, after.schemes.length]).toEqual([true, 1]);
      expect({ ...read, owners: [...(read?.owners ?? [])].sort() }).toEqual({
        ...next,
        owners: [...next.owners].sort(),
        kpiMultiplierMax: next.kpiMultiplier ? next.kpiMultiplierMax : 1.2,
      });
      now = read;
    }),
    HEAVY,
  );
});
