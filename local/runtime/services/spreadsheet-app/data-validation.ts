// Data validation rules as scripts hold them. How cells obey them is the engine's matter.
import { type EnumValue, ServiceObject } from '../../service';
import { signed } from '../arguments';
import type { SheetsContext } from './context';
import { restoredValue } from './criteria';
import * as enums from './enums';

export type Criteria = keyof typeof enums.DataValidationCriteria & string;

/** A rule as scripts describe it. */
export interface ValidationRule {
  readonly criteria: string;
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/** Gives a rule its builder back; given by the builder's file, which knows this one. */
export interface ValidationCopier {
  copy(context: SheetsContext, rule: ValidationRule): ServiceObject;
}

export class DataValidation extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.DataValidation';
  readonly context: SheetsContext;
  readonly rule: ValidationRule;
  readonly #copier: ValidationCopier;

  constructor(context: SheetsContext, rule: ValidationRule, copier: ValidationCopier) {
    super();
    this.context = context;
    this.rule = rule;
    this.#copier = copier;
  }

  getCriteriaType(): EnumValue {
    return enums.DataValidationCriteria[this.rule.criteria as Criteria] as EnumValue;
  }

  getCriteriaValues(): unknown[] {
    return this.rule.values.map((value) => restoredValue(this.context, value));
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getHelpText(): string | null {
    return this.rule.helpText;
  }

  copy(): ServiceObject {
    return this.#copier.copy(this.context, this.rule);
  }
}

signed(DataValidation);
