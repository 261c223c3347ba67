// A pipeline named for what belongs to people alone is refused: a number that ignores it would be wrong without a sign.
import { askGolden } from './golden-desk';

test.each([
  ['B24_KPI', ['2025-05', '', 'Общая', 'calls']],
  ['B24_KPI', ['2025-05', 'Анна', 'Общая', 'leadsCreated']],
  ['B24_KPI_TABLE', ['2025-05', '', 'Общая', 'менеджер', 'wonSum, calls']],
  ['B24_TOP', ['2025-05', '', 'Общая', 'менеджер', 5, 'leadsCreated']],
] as const)('%s %j', (name, args) => {
  expect(() => askGolden(name, args)).toThrow('argPipelineUnused');
});

test.each([
  ['B24_KPI', ['2025-05', '', 'все', 'calls'], 2],
  ['B24_KPI', ['2025-05', '', '', 'leadsCreated'], 3],
] as const)('%s %j answers: all pipelines are no cut', (name, args, value) => {
  expect(askGolden(name, args)).toBe(value);
});
