// The sheet «Карточка менеджера»: one person for the one-to-one – own numbers against the others and the period before, weak stages, stuck deals, losses,
// and what was agreed, which people type.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { DEAL_CAPACITY } from '../functions/deal-cells';
import { metricName, metricShortName } from '../functions/metric-names';
import { PLAN_COLUMNS } from '../functions/plan-fact-table';
import { cardWords } from '../locale/report-person-words';
import { tableWords } from '../locale/table-words';
import { coachingWords, comparisonWords, workWords } from '../locale/work-words';
import { type MetricId, metricOf } from '../metrics/catalogue';
import { metricNote, planByMetric } from './blocks';
import { area, cell } from './cells';
import { periodChoice, personChoice, pipelineChoice } from './choices';
import { changeFormat, countFormat, dateFormat, daysFormat, moneyFormat, shareFormat, unitFormat } from './formats';
import { filled, quoted, stamped } from './formula';
import { funnelCapacity } from './funnel';
import { openPage } from './page';
import { emptyBlock } from './page-blocks';
import type { AsideRef, Page, TileSpec } from './page-specs';
import { palette } from './palette';
import type { Block, FormulaCell, Note, RangeLook, ReportSheet } from './spec';

/** Compared with the others and with the period before: two calls each. */
const COMPARED: readonly MetricId[] = ['wonSum', 'wonCount', 'winRateCount', 'avgCheque', 'cycleMedianDays', 'calls'];
const AGREED_LINES = 8;
const LOSS_LINES = 101;
const STUCK_SUM = 7;
const STUCK_COLUMNS = 12;
const SPANS = [
  [1, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [8, 9],
  [10, 11],
] as const;

export function managerCardSheet(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({
    id: 'managerCard',
    labels,
    lang,
    choices: [periodChoice(lang), pipelineChoice(lang, true), personChoice(cardWords.person[lang], cardWords.personHelp[lang], labels)],
    widths: [230, 110, 110, 100, 100, 100, 100, 110, 100, 150, 110, 180],
  });
  const stuck = page.aside({
    id: 'stuck',
    lines: DEAL_CAPACITY,
    table: { formula: stuckFormula(page), formats: Array.from({ length: STUCK_COLUMNS }, () => undefined) },
  });
  page.tiles('tiles', tiles(page, stuck), SPANS);
  const answers = COMPARED.map((id) => [comparison(page, id, othersWord(lang)), comparison(page, id, beforeWord(lang))] as const);
  page.block(COMPARED.length + 3, (row) => compareBlock(page, answers, row), 2);
  page.block(AGREED_LINES + 3, (row) => agreedBlock(lang, row), 2);
  const picture = page.chartRow(280);
  drawStages(page, picture);
  stuckTable(page);
  lossTable(page);
  return page.sheet();
}

/** Arguments of B24_COMPARE. */
const othersWord = (lang: Lang): string => (lang === 'ru' ? 'остальные' : 'the others');
const beforeWord = (lang: Lang): string => (lang === 'ru' ? 'прошлый период на дату' : 'previous period to date');

function stuckFormula(page: Page): string {
  return stamped('B24_STUCK', page.chosen('person'), page.chosen('pipeline'));
}

function comparison(page: Page, id: MetricId, against: string): AsideRef {
  const { lang } = page;
  const pipeline = metricOf(id).byPipeline ? page.chosen('pipeline') : '""';
  return page.aside({
    id: `compare-${id}-${against === othersWord(lang) ? 'others' : 'before'}`,
    lines: 1,
    table: {
      formula: stamped(
        'B24_COMPARE',
        page.chosen('period'),
        page.chosen('person'),
        pipeline,
        quoted(metricShortName(id, lang)),
        quoted(against),
      ),
      formats: Array.from({ length: 8 }, () => undefined),
    },
  });
}

function tiles(page: Page, stuck: AsideRef): TileSpec[] {
  const { lang, labels } = page;
  const money = moneyFormat(labels.baseCurrency);
  const [period = '', person = ''] = ['period', 'person'].map(page.chosen);
  const wonSum = quoted(metricShortName('wonSum', lang));
  const plan = page.aside({
    id: 'plan',
    lines: 1,
    table: {
      formula: stamped('B24_PLANFACT_TABLE', period, person, '""', wonSum, planByMetric(lang)),
      formats: [undefined, ...PLAN_COLUMNS.map(() => undefined)],
    },
  });
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
    { label: cardWords.stuck[lang], formula: `SUM(${stuck.column(STUCK_SUM)})`, format: money },
  ];
}

