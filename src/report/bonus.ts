// The sheet «Мотивация»: what everybody is paid, and the statement of one person deal by deal.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { MANAGER_CAPACITY } from '../functions/kpi-table';
import { payWords } from '../locale/pay-words';
import { bonusSheetWords } from '../locale/report-person-words';
import { tableWords } from '../locale/table-words';
import { monthChoice, personChoice } from './choices';
import { countFormat, dateFormat, moneyFormat, shareFormat } from './formats';
import { quoted, stamped } from './formula';
import { openPage } from './page';
import { palette } from './palette';
import type { ReportSheet } from './spec';

/** Below the deals: from the base to the total, with every tier. */
const RESULT_LINES = 40;
const CHART_MANAGERS = 15;

/** Lines of pay: the people of today and half as many again, so that the statement stands near. Who outgrows it sees #REF! until the sheet is built again. */
export function payCapacity({ managers }: Pick<Labels, 'managers'>): number {
  return Math.min(MANAGER_CAPACITY, managers.length + Math.max(5, Math.ceil(managers.length / 2)));
}

export function bonusSheet(labels: Labels, lang: Lang): ReportSheet {
  const text = bonusSheetWords;
  const money = moneyFormat(labels.baseCurrency);
  const exact = money.replace('#,##0', '#,##0.00');
  const page = openPage({
    id: 'bonus',
    labels,
    lang,
    choices: [
      monthChoice(text.month[lang], text.monthHelp[lang], labels, lang),
      personChoice(text.person[lang], text.personHelp[lang], labels),
    ],
    widths: [190, 210, 104, 100, 110, 100, 104, 110, 110, 90, 120],
  });
  page.remark('steps', text.steps[lang]);
  const pictures = page.chartRow(300);
  const [month = '', person = ''] = ['month', 'person'].map(page.chosen);
  const table = page.table({
    id: 'pay',
    title: text.table[lang],
    hint: text.hint[lang],
    formula: stamped('B24_BONUS', month),
    columns: [
      { key: 'name' },
      { key: 'base', format: money },
      { key: 'plan', format: money },
      { key: 'attainment', format: shareFormat },
      { key: 'variable', format: exact },
      { key: 'multiplier', format: '0.00' },
      { key: 'fixed', format: money },
      { key: 'total', format: exact },
      { key: 'next', format: `${quoted(text.more[lang])}${money}`, note: text.nextNote[lang] },
      { key: 'nextDeals', format: countFormat, note: text.nextDealsNote[lang] },
      { key: 'status' },
    ],
    lines: payCapacity(labels) + 1,
    conditions: (ref) => [
      {
        ranges: [ref.lines('status')],
        formula: `=$${ref.letter('status')}${ref.first}=${quoted(payWords.approved[lang])}`,
        color: palette.good,
      },
      {
        ranges: [ref.lines('status')],
        formula: `=COUNTIF($${ref.letter('status')}${ref.first},${quoted(`${payWords.check[lang]}*`)})>0`,
        color: palette.bad,
      },
    ],
  });
  page.table({
    id: 'statement',
    title: text.deals[lang],
    hint: text.dealsHint[lang],
    formula: stamped('B24_BONUS_DEALS', month, person),
    columns: [
      { key: 'id', align: 'left' },
      { key: 'deal' },
      { key: 'link' },
      { key: 'closed', format: dateFormat(lang) },
      { key: 'month' },
      { key: 'mark' },
      { key: 'amount', format: exact },
      { key: 'rate', format: shareFormat },
      { key: 'paid', format: exact },
    ],
    lines: DEAL_CAPACITY + RESULT_LINES,
    total: payWords.total[lang],
  });
  const [name, total] = [table.column('name'), tableWords.total[lang]];
  const bars = page.aside({
    id: 'bars',
    lines: payCapacity(labels) + 1,
    columns: [
      { title: tableWords.manager[lang], formula: paidOf(name, name, table.column('total'), total) },
      { title: payWords.fixed[lang], formula: paidOf(table.column('fixed'), name, table.column('total'), total), format: money },
      { title: payWords.variable[lang], formula: paidOf(table.column('variable'), name, table.column('total'), total), format: money },
    ],
  });
  const attained = page.aside({
    id: 'attained',
    lines: payCapacity(labels) + 1,
    columns: [
      { title: tableWords.manager[lang], formula: paidOf(name, name, table.column('total'), total) },
      {
        title: payWords.attainment[lang],
        formula: paidOf(table.column('attainment'), name, table.column('total'), total),
        format: shareFormat,
      },
    ],
  });
  page.chart(pictures, {
    id: 'pay',
    kind: 'COLUMN',
    title: text.chart[lang],
    ranges: [bars.firstLines(CHART_MANAGERS)],
    options: {
      isStacked: true,
      'legend.position': 'top',
      'series.0.color': palette.soft,
      'series.1.color': palette.accent,
      'vAxis.format': money,
      'vAxis.viewWindow.min': 0,
      'hAxis.slantedText': true,
    },
    column: 1,
    width: 700,
  });
  page.chart(pictures, {
    id: 'attainment',
    kind: 'BAR',
    title: text.attainmentChart[lang],
    ranges: [attained.firstLines(CHART_MANAGERS)],
    options: { 'legend.position': 'none', 'series.0.color': palette.second, 'hAxis.format': '0%', 'hAxis.viewWindow.min': 0 },
    column: 6,
    width: 620,
  });
  return page.sheet();
}

/** Values of the people who are paid: the total is none of them. */
function paidOf(values: string, names: string, paid: string, total: string): string {
  return `IFERROR(FILTER(${values},${paid}<>"",${names}<>${quoted(total)}),"")`;
}
