// Logger: the execution log, kept for the run and passed on to whoever listens. The console lives in the realm's prelude.
import { ServiceObject } from '../service';

/** The `Logger` global. */
export class Logger extends ServiceObject {
  readonly serviceName = 'Logger';
  readonly #lines: string[] = [];
  readonly #listen: (level: string, line: string) => void;

  constructor(listen: (level: string, line: string) => void) {
    super();
    this.#listen = listen;
  }

  log(format: unknown, ...values: unknown[]): this {
    let next = 0;
    const text =
      typeof format === 'string' && values.length > 0
        ? format.replace(/%s/g, (mark) => (next < values.length ? shown(values[next++]) : mark))
        : shown(format);
    this.#lines.push(text);
    this.#listen('log', text);
    return this;
  }

  getLog(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.#lines.length = 0;
  }
}

function shown(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  if (value instanceof ServiceObject) return String(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
