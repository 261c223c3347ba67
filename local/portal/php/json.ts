// JSON as PHP reads and writes it: objects keep the order of their keys even when they are numbers, an empty map is written `[]`, keys 0..n-1 make a list.
import { PhpArray, type PhpValue } from './value';

const deepest = 512;

/** Parses JSON text, keeping the order in which keys stand (JavaScript would sort numeric ones). Throws SyntaxError. */
export function decodeJson(text: string): PhpValue {
  const reader = new JsonReader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): PhpValue {
    this.space();
    const char = this.text[this.at];
    if (depth >= deepest && (char === '{' || char === '[')) throw this.failure();
    if (char === '{') return this.object(depth);
    if (char === '[') return this.list(depth);
    if (char === '"') return this.string();
    return this.literal();
  }

  end(): void {
    this.space();
    if (this.at < this.text.length) throw this.failure();
  }

  private object(depth: number): PhpArray {
    const entries = PhpArray.of();
    this.at += 1;
    if (this.taken('}')) return entries;
    do {
      this.space();
      const key = this.string();
      if (!this.taken(':')) throw this.failure();
      entries.set(key, this.value(depth + 1));
    } while (this.taken(','));
    if (!this.taken('}')) throw this.failure();
    return entries;
  }

  private list(depth: number): PhpArray {
    const values: PhpValue[] = [];
    this.at += 1;
    if (this.taken(']')) return PhpArray.list(values);
    do values.push(this.value(depth + 1));
    while (this.taken(','));
    if (!this.taken(']')) throw this.failure();
    return PhpArray.list(values);
  }

  private string(): string {
    const text = JSON.parse(this.match(/"(?:[^"\\\n\r]|\\.)*"/y)) as string;
    // Half of a surrogate pair is no character: PHP refuses the whole text.
    if (/\p{Surrogate}/u.test(text)) throw this.failure();
    return text;
  }

  private literal(): PhpValue {
    return JSON.parse(this.match(/true|false|null|-?\d[\d.eE+-]*/y)) as boolean | number | null;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) throw this.failure();
    this.at += found[0].length;
    return found[0];
  }

  private taken(char: string): boolean {
    this.space();
    if (this.text[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  private space(): void {
    while (/[ \t\n\r]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private failure(): SyntaxError {
    return new SyntaxError(`Unexpected text at position ${this.at}.`);
  }
}

/** Writes a value; a Map is an ordered PHP array (its members may be Maps), anything else is written as it is. */
export function encodeJson(value: unknown): string {
  if (!(value instanceof Map)) return JSON.stringify(value) ?? 'null';
  const entries = [...(value as Map<string, unknown>).entries()];
  if (entries.every(([key], index) => key === String(index))) return `[${entries.map(([, member]) => encodeJson(member)).join(',')}]`;
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${encodeJson(member)}`).join(',')}}`;
}
