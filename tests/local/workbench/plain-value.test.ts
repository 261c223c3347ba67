// Values of a script as a program prints them.
import { plainValue } from '../../../local/workbench/plain-value';

test('dates are ISO text as the zone shows them, with its offset', () => {
  expect(plainValue(new Date('2026-09-30T21:00:00Z'), 'Europe/Moscow')).toBe('2026-10-01T00:00:00+03:00');
  expect(plainValue(new Date('2026-10-01T04:30:15.250Z'), 'America/New_York')).toBe('2026-10-01T00:30:15.250-04:00');
});

test('nothing is an empty text, in cells too', () => {
  expect(plainValue(null, 'UTC')).toBe('');
  expect(
    plainValue(
      [
        [1, undefined],
        ['x', new Date(0)],
      ],
      'UTC',
    ),
  ).toEqual([
    [1, ''],
    ['x', '1970-01-01T00:00:00+00:00'],
  ]);
});

test('objects of a script call are left as they are', () => {
  expect(plainValue({ done: true, text: null }, 'UTC')).toEqual({ done: true, text: null });
});
