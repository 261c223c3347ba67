// The two lists of «Сводка»: who sells most, and the dearest deals that stand still.
import type { Lang } from '../cell';
import { PLAN_COLUMNS } from '../functions/plan-fact-table';
import { planStatusWords, planWords } from '../locale/plan-words';
import { summaryWords } from '../locale/report-summary-words';
import { reportWords } from '../locale/report-words';
import { tableWords } from '../locale/table-words';
import { area, cell } from './cells';
import { moneyFormat, shareFormat } from './formats';
import { quoted } from './formula';
import { listBlock } from './list-block';
import type { Page } from './page-specs';
import { palette } from './palette';
import type { Block, Condition } from './spec';
import { STUCK } from './stuck-columns';
import type { Sources } from './summary-sources';

/** Lines of the two lists. */
export const TOP = 5;
const WIDTH = 11;

export function bestSellers(page: Page, { managers }: Sources, row: number): Block {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const [total, sum] = [tableWords.total, planWords.managersSum].map((word) => quoted(word[lang]));
  const name = (line: number): string => managers.cell(line, 0);
  const pick =
    (key: (typeof PLAN_COLUMNS)[number]) =>
    (line: number): string =>
      `IF(OR(${name(line)}="",${name(line)}=${total},${name(line)}=${sum}),"",${managers.cell(line, PLAN_COLUMNS.indexOf(key) + 1)})`;
  const block = listBlock({
    id: 'best',
    row,
    title: summaryWords.best[lang],
    columns: [
      {
        name: summaryWords.seller[lang],
        from: 1,
        pick: (line) => `IF(OR(${name(line)}=${total},${name(line)}=${sum}),"",${name(line)}&"")`,
      },
      { name: summaryWords.fact[lang], from: 2, span: 2, format: money, pick: pick('fact') },
      { name: summaryWords.plan[lang], from: 4, span: 2, format: money, pick: pick('target') },
      { name: summaryWords.attainment[lang], from: 6, span: 2, format: shareFormat, pick: pick('attainment') },
      { name: summaryWords.pace[lang], from: 8, span: 2, format: money, pick: pick('runRate') },
      { name: reportWords.status[lang], from: 10, span: 2, pick: pick('status') },
    ],
    lines: TOP,
    width: WIDTH,
  });
  return { ...block, conditions: statusOf(cell(row + 2, 10), area(row + 2, 10, TOP, 2), lang) };
}

function statusOf(first: string, range: string, lang: Lang): Condition[] {
  return (['green', 'yellow', 'red'] as const).map((name) => ({
    ranges: [range],
    formula: `=$${first}=${quoted(planStatusWords[name][lang])}`,
    color: { green: palette.good, yellow: palette.second, red: palette.bad }[name],
  }));
}

export function dearestStuck(page: Page, { stuck }: Sources, row: number): Block {
  const { lang, labels } = page;
  const pick =
    (column: number) =>
    (line: number): string =>
      `IF(${stuck.cell(line, STUCK.manager)}="","",${stuck.cell(line, column)})`;
  return listBlock({
    id: 'dearest',
    row,
    title: summaryWords.dearest[lang],
    columns: [
      { name: planWords.deal[lang], from: 1, span: 3, pick: pick(STUCK.deal) },
      { name: tableWords.stage[lang], from: 4, span: 3, pick: pick(STUCK.stage) },
      { name: tableWords.manager[lang], from: 7, span: 2, pick: pick(STUCK.manager) },
      { name: tableWords.sum[lang], from: 9, format: moneyFormat(labels.baseCurrency), pick: pick(STUCK.sum) },
      { name: summaryWords.why[lang], from: 10, span: 2, pick: pick(STUCK.reasons) },
    ],
    lines: TOP,
    width: WIDTH,
  });
}
