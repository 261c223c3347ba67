// Custom fields of deals in the raw sheet (bitrix24-rest 5.10): from the text a deal keeps (`customText`) to typed cells, by USER_TYPE_ID.
import type { Lang } from '../cell';
import { instantOf } from '../iso';
import { dateOnly } from '../period';
import type { Names } from './names';
import type { Deal } from './records';
import { type ColumnType, dayCell, momentCell, type RawCell, type RawColumn, yesNo } from './sheet';

/** A custom field a person chose. */
export interface CustomColumn {
  /** Key of `Deal.custom`. */
  readonly name: string;
  readonly title: string;
  /** USER_TYPE_ID: string, integer, double, date, datetime, boolean, enumeration, money, employee; any other is shown as its text. */
  readonly type: string;
  /** Values of a multiple field are joined by "; " and shown as text. */
  readonly multiple?: boolean;
  /** Texts of a list field by the ids that deals hold. */
  readonly texts?: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  integer: 'number',
  double: 'number',
  money: 'money',
  date: 'date',
  datetime: 'datetime',
};

const currencyTitle = { ru: 'валюта', en: 'currency' } as const;

/** The columns of a field: one, and for money a second one with the currency. */
export function customColumns(field: CustomColumn): RawColumn<Deal>[] {
  const title = { ru: field.title, en: field.title };
  const own: RawColumn<Deal> = {
    title,
    type: field.multiple ? 'text' : (TYPES[field.type] ?? 'text'),
    value: (deal, names, lang) => customCell(deal.custom[field.name] ?? '', field, names, lang),
  };
  if (field.type !== 'money' || field.multiple) return [own];
  const currency: RawColumn<Deal> = {
    title: { ru: `${field.title}, ${currencyTitle.ru}`, en: `${field.title}, ${currencyTitle.en}` },
    type: 'text',
    value: (deal) => (deal.custom[field.name] ?? '').split('|')[1] ?? '',
  };
  return [own, currency];
}

/** The cell of a value; empty for no value, and for a text in a column of numbers or dates. */
export function customCell(
  value: string,
  { type, multiple = false, texts = {} }: Pick<CustomColumn, 'type' | 'multiple' | 'texts'>,
  names: Names,
  lang: Lang,
): RawCell {
  if (multiple)
    return value === ''
      ? ''
      : value
          .split('; ')
          .map((one) => valueText(one, type, texts, names, lang))
          .join('; ');
  if (value === '') return '';
  if (type === 'integer' || type === 'double') return numberCell(value);
  if (type === 'money') return numberCell(value.split('|')[0] ?? '');
  if (type === 'date') return dayCell(dateOnly(value));
  if (type === 'datetime') return momentCell(instantOf(value) || 0);
  return valueText(value, type, texts, names, lang);
}

function valueText(value: string, type: string, texts: Readonly<Record<string, string>>, names: Names, lang: Lang): string {
  if (type === 'boolean') return yesNo(/^(y|1|true)$/i.test(value), lang);
  if (type === 'enumeration') return texts[value] ?? value;
  if (type === 'employee') return names.user(Number(value) || 0) || value;
  if (type === 'money') return value.replace('|', ' ');
  return type === 'date' ? dateOnly(value) || value : value;
}

function numberCell(text: string): RawCell {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : '';
}
