// The arguments "pipeline", "stage" and the words of short lists.
import { type Choice, chosen } from '../../../src/functions/arguments/choice';
import { onlyPipeline, pipelinesArgument } from '../../../src/functions/arguments/pipeline';
import { stageIndex } from '../../../src/functions/arguments/stage';
import { labels } from '../small-company';

const found = (raw: unknown, changes = {}): unknown => {
  const pipelines = pipelinesArgument(raw, { ...labels, ...changes });
  return pipelines === null ? 'all' : [...pipelines].sort();
};
const complaint = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    const { key, params } = error as { key: string; params: object };
    return [key, params];
  }
};

test.each([
  [undefined, 'all'],
  ['все', 'all'],
  ['Продажи', [0]],
  ['повторные ПРОДАЖИ', [1]],
  ['повторные', [1]],
  ['повт', [1]],
  [0, [0]],
  ['5', [1]],
  ['Продажи, Повторные продажи', [0, 1]],
  ['0; 5', [0, 1]],
  [
    [['Продажи'], [''], [5]],
    [0, 1],
  ],
  [[['', '']], 'all'],
])('pipeline %p means %p', (raw, pipelines) => {
  expect(found(raw)).toEqual(pipelines);
});

test('an omitted pipeline means those chosen in settings; "all" means all', () => {
  expect([found('', { defaultPipelines: [1] }), found('все', { defaultPipelines: [1] })]).toEqual([[1], 'all']);
});

test('unknown and ambiguous pipelines are refused with the list', () => {
  expect(complaint(() => found('Опт'))).toEqual(['argPipeline', { found: 'Опт', allowed: '"Продажи", "Повторные продажи"' }]);
  expect(complaint(() => found('про'))).toEqual(['argPipelineSeveral', { found: 'про', allowed: '"Продажи", "Повторные продажи"' }]);
});

test('what needs one pipeline asks to name it', () => {
  expect(onlyPipeline(new Set([1]), labels)).toBe(1);
  expect(complaint(() => onlyPipeline(null, labels))).toEqual([
    'argPipelineOne',
    { found: 'все', allowed: '"Продажи", "Повторные продажи"' },
  ]);
  const [first] = labels.pipelines;
  expect(onlyPipeline(null, { ...labels, pipelines: first ? [first] : [] })).toBe(0);
});

test.each([
  ['Новая', 0],
  ['новая', 0],
  ['NEW', 0],
  ['документов', 1],
  [3, 2],
  ['3', 2],
  ['Сделка успешна', 3],
  ['выиграно', 3],
])('stage %p is number %p of the sales pipeline', (value, index) => {
  expect(stageIndex(value, 0, labels)).toBe(index);
});

test('a stage is looked up in its own pipeline; the sentence lists those there are', () => {
  expect(stageIndex('Новая', 1, labels)).toBe(0);
  const allowed = '"Новая", "Подготовка документов", "Переговоры"';
  expect(complaint(() => stageIndex('Проиграна', 0, labels))).toEqual([
    'argStage',
    { found: 'Проиграна', pipeline: 'Продажи', allowed, count: 3 },
  ]);
  expect(complaint(() => stageIndex(4, 0, labels))).toEqual(['argStage', { found: '4', pipeline: 'Продажи', allowed, count: 3 }]);
});

test('a word of a list is understood in both languages; another one is answered with the list', () => {
  const stats: readonly Choice<'mean' | 'median'>[] = [
    { value: 'mean', ru: ['среднее'], en: ['mean'] },
    { value: 'median', ru: ['медиана'], en: ['median'] },
  ];
  const read = (raw: unknown) => chosen(raw, 'stat', stats, 'mean', labels);
  expect([read(undefined), read(' Медиана '), read('MEDIAN'), read([['медиана']])]).toEqual(['mean', 'median', 'median', 'median']);
  expect(complaint(() => read('мода'))).toEqual(['argChoice', { argument: 'статистика', found: 'мода', allowed: '"среднее", "медиана"' }]);
  expect(complaint(() => read([['a', 'b']]))).toEqual(['argRange', { argument: 'статистика', rows: 1, columns: 2 }]);
});
