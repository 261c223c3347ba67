// Data validation: rules of cells, their builder, and how the engine is told of them.
import { type EnumValue, ServiceException, ServiceObject, signatureError } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import { dateToSerial } from '../../spreadsheet/zone-time';
import { expectArguments } from './arguments';
import type { SheetsContext } from './context';
import * as enums from './enums';
import { engineReference, RangeGeometry } from './range-geometry';

type Criteria = keyof typeof enums.DataValidationCriteria & string;

interface Rule {
  readonly criteria: string;
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

export class DataValidation extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.DataValidation';
  readonly context: SheetsContext;
  readonly rule: Rule;

  constructor(context: SheetsContext, rule: Rule) {
    super();
    this.context = context;
    this.rule = rule;
  }

  getCriteriaType(): EnumValue {
    return enums.DataValidationCriteria[this.rule.criteria as Criteria] as EnumValue;
  }

  getCriteriaValues(): unknown[] {
    return this.rule.values.map((value) =>
      isSavedRange(value) ? this.context.make.range(value.sheetId, value.zone) : isSavedDate(value) ? new Date(value.date) : value,
    );
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getHelpText(): string | null {
    return this.rule.helpText;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.context, this.rule);
  }
}

interface SavedRange {
  readonly sheetId: string;
  readonly zone: Zone;
  readonly reference: string;
}
interface SavedDate {
  readonly date: number;
}

function isSavedRange(value: unknown): value is SavedRange {
  return typeof value === 'object' && value !== null && 'zone' in value;
}

function isSavedDate(value: unknown): value is SavedDate {
  return typeof value === 'object' && value !== null && 'date' in value;
}

/** Values of rules live in the saved file: ranges and dates become records. */
function saved(value: unknown): unknown {
  if (value instanceof RangeGeometry) return { sheetId: value.sheetId, zone: value.zone, reference: engineReference(value) };
  return value instanceof Date ? { date: value.getTime() } : value;
}

/** A rule of check boxes. */
export function checkboxValidation(context: SheetsContext): DataValidation {
  return new DataValidation(context, { criteria: 'CHECKBOX', values: [], allowInvalid: true, helpText: null });
}

/** Puts a rule on a zone, or takes rules off it. The sheet moves into the engine. */
export function validate(context: SheetsContext, sheetId: string, zone: Zone, validation: DataValidation | null): void {
  const { workbook } = context;
  if (validation === null && workbook.isPlain(sheetId)) return;
  context.do(() => {
    workbook.promote(sheetId);
    const id = `rule-${workbook.freshId()}`;
    const ranges = [context.getters.getRangeDataFromZone(sheetId, zone)];
    const criterion = validation ? engineCriterion(context, validation.rule) : { type: 'isEqual', values: ['0'] };
    for (const value of validation?.rule.values ?? []) if (isSavedRange(value)) workbook.promote(value.sheetId);
    workbook.apply({
      type: 'ADD_DATA_VALIDATION_RULE',
      sheetId,
      ranges,
      rule: { id, isBlocking: !(validation?.rule.allowInvalid ?? true), criterion },
    });
    // The engine cuts older rules where a new one lies: taking off is putting on and removing.
    if (validation === null) workbook.apply({ type: 'REMOVE_DATA_VALIDATION_RULE', sheetId, id });
    else workbook.extras.rules.push({ engineId: id, sheetId, description: { ...validation.rule } });
  });
}

/** The rule of a cell, or null. */
export function validationAt(context: SheetsContext, sheetId: string, row: number, col: number): DataValidation | null {
  if (context.workbook.isPlain(sheetId)) return null;
  const found = context.getters.getValidationRuleForCell({ sheetId, row, col });
  const record = context.workbook.extras.rules.find((rule) => rule.engineId === found?.id);
  return record === undefined ? null : new DataValidation(context, record.description as unknown as Rule);
}

const TYPES: Readonly<Record<string, string>> = {
  DATE_AFTER: 'dateIsAfter',
  DATE_BEFORE: 'dateIsBefore',
  DATE_BETWEEN: 'dateIsBetween',
  DATE_EQUAL_TO: 'dateIs',
  DATE_IS_VALID_DATE: 'dateIsValid',
  DATE_NOT_BETWEEN: 'dateIsNotBetween',
  DATE_ON_OR_AFTER: 'dateIsOnOrAfter',
  DATE_ON_OR_BEFORE: 'dateIsOnOrBefore',
  NUMBER_BETWEEN: 'isBetween',
  NUMBER_EQUAL_TO: 'isEqual',
  NUMBER_GREATER_THAN: 'isGreaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'isGreaterOrEqualTo',
  NUMBER_LESS_THAN: 'isLessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'isLessOrEqualTo',
  NUMBER_NOT_BETWEEN: 'isNotBetween',
  NUMBER_NOT_EQUAL_TO: 'isNotEqual',
  TEXT_CONTAINS: 'containsText',
  TEXT_DOES_NOT_CONTAIN: 'notContainsText',
  TEXT_EQUAL_TO: 'isEqualText',
  TEXT_IS_VALID_EMAIL: 'isEmail',
  TEXT_IS_VALID_URL: 'isLink',
  CUSTOM_FORMULA: 'customFormula',
};

