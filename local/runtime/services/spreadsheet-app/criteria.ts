// Conditions on cells: what the builders of data validations and of conditional formats share. The methods of both follow from one kind of table, values
// are kept as records the saved file can hold, and the engine is told of them in its own words.
import { ServiceObject } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import { dateToSerial } from '../../spreadsheet/zone-time';
import { type Signature, signMethod } from '../arguments';
import type { SheetsContext } from './context';
import { engineReference, RangeGeometry } from './range-geometry';

/** By the end of a method's name: the criterion it sets, and what it takes. */
export type CriteriaMethods = Readonly<Record<string, readonly [criteria: string, ...signatures: Signature[]]>>;

/** What both builders can ask of numbers, texts and formulas. */
export const sharedCriteria: CriteriaMethods = {
  FormulaSatisfied: ['CUSTOM_FORMULA', ['string']],
  NumberBetween: ['NUMBER_BETWEEN', ['number', 'number']],
  NumberNotBetween: ['NUMBER_NOT_BETWEEN', ['number', 'number']],
  NumberEqualTo: ['NUMBER_EQUAL_TO', ['number']],
  NumberNotEqualTo: ['NUMBER_NOT_EQUAL_TO', ['number']],
  NumberGreaterThan: ['NUMBER_GREATER_THAN', ['number']],
  NumberGreaterThanOrEqualTo: ['NUMBER_GREATER_THAN_OR_EQUAL_TO', ['number']],
  NumberLessThan: ['NUMBER_LESS_THAN', ['number']],
  NumberLessThanOrEqualTo: ['NUMBER_LESS_THAN_OR_EQUAL_TO', ['number']],
  TextContains: ['TEXT_CONTAINS', ['string']],
  TextDoesNotContain: ['TEXT_DOES_NOT_CONTAIN', ['string']],
  TextEqualTo: ['TEXT_EQUAL_TO', ['string']],
};

/** A builder that takes criteria; scripts do not see the method. */
interface CriteriaBuilder extends ServiceObject {
  _criterion(criteria: string, args: readonly unknown[]): this;
}

/** Gives a builder one method per criterion: `when…` or `require…`. */
export function addCriteria(builder: { readonly prototype: CriteriaBuilder }, prefix: 'when' | 'require', methods: CriteriaMethods): void {
  for (const [ending, [criteria, ...signatures]] of Object.entries(methods)) {
    signMethod(builder, `${prefix}${ending}`, signatures, function (this: CriteriaBuilder, ...args: unknown[]) {
      return this._criterion(criteria, args);
    });
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

export function isSavedRange(value: unknown): value is SavedRange {
  return typeof value === 'object' && value !== null && 'zone' in value;
}

function isSavedDate(value: unknown): value is SavedDate {
  return typeof value === 'object' && value !== null && 'date' in value;
}

/** A criterion's value as the saved file holds it: ranges and dates become records, enum values their names. */
export function savedValue(value: unknown): unknown {
  if (value instanceof RangeGeometry) return { sheetId: value.sheetId, zone: value.zone, reference: engineReference(value) };
  if (value instanceof Date) return { date: value.getTime() };
  return value instanceof ServiceObject ? String(value) : value;
}

/** A saved value as scripts read it. */
export function restoredValue(context: SheetsContext, value: unknown): unknown {
  if (isSavedRange(value)) return context.make.range(value.sheetId, value.zone);
  return isSavedDate(value) ? new Date(value.date) : value;
}

/** A saved value as the engine reads it: dates as serial numbers, formulas in its syntax. */
export function engineValue(context: SheetsContext, value: unknown): string {
  if (isSavedDate(value)) return String(Math.floor(dateToSerial(new Date(value.date), context.workbook.timeZone)));
  return typeof value === 'string' && value.startsWith('=') ? context.workbook.adopted(value) : String(value);
}

/** The engine's name of each criterion it can check. */
export const engineCriteria: Readonly<Record<string, string>> = {
  CELL_EMPTY: 'isEmpty',
  CELL_NOT_EMPTY: 'isNotEmpty',
  CUSTOM_FORMULA: 'customFormula',
  DATE_AFTER: 'dateIsAfter',
  DATE_AFTER_RELATIVE: 'dateIsAfter',
  DATE_BEFORE: 'dateIsBefore',
  DATE_BEFORE_RELATIVE: 'dateIsBefore',
  DATE_BETWEEN: 'dateIsBetween',
  DATE_EQUAL_TO: 'dateIs',
  DATE_EQUAL_TO_RELATIVE: 'dateIs',
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
  TEXT_ENDS_WITH: 'endsWithText',
  TEXT_EQUAL_TO: 'isEqual',
  TEXT_IS_VALID_EMAIL: 'isEmail',
  TEXT_IS_VALID_URL: 'isLink',
  TEXT_NOT_EQUAL_TO: 'isNotEqual',
  TEXT_STARTS_WITH: 'beginsWithText',
};
