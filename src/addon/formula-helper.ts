// The formula helper of the panel: what can be asked, the live answer, and the formula into the cell the person stands on.

import type { Lang } from '../cell';
import { KpiError } from '../errors';
import {
  FORMULA_KINDS,
  type FormulaAnswer,
  type FormulaChoices,
  type FormulaForm,
  formulaAnswer,
  formulaChoices,
} from '../functions/formula-helper';
import { notice } from '../locale/notice-words';
import { factsSource } from './facts-source';
import { openFile } from './file';
import { formulaSeparator } from './formula-separator';

export function helperChoices(): FormulaChoices {
  return formulaChoices(factsSource().load([]).labels);
}

/** KpiError('argument') as the formula itself would say it. */
export function helperAnswer(form: FormulaForm): FormulaAnswer {
  return formulaAnswer(checked(form), formulaSeparator(openFile()), factsSource());
}

/**
 * Writes the formula into the active cell. Nothing is written over: KpiError('settings', 'noRoom') when the answer needs cells that hold something.
 */
export function helperInsert(form: FormulaForm, lang: Lang): string {
  const file = openFile();
  const { formula, rows, columns } = helperAnswer(form);
  const cell = file.getActiveSheet().getActiveCell();
  const sheet = cell.getSheet();
  const below = Math.min(rows, sheet.getMaxRows() - cell.getRow() + 1);
  const right = Math.min(columns, sheet.getMaxColumns() - cell.getColumn() + 1);
  const taken = sheet.getRange(cell.getRow(), cell.getColumn(), below, right).getValues();
  if (taken.some((row) => row.some((value) => value !== '')))
    throw new KpiError('settings', 'noRoom', { rows, columns, cell: cell.getA1Notation() });
  cell.setFormula(formula);
  SpreadsheetApp.flush();
  return notice('inserted', lang, { cell: cell.getA1Notation() });
}

function checked(form: unknown): FormulaForm {
  const given = (form ?? {}) as Partial<Record<keyof FormulaForm, unknown>>;
  const kind = FORMULA_KINDS.find((one) => one === given.kind) ?? 'metric';
  const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 300) : '');
  return {
    kind,
    period: text(given.period),
    who: text(given.who),
    pipeline: text(given.pipeline),
    metric: text(given.metric),
    detail: text(given.detail),
  };
}
