// A table of named typed columns as one text and back, exactly. The first line is a readable header, the bodies follow it one after another;
// a reader decodes only the columns it asks for. Knows nothing of deals.
import { asciiText, DIGITS_LIMIT, type DigitsPlan, readDigits, writeDigits } from './digits';
import { KpiError } from './errors';

/**
 * int: whole numbers of 32 bits. id, time: whole numbers (unix seconds for time), NaN allowed. float: any number, NaN included.
 * text: any text. flag: true or false (1 or 0 when read).
 */
export type ColumnType = 'int' | 'id' | 'time' | 'float' | 'text' | 'flag';

export interface ColumnSpec {
  readonly name: string;
  readonly type: ColumnType;
}

/** What a column is read into. */
export interface ColumnArrays {
  readonly int: Int32Array;
  readonly id: Float64Array;
  readonly time: Float64Array;
  readonly float: Float64Array;
  readonly text: readonly string[];
  readonly flag: Uint8Array;
}

/** What a column can be written from. */
export type ColumnSource = ArrayLike<number> | ArrayLike<boolean> | readonly string[];

/** The columns that specs name, by name. */
export type ColumnsOf<S extends readonly ColumnSpec[]> = { [C in S[number] as C['name']]: ColumnArrays[C['type']] };

export interface UnpackedColumns<S extends readonly ColumnSpec[]> {
  readonly count: number;
  readonly columns: ColumnsOf<S>;
}

/** The text of `count` rows; every column of `specs` must be in `columns` with that length and type, anything else is a mistake of the caller. */
export function packColumns(specs: readonly ColumnSpec[], columns: Readonly<Record<string, ColumnSource>>, count: number): string {
  const bodies: string[] = [];
  const headers = specs.map((spec): ColumnHeader => {
    const source = columns[spec.name];
    if (source === undefined || source.length !== count) throw new RangeError(`Column "${spec.name}" does not have ${count} values`);
    const { body, ...header } = packColumn(spec, source);
    bodies.push(body);
    return { ...spec, ...header, length: body.length };
  });
  return `${MAGIC}${JSON.stringify({ count, columns: headers })}\n${bodies.join('')}`;
}

/** Reads the named columns. Text that is cut, foreign or of another make, and columns that are missing or of another type, throw a data error. */
export function unpackColumns<const S extends readonly ColumnSpec[]>(text: string, specs: S): UnpackedColumns<S> {
  const headerEnd = text.indexOf('\n');
  const header = readHeader(text, headerEnd);
  const starts = new Map<string, number>();
  let at = headerEnd + 1;
  for (const column of header.columns) {
    starts.set(column.name, at);
    at += column.length;
  }
  if (at !== text.length) throw unreadable();
  const columns: Record<string, unknown> = {};
  for (const spec of specs) {
    const column = header.columns.find((candidate) => candidate.name === spec.name);
    if (column?.type !== spec.type) throw new KpiError('data', 'columnsChanged', { column: spec.name });
    const start = starts.get(spec.name) ?? 0;
    columns[spec.name] = readColumn(text, start, start + column.length, column, header.count);
  }
  return { count: header.count, columns: columns as ColumnsOf<S> };
}

const MAGIC = 'b24columns 1 ';

/** digits: whole numbers divided by `scale`. decimal: numbers as written by JavaScript. bits: five flags a character. json: an array of texts. words: distinct texts, then which of them. */
interface ColumnHeader extends ColumnSpec {
  readonly length: number;
  readonly as: 'digits' | 'decimal' | 'bits' | 'json' | 'words';
  readonly digits?: DigitsPlan;
  readonly scale?: number;
  /** Length of the array of distinct texts. */
  readonly words?: number;
}

type PackedColumn = Omit<ColumnHeader, 'name' | 'type' | 'length'> & { readonly body: string };

function packColumn(spec: ColumnSpec, source: ColumnSource): PackedColumn {
  switch (spec.type) {
    case 'text':
      return packTexts(source as readonly string[]);
    case 'flag':
      return { as: 'bits', body: packBits(source as ArrayLike<number | boolean>) };
    default:
      return packNumbers(spec, source as ArrayLike<number>);
  }
}