function engineCriterion(context: SheetsContext, rule: Rule): object {
  if (rule.criteria === 'CHECKBOX') return { type: 'isBoolean', values: [] };
  if (rule.criteria === 'VALUE_IN_LIST') {
    const values = (rule.values[0] as unknown[]).map(String);
    return { type: 'isValueInList', values, displayStyle: rule.values[1] === false ? 'plainText' : 'arrow' };
  }
  if (rule.criteria === 'VALUE_IN_RANGE') {
    const range = rule.values[0] as SavedRange;
    return { type: 'isValueInRange', values: [range.reference], displayStyle: rule.values[1] === false ? 'plainText' : 'arrow' };
  }
  const type = TYPES[rule.criteria];
  if (type === undefined) throw new ServiceException(`The validation criteria ${rule.criteria} cannot be shown here.`);
  const values = rule.values.map((value) => {
    if (isSavedDate(value)) return String(Math.floor(dateToSerial(new Date(value.date), context.workbook.timeZone)));
    return typeof value === 'string' && value.startsWith('=') ? context.workbook.adopted(value) : String(value);
  });
  return { type, values, ...(rule.criteria.startsWith('DATE') ? { dateValue: 'exactDate' } : {}) };
}

export class DataValidationBuilder extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.DataValidationBuilder';
  readonly #context: SheetsContext;
  #rule: Rule;

  constructor(context: SheetsContext, rule: Rule = { criteria: '', values: [], allowInvalid: true, helpText: null }) {
    super();
    this.#context = context;
    this.#rule = rule;
  }

  #require(
    criteria: string,
    args: readonly unknown[],
    method: string,
    ...signatures: Parameters<typeof expectArguments>[2][]
  ): DataValidationBuilder {
    expectArguments(`SpreadsheetApp.DataValidationBuilder.${method}`, args, ...signatures);
    this.#rule = { ...this.#rule, criteria, values: args.map(saved) };
    return this;
  }

  requireValueInList(...args: unknown[]): DataValidationBuilder {
    this.#require('VALUE_IN_LIST', args, 'requireValueInList', ['list'], ['list', 'boolean']);
    const list = args[0] as unknown[];
    if (list.length > 500)
      throw new ServiceException(
        'The data validation rule has more items than the limit of 500. Use the "List from a range" criteria instead.',
      );
    this.#rule = { ...this.#rule, values: [list.map(String), args[1] ?? true] };
    return this;
  }

  requireValueInRange(...args: unknown[]): DataValidationBuilder {
    this.#require('VALUE_IN_RANGE', args, 'requireValueInRange', [RangeGeometry], [RangeGeometry, 'boolean']);
    this.#rule = { ...this.#rule, values: [saved(args[0]), args[1] ?? true] };
    return this;
  }

  requireCheckbox(...args: unknown[]): DataValidationBuilder {
    return this.#require('CHECKBOX', args, 'requireCheckbox', []);
  }

  requireDate(...args: unknown[]): DataValidationBuilder {
    return this.#require('DATE_IS_VALID_DATE', args, 'requireDate', []);
  }

  requireDateAfter(...args: unknown[]): DataValidationBuilder {
    return this.#require('DATE_AFTER', args, 'requireDateAfter', ['date']);
  }

  requireDateBefore(...args: unknown[]): DataValidationBuilder {
    return this.#require('DATE_BEFORE', args, 'requireDateBefore', ['date']);
  }

  requireDateBetween(...args: unknown[]): DataValidationBuilder {
    return this.#require('DATE_BETWEEN', args, 'requireDateBetween', ['date', 'date']);
  }

  requireDateEqualTo(...args: unknown[]): DataValidationBuilder {
    return this.#require('DATE_EQUAL_TO', args, 'requireDateEqualTo', ['date']);
  }

  requireDateNotBetween(...args: unknown[]): DataValidationBuilder {
    return this.#require('DATE_NOT_BETWEEN', args, 'requireDateNotBetween', ['date', 'date']);
  }

  requireDateOnOrAfter(...args: unknown[]): DataValidationBuilder {
    return this.#require('DATE_ON_OR_AFTER', args, 'requireDateOnOrAfter', ['date']);
  }

  requireDateOnOrBefore(...args: unknown[]): DataValidationBuilder {
    return this.#require('DATE_ON_OR_BEFORE', args, 'requireDateOnOrBefore', ['date']);
  }

  requireFormulaSatisfied(...args: unknown[]): DataValidationBuilder {
    return this.#require('CUSTOM_FORMULA', args, 'requireFormulaSatisfied', ['string']);
  }

  requireNumberBetween(...args: unknown[]): DataValidationBuilder {
    return this.#require('NUMBER_BETWEEN', args, 'requireNumberBetween', ['number', 'number']);
  }

  requireNumberNotBetween(...args: unknown[]): DataValidationBuilder {
    return this.#require('NUMBER_NOT_BETWEEN', args, 'requireNumberNotBetween', ['number', 'number']);
  }

  requireNumberEqualTo(...args: unknown[]): DataValidationBuilder {
    return this.#require('NUMBER_EQUAL_TO', args, 'requireNumberEqualTo', ['number']);
  }

  requireNumberNotEqualTo(...args: unknown[]): DataValidationBuilder {
    return this.#require('NUMBER_NOT_EQUAL_TO', args, 'requireNumberNotEqualTo', ['number']);
  }

  requireNumberGreaterThan(...args: unknown[]): DataValidationBuilder {
    return this.#require('NUMBER_GREATER_THAN', args, 'requireNumberGreaterThan', ['number']);
  }

  requireNumberGreaterThanOrEqualTo(...args: unknown[]): DataValidationBuilder {
    return this.#require('NUMBER_GREATER_THAN_OR_EQUAL_TO', args, 'requireNumberGreaterThanOrEqualTo', ['number']);
  }

  requireNumberLessThan(...args: unknown[]): DataValidationBuilder {
    return this.#require('NUMBER_LESS_THAN', args, 'requireNumberLessThan', ['number']);
  }

  requireNumberLessThanOrEqualTo(...args: unknown[]): DataValidationBuilder {
    return this.#require('NUMBER_LESS_THAN_OR_EQUAL_TO', args, 'requireNumberLessThanOrEqualTo', ['number']);
  }

  requireTextContains(...args: unknown[]): DataValidationBuilder {
    return this.#require('TEXT_CONTAINS', args, 'requireTextContains', ['string']);
  }

  requireTextDoesNotContain(...args: unknown[]): DataValidationBuilder {
    return this.#require('TEXT_DOES_NOT_CONTAIN', args, 'requireTextDoesNotContain', ['string']);
  }

  requireTextEqualTo(...args: unknown[]): DataValidationBuilder {
    return this.#require('TEXT_EQUAL_TO', args, 'requireTextEqualTo', ['string']);
  }

  requireTextIsEmail(...args: unknown[]): DataValidationBuilder {
    return this.#require('TEXT_IS_VALID_EMAIL', args, 'requireTextIsEmail', []);
  }

  requireTextIsUrl(...args: unknown[]): DataValidationBuilder {
    return this.#require('TEXT_IS_VALID_URL', args, 'requireTextIsUrl', []);
  }

  withCriteria(...args: unknown[]): DataValidationBuilder {
    expectArguments('SpreadsheetApp.DataValidationBuilder.withCriteria', args, [enums.DataValidationCriteria, 'list']);
    this.#rule = { ...this.#rule, criteria: String(args[0]), values: (args[1] as unknown[]).map(saved) };
    return this;
  }

  setAllowInvalid(...args: unknown[]): DataValidationBuilder {
    expectArguments('SpreadsheetApp.DataValidationBuilder.setAllowInvalid', args, ['boolean']);
    this.#rule = { ...this.#rule, allowInvalid: args[0] === true };
    return this;
  }

  setHelpText(...args: unknown[]): DataValidationBuilder {
    expectArguments('SpreadsheetApp.DataValidationBuilder.setHelpText', args, ['string']);
    this.#rule = { ...this.#rule, helpText: String(args[0]) };
    return this;
  }

  getCriteriaType(): EnumValue | null {
    return this.#rule.criteria === '' ? null : (enums.DataValidationCriteria[this.#rule.criteria as Criteria] as EnumValue);
  }

  getAllowInvalid(): boolean {
    return this.#rule.allowInvalid;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.#context, this.#rule);
  }

  build(): DataValidation {
    if (this.#rule.criteria === '') throw signatureError('SpreadsheetApp.DataValidationBuilder.build', []);
    return new DataValidation(this.#context, this.#rule);
  }
}
