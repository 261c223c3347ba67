// Conditional format rules: boolean conditions and colour scales, their builder, and how the engine is told of them.
import { type EnumValue, ServiceException, ServiceObject, signatureError } from '../../service';
import { hexColor } from '../../spreadsheet/attributes';
import type { Zone } from '../../spreadsheet/contract';
import { dateToSerial } from '../../spreadsheet/zone-time';
import { expectArguments } from './arguments';
import type { SheetsContext } from './context';
import * as enums from './enums';
import type { Range } from './range';
import { RangeGeometry } from './range-geometry';

interface Style {
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

interface Point {
  readonly color: string;
  readonly type: string;
  readonly value: string;
}

type PointName = 'min' | 'mid' | 'max';

interface Rule {
  readonly ranges: readonly { readonly sheetId: string; readonly zone: Zone }[];
  readonly criteria?: string;
  readonly values: readonly unknown[];
  readonly style: Style;
  readonly gradient: { readonly [K in PointName]?: Point };
}

const EMPTY: Rule = { ranges: [], values: [], style: {}, gradient: {} };

export class ConditionalFormatRule extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.ConditionalFormatRule';
  readonly context: SheetsContext;
  readonly rule: Rule;

  constructor(context: SheetsContext, rule: Rule) {
    super();
    this.context = context;
    this.rule = rule;
  }

  getRanges(): Range[] {
    return this.rule.ranges.map(({ sheetId, zone }) => this.context.make.range(sheetId, zone));
  }

  getBooleanCondition(): BooleanCondition | null {
    return this.rule.criteria === undefined ? null : new BooleanCondition(this.rule);
  }

  getGradientCondition(): GradientCondition | null {
    return this.rule.criteria === undefined ? new GradientCondition(this.rule) : null;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.context, this.rule);
  }
}

