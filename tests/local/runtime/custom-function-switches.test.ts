// What no source settles about custom functions, under both settings: apps-script reference 4.2, 4.4.
import type { Switches } from '../../../local/runtime/switches';
import { script } from './script';

const code = `/** @customfunction */ function GIVE(what) {
    return { list: [1, 2], ragged: [[1], [2, 3]], none: null, nothing: undefined, formula: '=1+1', rows: [[1, '=2']] }[what]; }
  /** @customfunction */ function SEEN(x) { console.log('called'); return 'seen ' + x; }`;

const given = (what: string, switches: Partial<Switches> = {}) => script(code, { switches }).evaluate(`=GIVE("${what}")`);

it('a 1-D array is a column, by switch a row [4.2 one-dimension]', () => {
  expect([given('list'), given('list', { oneDimensionalResult: 'row' })]).toEqual([{ value: [[1], [2]] }, { value: [[1, 2]] }]);
});

it('rows of different length are padded, by switch refused [4.2 ragged]', () => {
  expect([given('ragged'), given('ragged', { raggedResult: 'refused' })]).toEqual([
    {
      value: [
        [1, ''],
        [2, 3],
      ],
    },
    { error: '#ERROR!', message: 'The function returned rows of different length.' },
  ]);
});

it.each(['none', 'nothing'])('%s is an empty cell, by switch an error [4.2 null-result]', (what) => {
  expect([given(what), given(what, { nullResult: 'refused' })]).toEqual([
    { value: '' },
    { error: '#ERROR!', message: 'The function returned no value.' },
  ]);
});

it.each(['formula', 'rows'])('text that begins with = stays text, by switch it is an error: %s [4.2 formula-text]', (what) => {
  const refused = { error: '#ERROR!', message: 'The function returned a text that begins with "=".' };
  expect([given(what), given(what, { formulaTextResult: 'refused' })]).toEqual([
    { value: what === 'rows' ? [[1, '=2']] : '=1+1' },
    refused,
  ]);
});

it('answers are kept by name and arguments, by switch every recalculation calls again [4.4 kept-results]', () => {
  const calls = (keepsFunctionResults: boolean) => {
    const lines: string[] = [];
    const runtime = script(code, { switches: { keepsFunctionResults }, log: (_, line) => lines.push(line) });
    runtime.callFromCell('SEEN', [1]);
    runtime.callFromCell('SEEN', [1]);
    return lines.length;
  };
  expect([calls(true), calls(false)]).toEqual([1, 2]);
});
