// Errors in cells by the names people know from Google: the spreadsheet component has its own for some (`#REF`, `#BAD_EXPR`, `#SPILL!`).
import { googleError } from '../../runtime/spreadsheet/engine/errors';
import type { Model } from './spreadsheet';

/** Lets the model show Google's text for an error; what a formula sees of it stays the engine's. */
export function showGoogleErrors(model: Model): void {
  const { getters } = model;
  const engines = getters.getEvaluatedCell;
  getters.getEvaluatedCell = (position) => {
    const cell = engines(position);
    if (cell.type !== 'error') return cell;
    const formattedValue = googleError(String(cell.value), cell.message)?.text ?? cell.formattedValue;
    return { ...cell, formattedValue };
  };
}
