// The builder of conditional format rules.
import { ServiceException, ServiceObject } from '../../service';
import { hexColor } from '../../spreadsheet/attributes';
import { listOf, signed } from '../arguments';
import { ConditionalFormatRule, type FormatRule, type PointName, type Style } from './conditional-format-rule';
import type { SheetsContext } from './context';
import { addCriteria, savedValue, sharedCriteria } from './criteria';
import * as enums from './enums';
import type { Range } from './range';
import { RangeGeometry } from './range-geometry';

const EMPTY: FormatRule = { ranges: [], values: [], style: {}, gradient: {} };

export class ConditionalFormatRuleBuilder extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.ConditionalFormatRuleBuilder';
  readonly #context: SheetsContext;
  #rule: FormatRule;

  constructor(context: SheetsContext, rule: FormatRule = EMPTY) {
    super();
    this.#context = context;
    this.#rule = rule;
  }

  /** Sets a condition; a relative day makes it the criterion of relative days. */
  _criterion(criteria: string, args: readonly unknown[]): this {
    const relative = enums.isOf(enums.RelativeDate, args[0]);
    this.#rule = { ...this.#rule, criteria: relative ? `${criteria}_RELATIVE` : criteria, values: args.map(savedValue) };
    return this;
  }

  withCriteria(...args: unknown[]): this {
    this.#rule = { ...this.#rule, criteria: String(args[0]), values: (args[1] as unknown[]).map(savedValue) };
    return this;
  }

  #styled(style: Style): this {
    this.#rule = { ...this.#rule, style: { ...this.#rule.style, ...style } };
    return this;
  }

  setBackground(...args: unknown[]): this {
    const background = hexColor(String(args[0] ?? ''));
    return background === undefined ? this : this.#styled({ background });
  }

  setFontColor(...args: unknown[]): this {
    const fontColor = hexColor(String(args[0] ?? ''));
    return fontColor === undefined ? this : this.#styled({ fontColor });
  }

  setBold(...args: unknown[]): this {
    return this.#styled({ bold: args[0] === true });
  }

  setItalic(...args: unknown[]): this {
    return this.#styled({ italic: args[0] === true });
  }

  setUnderline(...args: unknown[]): this {
    return this.#styled({ underline: args[0] === true });
  }

  setStrikethrough(...args: unknown[]): this {
    return this.#styled({ strikethrough: args[0] === true });
  }

  #point(name: PointName, color: unknown, type: string, value: string): this {
    const hex = hexColor(String(color));
    if (hex === undefined) throw new ServiceException(`Invalid argument: ${String(color)}`);
    this.#rule = { ...this.#rule, gradient: { ...this.#rule.gradient, [name]: { color: hex, type, value } } };
    return this;
  }

  setGradientMinpoint(...args: unknown[]): this {
    return this.#point('min', args[0], 'MIN', '');
  }

  setGradientMaxpoint(...args: unknown[]): this {
    return this.#point('max', args[0], 'MAX', '');
  }

  setGradientMinpointWithValue(...args: unknown[]): this {
    return this.#point('min', args[0], String(args[1]), String(args[2]));
  }

  setGradientMidpointWithValue(...args: unknown[]): this {
    return this.#point('mid', args[0], String(args[1]), String(args[2]));
  }

  setGradientMaxpointWithValue(...args: unknown[]): this {
    return this.#point('max', args[0], String(args[1]), String(args[2]));
  }

  setRanges(...args: unknown[]): this {
    const ranges = args[0] as RangeGeometry[];
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
    return new ConditionalFormatRule(this.#context, this.#rule, copier);
  }
}

/** Gives a rule its builder back. */
export const copier = { copy: (context: SheetsContext, rule: FormatRule) => new ConditionalFormatRuleBuilder(context, rule) };

const valuedPoint = ['string', enums.InterpolationType, 'string'] as const;

signed(ConditionalFormatRuleBuilder, {
  withCriteria: [[enums.BooleanCriteria, 'list']],
  setBackground: [[['string']]],
  setFontColor: [[['string']]],
  setBold: [['boolean']],
  setItalic: [['boolean']],
  setUnderline: [['boolean']],
  setStrikethrough: [['boolean']],
  setGradientMinpoint: [['string']],
  setGradientMaxpoint: [['string']],
  setGradientMinpointWithValue: [valuedPoint],
  setGradientMidpointWithValue: [valuedPoint],
  setGradientMaxpointWithValue: [valuedPoint],
  setRanges: [[listOf(RangeGeometry)]],
});

addCriteria(ConditionalFormatRuleBuilder, 'when', {
  ...sharedCriteria,
  CellEmpty: ['CELL_EMPTY', []],
  CellNotEmpty: ['CELL_NOT_EMPTY', []],
  DateAfter: ['DATE_AFTER', ['date'], [enums.RelativeDate]],
  DateBefore: ['DATE_BEFORE', ['date'], [enums.RelativeDate]],
  DateEqualTo: ['DATE_EQUAL_TO', ['date'], [enums.RelativeDate]],
  TextStartsWith: ['TEXT_STARTS_WITH', ['string']],
  TextEndsWith: ['TEXT_ENDS_WITH', ['string']],
});
