// B24_REPEAT: which share of the wins was not the first of its client.
import { golden } from '../golden-kpi';
import { percent } from '../rounded';
import { askGolden } from './golden-desk';

const repeat = (who: unknown = '', by: unknown = '', period = '2025-05') => askGolden('B24_REPEAT', [period, who, '', by]);
const share = (cell: unknown) => percent(Number(cell));

test('the worked example, by count and by sum', () => {
  expect([share(repeat()), share(repeat('', 'сумма')), share(repeat('', 'count'))]).toEqual([
    golden.expected.repeat.shareCount,
    golden.expected.repeat.shareSum,
    golden.expected.repeat.shareCount,
  ]);
});

test('a range is answered cell by cell; who won nothing has no share', () => {
  // Of Anna's 101, 102, 106 the last is repeat; of Boris's 104, 110, 112 the first; of Vera's the only one.
  expect(repeat([['Анна'], [''], ['Борис'], ['Вера'], ['Никто']])).toEqual([
    [1 / 3],
    [''],
    [1 / 3],
    [1],
    [expect.stringContaining('нет сотрудника или отдела «Никто»')],
  ]);
  expect(repeat('', '', '2024')).toBe('');
});
