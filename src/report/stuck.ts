// The sheet «Зависшие сделки»: open deals that stand still, whose they are, why, and the next step.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWords } from '../functions/arguments/choice';
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { stuckRules } from '../functions/stuck';
import { stuckSheetWords } from '../locale/report-work-words';
import { tableWords } from '../locale/table-words';
import { stuckWords, workWords } from '../locale/work-words';
import { STUCK_REASONS } from '../metrics/stuck';
import { sumsBy } from './blocks';
import { pipelineChoice, whoChoice, wordChoice } from './choices';
import { dateFormat, daysFormat, moneyFormat } from './formats';
import { quoted, stamped } from './formula';
import { openPage } from './page';
import { palette } from './palette';
import type { ReportSheet } from './spec';

const CHART_MANAGERS = 15;

export function stuckSheet(labels: Labels, lang: Lang): ReportSheet {
  const text = stuckSheetWords;
  const money = moneyFormat(labels.baseCurrency);
  const page = openPage({
    id: 'stuck',
    labels,
    lang,
    choices: [
      pipelineChoice(lang),
      whoChoice(lang),
      wordChoice('rule', text.rule[lang], choiceWords(stuckRules, lang), text.ruleHelp[lang]),
    ],
    widths: [290, 120, 150, 190, 74, 66, 84, 112, 94, 180, 118, 210],
  });
  const pictures = page.chartRow(300);
  const table = page.table({
    id: 'deals',
    title: text.deals[lang],
    hint: text.hint[lang],
    formula: stamped('B24_STUCK', page.chosen('who'), page.chosen('pipeline'), page.chosen('rule')),
    columns: [
      { key: 'deal' },
      { key: 'link' },
      { key: 'manager' },
      { key: 'stage' },
      { key: 'days', format: daysFormat },
      { key: 'norm', format: daysFormat, note: text.normNote[lang] },
      { key: 'idle', format: daysFormat, note: text.idleNote[lang] },
      { key: 'sum', format: money },
      { key: 'expected', format: dateFormat(lang) },
      { key: 'step' },
      { key: 'stepDue', format: `${dateFormat(lang)} HH:mm` },
      { key: 'reasons' },
    ],
    lines: DEAL_CAPACITY,
    conditions: (ref) => [
      {
        ranges: [ref.lines('days')],
        formula: `=AND($E${ref.first}<>"",$F${ref.first}<>"",$E${ref.first}>$F${ref.first})`,
        color: palette.bad,
        bold: true,
      },
    ],
  });
  const managers = sumsBy(page, {
    id: 'managers',
    table,
    by: 'manager',
    sum: 'sum',
    title: tableWords.manager[lang],
    sumTitle: text.shown[lang],
    lines: 60,
  });
  const reasons = page.aside({
    id: 'reasons',
    lines: STUCK_REASONS.length,
    cells: [
      { title: workWords.reasons[lang], formula: (line) => quoted(stuckWords[STUCK_REASONS[line] ?? 'idle'][lang]) },
      {
        title: text.shown[lang],
        formula: (_, row, column) => `SUMIF(${table.column('reasons')},"*"&$${column(0)}$${row}&"*",${table.column('sum')})`,
        format: money,
      },
    ],
  });
  const bars = { 'legend.position': 'none', 'series.0.color': palette.accent, 'hAxis.format': money, 'hAxis.viewWindow.min': 0 };
  page.chart(pictures, {
    id: 'managers',
    kind: 'BAR',
    title: text.managersChart[lang],
    ranges: [managers.firstLines(CHART_MANAGERS)],
    options: bars,
    column: 1,
    width: 740,
  });
  page.chart(pictures, {
    id: 'reasons',
    kind: 'BAR',
    title: text.reasonsChart[lang],
    ranges: [reasons.range],
    options: { ...bars, 'series.0.color': palette.second },
    column: 5,
    width: 620,
  });
  return page.sheet();
}
