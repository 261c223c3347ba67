// The sheet «План-факт»: plan and fact by manager, department and month, with the pace and what is left.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { MANAGER_CAPACITY } from '../functions/kpi-table';
import { metricShortName } from '../functions/metric-names';
import { PLAN_COLUMNS } from '../functions/plan-fact-table';
import { planWords } from '../locale/plan-words';
import { planSheetWords } from '../locale/report-plan-words';
import { tableWords } from '../locale/table-words';
import type { MetricId } from '../metrics/catalogue';
import { bitrixTable, byWord, statusLooks } from './blocks';
import { loadedPeriod, usualChoices, wordChoice } from './choices';
import { countFormat, shareFormat } from './formats';
import { filled, quoted, stamped } from './formula';
import { openPage } from './page';
import type { Column, Page, TableRef } from './page-specs';
import { palette } from './palette';
import type { ChartOptions, ReportSheet } from './spec';

/** Metrics people plan by most; any other one can be typed into the formula. */
const METRICS: readonly MetricId[] = ['wonSum', 'wonCount', 'created', 'calls', 'meetings', 'leadsCreated'];
const MONTHS = 12;
/** Totals beside the lines. */
const TOTALS = 2;
const CHART_MANAGERS = 15;

const FORMATS: Readonly<Record<string, string>> = { attainment: shareFormat, attainmentToDate: shareFormat };

/** The sheet for the people of the labels, in the language of the file. Numbers are of the chosen metric: money has no sign. */
export function planFactSheet(labels: Labels, lang: Lang): ReportSheet {
  const names = METRICS.map((id) => metricShortName(id, lang));
  const page = openPage({
    id: 'planFact',
    labels,
    lang,
    choices: [...usualChoices(lang), wordChoice('metric', planSheetWords.metric[lang], names, planSheetWords.metricHelp[lang])],
    widths: [200, 112, 112, 96, 112, 112, 96, 130, 112, 112, 104],
  });
  const pictures = page.chartRow();
  // Room for departments that are made later.
  planTable(page, 'department', labels.departments.length + TOTALS + 4);
  const months = planTable(page, 'month', MONTHS + TOTALS);
  const managers = planTable(page, 'manager', MANAGER_CAPACITY + TOTALS);
  bitrixTable(page);
  const totals = [tableWords.total[lang], planWords.managersSum[lang]];
  const bars = page.aside({
    id: 'bars',
    lines: MANAGER_CAPACITY + TOTALS,
    columns: (['name', 'fact', 'target', 'planToDate'] as const).map((key, at) => ({
      title: [tableWords.manager, planSheetWords.fact, planSheetWords.plan, planSheetWords.toDate][at]?.[lang] ?? '',
      formula: filled(managers.column(key), managers.column('name'), ...totals),
      ...(at > 0 ? { format: countFormat } : {}),
    })),
  });
  const year = page.aside({
    id: 'year',
    lines: MONTHS + TOTALS,
    columns: (['name', 'fact', 'target'] as const).map((key, at) => ({
      title: [tableWords.month, planSheetWords.fact, planSheetWords.plan][at]?.[lang] ?? '',
      formula: filled(months.column(key), months.column('name'), ...totals),
      ...(at > 0 ? { format: countFormat } : {}),
    })),
  });
  page.chart(pictures, {
    id: 'managers',
    kind: 'COMBO',
    title: planSheetWords.barsChart[lang],
    ranges: [bars.firstLines(CHART_MANAGERS)],
    options: {
      ...barOptions,
      'series.1.type': 'bars',
      'series.1.color': palette.line,
      'series.2.type': 'line',
      'series.2.color': palette.second,
      'series.2.pointSize': 7,
      'series.2.lineWidth': 0,
    },
    column: 1,
    width: 730,
  });
  page.chart(pictures, {
    id: 'months',
    kind: 'COMBO',
    title: planSheetWords.monthsChart[lang],
    ranges: [year.firstLines(MONTHS)],
    options: { ...barOptions, 'series.1.type': 'line', 'series.1.color': palette.second, 'series.1.pointSize': 5 },
    column: 7,
    width: 540,
  });
  return page.sheet();
}

const barOptions: ChartOptions = {
  'legend.position': 'top',
  'series.0.type': 'bars',
  'series.0.color': palette.accent,
  'vAxes.0.format': '#,##0',
  'vAxes.0.viewWindow.min': 0,
  'hAxis.slantedText': true,
};

const TITLES = {
  manager: [planSheetWords.managers, planSheetWords.managersHint],
  department: [planSheetWords.departments, planSheetWords.departmentsHint],
  month: [planSheetWords.months, undefined],
} as const;

function planTable(page: Page, by: 'manager' | 'department' | 'month', lines: number): TableRef {
  const { lang, labels } = page;
  const [period = '', who = '', pipeline = '', metric = ''] = ['period', 'who', 'pipeline', 'metric'].map(page.chosen);
  const [title, hint] = TITLES[by];
  const year = quoted(loadedPeriod(lang === 'ru' ? 'этот год' : 'this year', labels, lang));
  return page.table({
    id: by,
    title: title[lang],
    ...(hint ? { hint: hint[lang] } : {}),
    formula: stamped('B24_PLANFACT_TABLE', by === 'month' ? year : period, who, pipeline, metric, byWord(by, lang)),
    columns: planColumns(lang),
    lines,
    conditions: (ref) => statusLooks(ref, 'status', lang),
  });
}

/** Columns of B24_PLANFACT_TABLE with their meaning. */
function planColumns(lang: Lang): Column[] {
  const notes: Readonly<Record<string, string>> = {
    attainment: planSheetWords.attainment[lang],
    planToDate: planSheetWords.planToDate[lang],
    deviation: planSheetWords.deviation[lang],
    attainmentToDate: planSheetWords.attainmentToDate[lang],
    status: planSheetWords.status[lang],
    runRate: planSheetWords.runRate[lang],
    gap: planSheetWords.gap[lang],
    requiredPerDay: planSheetWords.perDay[lang],
  };
  return [
    { key: 'name' },
    ...PLAN_COLUMNS.map((key): Column => {
      const note = notes[key];
      return { key, ...(key === 'status' ? {} : { format: FORMATS[key] ?? countFormat }), ...(note ? { note } : {}) };
    }),
  ];
}
