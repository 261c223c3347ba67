// The open file behind the page: what it tells, and who waits for whom.
import type { Runtime } from '../../../local/runtime/contract';
import type { UiEvent } from '../../../local/runtime/screen';
import { Workbook } from '../../../local/runtime/spreadsheet/workbook';
import { type Desk, openDesk } from '../../../local/workbench/desk';
import { createHub } from '../../../local/workbench/hub';
import type { Boot, WorkerMessage } from '../../../local/workbench/wire';

/** The upper left cell of the first sheet. */
const corner = { sheetId: '0', zone: { top: 0, left: 0, bottom: 0, right: 0 } };

/** A desk over a real workbook, with a script of a few functions. `meanwhile` is what happens while the function `wait` waits. */
function office(meanwhile: (desk: Desk) => void = () => {}) {
  const hub = createHub();
  const sent: [number | 'all', WorkerMessage][] = [];
  const frames: [number, string][] = [];
  const uiEvents: UiEvent[] = [{ kind: 'toast', message: 'long ago', title: '', seconds: 5 }];
  const callFromCell = (name: string, args: readonly unknown[]) =>
    args[0] === 'x' ? { error: '#ERROR!', message: 'Нет такого.' } : { value: [[name, args.length, new Date(0)]] };
  const spreadsheet = new Workbook({
    locale: 'ru_RU',
    timeZone: 'Europe/Moscow',
    customFunctionNames: ['B24_DEALS'],
    callCustomFunction: callFromCell,
    modelConfig: { transportService: hub.transport, client: { id: 'workbook', name: '' } },
    name: 'Файл',
  });
  const big = spreadsheet.insertSheet('Данные', 1, { rows: 2000, cols: 20 });
  spreadsheet.write(
    big,
    0,
    0,
    Array.from({ length: 1200 }, (_, row) => Array.from({ length: 20 }, (_, col) => row * col)),
  );
  const hidden = spreadsheet.insertSheet('_b24_store', 2);
  spreadsheet.hideSheet(hidden, true);
  spreadsheet.write('0', 0, 0, [['=B24_DEALS("2026")']]);
  const runtime = {
    spreadsheet,
    uiEvents,
    functionNames: ['B24_DEALS'],
    open: () => {},
    menus: () => [{ label: 'KPI', place: 'bar', entries: [{ kind: 'item', label: 'Обновить', functionName: 'refresh' }] }],
    callFromCell,
    fireDueTriggers: () => [],
    run: (name: string, args: unknown[]) => {
      if (name === 'fail') throw new Error('Так нельзя.');
      if (name === 'where') return spreadsheet.active;
      if (name === 'jump') return spreadsheet.select(big, { top: 1, left: 2, bottom: 1, right: 2 });
      if (name === 'wait') {
        spreadsheet.write('0', 7, 0, [['начато']]);
        meanwhile(desk);
        uiEvents.push({ kind: 'toast', message: 'Закончено', title: '', seconds: 5 });
        return desk.asking();
      }
      uiEvents.push({ kind: 'toast', message: 'Готово', title: 'KPI', seconds: 5 });
      uiEvents.push({ kind: 'sidebar', title: 'Панель', html: '<p>1</p>' });
      spreadsheet.write('0', 5, 0, [['из скрипта']]);
      return { got: args };
    },
  } as unknown as Runtime;
  const desk: Desk = openDesk({
    runtime,
    hub,
    lang: 'ru',
    source: 'Демо-данные',
    now: () => 0,
    send: (to, message) => sent.push([to, message]),
    keepFrame: (id, html) => frames.push([id, html]),
  });
  return { desk, sent, frames, big };
}

test('a page gets the file, its menus and the names of big sheets that wait', () => {
  const { desk, sent, big } = office();
  desk.receive(1, { kind: 'open' });
  const [to, boot] = sent[0] as [number, Boot];
  expect(to).toBe(1);
  expect(boot).toMatchObject({
    kind: 'boot',
    clientId: 'page1',
    fileName: 'Файл',
    source: 'Демо-данные',
    functionNames: ['B24_DEALS'],
    waitingSheets: [big],
    activeSheet: '0',
  });
  expect(JSON.parse(JSON.stringify(boot.data)).sheets.map((sheet: { name: string }) => sheet.name)).toEqual([
    'Лист1',
    'Данные',
    '_b24_store',
  ]);
});

test('an opened tab sends the sheet in several steps and says when it is whole', () => {
  const { desk, sent, big } = office();
  desk.receive(1, { kind: 'open' });
  sent.splice(0);
  desk.receive(1, { kind: 'show', sheetId: big });
  const kinds = sent.map(([, message]) => message.kind);
  expect(kinds.filter((kind) => kind === 'message').length).toBeGreaterThan(2);
  expect(sent.at(-1)).toEqual(['all', { kind: 'shown', sheetId: big }]);
  desk.receive(1, { kind: 'values', sheetId: big });
  const [, values] = sent.at(-1) as unknown as [number, { rows: string[][] }];
  expect([values.rows.length, values.rows[1199]?.[19]]).toEqual([1200, '22781']);
});

