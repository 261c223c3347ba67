// Number formats by unit. The file's locale decides how separators look; the format itself is canonical.
import type { Lang } from '../cell';
import type { MetricUnit } from '../metrics/catalogue';

/** Signs of base currencies; any other currency is shown by its code. Quoted: a bare sign is no format. */
const signs: Readonly<Record<string, string>> = {
  RUB: '#,##0" ₽"',
  BYN: '#,##0" Br"',
  KZT: '#,##0" ₸"',
  UAH: '#,##0" ₴"',
  EUR: '#,##0" €"',
  USD: '"$"#,##0',
  GBP: '"£"#,##0',
};

export function moneyFormat(currency: string): string {
  return signs[currency] ?? `#,##0" ${currency.replace(/"/g, '')}"`;
}

export const countFormat = '#,##0';
export const shareFormat = '0.0%';
export const daysFormat = '0.0';
/** A change with its sign. */
export const changeFormat = '+0.0%;-0.0%;0.0%';

/** A change in percentage points: of the value times a hundred. */
export function pointsFormat(lang: Lang): string {
  const unit = lang === 'ru' ? 'п.п.' : 'pp';
  return `+0.0" ${unit}";-0.0" ${unit}";0.0" ${unit}"`;
}

export function dateFormat(lang: Lang): string {
  return lang === 'ru' ? 'dd.MM.yyyy' : 'yyyy-MM-dd';
}

export function unitFormat(unit: MetricUnit, currency: string): string {
  return { count: countFormat, money: moneyFormat(currency), share: shareFormat, days: daysFormat }[unit];
}
