// The sheet «Зависшие сделки»: open deals that stand still, whose they are, why, and the next step.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWords } from '../functions/arguments/choice';
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { stuckRules } from '../functions/stuck';
import { stuckAdvice, stuckSheetWords } from '../locale/report-work-words';
import { tableWords } from '../locale/table-words';
import { stuckWords, workWords } from '../locale/work-words';
import { STUCK_REASONS } from '../metrics/stuck';
import { sumsBy } from './blocks';
import { area, cell } from './cells';
import { pipelineChoice, whoChoice, wordChoice } from './choices';
import { countFormat, dateFormat, daysFormat, moneyFormat } from './formats';
import { quoted, stamped } from './formula';
import { openPage } from './page';
import { emptyBlock } from './page-blocks';
import type { AsideRef, Page, TableRef } from './page-specs';
import { palette } from './palette';
import type { Block, ReportSheet } from './spec';

/** All open deals are no list of what stands still. */
const STANDING_RULES = stuckRules.filter(({ value }) => value !== 'open');
const CHART_MANAGERS = 15;
/** Title, remark, header, a line for each reason. */
const ADVICE_ROWS = STUCK_REASONS.length + 3;

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
      wordChoice('rule', text.rule[lang], choiceWords(STANDING_RULES, lang), text.ruleHelp[lang]),
    ],
    widths: [210, 60, 130, 150, 72, 60, 78, 100, 88, 110, 104, 180],
  });
  const pictures = page.chartRow(360);
  // Stands over the table it is made from.
  page.block(ADVICE_ROWS, (row) => adviceBlock(page, row, table, reasons));
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
        formula: overNorm(ref),
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
    width: 614,
  });
  page.chart(pictures, {
    id: 'reasons',
    kind: 'BAR',
    title: text.reasonsChart[lang],
    ranges: [reasons.range],
    options: { ...bars, 'series.0.color': palette.second },
    column: 6,
    width: 620,
  });
  return page.sheet();
}

function overNorm(ref: TableRef): string {
  const [days, norm] = ['days', 'norm'].map((key) => `$${ref.letter(key)}${ref.first}`);
  return `=AND(${days}<>"",${norm}<>"",${days}>${norm})`;
}

/** Each reason with the deals it holds, and what moves them. */
function adviceBlock({ lang, labels }: Page, row: number, table: TableRef, reasons: AsideRef): Block {
  const text = stuckSheetWords;
  const [header, first, lines] = [row + 2, row + 3, STUCK_REASONS.length];
  return {
    ...emptyBlock('advice', area(row, 1, ADVICE_ROWS, 4)),
    anchor: cell(header, 1),
    values: [
      { a1: cell(row, 1), value: text.advice[lang] },
      { a1: cell(row + 1, 1), value: text.reasonsNote[lang] },
      ...[workWords.reasons, text.count, text.shown, text.todo].map((title, at) => ({ a1: cell(header, 1 + at), value: title[lang] })),
      ...STUCK_REASONS.map((reason, line) => ({ a1: cell(first + line, 4), value: stuckAdvice[reason][lang] })),
    ],
    formulas: STUCK_REASONS.flatMap((_, line) => [
      { a1: cell(first + line, 1), formula: `=${reasons.cell(line + 1, 0)}` },
      { a1: cell(first + line, 2), formula: `=COUNTIF(${table.column('reasons')},"*"&$A${first + line}&"*")` },
      { a1: cell(first + line, 3), formula: `=${reasons.cell(line + 1, 1)}` },
    ]),
    looks: [
      { a1: cell(row, 1), bold: true, fontSize: 12, color: palette.ink },
      { a1: cell(row + 1, 1), color: palette.muted, fontSize: 9 },
      {
        a1: area(header, 1, 1, 4),
        background: palette.header,
        color: palette.ink,
        bold: true,
        align: 'left',
        borderBottom: palette.line,
      },
      { a1: area(header, 2, 1, 2), align: 'right' },
      { a1: area(first, 1, lines, 1), color: palette.ink, align: 'left' },
      { a1: area(first, 2, lines, 1), color: palette.ink, align: 'right', numberFormat: countFormat },
      { a1: area(first, 3, lines, 1), color: palette.ink, align: 'right', numberFormat: moneyFormat(labels.baseCurrency) },
      { a1: area(first, 4, lines, 1), color: palette.ink, align: 'left' },
    ],
  };
}
