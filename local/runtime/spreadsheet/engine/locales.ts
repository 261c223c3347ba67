// The engine's locale objects for the two locales of the workbook.
import type { WorkbookLocale } from '../contract';

export interface EngineLocale {
  readonly name: string;
  readonly code: string;
  readonly thousandsSeparator?: string;
  readonly decimalSeparator: string;
  readonly weekStart: number;
  readonly dateFormat: string;
  readonly timeFormat: string;
  readonly formulaArgSeparator: string;
}

const LOCALES: Readonly<Record<WorkbookLocale, EngineLocale>> = {
  ru_RU: {
    name: 'Русский',
    code: 'ru_RU',
    thousandsSeparator: '\u00a0',
    decimalSeparator: ',',
    weekStart: 1,
    dateFormat: 'dd.mm.yyyy',
    timeFormat: 'hh:mm:ss',
    formulaArgSeparator: ';',
  },
  en_US: {
    name: 'English (US)',
    code: 'en_US',
    thousandsSeparator: ',',
    decimalSeparator: '.',
    weekStart: 7,
    dateFormat: 'm/d/yyyy',
    timeFormat: 'hh:mm:ss a',
    formulaArgSeparator: ',',
  },
};

export function engineLocale(locale: WorkbookLocale): EngineLocale {
  return LOCALES[locale];
}
