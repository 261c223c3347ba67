// B24_BITRIX: what Bitrix24's own reports would show, beside ours, so that nobody has to wonder why they differ.
import type { Cell } from '../cell';
import { tableWords } from '../locale/table-words';
import { bitrixWords, workWords } from '../locale/work-words';
import { type BitrixSum, bitrixDealConversion, bitrixManagerRating, bitrixSalesPlan } from '../metrics/bitrix-figures';
import { dealTotals } from '../metrics/deals';
import { winRateByCount } from '../metrics/rates';
import type { Slice } from '../metrics/slice';
import { round } from '../money';
import { type Choice, chosen } from './arguments/choice';
import { onlyPipeline } from './arguments/pipeline';
import { sliceArguments } from './arguments/slice';
import type { FunctionDefinition } from './definition';
import { cellOf } from './output';
import type { Question } from './question';

const REPORTS = ['plan', 'rating', 'conversion'] as const;
type Report = (typeof REPORTS)[number];

export const bitrixReports: readonly Choice<Report | 'all'>[] = [
  { value: 'all', ru: ['все', 'всё'], en: ['all'] },
  { value: 'plan', ru: ['план продаж', 'план'], en: ['sales plan', 'plan'] },
  { value: 'rating', ru: ['рейтинг менеджеров', 'рейтинг'], en: ['manager rating', 'rating'] },
  { value: 'conversion', ru: ['конверсия сделок', 'конверсия'], en: ['deal conversion', 'conversion'] },
];

const HEADERS = [
  workWords.bitrixReport,
  workWords.deals,
  tableWords.sum,
  workWords.share,
  workWords.ours,
  workWords.difference,
  workWords.note,
] as const;

export const bitrixFunction: FunctionDefinition = {
  name: 'B24_BITRIX',
  params: ['period', 'who', 'pipeline', 'report', 'data'],
  rules: ['M38'],
  answer: (args, question) => {
    const { labels } = question;
    const slice = sliceArguments(args, labels);
    const report = chosen(args[3], 'report', bitrixReports, 'all', labels);
    // Asked for by name, a report of one pipeline says what it needs; among all of them its line does.
    if (report === 'rating' || report === 'conversion') onlyPipeline(slice.pipelines, labels);
    const asked = REPORTS.filter((one) => report === 'all' || report === one);
    return [HEADERS.map((word) => word[labels.lang]), ...asked.map((one) => lineOf(one, slice, question))];
  },
};

function lineOf(report: Report, slice: Slice, question: Question): Cell[] {
  const { lang } = question.labels;
  const name = bitrixWords[report][lang];
  const pipeline = report === 'plan' ? null : soleOf(slice, question);
  if (report !== 'plan' && pipeline === null) return [name, '', '', '', '', '', workWords.oneNeeded[lang]];
  const facts = question.load(['deals', 'cards', 'cycles']);
  const [ours] = dealTotals(facts, slice);
  const note = (text: string) => `${text} ${workWords.reconstructed[lang]}`;
  const summed = ({ count, sum }: BitrixSum, how: string): Cell[] => {
    const own = ours?.wonSum ?? 0;
    return [name, count, sum, '', own, round(sum - own, 2), note(how)];
  };
  if (pipeline === null) return summed(bitrixSalesPlan(facts, slice), workWords.byClosedate[lang]);
  if (report === 'rating') return summed(bitrixManagerRating(facts, slice, pipeline), workWords.byMoved[lang]);
  const { alive, withSuccess, value } = bitrixDealConversion(facts, slice, pipeline);
  const own = ours === undefined ? null : winRateByCount(ours);
  const text = workWords.ofAlive[lang].replace('{k}', String(withSuccess)).replace('{n}', String(alive));
  return [name, alive, '', cellOf(value), cellOf(own), cellOf(value === null || own === null ? null : value - own), note(text)];
}

/** The pipeline of a slice that has only one. */
function soleOf({ pipelines }: Slice, { labels }: Question): number | null {
  const [only] = pipelines ?? labels.pipelines.keys();
  return (pipelines?.size ?? labels.pipelines.length) === 1 ? (only ?? null) : null;
}
