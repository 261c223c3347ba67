// «Карточка менеджера»: own numbers as tiles, and against the others and the period before.
import type { Lang } from '../cell';
import { metricName, metricShortName } from '../functions/metric-names';
import { PLAN_COLUMNS } from '../functions/plan-fact-table';
import { cardWords } from '../locale/report-person-words';
import { comparisonWords } from '../locale/work-words';
import { type MetricId, metricOf } from '../metrics/catalogue';
import { metricNote, planByMetric } from './blocks';
import { area, cell } from './cells';
import { changeFormat, countFormat, moneyFormat, shareFormat, unitFormat } from './formats';
import { quoted, stamped } from './formula';
import type { CardDeals } from './manager-card-deals';
import { headLooks } from './manager-card-head';
import { emptyBlock } from './page-blocks';
import type { AsideRef, Page, TileSpec } from './page-specs';
import { palette } from './palette';
import type { Block, FormulaCell, Note, RangeLook } from './spec';
import { STUCK } from './stuck-columns';

/** Compared with the others and with the period before: two calls each. */
const COMPARED: readonly MetricId[] = ['wonSum', 'wonCount', 'winRateCount', 'avgCheque', 'cycleMedianDays', 'calls'];
/** Title, remark, header, a line for each metric. */
export const COMPARE_ROWS = COMPARED.length + 3;

export interface CardNumbers {
  readonly plan: AsideRef;
  readonly answers: readonly (readonly [others: AsideRef, before: AsideRef])[];
}

export function askNumbers(page: Page): CardNumbers {
  const { lang } = page;
  const wonSum = quoted(metricShortName('wonSum', lang));
  return {
    plan: page.aside({
      id: 'plan',
      lines: 1,
      table: {
        formula: stamped('B24_PLANFACT_TABLE', page.chosen('period'), page.chosen('person'), '""', wonSum, planByMetric(lang)),
        formats: [undefined, ...PLAN_COLUMNS.map(() => undefined)],
      },
    }),
    answers: COMPARED.map((id) => [comparison(page, id, 'others'), comparison(page, id, 'before')] as const),
  };
}

/** Arguments of B24_COMPARE. */
const AGAINST: Readonly<Record<'others' | 'before', Readonly<Record<Lang, string>>>> = {
  others: { ru: 'остальные', en: 'the others' },
  before: { ru: 'прошлый период на дату', en: 'previous period to date' },
};

function comparison(page: Page, id: MetricId, against: keyof typeof AGAINST): AsideRef {
  const { lang } = page;
  const [period, person] = [page.chosen('period'), page.chosen('person')];
  return page.aside({
    id: `compare-${id}-${against}`,
    lines: 1,
    table: {
      formula: stamped('B24_COMPARE', period, person, '""', quoted(metricShortName(id, lang)), quoted(AGAINST[against][lang])),
      formats: Array.from({ length: 8 }, () => undefined),
    },
  });
}

export function cardTiles(page: Page, { plan }: CardNumbers, { stuck }: CardDeals): TileSpec[] {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const [period = '', person = ''] = ['period', 'person'].map(page.chosen);
  const planOf = (key: (typeof PLAN_COLUMNS)[number]): string => plan.cell(1, PLAN_COLUMNS.indexOf(key) + 1);
  const kpi = (id: MetricId, who: string): string => stamped('B24_KPI', period, who, '""', quoted(metricShortName(id, lang)));
  const all = (format: string): string => `${quoted(cardWords.all[lang])}${format}`;
  return [
    { label: cardWords.fact[lang], formula: planOf('fact'), format: money, caption: planOf('status') },
    {
      label: cardWords.attainment[lang],
      formula: planOf('attainment'),
      format: shareFormat,
      caption: planOf('attainmentToDate'),
      captionFormat: `${quoted(cardWords.toDate[lang])}0%`,
    },
    {
      label: cardWords.winRate[lang],
      formula: kpi('winRateCount', person),
      format: shareFormat,
      caption: kpi('winRateCount', '""'),
      captionFormat: all('0.0%'),
      note: metricNote('winRateCount', lang),
    },
    {
      label: cardWords.cheque[lang],
      formula: kpi('avgCheque', person),
      format: money,
      caption: kpi('avgCheque', '""'),
      captionFormat: all(countFormat),
      note: metricNote('avgCheque', lang),
    },
    { label: cardWords.score[lang], formula: stamped('B24_SCORE', period, person), format: '0%' },
    { label: cardWords.stuck[lang], formula: `SUM(${stuck.column(STUCK.sum)})`, format: money },
  ];
}

/** One line a metric: own, the others with the verdict, the period before with the change. */
export function compareBlock(page: Page, { answers }: CardNumbers, row: number): Block {
  const { lang, labels } = page;
  const header = row + 2;
  const titles = ['metric', 'own', 'others', 'verdict', 'before', 'change', 'verdict'] as const;
  const formulas: FormulaCell[] = [];
  const looks: RangeLook[] = [];
  const notes: Note[] = [];
  COMPARED.forEach((id, at) => {
    const line = header + 1 + at;
    const [others, before] = answers[at] as readonly [AsideRef, AsideRef];
    const format = unitFormat(metricOf(id).unit, labels.baseCurrency);
    const picked = [others.cell(1, 1), others.cell(1, 2), others.cell(1, 7), before.cell(1, 2), before.cell(1, 4), before.cell(1, 7)];
    formulas.push({ a1: cell(line, 1), formula: `=${quoted(metricName(id, lang))}` });
    formulas.push(...picked.map((from, column) => ({ a1: cell(line, 2 + column), formula: `=IF(${from}="","",${from})` })));
    looks.push(
      { a1: area(line, 2, 1, 2), numberFormat: format, align: 'right' },
      { a1: cell(line, 5), numberFormat: format, align: 'right' },
      { a1: cell(line, 6), numberFormat: changeFormat, align: 'right' },
    );
    notes.push({ a1: cell(line, 1), text: metricNote(id, lang) });
  });
  const body = area(header + 1, 1, COMPARED.length, titles.length);
  const verdicts = [4, 7].map((column) => area(header + 1, column, COMPARED.length, 1));
  return {
    ...emptyBlock('compare', area(row, 1, COMPARE_ROWS, titles.length)),
    anchor: cell(header + 1, 1),
    values: [
      { a1: cell(row, 1), value: cardWords.compare[lang] },
      { a1: cell(row + 1, 1), value: cardWords.compareHint[lang] },
      ...titles.map((title, at) => ({ a1: cell(header, at + 1), value: cardWords[title][lang] })),
    ],
    formulas,
    looks: [...headLooks(row, header, titles.length), { a1: body, color: palette.ink }, ...looks],
    conditions: verdicts.flatMap((range) =>
      (['higher', 'lower'] as const).map((name) => ({
        ranges: [range],
        formula: `=${range.split(':')[0]}=${quoted(comparisonWords[name][lang])}`,
        bold: true,
        color: palette.ink,
      })),
    ),
    notes,
  };
}