test('custom functions are answered in one message, errors with their sentence', () => {
  const { desk, sent } = office();
  desk.receive(2, {
    kind: 'cells',
    calls: [
      { key: 'a', name: 'B24_DEALS', args: ['2026', { $: 'absent' }] },
      { key: 'b', name: 'B24_DEALS', args: ['x'] },
    ],
  });
  expect(sent).toEqual([
    [
      2,
      {
        kind: 'results',
        results: [
          { key: 'a', result: { value: [['B24_DEALS', 2, { $: 'date', ms: 0 }]] } },
          { key: 'b', result: { error: '#ERROR!', message: 'Нет такого.' } },
        ],
      },
    ],
  ]);
});

test('a run answers the page that asked; what the script shows and writes comes first', () => {
  const { desk, sent, frames } = office();
  desk.receive(1, { kind: 'open' });
  sent.splice(0);
  desk.receive(1, { kind: 'run', id: 7, functionName: 'refresh', args: [1], as: 'sidebar', active: corner });
  const screen = sent.filter(([, message]) => message.kind === 'screen');
  expect(screen).toEqual([
    [1, { kind: 'screen', event: { kind: 'toast', message: 'Готово', title: 'KPI', seconds: 5 } }],
    [1, { kind: 'screen', event: { kind: 'sidebar', title: 'Панель', frame: '/frame/1' } }],
  ]);
  expect(frames).toEqual([[1, '<p>1</p>']]);
  expect(sent.slice(-2)).toEqual([
    ['all', { kind: 'recalculate' }],
    [1, { kind: 'ran', id: 7, value: { got: [1] } }],
  ]);
});

test('a failed run is answered with its sentence', () => {
  const { desk, sent } = office();
  desk.receive(3, { kind: 'run', id: 1, functionName: 'fail', args: [], as: 'menu', active: corner });
  expect(sent.at(-1)).toEqual([3, { kind: 'ran', id: 1, error: 'Так нельзя.' }]);
});

test('the active range of a run is the selection of the tab that asked; what the script makes active is told to that tab', () => {
  const { desk, sent, big } = office();
  desk.receive(1, { kind: 'open' });
  desk.receive(2, { kind: 'open' });
  const zone = { top: 4, left: 1, bottom: 5, right: 3 };
  sent.splice(0);
  desk.receive(2, { kind: 'run', id: 1, functionName: 'where', args: [], as: 'menu', active: { sheetId: '0', zone } });
  desk.receive(1, { kind: 'run', id: 1, functionName: 'where', args: [], as: 'menu', active: corner });
  desk.receive(1, { kind: 'run', id: 2, functionName: 'jump', args: [], as: 'menu', active: corner });
  expect(sent.filter(([, { kind }]) => kind === 'ran' || kind === 'activate')).toEqual([
    [2, { kind: 'ran', id: 1, value: { sheetId: '0', zone } }],
    [1, { kind: 'ran', id: 1, value: corner }],
    [1, { kind: 'activate', place: { sheetId: big, zone: { top: 1, left: 2, bottom: 1, right: 2 } } }],
    [1, { kind: 'ran', id: 2, value: undefined }],
  ]);
});

test('a new tab opens on the first report, whatever the others have opened since', () => {
  const { desk, sent, big } = office();
  desk.receive(1, { kind: 'open' });
  desk.receive(1, { kind: 'run', id: 1, functionName: 'where', args: [], as: 'menu', active: { ...corner, sheetId: big } });
  desk.receive(2, { kind: 'open' });
  expect(sent.findLast(([, { kind }]) => kind === 'boot')).toEqual([2, expect.objectContaining({ activeSheet: '0' })]);
});

test('while a run waits other tabs open, see what it has written and calculate; what the run shows stays with its own tab', () => {
  const { desk, sent } = office((waiting) => {
    waiting.receive(2, { kind: 'open' });
    waiting.receive(2, { kind: 'cells', calls: [{ key: 'a', name: 'B24_DEALS', args: ['2026'] }] });
    waiting.receive(2, { kind: 'values', sheetId: '0' });
  });
  desk.receive(1, { kind: 'open' });
  sent.splice(0);
  desk.receive(1, { kind: 'run', id: 5, functionName: 'wait', args: [], as: 'menu', active: corner });
  const [boot, results, values, toast] = sent.filter(([, { kind }]) => ['boot', 'results', 'values', 'screen'].includes(kind));
  expect([boot?.[0], results?.[0], values?.[0]]).toEqual([2, 2, 2]);
  const { rows = [] } = { ...(values?.[1] as { readonly rows?: string[][] } | undefined) };
  expect(rows[7]?.[0]).toBe('начато');
  expect(toast).toEqual([1, { kind: 'screen', event: { kind: 'toast', message: 'Закончено', title: '', seconds: 5 } }]);
  expect(sent.at(-1)).toEqual([1, { kind: 'ran', id: 5, value: 1 }]);
});

test('a run that nobody started speaks to every tab', () => {
  const { desk, sent } = office();
  desk.receive(4, { kind: 'values', sheetId: '0' });
  let asked: unknown;
  sent.splice(0);
  desk.byItself(() => {
    desk.receive(4, { kind: 'values', sheetId: '0' });
    asked = desk.asking();
    return true;
  });
  expect(asked).toBe('all');
  expect(sent.at(-1)).toEqual(['all', { kind: 'recalculate' }]);
});
