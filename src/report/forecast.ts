// The sheet «Прогноз»: how the period will end by three methods, by whom, and by which deals; what earlier forecasts were worth.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWord } from '../functions/arguments/choice';
import { coverageItems } from '../functions/coverage';
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { forecastMethods } from '../functions/forecast';
import { MANAGER_CAPACITY } from '../functions/kpi-table';
import { planWords } from '../locale/plan-words';
import { forecastLogColumns } from '../locale/record-words';
import { forecastSheetWords } from '../locale/report-plan-words';
import { tableWords } from '../locale/table-words';
import { byWord, metricList } from './blocks';
import { usualChoices } from './choices';
import { dateFormat, moneyFormat, shareFormat } from './formats';
import { filled, lastMonths, quoted, stamped } from './formula';
import { openPage } from './page';
import type { Page, TileSpec } from './page-specs';
import { palette } from './palette';
import type { ReportSheet } from './spec';

/** Weeks of three months and a few more: earlier ones by the same formula, anywhere. */
const LOG_LINES = 18;
const CHART_MANAGERS = 15;
const SPANS = [
  [1, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [8, 9],
] as const;

export function forecastSheet(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({
    id: 'forecast',
    labels,
    lang,
    choices: usualChoices(lang),
    widths: [230, 84, 130, 150, 104, 92, 104, 100, 96, 100, 100, 84, 92, 92],
  });
  page.tiles('methods', tiles(page), SPANS);
  const pictures = page.chartRow();
  logTable(page);
  dealsTable(page);
  drawManagers(page, pictures);
  return page.sheet();
}

function forecast(
  page: Page,
  method: Parameters<typeof choiceWord<(typeof forecastMethods)[number]['value']>>[1],
  who = page.chosen('who'),
): string {
  return stamped(
    'B24_FORECAST',
    page.chosen('period'),
    who,
    page.chosen('pipeline'),
    quoted(choiceWord(forecastMethods, method, page.lang)),
  );
}

function tiles(page: Page): TileSpec[] {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const text = forecastSheetWords;
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  const cover = (part: 'all' | 'needed') => stamped('B24_COVERAGE', period, who, pipeline, quoted(choiceWord(coverageItems, part, lang)));
  return [
    { label: text.stages[lang], formula: forecast(page, 'stages'), format: money, note: text.stagesNote[lang] },
    { label: text.won[lang], formula: forecast(page, 'won'), format: money },
    { label: text.pace[lang], formula: forecast(page, 'pace'), format: money, note: text.paceNote[lang] },
    { label: text.low[lang], formula: forecast(page, 'low'), format: money, note: text.lowNote[lang] },
    { label: text.high[lang], formula: forecast(page, 'high'), format: money, note: text.highNote[lang] },
    { label: text.plan[lang], formula: stamped('B24_PLAN', period, who, pipeline), format: money },
    { label: text.coverage[lang], formula: cover('all'), format: '0.0"×"', note: text.coverageNote[lang] },
    { label: text.coverageNeeded[lang], formula: cover('needed'), format: '0.0"×"' },
    { label: text.weighted[lang], formula: forecast(page, 'weighted'), format: money },
    { label: text.overdue[lang], formula: forecast(page, 'overdue'), format: money, note: text.overdueNote[lang] },
  ];
}

function logTable(page: Page): void {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const formats: Readonly<Record<string, string>> = { day: dateFormat(lang), stagesOff: shareFormat, paceOff: shareFormat };
  page.table({
    id: 'log',
    title: forecastSheetWords.log[lang],
    hint: forecastSheetWords.logHint[lang],
    formula: stamped('B24_FORECAST_LOG', lastMonths(3, labels, lang), page.chosen('who')),
    columns: Object.keys(forecastLogColumns).map((key) => {
      if (key === 'month' || key === 'state') return { key };
      return { key, format: formats[key] ?? money };
    }),
    lines: LOG_LINES,
  });
}

function dealsTable(page: Page): void {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  page.table({
    id: 'deals',
    title: forecastSheetWords.deals[lang],
    hint: forecastSheetWords.dealsHint[lang],
    formula: stamped('B24_FORECAST_DEALS', period, who, pipeline),
    columns: [
      { key: 'deal' },
      { key: 'link' },
      { key: 'manager' },
      { key: 'stage' },
      { key: 'sum', format: money },
      { key: 'probability', format: shareFormat },
      { key: 'weighted', format: money },
      { key: 'expected', format: dateFormat(lang) },
      { key: 'when' },
    ],
    // Deals, and the four sums below them.
    lines: DEAL_CAPACITY + 4,
    total: planWords.forecast[lang],
    conditions: (ref) => [
      { ranges: [ref.body], formula: `=$${ref.letter('when')}${ref.first}=${quoted(planWords.overdue[lang])}`, color: palette.muted },
    ],
  });
}

/** Won, and what is expected on top of it, against the plan. */
function drawManagers(page: Page, pictures: ReturnType<Page['chartRow']>): void {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  const people = page.aside({
    id: 'people',
    lines: MANAGER_CAPACITY + 1,
    table: {
      formula: stamped('B24_KPI_TABLE', period, who, pipeline, byWord('manager', lang), metricList(['wonSum'], lang)),
      formats: [undefined, money],
    },
  });
  const name = people.column(0);
  const total = tableWords.total[lang];
  const names = page.aside({
    id: 'names',
    lines: CHART_MANAGERS,
    cells: [
      {
        title: tableWords.manager[lang],
        formula: (line) =>
          `IF(OR(INDEX(${name},${line + 1})=${quoted(total)},INDEX(${name},${line + 1})=""),"",INDEX(${name},${line + 1}))`,
      },
    ],
  });
  const asked = names.column(0);
  const answers = page.aside({
    id: 'answers',
    lines: CHART_MANAGERS,
    columns: [
      { title: forecastSheetWords.won[lang], formula: forecast(page, 'won', asked), format: money },
      { title: forecastSheetWords.stages[lang], formula: forecast(page, 'stages', asked), format: money },
      { title: forecastSheetWords.plan[lang], formula: stamped('B24_PLAN', period, asked, pipeline), format: money },
    ],
  });
  const bars = page.aside({
    id: 'bars',
    lines: CHART_MANAGERS,
    columns: [
      { title: tableWords.manager[lang], formula: filled(asked, asked) },
      { title: forecastSheetWords.won[lang], formula: filled(answers.column(0), asked), format: money },
      { title: forecastSheetWords.expected[lang], formula: filled(`(${answers.column(1)}-${answers.column(0)})`, asked), format: money },
      { title: forecastSheetWords.plan[lang], formula: filled(answers.column(2), asked), format: money },
    ],
  });
  page.chart(pictures, {
    id: 'managers',
    kind: 'COMBO',
    title: forecastSheetWords.managersChart[lang],
    ranges: [bars.range],
    options: {
      isStacked: true,
      'legend.position': 'top',
      'series.0.type': 'bars',
      'series.0.color': palette.accent,
      'series.1.type': 'bars',
      'series.1.color': palette.soft,
      'series.2.type': 'line',
      'series.2.color': palette.second,
      'series.2.pointSize': 7,
      'series.2.lineWidth': 0,
      'vAxes.0.format': money,
      'vAxes.0.viewWindow.min': 0,
      'hAxis.slantedText': true,
    },
    column: 1,
    width: 1100,
  });
}
