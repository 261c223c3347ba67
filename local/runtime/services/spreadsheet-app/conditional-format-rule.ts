// Conditional format rules as scripts hold them: a condition or a colour scale over ranges. How cells show them is the engine's matter.
import { type EnumValue, ServiceObject } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import { signed } from '../arguments';
import type { SheetsContext } from './context';
import { restoredValue } from './criteria';
import * as enums from './enums';
import type { Range } from './range';

export interface Style {
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

export interface Point {
  readonly color: string;
  readonly type: string;
  readonly value: string;
}

export type PointName = 'min' | 'mid' | 'max';

/** A rule as scripts describe it. */
export interface FormatRule {
  readonly ranges: readonly { readonly sheetId: string; readonly zone: Zone }[];
  readonly criteria?: string;
  readonly values: readonly unknown[];
  readonly style: Style;
  readonly gradient: { readonly [K in PointName]?: Point };
}

/** Gives a rule its builder back; given by the builder's file, which knows this one. */
export interface RuleCopier {
  copy(context: SheetsContext, rule: FormatRule): ServiceObject;
}

export class ConditionalFormatRule extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.ConditionalFormatRule';
  readonly context: SheetsContext;
  readonly rule: FormatRule;
  readonly #copier: RuleCopier;

  constructor(context: SheetsContext, rule: FormatRule, copier: RuleCopier) {
    super();
    this.context = context;
    this.rule = rule;
    this.#copier = copier;
  }

  getRanges(): Range[] {
    return this.rule.ranges.map(({ sheetId, zone }) => this.context.make.range(sheetId, zone));
  }

  getBooleanCondition(): BooleanCondition | null {
    return this.rule.criteria === undefined ? null : new BooleanCondition(this.context, this.rule);
  }

  getGradientCondition(): GradientCondition | null {
    return this.rule.criteria === undefined ? new GradientCondition(this.rule) : null;
  }

  copy(): ServiceObject {
    return this.#copier.copy(this.context, this.rule);
  }
}

class BooleanCondition extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.BooleanCondition';
  readonly #context: SheetsContext;
  readonly #rule: FormatRule;

  constructor(context: SheetsContext, rule: FormatRule) {
    super();
    this.#context = context;
    this.#rule = rule;
  }

  getCriteriaType(): EnumValue {
    return enums.BooleanCriteria[this.#rule.criteria as keyof typeof enums.BooleanCriteria] as EnumValue;
  }

  getCriteriaValues(): unknown[] {
    return this.#rule.values.map((value) => restoredValue(this.#context, value));
  }

  getBackground(): string | null {
    return this.#rule.style.background ?? null;
  }

  getFontColor(): string | null {
    return this.#rule.style.fontColor ?? null;
  }

  getBold(): boolean | null {
    return this.#rule.style.bold ?? null;
  }

  getItalic(): boolean | null {
    return this.#rule.style.italic ?? null;
  }

  getUnderline(): boolean | null {
    return this.#rule.style.underline ?? null;
  }

  getStrikethrough(): boolean | null {
    return this.#rule.style.strikethrough ?? null;
  }
}

class GradientCondition extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.GradientCondition';
  readonly #rule: FormatRule;

  constructor(rule: FormatRule) {
    super();
    this.#rule = rule;
  }

  getMinColor(): string {
    return this.#rule.gradient.min?.color ?? '';
  }

  getMidColor(): string {
    return this.#rule.gradient.mid?.color ?? '';
  }

  getMaxColor(): string {
    return this.#rule.gradient.max?.color ?? '';
  }

  getMinValue(): string {
    return this.#rule.gradient.min?.value ?? '';
  }

  getMidValue(): string {
    return this.#rule.gradient.mid?.value ?? '';
  }

  getMaxValue(): string {
    return this.#rule.gradient.max?.value ?? '';
  }
}

signed(ConditionalFormatRule);

signed(BooleanCondition);

signed(GradientCondition);
