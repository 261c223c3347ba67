// Several pages and a script on one file: all end with the same.
import fc from 'fast-check';
import { library } from '../../../local/runtime/spreadsheet/engine/library';
import '../../../local/runtime/spreadsheet/engine/setup';
import { createHub, type SharedMessage } from '../../../local/workbench/hub';

const seed = process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) };
type Model = InstanceType<typeof library.Model>;

/** The worker's model on a hub, and pages whose messages travel only when the test lets them. */
function office(pageCount: number) {
  const hub = createHub();
  const data = { sheets: [{ id: 's', name: 'Лист1', colNumber: 6, rowNumber: 6 }] };
  const own = new library.Model(data as never, { transportService: hub.transport, client: { id: 'own', name: '' } } as never);
  const mail: (() => void)[] = [];
  const pages: Model[] = [];
  let clients = 0;
  /** One more page, or one that is loaded anew: it starts from the file as it is now. */
  const join = (place = pages.length): void => {
    let listener = (_message: SharedMessage): void => {};
    const transportService = {
      onNewMessage: (_id: string, heard: (message: SharedMessage) => void) => {
        listener = heard;
      },
      leave: () => {},
      sendMessage: async (message: SharedMessage) => {
        const copy = JSON.parse(JSON.stringify(message)) as SharedMessage;
        mail.push(() => hub.receive(copy));
      },
    };
    const snapshot = JSON.parse(JSON.stringify(own.exportData()));
    const page = new library.Model(snapshot, { transportService, client: { id: `page${place}.${clients++}`, name: '' } } as never);
    hub.follow(
      (message) => {
        const copy = JSON.parse(JSON.stringify(message)) as SharedMessage;
        mail.push(() => listener(copy));
      },
      () => mail.push(() => join(place)),
    );
    pages[place] = page;
  };
  for (let count = 0; count < pageCount; count += 1) join();
  const deliver = (count = Number.POSITIVE_INFINITY): void => {
    for (let left = count; left > 0 && mail.length > 0; left -= 1) mail.shift()?.();
  };
  return { own, pages, deliver, join };
}

function type(model: Model, col: number, row: number, content: string): void {
  model.dispatch('UPDATE_CELL', { sheetId: 's', col, row, content });
}

const cells = (model: Model): unknown => {
  const { revisionId, ...rest } = model.exportData() as unknown as Record<string, unknown>;
  return { ...rest, revisionId: typeof revisionId };
};

test('what one side types, the other side shows', () => {
  const { own, pages, deliver } = office(1);
  const [page] = pages as [Model];
  type(own, 0, 0, 'из скрипта');
  type(page, 1, 1, '=1+1');
  deliver();
  expect(page.getters.getEvaluatedCell({ sheetId: 's', col: 0, row: 0 }).value).toBe('из скрипта');
  expect(own.getters.getEvaluatedCell({ sheetId: 's', col: 1, row: 1 }).value).toBe(2);
  expect(cells(page)).toEqual(cells(own));
});

test('racing changes of a script and two pages end in one and the same file', () => {
  const change = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    what: fc.constantFrom('type', 'insertRow', 'removeColumn', 'deliver'),
    col: fc.integer({ min: 0, max: 4 }),
    row: fc.integer({ min: 0, max: 4 }),
    content: fc.constantFrom('1', 'текст', '=A1', '=SUM(A1:B3)', ''),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const { own, pages, deliver } = office(2);
      const models = [own, ...pages];
      for (const { who, what, col, row, content } of changes) {
        const model = models[who] as Model;
        if (what === 'deliver') deliver(col + 1);
        else if (what === 'type') type(model, col, row, content);
        else if (what === 'insertRow') {
          model.dispatch('ADD_COLUMNS_ROWS', {
            sheetId: 's',
            sheetName: 'Лист1',
            dimension: 'ROW',
            base: row,
            position: 'before',
            quantity: 1,
          });
        } else if (model.getters.getNumberCols('s') > 5) {
          model.dispatch('REMOVE_COLUMNS_ROWS', { sheetId: 's', sheetName: 'Лист1', dimension: 'COL', elements: [col] });
        }
      }
      deliver();
      for (const page of pages) expect(cells(page)).toEqual(cells(own));
    }),
    { numRuns: process.env['SOAK'] === undefined ? 15 : 300, ...seed },
  );
});

test("undo takes back one's own change, also when the other's came in between", () => {
  const { own, pages, deliver } = office(2);
  const [one, other] = pages as [Model, Model];
  type(one, 0, 0, 'моё');
  deliver();
  type(other, 0, 1, 'чужое');
  type(own, 0, 2, 'скрипта');
  deliver();
  one.dispatch('REQUEST_UNDO');
  deliver();
  const shown = (model: Model): unknown[] =>
    [0, 1, 2].map((row) => model.getters.getEvaluatedCell({ sheetId: 's', col: 0, row }).formattedValue);
  for (const model of [own, one, other]) expect(shown(model)).toEqual(['', 'чужое', 'скрипта']);
});

test('a page that came after a change starts anew when the change is taken back', () => {
  const { own, pages, deliver, join } = office(1);
  type(pages[0] as Model, 0, 0, 'моё');
  deliver();
  join();
  (pages[0] as Model).dispatch('REQUEST_UNDO');
  deliver();
  (pages[0] as Model).dispatch('REQUEST_REDO');
  deliver();
  type(pages[1] as Model, 0, 1, 'второй');
  deliver();
  for (const page of pages) expect(cells(page)).toEqual(cells(own));
  expect(own.getters.getEvaluatedCell({ sheetId: 's', col: 0, row: 0 }).formattedValue).toBe('моё');
});

test('undos and redos that race with changes of the others end in one and the same file', () => {
  const step = fc.record({
    who: fc.integer({ min: 0, max: 1 }),
    what: fc.constantFrom('type', 'script', 'REQUEST_UNDO', 'REQUEST_REDO', 'newTab', 'deliver'),
    row: fc.integer({ min: 0, max: 4 }),
    content: fc.constantFrom('1', 'текст', '=A1+1'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { own, pages, deliver, join } = office(2);
      for (const { who, what, row, content } of steps) {
        const page = pages[who] as Model;
        if (what === 'deliver') deliver(row + 1);
        else if (what === 'newTab') join();
        else if (what === 'type') type(page, 0, row, content);
        else if (what === 'script') type(own, 1, row, content);
        else page.dispatch(what as 'REQUEST_UNDO');
      }
      deliver();
      for (const page of pages) expect(cells(page)).toEqual(cells(own));
    }),
    { numRuns: process.env['SOAK'] === undefined ? 15 : 300, ...seed },
  );
});
