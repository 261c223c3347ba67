// What people read about the functions: the JSDoc that Sheets shows, and the page of the documentation. Both come from the catalogue.
import type { Lang } from '../cell';
import { argumentWords } from '../locale/argument-words';
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
    const args = definition.params.map(
      (param) => `${argumentWords[param][lang]} – ${(meanings[param]?.hint ?? meanings[param])?.[lang] ?? ''}`,
    );
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

/** docs/functions.md and docs/functions.ru.md. */
export function functionsPage(lang: Lang): string {
  const ru = lang === 'ru';
  const intro = ru
    ? [
        '# Функции',
        '',
        'Все аргументы необязательны. Слова в аргументах понимаются по-русски и по-английски, регистр и «ё» не важны. Доли – дроби (0,6364 с форматом процента), длительности – дни, деньги – в базовой валюте. Если делить не на что, ячейка пустая. Ошибка в аргументе – одно предложение в примечании к `#ERROR!`.',
        '',
        '`B24_DATA` – именованная ячейка, которая меняется после каждого обновления: с ней формула пересчитывается сама. Разделитель аргументов зависит от локали файла: `;` в русской, `,` в английской.',
      ]
    : [
        '# Functions',
        '',
        'Every argument is optional. Words are understood in English and Russian, in any case. Shares are fractions (0.6364 with a percent format), durations are days, money is in the base currency. When there is nothing to divide by, the cell is empty. A wrong argument is one sentence in the note of `#ERROR!`.',
        '',
        '`B24_DATA` is a named cell that changes after every refresh: with it a formula recalculates by itself. The argument separator depends on the locale of the file: `,` in English, `;` in Russian.',
      ];
  const sections = FUNCTION_NAMES.map((name) => section(functionDefinition(name), lang));
  const metrics = [
    ru ? '## Показатели' : '## Metrics',
    '',
    ru ? '| Название | Что значит | Правило |' : '| Name | Meaning | Rule |',
    '| --- | --- | --- |',
    ...METRIC_IDS.map((id) => `| ${metricName(id, lang)} | ${metricMeaning(id, lang)} | ${metricOf(id).rule} |`),
  ];
  return `${[...intro, '', ...sections.flatMap((lines) => [...lines, '']), ...metrics].join('\n')}\n`;
}

function section(definition: FunctionDefinition, lang: Lang): string[] {
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
    ru ? 'Примеры:' : 'Examples:',
    '',
    '```',
    ...examples.map((example) => example[lang]),
    '```',
    '',
    `${ru ? 'Правила' : 'Rules'}: ${definition.rules.join(', ')}.`,
  ];
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
