// The sheet «Активность»: what managers do, against the norm, and how fast they answer.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { activityKinds, activityMeasures } from '../functions/activity';
import { MANAGER_CAPACITY } from '../functions/kpi-table';
import { metricName } from '../functions/metric-names';
import { responseMeasures } from '../functions/response';
import { activitySheetWords } from '../locale/report-who-words';
import { tableWords } from '../locale/table-words';
import type { MetricId } from '../metrics/catalogue';
import { byWord, metricColumn, metricList, word } from './blocks';
import { periodChoice, whoChoice } from './choices';
import { countFormat, shareFormat } from './formats';
import { filled, quoted, stamped } from './formula';
import { openPage } from './page';
import type { AsideRef, Page, TableRef } from './page-specs';
import { palette } from './palette';
import type { FormulaCell, ReportSheet } from './spec';

const METRICS: readonly MetricId[] = ['calls', 'meetings', 'emails', 'tasks', 'todos', 'wonCount'];
const LINES = MANAGER_CAPACITY + 1;
const CHART_MANAGERS = 15;
/** Answers about every manager of the table, by one call each. */
const ANSWERS = ['norm', 'response', 'within'] as const;

export function activitySheet(labels: Labels, lang: Lang): ReportSheet {
  const text = activitySheetWords;
  const page = openPage({
    id: 'activity',
    labels,
    lang,
    choices: [periodChoice(lang), whoChoice(lang)],
    widths: [210, 96, 96, 96, 96, 96, 96, 96, 130, 116],
  });
  const pictures = page.chartRow();
  const [period = '', who = ''] = ['period', 'who'].map(page.chosen);
  let answers: AsideRef | null = null;
  const table = page.table({
    id: 'managers',
    title: text.table[lang],
    hint: text.hint[lang],
    formula: stamped('B24_KPI_TABLE', period, who, '""', byWord('manager', lang), metricList(METRICS, lang)),
    columns: [{ key: 'name' }, ...METRICS.map((id) => metricColumn(id, labels, lang))],
    extraColumns: [
      { key: 'norm', format: '0%', note: text.normNote[lang] },
      { key: 'response', format: '0.0', note: text.responseNote[lang] },
      { key: 'within', format: shareFormat, note: text.withinNote[lang] },
    ],
    lines: LINES,
    conditions: (ref) => [
      {
        ranges: [ref.lines('norm')],
        formula: `=AND($${ref.letter('norm')}${ref.first}<>"",$${ref.letter('norm')}${ref.first}<0.8)`,
        color: palette.bad,
      },
      {
        ranges: [ref.lines('norm')],
        formula: `=AND($${ref.letter('norm')}${ref.first}<>"",$${ref.letter('norm')}${ref.first}>=1)`,
        color: palette.good,
      },
    ],
    more: (ref) => {
      answers = asked(page, ref, period);
      return {
        values: ANSWERS.map((key) => ({ a1: `${ref.letter(key)}${ref.header}`, value: text[key][lang] })),
        formulas: answered(ref, answers),
      };
    },
  });
  const [name, total] = [table.column('name'), tableWords.total[lang]];
  const stack = page.aside({
    id: 'stack',
    lines: LINES,
    columns: [
      { title: tableWords.manager[lang], formula: filled(name, name, total) },
      ...(['calls', 'meetings', 'emails', 'tasks'] as const).map((id) => ({
        title: metricName(id, lang),
        formula: filled(table.column(id), name, total),
        format: countFormat,
      })),
    ],
  });
  const norms = page.aside({
    id: 'norms',
    lines: LINES,
    columns: [
      { title: tableWords.manager[lang], formula: filled(name, table.column('norm'), total) },
      { title: text.norm[lang], formula: filled(table.column('norm'), table.column('norm'), total), format: '0%' },
    ],
  });
  page.chart(pictures, {
    id: 'stack',
    kind: 'COLUMN',
    title: text.stackChart[lang],
    ranges: [stack.firstLines(CHART_MANAGERS)],
    options: {
      isStacked: true,
      'legend.position': 'top',
      'series.0.color': palette.accent,
      'series.1.color': palette.second,
      'series.2.color': palette.soft,
      'series.3.color': palette.line,
      'hAxis.slantedText': true,
    },
    column: 1,
    width: 590,
  });
  page.chart(pictures, {
    id: 'norms',
    kind: 'BAR',
    title: text.normChart[lang],
    ranges: [norms.firstLines(CHART_MANAGERS)],
    options: { 'legend.position': 'none', 'series.0.color': palette.good, 'hAxis.format': '0%', 'hAxis.viewWindow.min': 0 },
    column: 6,
    width: 500,
  });
  return page.sheet();
}

function asked(page: Page, table: TableRef, period: string): AsideRef {
  const { lang } = page;
  const text = activitySheetWords;
  const people = table.column('name');
  // The line of the total is nobody's name: it is asked for as a blank.
  const names = page.aside({
    id: 'asked',
    lines: LINES,
    cells: [
      {
        title: tableWords.manager[lang],
        formula: (line) => {
          const one = `INDEX(${people},${line + 1})`;
          return `IF(OR(${one}="",${one}=${quoted(tableWords.total[lang])},INDEX(${table.column('calls')},${line + 1})=""),"",${one})`;
        },
      },
    ],
  });
  const range = names.column(0);
  return page.aside({
    id: 'answers',
    lines: LINES,
    columns: [
      {
        title: text.norm[lang],
        formula: stamped('B24_ACTIVITY', period, range, '""', word(activityKinds, 'all', lang), word(activityMeasures, 'norm', lang)),
        format: '0%',
      },
      {
        title: text.response[lang],
        formula: stamped('B24_RESPONSE', period, range, '""', word(responseMeasures, 'median', lang)),
        format: '0.0',
      },
      {
        title: text.within[lang],
        formula: stamped('B24_RESPONSE', period, range, '""', word(responseMeasures, 'withinNorm', lang)),
        format: shareFormat,
      },
    ],
  });
}

function answered(table: TableRef, answers: AsideRef): FormulaCell[] {
  return ANSWERS.flatMap((key, at) =>
    Array.from({ length: LINES }, (_, line) => {
      const one = `INDEX(${answers.column(at)},${line + 1})`;
      return { a1: `${table.letter(key)}${table.first + line}`, formula: `=IF(${one}="","",${one})` };
    }),
  );
}
