// B24_QUALITY: what is odd about the data behind a report – check by check, deal by deal – and about what people typed into the input sheets.
import type { Cell, Table } from '../cell';
import { KpiError } from '../errors';
import { FLAG, type FlagName } from '../facts/facts';
import { flagWords } from '../locale/status-words';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { type QualityRow, qualityTable } from '../metrics/quality';
import { type Choice, chosen } from './arguments/choice';
import { sliceArguments } from './arguments/slice';
import { personName } from './arguments/who';
import { complaintLines } from './complaint-lines';
import { DEAL_CAPACITY, dealLink, withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';
import type { Question } from './question';
import { missingParts } from './status';
import { byAmount, sumCell } from './table-cells';

type QualityWhat = 'all' | 'input' | FlagName;

const CHECKS = Object.keys(FLAG) as FlagName[];

/** A check is named by the words that stand in the table. */
export const qualityParts: readonly Choice<QualityWhat>[] = [
  { value: 'all', ru: ['проверки', 'все', 'всё'], en: ['checks', 'all'] },
  { value: 'input', ru: ['ввод', 'листы ввода', 'планы'], en: ['input', 'inputs', 'input sheets'] },
  ...CHECKS.map((flag): Choice<QualityWhat> => ({ value: flag, ru: [flagWords[flag].ru], en: [flagWords[flag].en] })),
];

export const qualityFunction: FunctionDefinition = {
  name: 'B24_QUALITY',
  params: ['period', 'who', 'pipeline', 'what', 'data'],
  rules: ['R17'],
  answer: (args, question) => {
    const { labels } = question;
    const slice = sliceArguments(args, labels);
    const what = chosen(args[3], 'what', qualityParts, 'all', labels);
    if (what === 'input') return complaintLines(question.inputs().complaints, labels.lang);
    if (what === 'PRODUCT_MISMATCH' && labels.productsPending) throw new KpiError('data', 'productsPending');
    const rows = qualityTable(question.load(['deals']), slice);
    return what === 'all' ? checkLines(rows, question) : dealLines(rows.find(({ check }) => check === what)?.deals ?? [], question);
  },
};

/** Checks that found something, most deals first. */
function checkLines(rows: readonly QualityRow[], { labels }: Question): Table {
  const { lang } = labels;
  const found = rows.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const { check, deals, share, clean } = workWords;
  return [
    [check, deals, tableWords.sum, share].map((word) => word[lang]),
    ...found.map((row): Cell[] => [flagWords[row.check][lang], row.count, row.sum, cellOf(row.share)]),
    ...(found.length === 0 ? [[clean[lang], '', '', '']] : []),
    ...missingParts(labels).map((part): Cell[] => [part, '', '', '']),
  ];
}

/** The deals of one check, the dearest first. */
function dealLines(rows: readonly number[], question: Question): Table {
  const { labels } = question;
  const { lang } = labels;
  const { deals } = question.load(['deals']);
  const sorted = byAmount(deals, rows, (row) => row);
  const titles = question.titles(sorted.slice(0, DEAL_CAPACITY));
  const line = (row: number, at: number): Cell[] => [
    titles[at] ?? '',
    dealLink(labels, deals.id[row] ?? 0),
    personName(labels, deals.manager[row] ?? 0),
    sumCell(deals, [row]),
  ];
  const { deal, link, clean } = workWords;
  return [
    [deal, link, tableWords.manager, tableWords.sum].map((word) => word[lang]),
    ...withinCapacity(sorted, DEAL_CAPACITY, line, (left) => ['', '', '', sumCell(deals, left)], labels),
    ...(sorted.length === 0 ? [[clean[lang], '', '', '']] : []),
  ];
}
