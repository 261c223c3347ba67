// The engine's in-cell errors as Google shows them: the text of the cell and the text of its note.
import { columnLetters } from '../a1';
import type { Position } from './library';

export interface CellError {
  /** `#REF!`, `#ERROR!`, … */
  readonly text: string;
  readonly message: string;
}

/** Google's error for an engine's error value; undefined when the text is not an error of the engine. */
export function googleError(value: string, message = '', blockedBy?: Position): CellError | undefined {
  switch (value) {
    case '#REF':
      return { text: '#REF!', message: 'Reference does not exist.' };
    case '#CYCLE':
      return { text: '#REF!', message: 'Circular dependency detected. To resolve with iterative calculation, see File > Settings.' };
    case '#SPILL!':
      return { text: '#REF!', message: spillMessage(message, blockedBy) };
    case '#BAD_EXPR':
      return { text: '#ERROR!', message: 'Formula parse error.' };
    case '#ERROR':
      return { text: /must be (?:strictly )?positive/i.test(message) ? '#NUM!' : '#VALUE!', message };
    case '#NAME?':
      return { text: '#NAME?', message: message.replace(/^Unknown function: "(.*)"$/, "Unknown function: '$1'.") };
    case '#ERROR!':
    case '#REF!':
    case '#VALUE!':
    case '#N/A':
    case '#DIV/0!':
    case '#NUM!':
    case '#NULL!':
      return { text: value, message };
    default:
      return undefined;
  }
}

function spillMessage(message: string, blockedBy: Position | undefined): string {
  if (!/overwrite/.test(message) || blockedBy === undefined) return message;
  return `Array result was not expanded because it would overwrite data in ${columnLetters(blockedBy.col)}${blockedBy.row + 1}.`;
}

/** The note of a result that does not fit the grid: `missing` rows or columns must be inserted. */
export function gridTooSmall(missing: { rows: number; cols: number }): string {
  const [word, count] = missing.rows > 0 ? ['rows', missing.rows] : ['columns', missing.cols];
  return `Result was not automatically expanded, please insert more ${word} (${count}).`;
}
