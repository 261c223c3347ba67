// What people read about the functions: the JSDoc that Sheets shows, and the page of the documentation. Both come from the catalogue.
import type { Lang } from '../cell';
import { METRIC_IDS, metricOf } from '../metrics/catalogue';
import { functionDefinition } from './catalogue';
import type { FunctionDefinition } from './definition';
import { functionTexts } from './help/texts';
import { metricMeaning, metricName, metricShortName } from './metric-names';
import { FUNCTION_NAMES, type FunctionName } from './names';

/** The block that stands right above a function in the bundle; Sheets flattens it and shows everything but `@return`. */
export function jsdoc(name: FunctionName, lang: Lang): string {
  const { params } = functionDefinition(name);
  const { text, examples, params: meanings } = functionTexts[name];
  const example = examples[0]?.[lang];
  const lines = [
    ...wrapped(text[lang]),
    ...(example ? [lang === 'ru' ? `Пример: ${example}` : `Example: ${example}`] : []),
    '',
    ...params.map((param) => `@param {any} ${param} ${(meanings[param]?.hint ?? meanings[param])?.[lang] ?? ''}`),
    `@return ${lang === 'ru' ? 'Значение или таблица.' : 'A value or a table.'}`,
    '@customfunction',
  ];
  return ['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line.replace(/\*\//g, '* /')}`)), ' */'].join('\n');
}

/** `=B24_DEALS([period];[who];…)` as a person types it. */
export function signature(definition: FunctionDefinition, lang: Lang): string {
  const separator = lang === 'ru' ? ';' : ',';
  return `${definition.name}(${definition.params.map((param) => `[${param}]`).join(separator)})`;
}

/** The sheet «Справка»: what each function and each metric says, what is typed, an example, the rules. The first row is the header. */
export function helpRows(lang: Lang): string[][] {
  const ru = lang === 'ru';
  const functions = FUNCTION_NAMES.map((name) => {
    const definition = functionDefinition(name);
    const { text, examples, params: meanings } = functionTexts[name];
    const args = definition.params.map((param, at) => `${at + 1}. ${(meanings[param]?.hint ?? meanings[param])?.[lang] ?? ''}`);
    return [name, text[lang], args.join('\n'), examples.map((example) => example[lang]).join('\n'), definition.rules.join(', ')];
  });
  const metrics = METRIC_IDS.map((id) => {
    const name = metricName(id, lang);
    const separator = ru ? ';' : ',';
    const args = [ru ? '"этот месяц"' : '"this month"', '', '', `"${metricShortName(id, lang)}"`, 'B24_DATA'];
    return [name, metricMeaning(id, lang), '', `=B24_KPI(${args.join(separator)})`, metricOf(id).rule];
  });
  return [
    ru
      ? ['Функция или показатель', 'Что показывает', 'Аргументы по порядку', 'Пример', 'Правила']
      : ['Function or metric', 'What it shows', 'Arguments in order', 'Example', 'Rules'],
    ...functions,
    ...metrics,
  ];
}

/** docs/functions.md and docs/functions.ru.md; `answerOf` gives what an example answers on the demo company. */
export function functionsPage(lang: Lang, answerOf: (formula: string) => unknown): string {
  const ru = lang === 'ru';
  const intro = ru
    ? [
        '# Функции',
        '',
        'Все аргументы необязательны. Слова в аргументах понимаются по-русски и по-английски, регистр и «ё» не важны. Доли – дроби (0,6364 с форматом процента), длительности – дни, деньги – в базовой валюте. Если делить не на что, ячейка пустая. Ошибка в аргументе – одно предложение в примечании к `#ERROR!`.',
        '',
        '`B24_DATA` – именованная ячейка, которая меняется после каждого обновления: с ней формула пересчитывается сама. Разделитель аргументов зависит от локали файла: `;` в русской, `,` в английской.',
        '',
        'Под каждым примером – что он отвечает на демоданных (`npm run demo`, данные на 23.11.2026); от длинных таблиц показано начало. `A2:A15` – столбец с именами менеджеров, `B1` – ячейка с названием показателя.',
      ]
    : [
        '# Functions',
        '',
        'Every argument is optional. Words are understood in English and Russian, in any case. Shares are fractions (0.6364 with a percent format), durations are days, money is in the base currency. When there is nothing to divide by, the cell is empty. A wrong argument is one sentence in the note of `#ERROR!`.',
        '',
        '`B24_DATA` is a named cell that changes after every refresh: with it a formula recalculates by itself. The argument separator depends on the locale of the file: `,` in English, `;` in Russian.',
        '',
        'Under each example stands what it answers on the demo data (`npm run demo`, data as of 2026-11-23); of long tables the beginning is shown. `A2:A15` is a column with names of managers, `B1` a cell with the name of a metric.',
      ];
  const sections = FUNCTION_NAMES.map((name) => section(functionDefinition(name), lang, answerOf));
  const metrics = [
    ru ? '## Показатели' : '## Metrics',
    '',
    ru ? '| Название | Что значит | Правило |' : '| Name | Meaning | Rule |',
    '| --- | --- | --- |',
    ...METRIC_IDS.map((id) => `| ${metricName(id, lang)} | ${metricMeaning(id, lang)} | ${metricOf(id).rule} |`),
  ];
  return `${[...intro, '', ...sections.flatMap((lines) => [...lines, '']), ...metrics].join('\n')}\n`;
}

function section(definition: FunctionDefinition, lang: Lang, answerOf: (formula: string) => unknown): string[] {
  const ru = lang === 'ru';
  const { text, examples, params: meanings } = functionTexts[definition.name];
  return [
    `## ${definition.name}`,
    '',
    `\`=${signature(definition, lang)}\``,
    '',
    text[lang],
    '',
    ru ? '| Аргумент | Значение |' : '| Argument | Meaning |',
    '| --- | --- |',
    ...definition.params.map((param) => `| \`${param}\` | ${meanings[param]?.[lang] ?? ''} |`),
    '',
    ...examples.flatMap((example) => ['```', example[lang], '```', '', ...shownAnswer(answerOf(example[lang]), lang), '']),
    `${ru ? 'Правила' : 'Rules'}: ${definition.rules.join(', ')}.`,
  ];
}

/** Rows of an answer that the page shows. */
const SHOWN_ROWS = 8;

/** A value in a line, a table as a table; of a long one the first rows and how many it has. */
function shownAnswer(answer: unknown, lang: Lang): string[] {
  if (!Array.isArray(answer)) return [`→ ${shownCell(answer, lang) || (lang === 'ru' ? '(пусто)' : '(empty)')}`];
  const rows = answer as unknown[][];
  if (rows.every((row) => row.length === 1))
    return [
      `→ ${rows
        .map((row) => shownCell(row[0], lang))
        .join(' · ')
        .replace(/( · )+$/, '')}`,
    ];
  const [header = [], ...lines] = rows.map((row) => `| ${row.map((cell) => shownCell(cell, lang)).join(' | ')} |`);
  const shown = lines.slice(0, SHOWN_ROWS);
  const more = lines.length > shown.length ? [lang === 'ru' ? `Всего строк: ${lines.length}.` : `Rows in all: ${lines.length}.`] : [];
  return [String(header), `|${' --- |'.repeat(rows[0]?.length ?? 1)}`, ...shown, ...(more.length > 0 ? ['', ...more] : [])];
}

/** As a cell without a format of its own shows it. */
function shownCell(value: unknown, lang: Lang): string {
  if (typeof value === 'number') {
    const text = String(Math.round(value * 10000) / 10000);
    return lang === 'ru' ? text.replace('.', ',') : text;
  }
  if (typeof value === 'boolean') return lang === 'ru' ? (value ? 'ИСТИНА' : 'ЛОЖЬ') : String(value).toUpperCase();
  return String(value ?? '').replace(/\|/g, '\\|');
}

/** Lines of at most 120 letters: the bundle stays readable, Sheets joins them again. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length > 119) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
