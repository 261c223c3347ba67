// Pieces that several report sheets share: columns of metrics, words of arguments, what Bitrix24's own reports count (M38).
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWord, type Choice as Word } from '../functions/arguments/choice';
import { tableDimensions } from '../functions/kpi-table';
import { metricMeaning, metricShortName } from '../functions/metric-names';
import { planDimensions } from '../functions/plan-fact-table';
import { planStatusWords } from '../locale/plan-words';
import { reportWords } from '../locale/report-words';
import { tableWords } from '../locale/table-words';
import type { Dimension } from '../metrics/breakdown';
import { type MetricId, metricOf } from '../metrics/catalogue';
import { countFormat, moneyFormat, shareFormat, unitFormat } from './formats';
import { quoted, stamped } from './formula';
import type { AsideRef, Column, Page, TableRef } from './page-specs';
import { palette } from './palette';
import type { Condition } from './spec';

/** Names of metrics as one argument of B24_KPI_TABLE. */
export function metricList(ids: readonly MetricId[], lang: Lang): string {
  return quoted(ids.map((id) => metricShortName(id, lang)).join(', '));
}

/** A word of an argument, as a literal in the language of the file. */
export function word<T extends string>(words: readonly Word<T>[], value: T, lang: Lang): string {
  return quoted(choiceWord(words, value, lang));
}

/** What the lines of B24_KPI_TABLE are. */
export function byWord(dimension: Dimension, lang: Lang): string {
  return word(tableDimensions, dimension, lang);
}

/** Lines of B24_PLANFACT_TABLE by metric. */
export function planByMetric(lang: Lang): string {
  return word(planDimensions, 'metric', lang);
}

/** What a metric means, with its rule: the note of a header. */
export function metricNote(id: MetricId, lang: Lang): string {
  return `${metricMeaning(id, lang)} (${metricOf(id).rule})`;
}

/** A column of B24_KPI_TABLE. */
export function metricColumn(id: MetricId, labels: Labels, lang: Lang): Column {
  return { key: id, format: unitFormat(metricOf(id).unit, labels.baseCurrency), note: metricNote(id, lang) };
}

/** Colours of the words of a plan's status; the word itself says it too. */
export function statusLooks(table: TableRef, key: string, lang: Lang): Condition[] {
  const status = `$${table.letter(key)}${table.first}`;
  const look = (name: keyof typeof planStatusWords, color: string): Condition => ({
    ranges: [table.lines(key)],
    formula: `=${status}=${quoted(planStatusWords[name][lang])}`,
    color,
  });
  return [
    look('green', palette.good),
    look('yellow', palette.second),
    look('red', palette.bad),
    look('grey', palette.muted),
    look('noPlan', palette.muted),
  ];
}

/** What Bitrix24's own reports count for the same choice, and why it differs. Three reports at most. */
export function bitrixTable(page: Page): TableRef {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  return page.table({
    id: 'bitrix',
    title: reportWords.bitrixTitle[lang],
    hint: reportWords.bitrixHint[lang],
    formula: stamped('B24_BITRIX', period, who, pipeline),
    columns: [
      { key: 'report' },
      { key: 'deals', format: countFormat },
      { key: 'sum', format: money },
      { key: 'share', format: shareFormat },
      // Sums in two lines, a share in the third.
      { key: 'ours', format: money },
      { key: 'difference', format: money },
      { key: 'note' },
    ],
    lines: 3,
    more: (ref) => {
      const share = `${ref.letter('ours')}${ref.last}:${ref.letter('difference')}${ref.last}`;
      return { looks: [{ a1: share, numberFormat: shareFormat }] };
    },
  });
}

/** The total of B24_TOP stands in its second column. */
export function topTotal(table: TableRef, key: string, lang: Lang): Condition {
  return {
    ranges: [table.body],
    formula: `=$${table.letter(key)}${table.first}=${quoted(tableWords.total[lang])}`,
    background: palette.total,
    bold: true,
  };
}

interface GroupSpec {
  readonly id: string;
  readonly table: TableRef;
  /** Column of the table whose values are the groups. */
  readonly by: string;
  readonly title: string;
  readonly lines: number;
}

/** What the lines of a table come to by group, the largest first: the lines that are shown, without its last line of the others. */
export function sumsBy(page: Page, { sum, sumTitle, ...group }: GroupSpec & { readonly sum: string; readonly sumTitle: string }): AsideRef {
  const { table, by } = group;
  const format = moneyFormat(page.labels.baseCurrency);
  return grouped(page, group, { title: sumTitle, format, formula: (name) => `SUMIF(${table.column(by)},${name},${table.column(sum)})` });
}

/** How many lines of a table there are by group. */
export function countsBy(page: Page, { countTitle, ...group }: GroupSpec & { readonly countTitle: string }): AsideRef {
  const { table, by } = group;
  return grouped(page, group, { title: countTitle, format: countFormat, formula: (name) => `COUNTIF(${table.column(by)},${name})` });
}

interface Counted {
  readonly title: string;
  readonly format: string;
  readonly formula: (name: string) => string;
}

function grouped(page: Page, { id, table, by, title, lines }: GroupSpec, { title: countTitle, format, formula }: Counted): AsideRef {
  const names = table.column(by);
  const groups = page.aside({
    id: `${id}-names`,
    lines,
    columns: [{ title, formula: `IFERROR(UNIQUE(FILTER(${names},${names}<>"")),"")` }],
  });
  const counted = page.aside({
    id: `${id}-counted`,
    lines,
    cells: [
      { title, formula: (line) => `IFERROR(INDEX(${groups.column(0)},${line + 1})&"","")` },
      {
        title: countTitle,
        format,
        formula: (_, row, column) => `IF($${column(0)}$${row}="","",${formula(`$${column(0)}$${row}`)})`,
      },
    ],
  });
  // Both columns from the first line to the last.
  const body = `${counted.column(0).split(':')[0]}:${counted.column(1).split(':')[1]}`;
  return page.aside({
    id,
    lines,
    sorted: {
      titles: [title, countTitle],
      formats: [undefined, format],
      formula: `IFERROR(SORT(FILTER(${body},${counted.column(0)}<>""),2,0),"")`,
    },
  });
}
