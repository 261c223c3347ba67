// Cells that tables share: days, names of stages, numbers in sentences, and what a question was asked for.
import type { Cell, Lang } from '../cell';
import { type DealFacts, type Labels, NO_DAY } from '../facts/facts';
import { personWords } from '../locale/person-words';
import { tableWords } from '../locale/table-words';
import type { MetricUnit } from '../metrics/catalogue';
import { minorSum } from '../metrics/populations';
import type { Slice } from '../metrics/slice';
import { round, units } from '../money';
import { type DayRange, dayStart } from '../period';
import { shownDay } from './arguments/given';
import { personName } from './arguments/who';

/** A local day as a date cell; NO_DAY is blank. */
export function dayCell(day: number, { zone }: Pick<Labels, 'zone'>): Cell {
  return day === NO_DAY ? '' : new Date(dayStart(day, zone) * 1000);
}

/** Name of a process stage by its index; −1 gathers the deleted ones. With `ofMany` the pipeline stands before it: stages of several share their names. */
export function stageCell(labels: Labels, pipeline: number, stage: number, ofMany = false): string {
  const known = labels.pipelines[pipeline];
  const name = stage < 0 ? tableWords.deletedStages[labels.lang] : (known?.stages[stage]?.name ?? '');
  return ofMany ? `${known?.name ?? ''}: ${name}` : name;
}

/** Σ amounts of deals in units of the base currency; blank when none of them has an amount (R8). */
export function sumCell(deals: DealFacts, rows: readonly number[]): Cell {
  const known = rows.some((row) => !Number.isNaN(deals.amount[row] ?? Number.NaN));
  return known || rows.length === 0 ? units(minorSum(deals, rows)) : '';
}

/** What stands for deals, the dearest first; deals without an amount last, equals by id. */
export function byAmount<T>(deals: DealFacts, items: readonly T[], rowOf: (item: T) => number): T[] {
  const amount = (item: T) => deals.amount[rowOf(item)] || 0;
  const unknown = (item: T) => (Number.isNaN(deals.amount[rowOf(item)] ?? Number.NaN) ? 1 : 0);
  return [...items].sort((a, b) => unknown(a) - unknown(b) || amount(b) - amount(a) || rowOf(a) - rowOf(b));
}

/** Days of a range in a sentence or a header. */
export function shownRange({ start, end }: DayRange, lang: Lang): string {
  return start === end ? shownDay(start, lang) : `${shownDay(start, lang)}–${shownDay(end, lang)}`;
}

/** Whom a slice is about, by name: at most three, then how many more. */
export function shownPeople({ managers }: Pick<Slice, 'managers'>, labels: Labels): string {
  if (managers === null) return personWords.all[labels.lang].toLowerCase();
  return firstFew([...managers].map((index) => personName(labels, index)));
}

/** The same of pipelines. */
export function shownPipelines({ pipelines }: Pick<Slice, 'pipelines'>, labels: Labels): string {
  if (pipelines === null) return personWords.all[labels.lang].toLowerCase();
  return firstFew([...pipelines].map((index) => labels.pipelines[index]?.name ?? ''));
}

/** A value of a metric in a sentence: shares in per cent, money with two digits, days with one; '—' for none. */
export function shownValue(value: number | null, unit: MetricUnit, { lang, baseCurrency }: Pick<Labels, 'lang' | 'baseCurrency'>): string {
  if (value === null) return '—';
  if (unit === 'share') return `${shownNumber(value * 100, 2, lang)}${lang === 'ru' ? '\u00a0%' : '%'}`;
  const number = shownNumber(value, unit === 'days' ? 1 : 2, lang);
  return unit === 'money' && baseCurrency !== '' ? `${number}\u00a0${baseCurrency}` : number;
}

/** Rounded, thousands apart, in the habit of the language. */
function shownNumber(value: number, digits: number, lang: Lang): string {
  const [whole = '', part] = String(round(value, digits)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'ru' ? '\u00a0' : ',');
  return part === undefined ? grouped : `${grouped}${lang === 'ru' ? ',' : '.'}${part}`;
}

function firstFew(names: readonly string[]): string {
  const head = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${head}… (+${names.length - 3})` : head;
}
