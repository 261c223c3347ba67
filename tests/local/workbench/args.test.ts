// Command lines of the local programs.
import { demoArgs, UsageError, workbookArgs } from '../../../local/workbench/args';

const usageError = (argv: readonly string[]): string => {
  try {
    workbookArgs(argv, {});
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
};

describe('arguments of the workbook', () => {
  test('steps keep the order in which they are given', () => {
    const argv = [
      '--webhook',
      'http://h/rest/1/c/',
      '--eval',
      '=1+1',
      '--refresh',
      '--reports',
      '--dump',
      'Воронка',
      '--eval=B',
      '--lang',
      'en',
    ];
    argv[8] = '--eval==SUM(A1:A2)';
    expect(workbookArgs(argv, {})).toEqual({
      webhook: 'http://h/rest/1/c/',
      now: null,
      lang: 'en',
      state: null,
      steps: [
        { kind: 'eval', formula: '=1+1' },
        { kind: 'refresh' },
        { kind: 'reports' },
        { kind: 'dump', sheet: 'Воронка' },
        { kind: 'eval', formula: '=SUM(A1:A2)' },
      ],
    });
  });

  test('the time is read with its offset', () => {
    expect(workbookArgs(['--now', '2026-10-20T12:00:00+03:00', '--refresh'], {}).now).toBe(Date.UTC(2026, 9, 20, 9));
  });

  test('the environment names the webhook where the flag does not', () => {
    expect(workbookArgs(['--refresh'], { B24_WEBHOOK: 'http://env/' }).webhook).toBe('http://env/');
    expect(workbookArgs(['--webhook', 'http://flag/', '--refresh'], { B24_WEBHOOK: 'http://env/' }).webhook).toBe('http://flag/');
  });

  test.each<[string, unknown]>([
    ['Планы!B3=100 000', { kind: 'set', sheet: 'Планы', a1: 'B3', text: '100 000' }],
    ["'План продаж'!$c$12==A1+1", { kind: 'set', sheet: 'План продаж', a1: 'C12', text: '=A1+1' }],
    ["'It''s'!A1=", { kind: 'set', sheet: "It's", a1: 'A1', text: '' }],
    ['Планы!A1=a=b!c', { kind: 'set', sheet: 'Планы', a1: 'A1', text: 'a=b!c' }],
  ])('--set %s types into one cell', (value, step) => {
    expect(workbookArgs(['--set', value], {}).steps).toEqual([step]);
  });

  test('--fill names a sheet and a file', () => {
    expect(workbookArgs(['--fill', 'Планы=/tmp/a=b.tsv'], {}).steps).toEqual([{ kind: 'fill', sheet: 'Планы', file: '/tmp/a=b.tsv' }]);
  });

  test('--call takes JSON arguments, none and many', () => {
    expect(workbookArgs(['--call', 'sidebarState()', '--call', 'save({"a":[1,null]}, "x", 2)'], {}).steps).toEqual([
      { kind: 'call', functionName: 'sidebarState', args: [] },
      { kind: 'call', functionName: 'save', args: [{ a: [1, null] }, 'x', 2] },
    ]);
  });

  test.each<[readonly string[], string]>([
    [['--refesh'], 'There is no option --refesh.'],
    [['--refesh', '1'], 'There is no option --refesh.'],
    [['refresh'], '"refresh" is not an option.'],
    [['--refresh=1'], '--refresh takes no value.'],
    [['--webhook'], '--webhook needs a value after it.'],
    [['--webhook', '--refresh'], '--webhook needs a value after it.'],
    [['--lang', 'de', '--refresh'], '--lang expects ru or en, found "de".'],
    [['--now', 'tomorrow', '--refresh'], '--now expects a time such as 2026-10-20T12:00:00+03:00, found "tomorrow".'],
    [['--set', 'A1=1'], '--set expects \'Sheet!A1=value\', found "A1=1".'],
    [['--eval', 'SUM(1)'], '--eval expects a formula that begins with "=", found "SUM(1)".'],
    [['--call', 'f({)'], '--call f: the arguments are not JSON: {'],
    [[], 'Nothing to do: give a webhook or a step.'],
  ])('%j is refused with a sentence', (argv, sentence) => {
    expect(usageError(argv)).toBe(sentence);
  });
});

describe('arguments of the demo', () => {
  test('by default: own portal, free port, Russian, the browser opens', () => {
    expect(demoArgs([], {})).toEqual({ webhook: null, data: null, port: 0, open: true, lang: 'ru' });
  });

  test('every flag', () => {
    expect(demoArgs(['--data', 'p.json', '--port', '8080', '--no-open', '--lang', 'en'], { B24_WEBHOOK: 'http://env/' })).toEqual({
      webhook: null,
      data: 'p.json',
      port: 8080,
      open: false,
      lang: 'en',
    });
    expect(demoArgs([], { B24_WEBHOOK: 'http://env/' }).webhook).toBe('http://env/');
  });

  test.each<[readonly string[], string]>([
    [['--webhook', 'u', '--data', 'f'], '--webhook and --data exclude each other: a real portal has its own data.'],
    [['--port', '70000'], '--port expects a number from 0 to 65535, found "70000".'],
    [['--refresh', '1'], 'There is no option --refresh.'],
  ])('%j is refused with a sentence', (argv, sentence) => {
    expect(() => demoArgs(argv, {})).toThrow(new UsageError(sentence));
  });
});
