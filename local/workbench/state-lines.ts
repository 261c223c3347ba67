// A JSON-able value as lines of text, so that a file of ten million cells needs no text longer than a slice of one long list: the first line is the
// value with a number in place of every long list, the others are `[number, items…]`. It knows nothing of what the value holds.

/** A list longer than this is cut into slices of as many items. */
const SLICE = 500;
/** Objects with more keys than this are written whole: they are tables of the engine, not a place to look for lists. */
const MANY_KEYS = 200;
/** Stands for a list that comes in later lines; a name no value of a saved state has. */
const LATER = ' list';

/** The lines, in the order to write them. */
export function* stateLines(value: unknown): Generator<string> {
  const lists: (readonly unknown[])[] = [];
  yield JSON.stringify(outline(value, lists));
  for (const [number, list] of lists.entries()) {
    for (let at = 0; at < list.length; at += SLICE) yield JSON.stringify([number, ...list.slice(at, at + SLICE)]);
  }
}

/** The value that `stateLines` wrote. Throws a SyntaxError when a line is no JSON or a list is missing. */
export function readStateLines(lines: Iterable<string>): unknown {
  const lists: unknown[][] = [];
  let first: { readonly value: unknown } | undefined;
  for (const line of lines) {
    if (first === undefined) first = { value: JSON.parse(line) };
    else {
      const [number, ...items] = JSON.parse(line) as [number, ...unknown[]];
      lists[number] ??= [];
      for (const item of items) lists[number].push(item);
    }
  }
  if (first === undefined) throw new SyntaxError('There is no line.');
  return restored(first.value, lists);
}

function outline(value: unknown, lists: (readonly unknown[])[]): unknown {
  if (Array.isArray(value)) {
    if (value.length <= SLICE) return value.map((item) => outline(item, lists));
    lists.push(value);
    return { [LATER]: [lists.length - 1, value.length] };
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return entries.length > MANY_KEYS ? value : Object.fromEntries(entries.map(([key, item]) => [key, outline(item, lists)]));
}

function restored(value: unknown, lists: readonly unknown[][]): unknown {
  if (Array.isArray(value)) return value.map((item) => restored(item, lists));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length > MANY_KEYS) return value;
  const later = (value as Record<string, unknown>)[LATER];
  if (later === undefined) return Object.fromEntries(entries.map(([key, item]) => [key, restored(item, lists)]));
  const [number, length] = later as [number, number];
  const list = lists[number] ?? [];
  if (list.length !== length) throw new SyntaxError(`A list of ${length} items has ${list.length}.`);
  return list;
}
