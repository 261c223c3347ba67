// Every method of every spreadsheet class, called wrongly and rightly, by Google's published signatures (apps-script reference, 2.1; checklist 12).
import { googleClasses } from './google-types';
import { type Callable, ownersRun, spreadsheetObjects, visibleMethods } from './spreadsheet-objects';
import { workbook } from './workbook-under-test';

const google = new Map([...googleClasses('charts'), ...googleClasses('spreadsheet')]);
const objects = spreadsheetObjects();
const { SpreadsheetApp: app, Charts: charts } = objects as { SpreadsheetApp: Callable; Charts: Callable };

/** One value of each kind a parameter may be written as; undefined for kinds nobody here can make. */
function sample(type: string, made = objects): unknown {
  const bare = type.replace(/ \| (?:null|undefined)/g, '').replace(/^Array<(.*)>$/, '$1[]');
  if (/\[\]$/.test(bare)) {
    const inner = sample(bare.slice(0, -2), made);
    return inner === undefined ? undefined : [inner];
  }
  if (/^(?:Integer|number|any)$/.test(bare)) return 1;
  if (/^(?:string|FontWeight|FontStyle|FontLine)$/.test(bare) || bare.startsWith('"')) return 'x';
  if (bare === 'boolean') return true;
  if (bare === 'Date' || bare === 'Base.Date') return new Date(0);
  if (bare.startsWith('{')) return {};
  const name = bare.replace(/^Charts\./, '');
  const group = (name in app ? app : name in charts ? charts : {}) as unknown as Record<string, Record<string, unknown>>;
  if (group[name] !== undefined)
    return Object.values(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(group[name]) as object))
      .map(({ get }) => get?.())
      .find((value) => value !== undefined);
  return made[name];
}

const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'list'
    : value instanceof Date
      ? 'date'
      : typeof value !== 'object'
        ? typeof value
        : Object.getPrototypeOf(value) === Object.prototype
          ? 'object'
          : 'service';

/** A value no overload of this length takes at this place; undefined when anything goes. */
function wrongFor(types: readonly string[]): unknown {
  if (types.includes('any')) return undefined;
  const taken = new Set(types.map((type) => kindOf(sample(type))));
  return [1, 'x', true, new Date(0), { a: 1 }, [{ a: 1 }]].find((value) => !taken.has(kindOf(value)));
}

function refusal(object: Callable, method: string, args: readonly unknown[]): string {
  try {
    object[method]?.(...args);
    return 'accepted';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

const refused = (object: Callable, method: string) =>
  new RegExp(`^Exception: The parameters \\(.*\\) don't match the method signature for ${object.serviceName}\\.${method}\\.$`);

const methods = Object.entries(objects).flatMap(([name, object]) =>
  visibleMethods(object).map((method): [string, string, Callable] => [`${name}.${method}`, method, object]),
);

it('has no method that Google has not', () => {
  const unknown = methods.filter(([title, method]) => !google.get(title.split('.')[0] ?? '')?.has(method));
  expect(unknown.map(([title]) => title)).toEqual([]);
  expect(methods.length).toBeGreaterThan(500);
});

describe('wrong arguments are refused [12.12 signatures]', () => {
  it.each(methods)('%s', (title, method, object) => {
    const overloads = google.get(title.split('.')[0] ?? '')?.get(method) ?? [];
    const longest = Math.max(...overloads.map((overload) => overload.length));
    const calls: unknown[][] = [Array.from({ length: longest + 1 }, () => 1)];
    for (const overload of overloads) {
      overload.forEach((_, place) => {
        const wrong = wrongFor(overloads.filter((other) => other.length === overload.length).map((other) => other[place] ?? ''));
        if (wrong !== undefined) calls.push(overload.map((type, index) => (index === place ? wrong : sample(type))));
      });
    }
    if (overloads.every((overload) => overload.length > 0)) calls.push([]);
    expect(calls.map((args) => refusal(object, method, args)).filter((text) => !refused(object, method).test(text))).toEqual([]);
  });
});

it('right arguments are never refused for their types', () => {
  const wrongly: string[] = [];
  for (const [title, method, object] of methods) {
    for (const overload of google.get(title.split('.')[0] ?? '')?.get(method) ?? []) {
      const args = overload.map((type) => sample(type));
      if (args.includes(undefined)) continue;
      if (refused(object, method).test(refusal(object, method, args))) wrongly.push(`${title}(${overload.join(', ')})`);
    }
  }
  expect(wrongly).toEqual([]);
});

it('in a cell no method changes the file, nor what is selected in it [12.7 denied]', () => {
  const run = ownersRun();
  const book = workbook({ owner: 'owner@example.com' });
  const mine = spreadsheetObjects(run, book);
  run.writes.apply();
  Object.assign(run, { authMode: 'CUSTOM_FUNCTION' });
  const state = () => JSON.stringify([book.save(), book.active]);
  const changing: string[] = [];
  for (const [title, method] of methods) {
    // The builder takes a number for its chart, which is all that becomes of it.
    if (title === 'Sheet.newChart') continue;
    const name = title.split('.')[0] ?? '';
    for (const overload of google.get(name)?.get(method) ?? []) {
      const before = state();
      refusal(
        mine[name] as Callable,
        method,
        overload.map((type) => sample(type, mine)),
      );
      run.writes.apply();
      if (state() !== before) changing.push(`${title}(${overload.join(', ')})`);
    }
  }
  expect(changing).toEqual([]);
});
