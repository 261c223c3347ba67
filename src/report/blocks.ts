// Pieces that several report sheets share: columns of metrics, words of arguments, what Bitrix24's own reports count (M38).
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { choiceWord, type Choice as Word } from '../functions/arguments/choice';
import { tableDimensions } from '../functions/kpi-table';
import { metricMeaning, metricShortName } from '../functions/metric-names';
import { reportWords } from '../locale/report-words';
import type { Dimension } from '../metrics/breakdown';
import { type MetricId, metricOf } from '../metrics/catalogue';
import { countFormat, moneyFormat, shareFormat, unitFormat } from './formats';
import { quoted, stamped } from './formula';
import type { Column, Page, TableRef } from './page-specs';

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

/** What a metric means, with its rule: the note of a header. */
export function metricNote(id: MetricId, lang: Lang): string {
  return `${metricMeaning(id, lang)} (${metricOf(id).rule})`;
}

/** A column of B24_KPI_TABLE. */
export function metricColumn(id: MetricId, labels: Labels, lang: Lang): Column {
  return { key: id, format: unitFormat(metricOf(id).unit, labels.baseCurrency), note: metricNote(id, lang) };
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
