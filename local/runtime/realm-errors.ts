// Errors on their way over the border of a realm, in both directions, and between threads: by name and message, never as the object of the other side.
import { isNativeError } from 'node:util/types';
import { ServiceException } from './service';

/** An error the script threw and did not catch: `name` and `message` are the script's own. */
export class ScriptError extends Error {
  constructor(
    name: string,
    message: string,
    /** Stack lines inside the script, `at fn (Code.gs:line:column)`. */
    readonly scriptStack: string,
  ) {
    super(message);
    this.name = name;
  }
  /** Line of the script where it was thrown, 0 when unknown. */
  get line(): number {
    return Number(/Code\.gs:(\d+)/.exec(this.scriptStack)?.[1] ?? 0);
  }
}

/** What the script is told of a failure. */
export function failureOf(error: unknown): { name: string; message: string } {
  if (error instanceof ServiceException) return { name: 'Exception', message: error.message };
  if (isNativeError(error)) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}
