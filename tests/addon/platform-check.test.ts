// «Проверка платформы»: on Google as the runtime assumes it everything is as needed; where Google is otherwise the sheet says so, and nothing is left behind.
import type { Switches } from '../../local/runtime/switches';
import { platformCheckWords, platformSheetWords } from '../../src/locale/platform-words';
import { type Desk, loadedDesk } from './loaded-desk';

const [name, words] = [platformSheetWords.name.ru, platformSheetWords];

function checked(
  switches: Partial<Switches> = {},
  prelude = '',
): { readonly desk: Desk; readonly verdicts: Record<string, string>; readonly seen: Record<string, string> } {
  const desk = loadedDesk({ prelude, runtime: { switches } });
  desk.runtime.run('menuPlatformCheck', [], { as: 'menu' });
  const rows = desk.value(`='${name}'!A3:D60`) as string[][];
  const column = (at: number) => Object.fromEntries(rows.filter((row) => row[0]).map((row) => [row[0], row[at] ?? '']));
  return { desk, verdicts: column(2), seen: column(1) };
}

const usual = checked();

test('has a verdict on every check, none of them bad, and says in Russian what each means', () => {
  expect(Object.keys(usual.verdicts)).toEqual(Object.values(platformCheckWords).map(({ what }) => what.ru));
  expect(Object.entries(usual.verdicts).filter(([, verdict]) => verdict !== words.holds.ru && verdict !== words.assumed.ru)).toEqual([]);
});

test('leaves no scratch sheet, no name, no trigger and no property behind; numbers stand', () => {
  const { desk } = usual;
  expect(desk.runtime.spreadsheet.sheetByName('_b24_check')).toBeUndefined();
  expect(desk.value('=IFERROR(B24_CHECK;"none")')).toBe('none');
  expect(JSON.stringify(desk.runtime.save())).not.toContain('b24.check');
  expect(desk.value('=B24_REVENUE("2025-05";;;B24_DATA)')).toBe(610000);
});

test.each<[keyof typeof platformCheckWords, Partial<Switches>]>([
  ['formulaText', { formulaInTextCell: 'formula' }],
  ['errorClass', { exceptionsAreErrors: false }],
])('%s tells that Google is otherwise, and that it is allowed for', (id, switches) => {
  expect(checked(switches).verdicts[platformCheckWords[id].what.ru]).toBe(words.other.ru);
});

test('a need that is not met is called broken, with what Google said; the others are checked all the same', () => {
  const secret = 'abcdefgh12345678';
  const { verdicts, seen } = checked(
    {},
    `HtmlService = { createHtmlOutputFromFile: () => { throw new Error('gone: https://a.bitrix24.ru/rest/1/${secret}/'); } };`,
  );
  const what = platformCheckWords.page.what.ru;
  expect([verdicts[what], seen[what]]).toEqual([words.broken.ru, expect.stringContaining('gone')]);
  expect(seen[what]).not.toContain(secret);
  expect(verdicts[platformCheckWords.zoneText.what.ru]).toBe(words.holds.ru);
});
