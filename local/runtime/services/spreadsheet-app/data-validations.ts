// The data validations of a sheet, and how the engine is told of them.
import { ServiceException } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import type { EngineGetters } from '../../spreadsheet/engine-getters';
import type { SheetsContext } from './context';
import { engineCriteria, engineValue, isSavedRange } from './criteria';
import { DataValidation, type ValidationRule } from './data-validation';
import { copier } from './data-validation-builder';

/** A rule of check boxes. */
export function checkboxValidation(context: SheetsContext): DataValidation {
  return new DataValidation(context, { criteria: 'CHECKBOX', values: [], allowInvalid: true, helpText: null }, copier);
}

/** Puts a rule on a zone, or takes rules off it. The sheet moves into the engine. */
export function validate(context: SheetsContext, sheetId: string, zone: Zone, validation: DataValidation | null): void {
  const { workbook } = context;
  if (validation === null && workbook.isPlain(sheetId)) return;
  context.do(() => {
    workbook.promote(sheetId);
    const id = `rule-${workbook.freshId()}`;
    const ranges = [(workbook.model.getters as unknown as EngineGetters).getRangeDataFromZone(sheetId, zone)];
    const criterion = validation ? engineCriterion(context, validation.rule) : { type: 'isEqual', values: ['0'] };
    for (const value of validation?.rule.values ?? []) if (isSavedRange(value)) workbook.promote(value.sheetId);
    const rule = { id, isBlocking: !(validation?.rule.allowInvalid ?? true), criterion };
    const command = { type: 'ADD_DATA_VALIDATION_RULE', sheetId, ranges, rule };
    // The engine refuses no list; of other criteria it may not like the values.
    if (validation === null || validation.rule.criteria === 'VALUE_IN_LIST') workbook.defer(command);
    else workbook.apply(command);
    // The engine cuts older rules where a new one lies: taking off is putting on and removing.
    if (validation === null) workbook.defer({ type: 'REMOVE_DATA_VALIDATION_RULE', sheetId, id });
    else workbook.extras.rules.push({ engineId: id, sheetId, description: { ...validation.rule } });
  });
}

/** The rule of a cell, or null. */
export function validationAt(context: SheetsContext, sheetId: string, row: number, col: number): DataValidation | null {
  if (context.workbook.isPlain(sheetId)) return null;
  const found = context.getters.getValidationRuleForCell({ sheetId, row, col });
  const record = context.workbook.extras.rules.find((rule) => rule.engineId === found?.id);
  return record === undefined ? null : new DataValidation(context, record.description as unknown as ValidationRule, copier);
}

function engineCriterion(context: SheetsContext, rule: ValidationRule): object {
  if (rule.criteria === 'CHECKBOX') return { type: 'isBoolean', values: [] };
  if (rule.criteria === 'VALUE_IN_LIST') {
    const values = (rule.values[0] as unknown[]).map(String);
    return { type: 'isValueInList', values, displayStyle: rule.values[1] === false ? 'plainText' : 'arrow' };
  }
  if (rule.criteria === 'VALUE_IN_RANGE') {
    const [range] = rule.values;
    return {
      type: 'isValueInRange',
      values: isSavedRange(range) ? [range.reference] : [],
      displayStyle: rule.values[1] === false ? 'plainText' : 'arrow',
    };
  }
  const type = rule.criteria === 'TEXT_EQUAL_TO' ? 'isEqualText' : engineCriteria[rule.criteria];
  if (type === undefined) throw new ServiceException(`The validation criteria ${rule.criteria} cannot be shown here.`);
  const values = rule.values.map((value) => engineValue(context, value));
  return { type, values, ...(rule.criteria.startsWith('DATE') ? { dateValue: 'exactDate' } : {}) };
}
