// «Карточка менеджера»: what became of the actions of «Обучение и меры»: the days since each of them beside as many days before it.
import { againstWords } from '../functions/arguments/against';
import { metricName, metricShortName } from '../functions/metric-names';
import { cardWords } from '../locale/report-person-words';
import { comparisonWords, workWords } from '../locale/work-words';
import { type MetricId, metricOf } from '../metrics/catalogue';
import { metricNote, word } from './blocks';
import { area, cell } from './cells';
import { changeFormat, unitFormat } from './formats';
import { quoted, stamped } from './formula';
import { headLooks } from './manager-card-head';
import { emptyBlock } from './page-blocks';
import type { AsideRef, Page } from './page-specs';
import { palette } from './palette';
import type { Block } from './spec';

const ACTION_LINES = 6;
/** Title, remark, two headers, the lines. */
export const ACTION_ROWS = ACTION_LINES + 4;
const WIDTH = 11;
/** Columns of B24_COMPARE. */
const COMPARE = { name: 0, since: 1, before: 2, difference: 3, verdict: 7, count: 8 };
/** Metrics with their columns of the sheet, from the first, and what of the comparison stands in them. */
const SHOWN: readonly { readonly id: MetricId; readonly from: number; readonly columns: readonly (keyof typeof COMPARE)[] }[] = [
  { id: 'winRateCount', from: 4, columns: ['before', 'since', 'difference', 'verdict'] },
  { id: 'avgCheque', from: 8, columns: ['before', 'since'] },
  { id: 'wonSum', from: 10, columns: ['before', 'since'] },
];

export type CardActions = readonly AsideRef[];

export function askActions(page: Page): CardActions {
  const { lang } = page;
  const [review = '', pipeline = '', person = ''] = ['review', 'pipeline', 'person'].map(page.chosen);
  const against = word(againstWords, 'action', lang);
  return SHOWN.map(({ id }) =>
    page.aside({
      id: `actions-${id}`,
      lines: ACTION_LINES,
      table: {
        formula: stamped('B24_COMPARE', review, person, pipeline, quoted(metricShortName(id, lang)), against),
        formats: Array.from({ length: COMPARE.count }, () => undefined),
      },
    }),
  );
}

export function actionsBlock(page: Page, actions: CardActions, row: number): Block {
  const { lang, labels } = page;
  const [groups, header, first] = [row + 2, row + 3, row + 4];
  const lines = Array.from({ length: ACTION_LINES }, (_, line) => line);
  const titles = {
    before: cardWords.beforeAction,
    since: cardWords.sinceAction,
    difference: workWords.difference,
    verdict: workWords.verdict,
  };
  const cells = SHOWN.flatMap(({ id, from, columns }, at) =>
    columns.map((key, next) => ({ id, key, column: from + next, answer: actions[at] as AsideRef })),
  );
  const [names] = actions as readonly [AsideRef];
  const format = (id: MetricId, key: keyof typeof COMPARE): string =>
    key === 'difference' ? changeFormat : unitFormat(metricOf(id).unit, labels.baseCurrency);
  const verdict = SHOWN[0]?.columns.indexOf('verdict') ?? 0;
  const verdictColumn = (SHOWN[0]?.from ?? 1) + verdict;
  return {
    ...emptyBlock('actions', area(row, 1, ACTION_ROWS, WIDTH)),
    values: [
      { a1: cell(row, 1), value: cardWords.actions[lang] },
      { a1: cell(row + 1, 1), value: cardWords.actionsHint[lang] },
      { a1: cell(groups, 1), value: workWords.action[lang] },
      ...SHOWN.map(({ id, from }) => ({ a1: cell(groups, from), value: metricName(id, lang) })),
      ...cells.map(({ key, column }) => ({ a1: cell(header, column), value: titles[key as keyof typeof titles][lang] })),
    ],
    formulas: lines.flatMap((line) => [
      { a1: cell(first + line, 1), formula: `=${names.cell(line + 1, COMPARE.name)}&""` },
      ...cells.map(({ key, column, answer }) => {
        const from = answer.cell(line + 1, COMPARE[key]);
        return { a1: cell(first + line, column), formula: `=IF(${from}="","",${from})` };
      }),
    ]),
    looks: [
      ...headLooks(row, groups, WIDTH),
      ...headLooks(row, header, WIDTH).slice(2),
      { a1: area(first, 1, ACTION_LINES, WIDTH), color: palette.ink },
      ...cells
        .filter(({ key }) => key !== 'verdict')
        .map(({ id, key, column }) => ({
          a1: area(first, column, ACTION_LINES, 1),
          numberFormat: format(id, key),
          align: 'right' as const,
        })),
    ],
    conditions: (['higher', 'lower'] as const).map((name) => ({
      ranges: [area(first, verdictColumn, ACTION_LINES, 1)],
      formula: `=${cell(first, verdictColumn)}=${quoted(comparisonWords[name][lang])}`,
      bold: true,
      color: name === 'higher' ? palette.good : palette.bad,
    })),
    notes: SHOWN.map(({ id, from }) => ({ a1: cell(groups, from), text: metricNote(id, lang) })),
    merges: [
      area(groups, 1, 2, 3),
      ...SHOWN.map(({ from, columns }) => area(groups, from, 1, columns.length)),
      ...lines.map((line) => area(first + line, 1, 1, 3)),
    ],
  };
}