class BooleanCondition extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.BooleanCondition';
  readonly #rule: Rule;

  constructor(rule: Rule) {
    super();
    this.#rule = rule;
  }

  getCriteriaType(): EnumValue {
    return enums.BooleanCriteria[this.#rule.criteria as keyof typeof enums.BooleanCriteria] as EnumValue;
  }

  getCriteriaValues(): unknown[] {
    return [...this.#rule.values];
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
  readonly #rule: Rule;

  constructor(rule: Rule) {
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

const OPERATORS: Readonly<Record<string, string>> = {
  CELL_EMPTY: 'isEmpty',
  CELL_NOT_EMPTY: 'isNotEmpty',
  DATE_AFTER: 'dateIsAfter',
  DATE_BEFORE: 'dateIsBefore',
  DATE_EQUAL_TO: 'dateIs',
  DATE_AFTER_RELATIVE: 'dateIsAfter',
  DATE_BEFORE_RELATIVE: 'dateIsBefore',
  DATE_EQUAL_TO_RELATIVE: 'dateIs',
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
  TEXT_EQUAL_TO: 'isEqual',
  TEXT_NOT_EQUAL_TO: 'isNotEqual',
  TEXT_STARTS_WITH: 'beginsWithText',
  TEXT_ENDS_WITH: 'endsWithText',
  CUSTOM_FORMULA: 'customFormula',
};

const RELATIVE: Readonly<Record<string, string>> = {
  TODAY: 'today',
  TOMORROW: 'tomorrow',
  YESTERDAY: 'yesterday',
  PAST_WEEK: 'lastWeek',
  PAST_MONTH: 'lastMonth',
  PAST_YEAR: 'lastYear',
};

/** Replaces all rules of a sheet, first one strongest (apps-script 5.3). The sheet moves into the engine. */
export function setConditionalFormats(context: SheetsContext, sheetId: string, rules: readonly ConditionalFormatRule[]): void {
  const { workbook } = context;
  if (rules.length === 0 && workbook.isPlain(sheetId)) return;
  context.do(() => {
    workbook.promote(sheetId);
    workbook.flush();
    for (const { id } of context.getters.getConditionalFormats(sheetId)) workbook.apply({ type: 'REMOVE_CONDITIONAL_FORMAT', sheetId, id });
    workbook.extras.rules = workbook.extras.rules.filter(
      (record) => !(record.sheetId === sheetId && record.engineId.startsWith('format-')),
    );
    for (const { rule } of rules) {
      const id = `format-${workbook.freshId()}`;
      const ranges = rule.ranges
        .filter((range) => range.sheetId === sheetId)
        .map((range) => context.getters.getRangeDataFromZone(sheetId, range.zone));
      workbook.apply({ type: 'ADD_CONDITIONAL_FORMAT', sheetId, ranges, cf: { id, rule: engineRule(context, rule) } });
      workbook.extras.rules.push({ engineId: id, sheetId, description: { ...rule } });
    }
  });
}

/** Rules of a sheet in their order, with ranges where they are now. */
export function conditionalFormats(context: SheetsContext, sheetId: string): ConditionalFormatRule[] {
  if (context.workbook.isPlain(sheetId)) return [];
  return context.getters.getConditionalFormats(sheetId).flatMap(({ id, ranges }) => {
    const record = context.workbook.extras.rules.find((entry) => entry.engineId === id);
    if (record === undefined) return [];
    const now = ranges.map((xc) => ({ sheetId, zone: context.getters.getRangeFromSheetXC(sheetId, xc).zone }));
    return [new ConditionalFormatRule(context, { ...(record.description as unknown as Rule), ranges: now })];
  });
}

function engineRule(context: SheetsContext, rule: Rule): object {
  if (rule.criteria === undefined) {
    const { min, mid, max } = rule.gradient;
    return {
      type: 'ColorScaleRule',
      minimum: threshold(min, 'value'),
      ...(mid ? { midpoint: threshold(mid, 'percentile') } : {}),
      maximum: threshold(max, 'value'),
    };
  }
  const relative = rule.criteria.endsWith('_RELATIVE');
  const { background, fontColor, bold, italic, underline, strikethrough } = rule.style;
  return {
    type: 'CellIsRule',
    operator: OPERATORS[rule.criteria],
    values: relative ? [] : rule.values.map((value) => engineValue(context, value)),
    ...(rule.criteria.startsWith('DATE') ? { dateValue: relative ? RELATIVE[String(rule.values[0])] : 'exactDate' } : {}),
    style: {
      ...(background ? { fillColor: background } : {}),
      ...(fontColor ? { textColor: fontColor } : {}),
      ...(bold === undefined ? {} : { bold }),
      ...(italic === undefined ? {} : { italic }),
      ...(underline === undefined ? {} : { underline }),
      ...(strikethrough === undefined ? {} : { strikethrough }),
    },
  };
}

function engineValue(context: SheetsContext, value: unknown): string {
  if (typeof value === 'object' && value !== null && 'date' in value) {
    return String(Math.floor(dateToSerial(new Date(Number(value.date)), context.workbook.timeZone)));
  }
  return typeof value === 'string' && value.startsWith('=') ? context.workbook.adopted(value) : String(value);
}

function threshold(point: Point | undefined, fallback: string): object {
  const color = Number.parseInt((point?.color ?? '#ffffff').slice(1), 16);
  const types: Readonly<Record<string, string>> = { NUMBER: 'number', PERCENT: 'percentage', PERCENTILE: 'percentile' };
  const type = types[point?.type ?? ''] ?? fallback;
  return type === 'value' ? { type, color } : { type, color, value: point?.value || '50' };
}

export class ConditionalFormatRuleBuilder extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.ConditionalFormatRuleBuilder';
  readonly #context: SheetsContext;
  #rule: Rule;

  constructor(context: SheetsContext, rule: Rule = EMPTY) {
    super();
    this.#context = context;
    this.#rule = rule;
  }

  #when(criteria: string, args: readonly unknown[], method: string, ...signatures: Parameters<typeof expectArguments>[2][]): this {
    expectArguments(`SpreadsheetApp.ConditionalFormatRuleBuilder.${method}`, args, ...signatures);
    const relative = enums.isOf(enums.RelativeDate, args[0]);
    const values = args.map((value) =>
      value instanceof Date ? { date: value.getTime() } : value instanceof ServiceObject ? String(value) : value,
    );
    this.#rule = { ...this.#rule, criteria: relative ? `${criteria}_RELATIVE` : criteria, values };
    return this;
  }

  whenFormulaSatisfied(...args: unknown[]): this {
    return this.#when('CUSTOM_FORMULA', args, 'whenFormulaSatisfied', ['string']);
  }

  whenCellEmpty(...args: unknown[]): this {
    return this.#when('CELL_EMPTY', args, 'whenCellEmpty', []);
  }

  whenCellNotEmpty(...args: unknown[]): this {
    return this.#when('CELL_NOT_EMPTY', args, 'whenCellNotEmpty', []);
  }

  whenTextContains(...args: unknown[]): this {
    return this.#when('TEXT_CONTAINS', args, 'whenTextContains', ['string']);
  }

  whenTextDoesNotContain(...args: unknown[]): this {
    return this.#when('TEXT_DOES_NOT_CONTAIN', args, 'whenTextDoesNotContain', ['string']);
  }

  whenTextEqualTo(...args: unknown[]): this {
    return this.#when('TEXT_EQUAL_TO', args, 'whenTextEqualTo', ['string']);
  }

  whenTextStartsWith(...args: unknown[]): this {
    return this.#when('TEXT_STARTS_WITH', args, 'whenTextStartsWith', ['string']);
  }

  whenTextEndsWith(...args: unknown[]): this {
    return this.#when('TEXT_ENDS_WITH', args, 'whenTextEndsWith', ['string']);
  }

  whenNumberBetween(...args: unknown[]): this {
    return this.#when('NUMBER_BETWEEN', args, 'whenNumberBetween', ['number', 'number']);
  }

  whenNumberNotBetween(...args: unknown[]): this {
    return this.#when('NUMBER_NOT_BETWEEN', args, 'whenNumberNotBetween', ['number', 'number']);
  }

  whenNumberEqualTo(...args: unknown[]): this {
    return this.#when('NUMBER_EQUAL_TO', args, 'whenNumberEqualTo', ['number']);
  }

  whenNumberNotEqualTo(...args: unknown[]): this {
    return this.#when('NUMBER_NOT_EQUAL_TO', args, 'whenNumberNotEqualTo', ['number']);
  }

  whenNumberGreaterThan(...args: unknown[]): this {
    return this.#when('NUMBER_GREATER_THAN', args, 'whenNumberGreaterThan', ['number']);
  }

  whenNumberGreaterThanOrEqualTo(...args: unknown[]): this {
    return this.#when('NUMBER_GREATER_THAN_OR_EQUAL_TO', args, 'whenNumberGreaterThanOrEqualTo', ['number']);
  }

  whenNumberLessThan(...args: unknown[]): this {
    return this.#when('NUMBER_LESS_THAN', args, 'whenNumberLessThan', ['number']);
  }

  whenNumberLessThanOrEqualTo(...args: unknown[]): this {
    return this.#when('NUMBER_LESS_THAN_OR_EQUAL_TO', args, 'whenNumberLessThanOrEqualTo', ['number']);
  }

  whenDateAfter(...args: unknown[]): this {
    return this.#when('DATE_AFTER', args, 'whenDateAfter', ['date'], [enums.RelativeDate]);
  }

  whenDateBefore(...args: unknown[]): this {
    return this.#when('DATE_BEFORE', args, 'whenDateBefore', ['date'], [enums.RelativeDate]);
  }

  whenDateEqualTo(...args: unknown[]): this {
    return this.#when('DATE_EQUAL_TO', args, 'whenDateEqualTo', ['date'], [enums.RelativeDate]);
  }

  withCriteria(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.ConditionalFormatRuleBuilder.withCriteria', args, [enums.BooleanCriteria, 'list']);
    this.#rule = { ...this.#rule, criteria: String(args[0]), values: args[1] as unknown[] };
    return this;
  }

  #styled(style: Style): this {
    this.#rule = { ...this.#rule, style: { ...this.#rule.style, ...style } };
    return this;
  }

  setBackground(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.ConditionalFormatRuleBuilder.setBackground', args, [['string']]);
    const background = hexColor(String(args[0] ?? ''));
    return background === undefined ? this : this.#styled({ background });
  }

  setFontColor(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.ConditionalFormatRuleBuilder.setFontColor', args, [['string']]);
    const fontColor = hexColor(String(args[0] ?? ''));
    return fontColor === undefined ? this : this.#styled({ fontColor });
  }

  setBold(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.ConditionalFormatRuleBuilder.setBold', args, ['boolean']);
    return this.#styled({ bold: args[0] === true });
  }

  setItalic(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.ConditionalFormatRuleBuilder.setItalic', args, ['boolean']);
    return this.#styled({ italic: args[0] === true });
  }

  setUnderline(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.ConditionalFormatRuleBuilder.setUnderline', args, ['boolean']);
    return this.#styled({ underline: args[0] === true });
  }

  setStrikethrough(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.ConditionalFormatRuleBuilder.setStrikethrough', args, ['boolean']);
    return this.#styled({ strikethrough: args[0] === true });
  }

  #point(name: PointName, color: unknown, type: string, value: string): this {
    const hex = hexColor(String(color));
    if (hex === undefined) throw new ServiceException(`Invalid argument: ${String(color)}`);
    this.#rule = { ...this.#rule, gradient: { ...this.#rule.gradient, [name]: { color: hex, type, value } } };
    return this;
  }

  #valuedPoint(name: PointName, args: readonly unknown[], method: string): this {
    expectArguments(`SpreadsheetApp.ConditionalFormatRuleBuilder.${method}`, args, ['string', enums.InterpolationType, 'string']);
    return this.#point(name, args[0], String(args[1]), String(args[2]));
  }

  setGradientMinpoint(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.ConditionalFormatRuleBuilder.setGradientMinpoint', args, ['string']);
    return this.#point('min', args[0], 'MIN', '');
  }

  setGradientMaxpoint(...args: unknown[]): this {
    expectArguments('SpreadsheetApp.ConditionalFormatRuleBuilder.setGradientMaxpoint', args, ['string']);
    return this.#point('max', args[0], 'MAX', '');
  }

  setGradientMinpointWithValue(...args: unknown[]): this {
    return this.#valuedPoint('min', args, 'setGradientMinpointWithValue');
  }

  setGradientMidpointWithValue(...args: unknown[]): this {
    return this.#valuedPoint('mid', args, 'setGradientMidpointWithValue');
  }

  setGradientMaxpointWithValue(...args: unknown[]): this {
    return this.#valuedPoint('max', args, 'setGradientMaxpointWithValue');
  }

  setRanges(...args: unknown[]): this {
    const ranges = args[0];
    if (!Array.isArray(ranges) || !ranges.every((range): range is RangeGeometry => range instanceof RangeGeometry)) {
      throw signatureError('SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges', args);
    }
    this.#rule = { ...this.#rule, ranges: ranges.map(({ sheetId, zone }) => ({ sheetId, zone })) };
    return this;
  }

  getRanges(): Range[] {
    return this.#rule.ranges.map(({ sheetId, zone }) => this.#context.make.range(sheetId, zone));
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#context, this.#rule);
  }

  build(): ConditionalFormatRule {
    if (this.#rule.ranges.length === 0) throw new ServiceException('Conditional format rule must have at least one range.');
    const gradient = this.#rule.gradient.min !== undefined && this.#rule.gradient.max !== undefined;
    if (this.#rule.criteria === undefined && !gradient) throw new ServiceException('Conditional format rule must have a condition.');
    return new ConditionalFormatRule(this.#context, this.#rule);
  }
}