/** One line a metric: own, the others with the verdict, the period before with the change. */
function compareBlock(page: Page, answers: readonly (readonly [others: AsideRef, before: AsideRef])[], row: number): Block {
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
    ...emptyBlock('compare', area(row, 1, COMPARED.length + 3, titles.length)),
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

/** Cells that people type in. */
function agreedBlock(lang: Lang, row: number): Block {
  const header = row + 2;
  const titles = ['date', 'person', 'action', 'due', 'done'] as const;
  const columns = [1, 2, 4, 9, 10];
  const width = 11;
  const lines = Array.from({ length: AGREED_LINES }, (_, at) => header + 1 + at);
  const spans = [
    [2, 2],
    [4, 5],
    [10, 2],
  ] as const;
  return {
    ...emptyBlock('agreed', area(row, 1, AGREED_LINES + 3, width)),
    values: [
      { a1: cell(row, 1), value: cardWords.agreed[lang] },
      { a1: cell(row + 1, 1), value: cardWords.agreedHint[lang] },
      ...titles.map((title, at) => ({ a1: cell(header, columns[at] ?? 1), value: cardWords[title][lang] })),
    ],
    looks: [
      ...headLooks(row, header, width),
      {
        a1: area(header + 1, 1, AGREED_LINES, width),
        background: palette.choice,
        color: palette.ink,
        align: 'left',
        wrap: true,
        borderBottom: palette.line,
      },
      { a1: area(header + 1, 1, AGREED_LINES, 1), numberFormat: dateFormat(lang) },
      { a1: area(header + 1, 9, AGREED_LINES, 1), numberFormat: dateFormat(lang) },
    ],
    merges: [header, ...lines].flatMap((line) => spans.map(([from, count]) => area(line, from, 1, count))),
    typed: [area(header + 1, 1, AGREED_LINES, width)],
  };
}

function headLooks(row: number, header: number, width: number): RangeLook[] {
  return [
    { a1: cell(row, 1), bold: true, fontSize: 12, color: palette.ink },
    { a1: cell(row + 1, 1), color: palette.muted, fontSize: 9 },
    {
      a1: area(header, 1, 1, width),
      background: palette.header,
      color: palette.ink,
      bold: true,
      wrap: true,
      align: 'center',
      verticalAlign: 'middle',
      borderBottom: palette.line,
    },
  ];
}

function drawStages(page: Page, picture: ReturnType<Page['chartRow']>): void {
  const { lang, labels } = page;
  const [period = '', pipeline = '', person = ''] = ['period', 'pipeline', 'person'].map(page.chosen);
  const lines = funnelCapacity(labels);
  const coach = page.table({
    id: 'stages',
    title: cardWords.stages[lang],
    formula: stamped('B24_COACH', period, person, pipeline),
    columns: [
      { key: 'manager' },
      { key: 'stage' },
      { key: 'advanced', format: countFormat },
      { key: 'decided', format: countFormat },
      { key: 'rate', format: shareFormat },
      { key: 'othersAdvanced', format: countFormat },
      { key: 'othersDecided', format: countFormat },
      { key: 'othersRate', format: shareFormat },
      { key: 'difference', format: changeFormat },
      { key: 'low', format: changeFormat },
      { key: 'high', format: changeFormat },
      { key: 'verdict' },
      { key: 'lost', format: countFormat },
    ],
    lines,
    conditions: (ref) =>
      (['weak', 'strong'] as const).map((name) => ({
        ranges: [ref.body],
        formula: `=$${ref.letter('verdict')}${ref.first}=${quoted(coachingWords[name][lang])}`,
        color: name === 'weak' ? palette.bad : palette.good,
      })),
  });
  const stage = coach.column('stage');
  const rates = page.aside({
    id: 'rates',
    lines,
    columns: [
      { title: tableWords.stage[lang], formula: filled(stage, stage) },
      { title: cardWords.own[lang], formula: filled(coach.column('rate'), stage), format: shareFormat },
      { title: cardWords.others[lang], formula: filled(coach.column('othersRate'), stage), format: shareFormat },
    ],
  });
  page.chart(picture, {
    id: 'stages',
    kind: 'COLUMN',
    title: cardWords.stagesChart[lang],
    ranges: [rates.range],
    options: {
      'legend.position': 'top',
      'series.0.color': palette.accent,
      'series.1.color': palette.line,
      'vAxis.format': '0%',
      'vAxis.viewWindow.min': 0,
      'vAxis.viewWindow.max': 1,
      'hAxis.slantedText': true,
    },
    column: 1,
    width: 1080,
  });
}

function lossTable(page: Page): void {
  const { lang, labels } = page;
  page.table({
    id: 'losses',
    title: cardWords.losses[lang],
    formula: stamped('B24_LOSSES', page.chosen('period'), page.chosen('person'), page.chosen('pipeline')),
    columns: [
      { key: 'reason' },
      { key: 'count', format: countFormat },
      { key: 'sum', format: moneyFormat(labels.baseCurrency) },
      { key: 'share', format: shareFormat },
    ],
    lines: LOSS_LINES,
  });
}

function stuckTable(page: Page): void {
  const { lang, labels } = page;
  page.table({
    id: 'deals',
    title: cardWords.deals[lang],
    formula: stuckFormula(page),
    columns: [
      { key: 'deal' },
      { key: 'link' },
      { key: 'manager' },
      { key: 'stage' },
      { key: 'days', format: daysFormat },
      { key: 'norm', format: daysFormat },
      { key: 'idle', format: daysFormat },
      { key: 'sum', format: moneyFormat(labels.baseCurrency) },
      { key: 'expected', format: dateFormat(lang) },
      { key: 'step' },
      { key: 'stepDue', format: dateFormat(lang) },
      { key: 'reasons' },
    ],
    lines: DEAL_CAPACITY,
    total: workWords.clean[lang],
  });
}
