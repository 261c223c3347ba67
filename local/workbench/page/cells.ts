// Custom functions on the page: their answers come from the worker, a cell says "Loading..." until its answer is there.

import type { CustomFunctionResult } from '../../runtime/spreadsheet/contract';
import { connectCustomFunctions, registerCustomFunction } from '../../runtime/spreadsheet/engine/custom-functions';
import { connectClock } from '../../runtime/spreadsheet/engine/google-functions';
import { dateToSerial } from '../../runtime/spreadsheet/zone-time';
import { type Boot, type CellCall, type CellResult, packed, unpacked } from '../wire';
import type { Connection } from './connection';
import type { Model } from './spreadsheet';
import type { Words } from './words';

/** How long answers are gathered before the cells are computed again: one recalculation for a burst. */
const gatherMs = 10;

/** Makes the script's functions known to the parser; must run before the model is made. */
export function registerCells(boot: Boot): void {
  for (const name of boot.functionNames) registerCustomFunction(name);
}

/** Lets the model's custom functions be answered over the line. */
export function connectCells(model: Model, connection: Connection, boot: Boot, words: Words): void {
  const names = new Set(boot.functionNames.map((name) => name.toUpperCase()));
  const answers = new Map<string, CustomFunctionResult>();
  const asked = new Set<string>();
  const calls: CellCall[] = [];
  const evaluate = gathered(() => model.dispatch('EVALUATE_CELLS'));
  const ask = gathered(() => connection.send({ kind: 'cells', calls: calls.splice(0) }));

  connectClock(model.getters, { serialNow: serverClock(boot) });
  connectCustomFunctions(model.getters, {
    timeZone: () => boot.timeZone,
    knows: (name) => names.has(name),
    dateFormat: () => boot.dateFormat,
    call: (name, args) => {
      const plain = packed(args);
      const key = `${name}(${JSON.stringify(plain)})`;
      const answer = answers.get(key);
      if (answer !== undefined) return answer;
      if (!asked.has(key)) {
        asked.add(key);
        calls.push({ key, name, args: plain });
        ask();
      }
      return { value: words.loadingCell };
    },
  });
  connection.on('results', ({ results }) => {
    for (const { key, result } of results) {
      asked.delete(key);
      answers.set(key, opened(result));
    }
    evaluate();
  });
  // An error may heal when a script has run; values, as in Google, change only with the arguments.
  connection.on('recalculate', () => {
    for (const [key, answer] of answers) if ('error' in answer) answers.delete(key);
    evaluate();
  });
  evaluate();
}

function opened(result: CellResult['result']): CustomFunctionResult {
  return 'error' in result ? result : { value: unpacked(result.value) };
}

function gathered(work: () => void): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      work();
    }, gatherMs);
  };
}

/** TODAY and NOW as the worker's clock has them. */
function serverClock(boot: Boot): () => number {
  const ahead = boot.now - Date.now();
  return () => dateToSerial(new Date(Date.now() + ahead), boot.timeZone);
}
