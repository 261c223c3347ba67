// Input sheets as a person types them: rows under the headers of a new sheet, names of the small company of tests/functions/small-company.
import type { Lang } from '../../src/cell';
import { directoryOf } from '../../src/functions/directory';
import type { Inputs } from '../../src/inputs/inputs';
import { complaintText, readInputs } from '../../src/inputs/read';
import type { Complaint, Directory, InputSheetId } from '../../src/inputs/sheet';
import { inputSheet } from '../../src/inputs/sheets';
import { parseIsoDay } from '../../src/period';
import { labels } from '../functions/small-company';

export const day = (text: string): number => parseIsoDay(text) ?? Number.NaN;

export function directoryIn(lang: Lang, asOfDay = day('2026-11-26')): Directory {
  return directoryOf(
    { ...labels, lang, asOfDay },
    {
      sources: [
        { id: 'WEB', name: 'Веб-сайт' },
        { id: 'CALL', name: 'Звонок' },
      ],
      failStages: [
        { id: 'LOSE', name: 'Отказ' },
        { id: 'APOLOGY', name: 'Спам' },
      ],
      currencies: ['RUB', 'USD', 'EUR'],
    },
  );
}

export const directory = directoryIn('ru');
export const english = directoryIn('en');

export function headersOf(sheet: InputSheetId, lang: Lang = 'ru'): string[] {
  return inputSheet(sheet).columns.map(({ name }) => name[lang]);
}

export interface Read {
  readonly inputs: Inputs;
  readonly complaints: readonly Complaint[];
  /** `row: sentence`, hints with a question mark before the row. */
  readonly told: string[];
}

/** The rows stand under the headers, so the first is row 2. */
export function typed(sheet: InputSheetId, rows: readonly (readonly unknown[])[], lang: Lang = 'ru'): Read {
  return read({ [sheet]: [headersOf(sheet, lang), ...rows] }, lang);
}

export function read(cells: Partial<Record<InputSheetId, readonly (readonly unknown[])[]>>, lang: Lang = 'ru'): Read {
  const { inputs, complaints } = readInputs(cells, lang === 'ru' ? directory : english);
  const told = complaints.map((one) => `${one.level === 'hint' ? '?' : ''}${one.row}: ${complaintText(one, lang)}`);
  return { inputs, complaints, told };
}
