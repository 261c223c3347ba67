// «Карточка менеджера»: own funnel as a picture, and its pass rates beside those of the others, stage by stage.
import { FUNNEL_COLUMNS } from '../functions/funnel';
import { cardWords } from '../locale/report-person-words';
import { tableWords } from '../locale/table-words';
import { coachingWords, workWords } from '../locale/work-words';
import { cell } from './cells';
import { changeFormat, countFormat, shareFormat } from './formats';
import { filled, quoted, stamped } from './formula';
import { funnelCapacity } from './funnel';
import { drawFunnelBars } from './funnel-bars';
import { type ListColumn, listBlock } from './list-block';
import type { AsideRef, ChartRow, Page } from './page-specs';
import { palette } from './palette';
import type { Block } from './spec';

/** Columns of B24_COACH. */
const COACH = { stage: 1, decided: 3, rate: 4, othersRate: 7, difference: 8, verdict: 11, count: 13 };
const WIDTH = 8;

export interface CardFunnel {
  readonly lines: number;
  readonly funnel: AsideRef;
  readonly coach: AsideRef;
}

export function askFunnel(page: Page): CardFunnel {
  const lines = funnelCapacity(page.labels);
  const [review = '', pipeline = '', person = ''] = ['review', 'pipeline', 'person'].map(page.chosen);
  return {
    lines,
    funnel: page.aside({
      id: 'funnel',
      lines,
      table: { formula: stamped('B24_FUNNEL', review, person, pipeline), formats: FUNNEL_COLUMNS.map(() => undefined) },
    }),
    coach: page.aside({
      id: 'coach',
      lines,
      table: {
        formula: stamped('B24_COACH', review, person, pipeline),
        formats: Array.from({ length: COACH.count }, () => undefined),
      },
    }),
  };
}

/** In the order of the funnel; what the others reach is found by the name of the stage. */
export function stageList(page: Page, { lines, funnel, coach }: CardFunnel, row: number): Block {
  const { lang } = page;
  const stage = (line: number): string => funnel.cell(line, 0);
  const own =
    (key: (typeof FUNNEL_COLUMNS)[number]) =>
    (line: number): string =>
      `IF(${stage(line)}="","",${funnel.cell(line, FUNNEL_COLUMNS.indexOf(key))})`;
  const coached = (column: number) => (line: number) =>
    `IF(${stage(line)}="","",IFERROR(INDEX(${coach.column(column)},MATCH(${stage(line)},${coach.column(COACH.stage)},0)),""))`;
  const columns: ListColumn[] = [
    { name: tableWords.stage[lang], from: 1, pick: (line) => `${stage(line)}&""` },
    { name: tableWords.entered[lang], from: 2, format: countFormat, pick: own('entered') },
    { name: tableWords.lost[lang], from: 3, format: countFormat, pick: own('lost') },
    { name: workWords.decided[lang], from: 4, format: countFormat, pick: coached(COACH.decided) },
    { name: cardWords.passRate[lang], from: 5, format: shareFormat, pick: own('passRate') },
    { name: cardWords.others[lang], from: 6, format: shareFormat, pick: coached(COACH.othersRate) },
    { name: workWords.difference[lang], from: 7, format: changeFormat, pick: coached(COACH.difference) },
    { name: workWords.verdict[lang], from: 8, pick: coached(COACH.verdict) },
  ];
  const block = listBlock({
    id: 'stages',
    row,
    title: cardWords.stages[lang],
    hint: cardWords.stagesHint[lang],
    columns,
    lines,
    width: WIDTH,
  });
  const first = row + 3;
  const body = `${cell(first, 1)}:${cell(first + lines - 1, WIDTH)}`;
  return {
    ...block,
    conditions: (['weak', 'strong'] as const).map((name) => ({
      ranges: [body],
      formula: `=$${cell(first, WIDTH)}=${quoted(coachingWords[name][lang])}`,
      color: name === 'weak' ? palette.bad : palette.good,
    })),
  };
}

export function drawStages(page: Page, { lines, funnel, coach }: CardFunnel, row: ChartRow): void {
  const { lang } = page;
  const [stages, entered, passRate] = (['stage', 'entered', 'passRate'] as const).map((key) => funnel.column(FUNNEL_COLUMNS.indexOf(key)));
  const [names = '', rate = ''] = [stages, passRate];
  drawFunnelBars(page, row, { stages: names, entered: entered ?? '', lines, title: cardWords.funnelChart[lang], column: 1, width: 520 });
  const others = page.aside({
    id: 'others',
    lines,
    cells: [
      {
        title: cardWords.others[lang],
        formula: (line) =>
          `IFERROR(INDEX(${coach.column(COACH.othersRate)},MATCH(INDEX(${names},${line + 1}),${coach.column(COACH.stage)},0)),"")`,
      },
    ],
  });
  const rates = page.aside({
    id: 'rates',
    lines,
    columns: [
      { title: tableWords.stage[lang], formula: filled(names, rate) },
      { title: cardWords.own[lang], formula: filled(rate, rate), format: shareFormat },
      { title: cardWords.others[lang], formula: filled(others.column(0), rate), format: shareFormat },
    ],
  });
  page.chart(row, {
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
    column: 5,
    width: 690,
  });
}
