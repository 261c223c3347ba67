// Whatever is typed, the functions of what to do answer with a clean rectangle or with a sentence of ours, in either language.
import fc from 'fast-check';
import { isKpiError } from '../../src/errors';
import { describe as sentenceOf } from '../../src/locale/describe';
import { METRIC_IDS } from '../../src/metrics/catalogue';
import { FUZZ } from '../fuzz';
import { askGolden } from './golden-desk';

/** What may stand behind the pipeline (behind "who" of B24_STUCK), argument by argument. */
const WORDS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  B24_BOTTLENECK: [],
  B24_STUCK: [['нет дела', 'overdue', 'все', 'idle', 'открытые']],
  B24_LOSSES: [['стадия ухода', 'channel', 'manager', 'стадия отказа']],
  B24_WHATIF: [
    ['Подготовка', 2, 'EXECUTING'],
    [10, 0.1, '10 %'],
  ],
  B24_COMPARE: [METRIC_IDS, ['остальные', 'год назад', 'Вера', '2024-Q1', 'all', 'на дату', 'до меры']],
  B24_COACH: [],
  B24_QUALITY: [['ввод', 'без источника', 'checks']],
  B24_EXPLAIN: [METRIC_IDS],
  B24_BITRIX: [['план продаж', 'conversion', 'все']],
};
const NAMES = Object.keys(WORDS);

/** Mostly what is meant, sometimes anything. */
const mostly = (meant: readonly unknown[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('', ...meant) },
    {
      weight: 1,
      arbitrary: fc.oneof(fc.string(), fc.constantFrom<unknown>(-1, true, '=1+1', [['a'], ['b']], 'Успех', new Date(Number.NaN))),
    },
  );
const period = mostly(['2025-05', '2025-04-01..2025-05-31', 'всё время', '2024', new Date('2025-05-05'), '2025-06']);
const who = mostly(['Анна', 'все', 11, 'Без менеджера', [['Анна'], [''], ['Борис']], [['Анна', 'Вера']]]);
const pipeline = mostly([0, 5, 'Общая', 0, 0, 5]);
const call = fc.constantFrom(...NAMES).chain((name) => {
  const first: fc.Arbitrary<unknown>[] = name === 'B24_STUCK' ? [who, pipeline] : [period, who, pipeline];
  return fc.tuple(fc.constant(name), fc.tuple(...first, ...(WORDS[name] ?? []).map(mostly)));
});

const isClean = (cell: unknown): boolean =>
  typeof cell === 'string' ||
  (typeof cell === 'number' && Number.isFinite(cell)) ||
  (Object.prototype.toString.call(cell) === '[object Date]' && Number.isFinite((cell as Date).getTime()));

/** A parameter of a sentence that nobody filled in. */
const UNFILLED = /\{\w+\}|undefined|NaN/;

test('a table with one header, every line as long as it, of clean cells', () => {
  let answered = 0;
  fc.assert(
    fc.property(call, fc.constantFrom('ru' as const, 'en' as const), ([name, args], lang) => {
      try {
        const rows = askGolden(name, args, { labels: { lang } }) as unknown[][];
        answered++;
        expect(rows.length).toBeGreaterThan(0);
        expect([...new Set(rows.map((row) => row.length))]).toEqual([rows[0]?.length]);
        expect(rows.flat().filter((cell) => !isClean(cell))).toEqual([]);
        // Only an unknown name in a column of people is a sentence within a table; its parameters are filled in.
        for (const cell of rows.flat()) if (typeof cell === 'string') expect(cell).not.toMatch(UNFILLED);
      } catch (error) {
        if (!isKpiError(error)) throw error;
        expect(error.kind).toBe('argument');
        // What was typed is quoted as it is, be it a brace or the word «undefined».
        if (!UNFILLED.test(JSON.stringify(args))) expect(sentenceOf(error, lang)).not.toMatch(UNFILLED);
      }
    }),
    { ...FUZZ, numRuns: FUZZ.numRuns * 5 },
  );
  expect(answered).toBeGreaterThan(FUZZ.numRuns);
});
