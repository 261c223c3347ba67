// A first load and a later refresh, killed at every service call and every request in turn, with the unflushed writes of the run all kept or all lost, then resumed: the
// workbook ends cell by cell as an undisturbed one – store, facts, stamp, raw sheets, charts, memory. On the built bundle; all places with SOAK, a spread of them without.
import type { Kill } from '../../local/runtime/kill';
import { act, connected, type Desk, loadedDesk, now, rounded, sentence, won107 } from './loaded-desk';

/** Calls that leave the script's own computing: the zone alone formats thousands of dates. */
const leavesTheScript = (call: string): boolean => !call.startsWith('Utilities.');
const refresh = (desk: Desk, kill: Kill): string => sentence(() => desk.runtime.run('refresh', [], { as: 'sidebar', kill }));

/** Texts of the store by name, what the stamp and the memory say, all other sheets but the journal by their cells, with charts; numbers of generations are told apart by nothing. */
function workbook(desk: Desk): unknown {
  const inside = act(
    desk,
    `const stamp = readStamp_();
     const index = readIndex_(stamp.generation);
     const memory = openMemory_(null, { portal: index.portal, userId: index.userId, asOf: index.asOf, records: readRecords_(index).records });
     const sheets = file.getSheets().filter((sheet) => !/^_b24|^Журнал/.test(sheet.getName())).map((sheet) => [
       sheet.getName(), sheet.getCharts().length, sheet.getDataRange().getValues(), sheet.getDataRange().getFormulas(),
     ]);
     return JSON.stringify({
       stamp: [stamp.asOf, stamp.inputs], asOf: index.asOf, marks: index.marks, pending: index.productsPending === true,
       texts: readTexts_(index, Object.keys(index.texts).sort()), memory: memory.log, sheets,
       left: [PropertiesService.getDocumentProperties().getProperty('b24.load'), file.getSheetByName('_b24_load') ? file.getSheetByName('_b24_load').getLastRow() : 0],
     });`,
  );
  return JSON.parse(String(inside).replace(/\\"generation\\":\d+/g, ''), (_key, value: unknown) =>
    typeof value === 'number' ? rounded(value) : value,
  );
}

/** Time stands still: what is loaded stands for the same moment however often a run dies. */
const clock = { now: () => Date.parse(now), advance: () => {} };

interface Case {
  readonly title: string;
  readonly desk: () => Desk;
}

const cases: readonly Case[] = [
  { title: 'a first load', desk: () => connected({ clock }) },
  {
    title: 'a first load of the history from a month on',
    desk: () => {
      const desk = connected({ clock });
      desk.call('saveSettings', { historyFrom: '2025-05-01' });
      return desk;
    },
  },
  {
    title: 'a later refresh',
    desk: () => {
      const desk = loadedDesk({ clock });
      desk.portal.mutate({ ...won107, delete: { deals: [203] } } as never);
      return desk;
    },
  },
];

/** Every place, or so many of them evenly spread. */
function places(count: number, some: number): number[] {
  const all = Array.from({ length: count }, (_, at) => at + 1);
  if (process.env['SOAK'] || count <= some) return all;
  return Array.from({ length: some }, (_, at) => Math.floor((at * (count - 1)) / (some - 1)) + 1);
}

describe.each(cases)('$title, killed', ({ desk: made }) => {
  const whole = made();
  let calls = 0;
  const counts = (call: string): boolean => {
    if (leavesTheScript(call)) calls++;
    return false;
  };
  const before = whole.runtime.stats.urlFetchCalls;
  expect(refresh(whole, { at: 'call', nth: 1, unflushed: 'kept', counts })).toBe('no error');
  const requests = whole.runtime.stats.urlFetchCalls - before;
  const undisturbed = workbook(whole);

  const resumed = (kill: Kill): void => {
    const desk = made();
    expect(refresh(desk, kill)).toBe('Exceeded maximum execution time');
    expect(desk.refresh().done).toBe(true);
    expect(workbook(desk)).toEqual(undisturbed);
  };

  test.each(['kept', 'lost'] as const)('at a service call with unflushed writes %s ends as if nothing had happened', (unflushed) => {
    expect(calls).toBeGreaterThan(100);
    for (const nth of places(calls, 10)) resumed({ at: 'call', nth, unflushed, counts: leavesTheScript });
  });

  test.each([
    ['before it is sent', false],
    ['after it is sent', true],
  ])('at a request, %s, ends as if nothing had happened', (_title, sent) => {
    expect(requests).toBeGreaterThan(1);
    for (const nth of places(requests, 3)) resumed({ at: 'fetch', nth, sent, unflushed: 'lost' });
  });
});
