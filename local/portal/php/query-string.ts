// Query strings and form bodies with PHP's bracket rules (`filter[>ID]=5&select[]=ID`).
import { PhpArray, type PhpValue } from './value';

/** `parse_str`: later values overwrite, `[]` appends, dots and spaces in the outer name become underscores, `+` is a space. */
export function parseQuery(text: string): PhpArray {
  const result = PhpArray.of();
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decode(equals < 0 ? part : part.slice(0, equals)).replace(/^ +/, '');
    if (name !== '') assign(result, name, equals < 0 ? '' : decode(part.slice(equals + 1)));
  }
  return result;
}

// PHP forgets a variable with more brackets than this (max_input_nesting_level).
const deepest = 64;

/** Puts a value under a bracketed name (`a[b][]`); a name of too many brackets is dropped. */
export function assign(target: PhpArray, name: string, value: PhpValue): void {
  const path = keysOf(name);
  if (path.length > deepest + 1) return;
  let at = target;
  for (const key of path.slice(0, -1)) {
    const next = key === '' ? undefined : at.get(key);
    const child = next instanceof PhpArray ? next : PhpArray.of();
    if (child !== next) put(at, key, child);
    at = child;
  }
  put(at, path[path.length - 1] ?? '', value);
}

function put(target: PhpArray, key: string, value: PhpValue): void {
  if (key === '') target.push(value);
  else target.set(key, value);
}

function keysOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0) return [outer(name)];
  if (name.indexOf(']', open) < 0) return [outer(name)];
  const keys = [outer(name.slice(0, open))];
  let at = open;
  while (name[at] === '[') {
    const close = name.indexOf(']', at);
    if (close < 0) break;
    keys.push(name.slice(at + 1, close));
    at = close + 1;
  }
  return keys;
}

const outer = (name: string): string => name.replace(/[ .[]/g, '_');

function decode(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A lone or broken percent sign stays as it stands; the rest is decoded byte by byte.
    const bytes = spaced.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }
}