function packNumbers(spec: ColumnSpec, source: ArrayLike<number>): PackedColumn {
  if (spec.type === 'int') {
    for (let i = 0; i < source.length; i++) {
      const value = source[i];
      if (value === undefined || (value | 0) !== value)
        throw new RangeError(`Column "${spec.name}" holds ${value}, not a 32-bit whole number`);
    }
  }
  for (const scale of spec.type === 'int' ? [1] : [1, 100, 10000]) {
    if (!isWholeAt(source, scale)) continue;
    const scaled = scale === 1 ? source : Float64Array.from(source, (value) => Math.round(value * scale));
    const { text, ...digits } = writeDigits(scaled);
    return { as: 'digits', digits, scale, body: text };
  }
  return { as: 'decimal', body: Array.from(source, (value) => (Object.is(value, -0) ? '-0' : String(value))).join(',') };
}

/** Whether every number is exactly a whole number divided by `scale`. */
function isWholeAt(source: ArrayLike<number>, scale: number): boolean {
  for (let i = 0; i < source.length; i++) {
    const value = source[i] ?? 0;
    if (Number.isNaN(value)) continue;
    const whole = Math.round(value * scale);
    if (!(Math.abs(whole) <= DIGITS_LIMIT) || whole / scale !== value || Object.is(value, -0)) return false;
  }
  return true;
}

function packBits(source: ArrayLike<number | boolean>): string {
  const codes = new Uint8Array(Math.ceil(source.length / 5)).fill(48);
  for (let i = 0; i < source.length; i++) {
    const at = Math.floor(i / 5);
    if (source[i]) codes[at] = (codes[at] ?? 48) + (1 << (i % 5));
  }
  return asciiText(codes);
}

function packTexts(source: readonly string[]): PackedColumn {
  const indexOf = new Map<string, number>();
  const indices = new Int32Array(source.length);
  for (let i = 0; i < source.length; i++) {
    const text = source[i] ?? '';
    let index = indexOf.get(text);
    if (index === undefined) {
      index = indexOf.size;
      indexOf.set(text, index);
    }
    indices[i] = index;
  }
  if (indexOf.size * 2 > source.length) return { as: 'json', body: JSON.stringify(source) };
  const words = JSON.stringify([...indexOf.keys()]);
  const { text, ...digits } = writeDigits(indices);
  return { as: 'words', digits, words: words.length, body: words + text };
}

function readHeader(text: string, headerEnd: number): { readonly count: number; readonly columns: readonly ColumnHeader[] } {
  if (!text.startsWith(MAGIC) || headerEnd < 0) throw unreadable();
  const header = parsed(text.slice(MAGIC.length, headerEnd)) as { count?: unknown; columns?: unknown };
  if (typeof header !== 'object' || header === null || !Number.isInteger(header.count) || !Array.isArray(header.columns))
    throw unreadable();
  return header as { count: number; columns: ColumnHeader[] };
}

function readColumn(text: string, start: number, end: number, header: ColumnHeader, count: number): unknown {
  switch (header.as) {
    case 'digits': {
      const values = header.type === 'int' ? new Int32Array(count) : new Float64Array(count);
      if (header.digits === undefined || !readDigits(text, start, end, header.digits, values)) throw unreadable();
      const scale = header.scale ?? 1;
      if (scale !== 1) for (let i = 0; i < count; i++) values[i] = (values[i] ?? 0) / scale;
      return values;
    }
    case 'decimal': {
      const written = count === 0 ? [] : text.slice(start, end).split(',');
      if (written.length !== count) throw unreadable();
      return Float64Array.from(written, Number);
    }
    case 'bits':
      return readBits(text, start, end, count);
    case 'json':
      return texts(text.slice(start, end), count);
    case 'words': {
      const middle = start + (header.words ?? 0);
      const words = texts(text.slice(start, middle), null);
      const indices = new Int32Array(count);
      if (header.digits === undefined || !readDigits(text, middle, end, header.digits, indices)) throw unreadable();
      return Array.from(indices, (index) => {
        const word = words[index];
        if (word === undefined) throw unreadable();
        return word;
      });
    }
    default:
      throw unreadable();
  }
}

function readBits(text: string, start: number, end: number, count: number): Uint8Array {
  if (end - start !== Math.ceil(count / 5)) throw unreadable();
  const flags = new Uint8Array(count);
  for (let i = 0; i < count; i++) flags[i] = ((text.charCodeAt(start + Math.floor(i / 5)) - 48) >> (i % 5)) & 1;
  return flags;
}

function texts(json: string, count: number | null): readonly string[] {
  const list = parsed(json);
  if (!Array.isArray(list) || (count !== null && list.length !== count)) throw unreadable();
  return list as string[];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw unreadable();
  }
}

function unreadable(): KpiError {
  return new KpiError('data', 'columnsUnreadable');
}
