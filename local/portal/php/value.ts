// Values as PHP holds request parameters: scalars and ordered arrays whose keys are texts. PHP's arrays are both list and map, which shapes Bitrix24's answers.

export type PhpScalar = null | boolean | number | string;
export type PhpValue = PhpScalar | PhpArray;

/** An ordered PHP array. A referenced answer of a batch is taken over as it is and unfolded only when something looks inside. */
export class PhpArray {
  private map: Map<string, PhpValue> | null;
  // Known from the first `push` on.
  private nextIndex: number | null = null;

  private constructor(
    map: Map<string, PhpValue> | null,
    private readonly source: object | null,
  ) {
    this.map = map;
  }

  static of(entries: Iterable<readonly [string, PhpValue]> = []): PhpArray {
    return new PhpArray(new Map(entries), null);
  }

  static list(values: readonly PhpValue[]): PhpArray {
    return PhpArray.of(values.map((value, index) => [String(index), value] as const));
  }

  /** Takes over an array or object of an earlier answer. */
  static from(source: object): PhpArray {
    return new PhpArray(null, source);
  }

  get size(): number {
    return this.unfolded().size;
  }

  get(key: string): PhpValue | undefined {
    return this.unfolded().get(key);
  }

  set(key: string, value: PhpValue): void {
    this.unfolded().set(key, value);
    if (this.nextIndex !== null) this.nextIndex = nextAfter(this.nextIndex, key);
  }

  delete(key: string): void {
    this.unfolded().delete(key);
  }

  /** Appends under the next free number, as `$a[] = …` does. */
  push(value: PhpValue): void {
    this.nextIndex ??= [...this.unfolded().keys()].reduce(nextAfter, 0);
    this.set(String(this.nextIndex), value);
  }

  entries(): IterableIterator<[string, PhpValue]> {
    return this.unfolded().entries();
  }

  values(): PhpValue[] {
    return [...this.unfolded().values()];
  }

  /** The same array with its keys in upper case; a later key wins (`array_change_key_case`). */
  upperKeys(): PhpArray {
    return PhpArray.of([...this.entries()].map(([key, value]) => [key.toUpperCase(), value] as const));
  }

  private unfolded(): Map<string, PhpValue> {
    if (this.map !== null) return this.map;
    const source = this.source ?? {};
    const entries: Iterable<[string, unknown]> =
      source instanceof Map ? (source as Map<string, unknown>).entries() : Object.entries(source as Record<string, unknown>);
    this.map = new Map([...entries].map(([key, value]) => [key, toPhp(value)]));
    return this.map;
  }
}

// The number that an append takes after this key, when the keys before it leave `next`.
const nextAfter = (next: number, key: string): number => (/^(0|[1-9]\d*)$/.test(key) ? Math.max(next, Number(key) + 1) : next);

/** A value of an answer as a parameter. */
export function toPhp(value: unknown): PhpValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return PhpArray.from(value);
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  return null;
}

/** `(bool)`: '', '0', 0, null and the empty array are false; the text 'false' is true. */
export function isTruthy(value: PhpValue | undefined): boolean {
  if (value instanceof PhpArray) return value.size > 0;
  return value !== '0' && Boolean(value);
}

/** `(int)`: the leading number of a text, 1 for a filled array. */
export function toInt(value: PhpValue | undefined): number {
  if (value instanceof PhpArray) return value.size > 0 ? 1 : 0;
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return Math.trunc(toFloat(value));
}

/** `(float)`: the leading number of a text, 0 where there is none. */
export function toFloat(value: PhpValue | undefined): number {
  if (value instanceof PhpArray) return value.size > 0 ? 1 : 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const match = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?/i.exec(value ?? '');
  return match === null ? 0 : Number(match[0]);
}

/** `(string)`: true is '1', false and null are '', an array is 'Array'. */
export function toText(value: PhpValue | undefined): string {
  if (value instanceof PhpArray) return 'Array';
  if (value === true) return '1';
  if (value === undefined || value === null || value === false) return '';
  return String(value);
}

/** `is_numeric`. */
export function isNumeric(value: PhpValue | undefined): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(value);
}
