// «Карточка менеджера»: the largest open deals, the dearest of those that stand still, and why deals are lost.
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { stuckRules } from '../functions/stuck';
import { cardWords } from '../locale/report-person-words';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { word } from './blocks';
import { countFormat, dateFormat, daysFormat, moneyFormat, shareFormat } from './formats';
import { quoted, stamped } from './formula';
import { type ListColumn, listBlock } from './list-block';
import type { AsideRef, Page } from './page-specs';
import { palette } from './palette';
import type { Block } from './spec';
import { STUCK } from './stuck-columns';

export const LARGEST_LINES = 5;
export const STUCK_LINES = 8;
/** The reasons that lose most, and the total. */
export const LOSS_LINES = 9;
const WIDTH = 11;
/** Columns and lines of B24_LOSSES. */
const LOSSES = { reason: 0, count: 1, sum: 2, share: 3, columns: 4, lines: 101 };

export interface CardDeals {
  readonly open: AsideRef;
  readonly stuck: AsideRef;
  readonly losses: AsideRef;
  /** Of everybody. */
  readonly allLosses: AsideRef;
}

export function askDeals(page: Page): CardDeals {
  const [review = '', pipeline = '', person = ''] = ['review', 'pipeline', 'person'].map(page.chosen);
  const asked = (id: string, formula: string, lines: number, columns: number): AsideRef =>
    page.aside({ id, lines, table: { formula, formats: Array.from({ length: columns }, () => undefined) } });
  const losses = (who: string): string => stamped('B24_LOSSES', review, who, pipeline);
  return {
    open: asked('open', stamped('B24_STUCK', person, '""', word(stuckRules, 'open', page.lang)), DEAL_CAPACITY, STUCK.count),
    stuck: asked('stuck', stamped('B24_STUCK', person), DEAL_CAPACITY, STUCK.count),
    losses: asked('own-losses', losses(person), LOSSES.lines, LOSSES.columns),
    allLosses: asked('all-losses', losses('""'), LOSSES.lines, LOSSES.columns),
  };
}

/** A cell of a deal; blank where there is none, or only what is left of many. */
function picked(deals: AsideRef, column: number): (line: number) => string {
  return (line) => `IF(${deals.cell(line, STUCK.manager)}="","",${deals.cell(line, column)})`;
}

function dealColumns(page: Page, deals: AsideRef): ListColumn[] {
  const { lang, labels } = page;
  const of = (column: number) => picked(deals, column);
  return [
    { name: workWords.deal[lang], from: 1, span: 2, pick: of(STUCK.deal) },
    // Between filled cells, which cut the address off.
    { name: workWords.link[lang], from: 3, pick: of(STUCK.link) },
    { name: tableWords.stage[lang], from: 4, span: 2, pick: of(STUCK.stage) },
    { name: workWords.stageDays[lang], from: 6, format: daysFormat, pick: of(STUCK.days) },
    { name: tableWords.sum[lang], from: 7, format: moneyFormat(labels.baseCurrency), pick: of(STUCK.sum) },
  ];
}

export function largestDeals(page: Page, { open }: CardDeals, row: number): Block {
  const { lang } = page;
  const of = (column: number) => picked(open, column);
  return listBlock({
    id: 'largest',
    row,
    title: cardWords.largest[lang],
    columns: [
      ...dealColumns(page, open),
      { name: workWords.expectedDate[lang], from: 8, format: dateFormat(lang), pick: of(STUCK.expected) },
      { name: workWords.nextStep[lang], from: 9, span: 2, pick: of(STUCK.step) },
      { name: workWords.nextDate[lang], from: 11, format: dateFormat(lang), pick: of(STUCK.stepDue) },
    ],
    lines: LARGEST_LINES,
    width: WIDTH,
  });
}

export function stuckDeals(page: Page, { stuck }: CardDeals, row: number): Block {
  const { lang } = page;
  return listBlock({
    id: 'deals',
    row,
    title: cardWords.deals[lang],
    hint: cardWords.dealsHint[lang],
    columns: [...dealColumns(page, stuck), { name: workWords.reasons[lang], from: 8, span: 4, pick: picked(stuck, STUCK.reasons) }],
    lines: STUCK_LINES,
    width: WIDTH,
  });
}

/** The reasons that lose most deals, each with its share among everybody’s; the last line is the total. */
export function lossList(page: Page, { losses, allLosses }: CardDeals, row: number): Block {
  const { lang, labels } = page;
  const total = quoted(tableWords.total[lang]);
  const name = (line: number): string => losses.cell(line, LOSSES.reason);
  const found = (answer: AsideRef, column: number, of: string): string =>
    `IFERROR(INDEX(${answer.column(column)},MATCH(${of},${answer.column(LOSSES.reason)},0)),"")`;
  const isTotal = (line: number): boolean => line === LOSS_LINES;
  const isBlank = (line: number): string => `OR(${name(line)}="",${name(line)}=${total})`;
  const of =
    (column: number) =>
    (line: number): string =>
      isTotal(line) ? found(losses, column, total) : `IF(${isBlank(line)},"",${losses.cell(line, column)})`;
  const block = listBlock({
    id: 'losses',
    row,
    title: cardWords.losses[lang],
    hint: cardWords.lossesHint[lang],
    columns: [
      { name: workWords.reason[lang], from: 1, pick: (line) => (isTotal(line) ? total : `IF(${isBlank(line)},"",${name(line)})`) },
      { name: tableWords.lost[lang], from: 2, format: countFormat, pick: of(LOSSES.count) },
      { name: tableWords.sum[lang], from: 3, format: moneyFormat(labels.baseCurrency), pick: of(LOSSES.sum) },
      { name: workWords.lostShare[lang], from: 4, format: shareFormat, pick: of(LOSSES.share) },
      {
        name: cardWords.everybody[lang],
        from: 5,
        format: shareFormat,
        pick: (line) => (isTotal(line) ? '""' : `IF(${isBlank(line)},"",${found(allLosses, LOSSES.share, name(line))})`),
      },
    ],
    lines: LOSS_LINES,
    width: 5,
  });
  const last = row + 2 + LOSS_LINES;
  return { ...block, looks: [...block.looks, { a1: `A${last}:E${last}`, background: palette.total, bold: true }] };
}
