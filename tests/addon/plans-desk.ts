// «Планы» at a desk: a file with the input sheets, a person who types plans, and what formulas would count with.
import { inputSheet } from '../../src/inputs/sheets';
import { act, type Desk, fresh, loadedDesk } from './loaded-desk';
import { shownRows, typedInputs } from './typed-inputs';

export const columns = inputSheet('plans').columns.map(({ name }) => name.ru);
/** Column letter of a header of «Планы». */
export const at = (header: string): string => String.fromCharCode(65 + columns.indexOf(header));

let made: Desk | null = null;
/** A desk with the input sheets, its «Планы» with nothing but the header. */
export function withSheets(options: Parameters<typeof fresh>[1] = {}): Desk {
  if (!made) {
    made = loadedDesk();
    made.call('createInputSheets');
    act(made, "const s = file.getSheetByName('Планы'); s.getRange(2, 1, s.getMaxRows() - 1, s.getMaxColumns()).setValue('')");
  }
  return fresh(made, options);
}

/** A person types a plan cell by cell, as far as given. */
export function typePlan(desk: Desk, row: number, plan: Readonly<Record<string, string>>): void {
  for (const [header, text] of Object.entries(plan)) desk.runtime.edit('Планы', `${at(header)}${row}`, text);
}
export const companyPlan = (period: string, target: string) => ({
  Период: period,
  Область: 'Компания',
  Показатель: 'Выручка',
  План: target,
});

/** Plans that formulas would count with: [target, scope, id]. */
export const plans = (desk: Desk): unknown[] => (typedInputs(desk)?.inputs.plans ?? []).map(({ target, scope, id }) => [target, scope, id]);
export const checks = (desk: Desk, name = 'Планы'): string[] => {
  const [head = [], ...rows] = shownRows(desk, name);
  return rows.map((row) => row[head.findIndex((header) => header === 'Проверка' || header === 'Check')] ?? '');
};
