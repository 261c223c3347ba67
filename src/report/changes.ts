// The sheet «Изменения воронки»: what made the sum of open deals what it is, as a waterfall and deal by deal.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWords } from '../functions/arguments/choice';
import { changeKinds } from '../functions/changes';
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { changeWords } from '../locale/change-words';
import { changeSheetWords } from '../locale/report-work-words';
import { BALANCE_LINES } from '../metrics/balance';
import { word } from './blocks';
import { pipelineChoice, weekChoice, whoChoice, wordChoice } from './choices';
import { countFormat, dateFormat, moneyFormat } from './formats';
import { stamped } from './formula';
import { openPage } from './page';
import type { Page, TableRef } from './page-specs';
import { palette } from './palette';
import type { ReportSheet } from './spec';

/** Steps of the waterfall: from the open deals of the start to those of the end. */
const STEPS = BALANCE_LINES.indexOf('end') + 1;
/** Beside the balance: moved back, idle, owner changed. */
const BESIDE = 3;

export function changesSheet(labels: Labels, lang: Lang): ReportSheet {
  const kinds = choiceWords(changeKinds, lang).filter((one) => one !== choiceWords(changeKinds, lang)[1]);
  const page = openPage({
    id: 'changes',
    labels,
    lang,
    choices: [
      weekChoice(lang),
      pipelineChoice(lang),
      whoChoice(lang),
      wordChoice('kind', changeSheetWords.kind[lang], kinds, changeSheetWords.kindHelp[lang]),
    ],
    widths: [330, 220, 100, 140, 160, 96, 96, 110, 84],
  });
  const picture = page.chartRow(340);
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  const money = moneyFormat(labels.baseCurrency);
  const balance = page.table({
    id: 'balance',
    title: changeSheetWords.balance[lang],
    hint: changeSheetWords.balanceHint[lang],
    formula: stamped('B24_CHANGES', period, who, pipeline, word(changeKinds, 'summary', lang)),
    columns: [{ key: 'line' }, { key: 'count', format: countFormat, align: 'right' }, { key: 'sum', format: money }],
    lines: BALANCE_LINES.length + BESIDE,
    total: changeWords.end[lang],
  });
  page.table({
    id: 'list',
    title: changeSheetWords.list[lang],
    hint: changeSheetWords.listHint[lang],
    formula: stamped('B24_CHANGES', period, who, pipeline, page.chosen('kind')),
    columns: [
      { key: 'kind' },
      { key: 'deal' },
      { key: 'link' },
      { key: 'manager' },
      { key: 'stage' },
      { key: 'was', format: '#,##0', align: 'right' },
      { key: 'is', format: '#,##0', align: 'right' },
      { key: 'difference', format: '+#,##0;-#,##0;0' },
      { key: 'day', format: dateFormat(lang) },
    ],
    lines: DEAL_CAPACITY,
    conditions: (ref) => {
      const difference = `$${ref.letter('difference')}${ref.first}`;
      return [
        { ranges: [ref.lines('difference')], formula: `=AND(${difference}<>"",${difference}<0)`, color: palette.bad },
        { ranges: [ref.lines('difference')], formula: `=AND(${difference}<>"",${difference}>0)`, color: palette.good },
      ];
    },
  });
  drawWaterfall(page, balance, picture);
  return page.sheet();
}

/** A step floats on an invisible base: where the sum stood before it, or after it when it goes down. */
function drawWaterfall(page: Page, balance: TableRef, picture: ReturnType<Page['chartRow']>): void {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const text = changeSheetWords;
  const at = (line: number): string => `INDEX(${balance.column('sum')},${line + 1})`;
  const isTotal = (line: number): boolean => line === 0 || line === STEPS - 1;
  const steps = page.aside({
    id: 'waterfall',
    lines: STEPS,
    cells: [
      { title: text.balance[lang], formula: (line) => `IFERROR(INDEX(${balance.column('line')},${line + 1})&"","")` },
      // Where the sum stands after the step.
      {
        title: text.total[lang],
        formula: (line, row, column) => (line === 0 ? at(0) : isTotal(line) ? at(line) : `$${column(1)}$${row - 1}+${at(line)}`),
        format: money,
      },
      {
        title: text.base[lang],
        formula: (line, row, column) => (isTotal(line) ? '0' : `MAX(0,MIN($${column(1)}$${row - 1},$${column(1)}$${row}))`),
        format: money,
      },
      { title: text.total[lang], formula: (line, row, column) => (isTotal(line) ? `$${column(1)}$${row}` : '0'), format: money },
      { title: text.up[lang], formula: (line) => (isTotal(line) ? '0' : `MAX(0,${at(line)})`), format: money },
      { title: text.down[lang], formula: (line) => (isTotal(line) ? '0' : `MAX(0,-${at(line)})`), format: money },
    ],
  });
  const chart = page.aside({
    id: 'steps',
    lines: STEPS,
    cells: [0, 2, 3, 4, 5].map((from) => ({
      title: [text.balance, text.total, text.base, text.total, text.up, text.down][from]?.[lang] ?? '',
      formula: (line) => `INDEX(${steps.column(from)},${line + 1})`,
      ...(from > 0 ? { format: money } : {}),
    })),
  });
  page.chart(picture, {
    id: 'waterfall',
    kind: 'COLUMN',
    title: text.waterfall[lang],
    ranges: [chart.range],
    options: {
      isStacked: true,
      'legend.position': 'none',
      'series.0.color': 'transparent',
      'series.0.enableInteractivity': false,
      'series.1.color': palette.accent,
      'series.2.color': palette.good,
      'series.3.color': palette.bad,
      'vAxis.format': money,
      'vAxis.viewWindow.min': 0,
      'bar.groupWidth': '80%',
    },
    column: 1,
    width: 1080,
  });
}
