// The builder of data validation rules.
import { type EnumValue, ServiceException, ServiceObject, signatureError } from '../../service';
import { listOf, only, signed } from '../arguments';
import type { SheetsContext } from './context';
import { addCriteria, savedValue, sharedCriteria } from './criteria';
import { type Criteria, DataValidation, type ValidationRule } from './data-validation';
import * as enums from './enums';
import { RangeGeometry } from './range-geometry';

export class DataValidationBuilder extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.DataValidationBuilder';
  readonly #context: SheetsContext;
  #rule: ValidationRule;

  constructor(context: SheetsContext, rule: ValidationRule = { criteria: '', values: [], allowInvalid: true, helpText: null }) {
    super();
    this.#context = context;
    this.#rule = rule;
  }

  _criterion(criteria: string, args: readonly unknown[]): this {
    this.#rule = { ...this.#rule, criteria, values: args.map(savedValue) };
    return this;
  }

  requireCheckbox(...args: unknown[]): this {
    only(args, 0, 'SpreadsheetApp.DataValidationBuilder.requireCheckbox');
    return this._criterion('CHECKBOX', []);
  }

  requireValueInList(...args: unknown[]): this {
    const list = args[0] as string[];
    if (list.length > 500)
      throw new ServiceException(
        'The data validation rule has more items than the limit of 500. Use the "List from a range" criteria instead.',
      );
    return this._criterion('VALUE_IN_LIST', [list, args[1] ?? true]);
  }

  requireValueInRange(...args: unknown[]): this {
    return this._criterion('VALUE_IN_RANGE', [args[0], args[1] ?? true]);
  }

  withCriteria(...args: unknown[]): this {
    this.#rule = { ...this.#rule, criteria: String(args[0]), values: (args[1] as unknown[]).map(savedValue) };
    return this;
  }

  setAllowInvalid(...args: unknown[]): this {
    this.#rule = { ...this.#rule, allowInvalid: args[0] === true };
    return this;
  }

  setHelpText(...args: unknown[]): this {
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
    return new DataValidation(this.#context, this.#rule, copier);
  }
}

/** Gives a rule its builder back. */
export const copier = { copy: (context: SheetsContext, rule: ValidationRule) => new DataValidationBuilder(context, rule) };

signed(DataValidationBuilder, {
  requireCheckbox: [[], ['any'], ['any', 'any']],
  requireValueInList: [[listOf('string')], [listOf('string'), 'boolean']],
  requireValueInRange: [[RangeGeometry], [RangeGeometry, 'boolean']],
  withCriteria: [[enums.DataValidationCriteria, 'list']],
  setAllowInvalid: [['boolean']],
  setHelpText: [['string']],
});

addCriteria(DataValidationBuilder, 'require', {
  ...sharedCriteria,
  Date: ['DATE_IS_VALID_DATE', []],
  DateAfter: ['DATE_AFTER', ['date']],
  DateBefore: ['DATE_BEFORE', ['date']],
  DateBetween: ['DATE_BETWEEN', ['date', 'date']],
  DateEqualTo: ['DATE_EQUAL_TO', ['date']],
  DateNotBetween: ['DATE_NOT_BETWEEN', ['date', 'date']],
  DateOnOrAfter: ['DATE_ON_OR_AFTER', ['date']],
  DateOnOrBefore: ['DATE_ON_OR_BEFORE', ['date']],
  TextIsEmail: ['TEXT_IS_VALID_EMAIL', []],
  TextIsUrl: ['TEXT_IS_VALID_URL', []],
});
