// JSON from bytes of any size. A portal of 100,000 deals fills more than half a gigabyte, which no string of the engine can hold, so long lists are
// read a slice at a time. It knows no portal.

/** Bytes of a list that are read at once. */
const SLICE = 16 << 20;
/** Objects within objects that are opened member by member: the file itself, and `inputs` of a golden case. */
const OPENED = 2;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** What `JSON.parse` makes of the text. Throws a SyntaxError when it is no JSON. */
export function readBigJson(bytes: Buffer, slice = SLICE): unknown {
  if (bytes.length <= slice) return JSON.parse(bytes.toString('utf8'));
  const reader = new Reader(bytes, slice);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  private at = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly slice: number,
  ) {}

  value(depth: number): unknown {
    const first = this.peek();
    if (first === OPEN_OBJECT && depth < OPENED) return this.members(depth);
    if (first === OPEN_LIST) return this.list();
    return this.whole(this.at);
  }

  /** Nothing but space may follow. */
  end(): void {
    if (this.peek() !== undefined) this.refuse();
  }

  private members(depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    this.take(OPEN_OBJECT);
    while (this.peek() !== CLOSE_OBJECT) {
      if (entries.length > 0) this.take(COMMA);
      if (this.peek() !== QUOTE) this.refuse();
      const key = this.whole(this.at) as string;
      this.take(COLON);
      entries.push([key, this.value(depth + 1)]);
    }
    this.take(CLOSE_OBJECT);
    return Object.fromEntries(entries);
  }

  private list(): unknown[] {
    const items: unknown[] = [];
    this.take(OPEN_LIST);
    while (this.peek() !== CLOSE_LIST) {
      if (items.length > 0) this.take(COMMA);
      const from = this.at;
      this.skip();
      while (this.peek() === COMMA && this.at - from < this.slice) {
        this.take(COMMA);
        this.skip();
      }
      for (const item of this.parsed(`[${this.text(from)}]`) as unknown[]) items.push(item);
    }
    this.take(CLOSE_LIST);
    return items;
  }

  /** A value read in one go. */
  private whole(from: number): unknown {
    this.skip();
    return this.parsed(this.text(from));
  }

  private text(from: number): string {
    return this.bytes.toString('utf8', from, this.at);
  }

  private parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new SyntaxError(`${(error as Error).message} (before byte ${this.at})`);
    }
  }

  /** Steps over one value without reading it. */
  private skip(): void {
    const { bytes } = this;
    const first = this.peek();
    if (first === undefined || [COMMA, COLON, CLOSE_LIST, CLOSE_OBJECT].includes(first)) this.refuse();
    let depth = 0;
    for (; this.at < bytes.length; this.at++) {
      const byte = bytes[this.at];
      if (byte === QUOTE) {
        this.skipText();
        if (depth === 0) break;
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth === 0) return;
        depth--;
        if (depth === 0) break;
      } else if (depth === 0 && byte === COMMA) return;
    }
    if (this.at === bytes.length && depth > 0) this.refuse();
    // A number or word may end the text; everything else stands on its last byte.
    if (this.at < bytes.length) this.at++;
  }

  /** From an opening quote to the closing one. */
  private skipText(): void {
    const { bytes } = this;
    this.at++;
    while (this.at < bytes.length && bytes[this.at] !== QUOTE) this.at += bytes[this.at] === BACKSLASH ? 2 : 1;
    if (this.at >= bytes.length) this.refuse();
  }

  private peek(): number | undefined {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      this.at++;
    }
  }

  private take(byte: number): void {
    if (this.peek() !== byte) this.refuse();
    this.at++;
  }

  private refuse(): never {
    throw new SyntaxError(`The text is no JSON at byte ${this.at}.`);
  }
}
