// A kept state as lines of bounded length.
import fc from 'fast-check';
import { readStateLines, stateLines } from '../../../local/workbench/state-lines';
import { HEAVY } from '../../fuzz';

const many = Array.from({ length: 1201 }, (_, row) => [row, `строка ${row}`, null]);

test('no line is longer than a slice of a long list, and the value is the same again', () => {
  const value = {
    version: 1,
    sheets: [
      { id: '0', cells: many },
      { id: '1', cells: [] },
    ],
    extras: { last: many.slice(0, 501) },
  };
  const lines = [...stateLines(value)];
  expect(lines[0]).toBe(
    '{"version":1,"sheets":[{"id":"0","cells":{" list":[0,1201]}},{"id":"1","cells":[]}],"extras":{"last":{" list":[1,501]}}}',
  );
  expect(lines.slice(1).map((line) => JSON.parse(line).length - 1)).toEqual([500, 500, 201, 500, 1]);
  expect(readStateLines(lines)).toEqual(value);
});

test('any JSON value survives, long lists within it too', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
      fc.tuple(fc.integer({ min: 499, max: 1001 }), fc.jsonValue({ maxDepth: 1 })).map(([length, item]) => new Array(length).fill(item)),
    ),
  })).any;
  fc.assert(
    fc.property(value, (given) => {
      expect(readStateLines(stateLines(given))).toEqual(JSON.parse(JSON.stringify(given)));
    }),
    HEAVY,
  );
});

test.each([[1], [2]])('a file that lacks line %i is refused', (missing) => {
  const lines = [...stateLines({ cells: many.slice(0, 900) })];
  lines.splice(missing, 1);
  expect(() => readStateLines(lines)).toThrow(SyntaxError);
});
