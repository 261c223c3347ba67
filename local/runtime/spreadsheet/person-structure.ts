// What a person does to whole lines on a page: the records the engine does not hold move with the cells, as they do when a script does it.
import type { EngineCommand } from './engine/plugins';
import type { Extras } from './extras';

/** Moves the records of a sheet whose lines a person inserts or deletes; other commands change nothing. */
export function followLines(command: EngineCommand, extras: Extras): void {
  const sheetId = String(command['sheetId']);
  const dimension = command['dimension'] === 'ROW' ? 'ROW' : 'COL';
  if (command.type === 'ADD_COLUMNS_ROWS') {
    const at = Number(command['base']) + (command['position'] === 'before' ? 0 : 1);
    extras.linesInserted(sheetId, dimension, at, Number(command['quantity']));
  } else if (command.type === 'REMOVE_COLUMNS_ROWS') {
    // From the end, so that the places of those still to go stay true.
    const elements = [...(command['elements'] as readonly number[])].sort((a, b) => b - a);
    for (const line of elements) extras.linesRemoved(sheetId, dimension, line, 1);
  }
}
