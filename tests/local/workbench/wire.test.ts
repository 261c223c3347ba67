// Values on the line between the page and its worker.
import { packed, unpacked } from '../../../local/workbench/wire';

test('dates, blanks and absent arguments survive the line', () => {
  const args = [
    '',
    undefined,
    null,
    1.5,
    true,
    new Date(86_400_000),
    [
      ['x', new Date(0)],
      ['', undefined],
    ],
  ];
  expect(unpacked(JSON.parse(JSON.stringify(packed(args))))).toEqual(args);
});
