// Portal files too big for one text.
import fc from 'fast-check';
import { readBigJson } from '../../../local/portal/big-json';
import { HEAVY } from '../../fuzz';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

test('a file too big for one text is read as if it were one, whatever the slices', () => {
  const file = fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()));
  const spaces = fc.constantFrom(undefined, 1, '\t');
  fc.assert(
    fc.property(file, spaces, fc.integer({ min: 0, max: 40 }), (value, space, slice) => {
      const text = JSON.stringify(value, null, space);
      expect(readBigJson(bytes(text), slice)).toEqual(JSON.parse(text));
    }),
    HEAVY,
  );
});

test.each(['', '{', '[1', '[1,]', '[,1]', '{"a":1,}', '{"a" 1}', '{"a":}', '{a:1}', '["a]', '[1] 2', '{"a":[1 2]}', '[tru]', '{"a":[{]}}'])(
  '%j is refused, in one piece and in slices',
  (text) => {
    expect(() => readBigJson(bytes(text))).toThrow(SyntaxError);
    expect(() => readBigJson(bytes(text), 0)).toThrow(SyntaxError);
  },
);
