// docs/metrics.md and docs/metrics.ru.md: every metric of the catalogue, and every rule of the definitions with the metrics and functions that stand on it.
import type { Lang } from '../cell';
import { METRIC_IDS, type Metric, metricOf } from '../metrics/catalogue';
import { functionDefinition } from './catalogue';
import type { MetricRule } from './help/rule-text';
import { commonRules, metricRules } from './help/rules';
import { metricMeaning, metricName } from './metric-names';
import { FUNCTION_NAMES, type FunctionName } from './names';

/** What answers any metric by its name. */
const OF_ANY: readonly FunctionName[] = ['B24_KPI', 'B24_KPI_TABLE', 'B24_COMPARE', 'B24_EXPLAIN'];

const units: Readonly<Record<Metric['unit'], Readonly<Record<Lang, string>>>> = {
  count: { ru: 'штук', en: 'number' },
  money: { ru: 'деньги', en: 'money' },
  share: { ru: 'доля', en: 'share' },
  days: { ru: 'дни', en: 'days' },
};
const directions = { more: { ru: 'больше', en: 'more' }, less: { ru: 'меньше', en: 'less' } } as const;

const words = {
  intro: {
    ru: [
      '# Показатели',
      '',
      'Что значит каждое число и по какому правилу оно посчитано. Страница собирается из каталога показателей (`npm run docs`); номера правил (M – показатели, R – общие правила) те же, что в примечаниях к заголовкам отчётов, на листе «Справка» и в [functions.ru.md](functions.ru.md).',
      '',
      'Любой показатель таблицы ниже отвечает в ячейке: `=B24_KPI("этот месяц"; ; ; "Сумма продаж"; B24_DATA)`, сразу несколько по людям – `B24_KPI_TABLE`, список сделок за числом – `B24_EXPLAIN`.',
      '',
      '- **Складывается**: части периода можно сложить (месяцы в квартал), поэтому у показателя бывает план на дату и прогноз по темпу (M29, M30).',
      '- **Хорошо**: куда должно двигаться число; прочерк – ни то ни другое.',
      '- **По воронкам**: действует ли аргумент воронки. Лиды и активность относятся только к людям.',
      '- Доли – дроби (0,6364, показаны как 63,6 %), длительности – дни, деньги – в базовой валюте. Делить не на что – ячейка пустая (R9).',
    ],
    en: [
      '# Metrics',
      '',
      'What each number means and by which rule it is counted. This page is made from the catalogue of metrics (`npm run docs`); the numbers of the rules (M for metrics, R for what all have in common) are those in the notes of report headers, in the sheet "Help" and in [functions.md](functions.md).',
      '',
      'Any metric of the table below answers in a cell: `=B24_KPI("this month", , , "Won sum", B24_DATA)`, several by people in `B24_KPI_TABLE`, and the deals behind a number in `B24_EXPLAIN`.',
      '',
      '- **Adds up**: parts of a period can be added (months to a quarter), so the metric has a plan to date and a run-rate (M29, M30).',
      '- **Good**: where the number should go; a dash means neither.',
      '- **By pipeline**: whether a pipeline cuts it. Leads and activities belong to people alone.',
      '- Shares are fractions (0.6364, shown as 63.6 %), durations days, money is in the base currency. Nothing to divide by gives an empty cell (R9).',
    ],
  },
  list: { ru: '## Список', en: '## The list' },
  head: {
    ru: '| Показатель | Код | Единица | Складывается | Хорошо | По воронкам | Правило | Что значит |',
    en: '| Metric | Id | Unit | Adds up | Good | By pipeline | Rule | Meaning |',
  },
  rules: { ru: '## Правила чисел', en: '## Rules of the numbers' },
  common: { ru: '## Общие правила', en: '## Common rules' },
  commonIntro: {
    ru: 'Применяются ко всем числам одинаково, один раз – когда из загруженных записей получаются факты.',
    en: 'They hold for all numbers alike and are applied once, when facts are made from the loaded records.',
  },
  metrics: { ru: 'Показатели', en: 'Metrics' },
  formula: { ru: 'Как считается', en: 'Formula' },
  period: { ru: 'Что попадает в период', en: 'Period' },
  note: { ru: 'Важно', en: 'Mind' },
  bitrix: { ru: 'В самом Битрикс24', en: 'In Bitrix24 itself' },
  functions: { ru: 'Отвечают', en: 'Answered by' },
  yes: { ru: 'да', en: 'yes' },
  no: { ru: 'нет', en: 'no' },
} as const;

/** The page in one language. */
export function metricsPage(lang: Lang): string {
  const numbers = Object.entries<MetricRule>(metricRules).flatMap(([id, rule]) => ruleSection(id, rule, lang));
  const common = Object.entries(commonRules).flatMap(([id, { name, text }]) => [`### ${id} ${name[lang]}`, '', text[lang], '']);
  return [
    ...words.intro[lang],
    '',
    words.list[lang],
    '',
    words.head[lang],
    `|${' --- |'.repeat(8)}`,
    ...METRIC_IDS.map((id) => metricLine(metricOf(id), lang)),
    '',
    words.rules[lang],
    '',
    ...numbers,
    words.common[lang],
    '',
    words.commonIntro[lang],
    '',
    ...common,
  ].join('\n');
}

function metricLine({ id, unit, additive, better, byPipeline, rule }: Metric, lang: Lang): string {
  const flag = (is: boolean): string => words[is ? 'yes' : 'no'][lang];
  const good = better === null ? '–' : directions[better][lang];
  const cells = [
    metricName(id, lang),
    `\`${id}\``,
    units[unit][lang],
    flag(additive),
    good,
    flag(byPipeline),
    rule,
    metricMeaning(id, lang),
  ];
  return `| ${cells.join(' | ')} |`;
}

function ruleSection(id: string, { name, formula, period, note, bitrix }: MetricRule, lang: Lang): string[] {
  const metrics = METRIC_IDS.filter((metric) => metricOf(metric).rule === id);
  const functions = FUNCTION_NAMES.filter(
    (one) => functionDefinition(one).rules.includes(id) || (metrics.length > 0 && OF_ANY.includes(one)),
  );
  const lines = [
    ...(metrics.length > 0 ? [[words.metrics, metrics.map((metric) => metricName(metric, lang)).join('; ')] as const] : []),
    [words.formula, formula[lang]] as const,
    [words.period, period[lang]] as const,
    ...(note ? [[words.note, note[lang]] as const] : []),
    ...(bitrix ? [[words.bitrix, bitrix[lang]] as const] : []),
    [words.functions, functions.map((one) => `\`${one}\``).join(' ')] as const,
  ];
  return [
    `### ${id} ${name[lang]}`,
    '',
    ...lines.map(([title, text]) => `- **${title[lang]}**: ${text}${/[.`]$/.test(text) ? '' : '.'}`),
    '',
  ];
}
