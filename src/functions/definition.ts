// What an entry of the function catalogue is, and the parameters that functions share.
import type { Cell, Table } from '../cell';
import type { ArgumentName } from '../locale/argument-words';
import type { Sentence } from '../locale/sentence';
import type { FunctionName } from './names';
import type { Question } from './question';

/** A parameter as Sheets shows it: the identifier is English, its meaning and allowed values are in the reader's language. */
export interface Param {
  readonly name: ArgumentName;
  readonly text: Sentence;
}

export interface FunctionDefinition {
  readonly name: FunctionName;
  /** In the order of the formula; the last one is always the stamp (D4). */
  readonly params: readonly Param[];
  /** Two or three sentences for a head of sales. */
  readonly text: Sentence;
  /** Formulas as typed in a file of that language. */
  readonly examples: readonly Sentence[];
  /** Rules of the definitions it stands on. */
  readonly rules: readonly string[];
  /** The answer; asks the question for the tables it needs once the arguments are read. Throws KpiError. */
  readonly answer: (args: readonly unknown[], question: Question) => Cell | Table;
}

export const periodParam: Param = {
  name: 'period',
  text: {
    ru: 'Период: "2026-10", "2026-Q3", "2026-H1", "2026", "2026-W41", "01.10.2026..15.10.2026", дата (её месяц) или слова: "этот месяц", "прошлый квартал", "последние 30 дней". По умолчанию этот месяц.',
    en: 'Period: "2026-10", "2026-Q3", "2026-H1", "2026", "2026-W41", "2026-10-01..2026-10-15", a date (its month) or words: "this month", "last quarter", "last 30 days". This month by default.',
  },
};

export const whoParam: Param = {
  name: 'who',
  text: {
    ru: 'Кто: имя или его часть, e-mail, id, отдел или "все". Диапазон даёт ответ в каждой строке. По умолчанию все.',
    en: 'Who: a name or a part of it, an e-mail, an id, a department or "all". A range gives an answer in every row. Everybody by default.',
  },
};

export const whoUnionParam: Param = {
  name: 'who',
  text: {
    ru: 'Кто: имя или его часть, e-mail, id, отдел, диапазон (вместе) или "все". По умолчанию все.',
    en: 'Who: a name or a part of it, an e-mail, an id, a department, a range (together) or "all". Everybody by default.',
  },
};

export const pipelineParam: Param = {
  name: 'pipeline',
  text: {
    ru: 'Воронка: название или его часть, id, список через запятую, диапазон или "все". По умолчанию воронки из настроек.',
    en: 'Pipeline: a name or a part of it, an id, a list with commas, a range or "all". The pipelines of the settings by default.',
  },
};

export const dataParam: Param = {
  name: 'data',
  text: {
    ru: 'B24_DATA: с ним формула пересчитывается после каждого обновления.',
    en: 'B24_DATA: with it the formula recalculates after every refresh.',
  },
};
