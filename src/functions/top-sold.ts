// Tops of what was sold and to whom: products and clients. They know the won deals only, so they have metrics of their own.
import type { Cell } from '../cell';
import { KpiError } from '../errors';
import { breakdownWords } from '../locale/breakdown-words';
import { type ClientRow, clientTable } from '../metrics/clients';
import { dealTotals } from '../metrics/deals';
import { type ProductRow, productTable } from '../metrics/products';
import type { Slice } from '../metrics/slice';
import { added } from '../money';
import { ratio } from '../stats';
import type { Choice } from './arguments/choice';
import { clientNames } from './client-names';
import { metricName } from './metric-names';
import { cellOf } from './output';
import type { Question } from './question';
import type { Top } from './top-lines';

export type ProductMetric = 'sum' | 'quantity' | 'deals';
export type ClientMetric = 'sum' | 'deals';

const sum: Choice<'sum'> = {
  value: 'sum',
  ru: ['сумма', 'сумма продаж', 'по сумме', 'выручка', 'продажи', 'wonSum'],
  en: ['sum', 'won sum', 'revenue', 'sales', 'amount'],
};
const deals: Choice<'deals'> = {
  value: 'deals',
  ru: ['сделки', 'сделок', 'по сделкам', 'выиграно', 'продажи шт', 'wonCount'],
  en: ['deals', 'won', 'won deals'],
};

export const productMetrics: readonly Choice<ProductMetric>[] = [
  sum,
  { value: 'quantity', ru: ['количество', 'по количеству', 'штуки', 'шт'], en: ['quantity', 'units', 'pieces'] },
  deals,
];

export const clientMetrics: readonly Choice<ClientMetric>[] = [
  sum,
  {
    value: 'deals',
    ru: [...deals.ru, 'количество', 'покупки', 'покупок'],
    en: [...deals.en, 'count', 'purchases'],
  },
];

/** M21: products add up to the won sum; quantities of different units are not added up. */
export function topOfProducts(by: ProductMetric, slice: Slice, question: Question): Top {
  const { lang, productsPending } = question.labels;
  if (productsPending) throw new KpiError('data', 'productsPending');
  const facts = question.load(['deals', 'lines']);
  const rows = productTable(facts, slice);
  const measured = (row: ProductRow) => ({ sum: row.sum, quantity: row.quantity, deals: row.deals.length })[by];
  const ranked = rows.filter(({ kind }) => kind === 'product');
  // The table is by sum already; a stable sort keeps that order among equals.
  if (by !== 'sum') ranked.sort((one, other) => measured(other) - measured(one));
  const [totals] = dealTotals(facts, slice);
  const wonSum = totals?.wonSum ?? 0;
  const line = (row: ProductRow) => ({
    name: productName(row, lang),
    cells: [row.sum, row.quantity, row.deals.length, cellOf(row.share)],
  });
  return {
    header: [
      breakdownWords.product[lang],
      metricName('wonSum', lang),
      breakdownWords.quantity[lang],
      breakdownWords.deals[lang],
      breakdownWords.share[lang],
    ],
    ranked: ranked.map(line),
    unranked: rows.filter(({ kind }) => kind !== 'product').map(line),
    rest: (from) => {
      const left = ranked.slice(from);
      const leftSum = added(left.map((row) => row.sum));
      return [leftSum, '', new Set(left.flatMap((row) => row.deals)).size, cellOf(ratio(leftSum, wonSum))];
    },
    total: [wonSum, '', totals?.wonCount ?? 0, cellOf(ratio(wonSum, wonSum))],
  };
}

/** M22: classes and cumulative shares go by sum, whatever the order. */
export function topOfClients(by: ClientMetric, slice: Slice, question: Question): Top {
  const { lang } = question.labels;
  const { abc } = question.inputs().inputs.settings;
  const facts = question.load(['deals', 'origins', 'clients']);
  const rows = clientTable(facts, slice, abc);
  const nameOf = clientNames(facts.clients, lang);
  const ranked = rows.filter(({ client }) => client !== 0);
  if (by === 'deals') ranked.sort((one, other) => other.wonCount - one.wonCount);
  const line = (row: ClientRow) => ({
    name: nameOf(row.client),
    cells: [row.wonSum, row.wonCount, cellOf(row.cumShare), row.abc ?? ''],
  });
  const together = (some: readonly ClientRow[]): Cell[] => [
    added(some.map((row) => row.wonSum)),
    some.reduce((count, row) => count + row.wonCount, 0),
    '',
    '',
  ];
  return {
    header: [
      breakdownWords.client[lang],
      metricName('wonSum', lang),
      breakdownWords.deals[lang],
      breakdownWords.cumShare[lang],
      breakdownWords.abc[lang],
    ],
    ranked: ranked.map(line),
    unranked: rows.filter(({ client }) => client === 0).map(line),
    rest: (from) => together(ranked.slice(from)),
    total: together(rows),
  };
}

function productName({ kind, key, name }: ProductRow, lang: 'ru' | 'en'): string {
  if (kind === 'unallocated') return breakdownWords.unallocated[lang];
  if (kind === 'noRows') return breakdownWords.noProducts[lang];
  return name || `#${key.replace(/^name:/, '')}`;
}
