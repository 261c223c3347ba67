// The sheet «Воронка по менеджерам»: the pass rate of each stage by manager as heat maps, and who needs to be taught what. One call of B24_COACH knows it all.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { FUNNEL_COLUMNS } from '../functions/funnel';
import { MANAGER_CAPACITY } from '../functions/kpi-table';
import { byManagerSheetWords } from '../locale/report-work-words';
import { tableWords } from '../locale/table-words';
import { coachingWords } from '../locale/work-words';
import { area, cell, columnName } from './cells';
import { LAST_90_DAYS, periodChoice, pipelineChoice, whoChoice } from './choices';
import { changeFormat, countFormat, shareFormat } from './formats';
import { quoted, stamped } from './formula';
import { funnelCapacity } from './funnel';
import { openPage } from './page';
import { emptyBlock } from './page-blocks';
import type { AsideRef, TableRef } from './page-specs';
import { palette } from './palette';
import type { Block, FormulaCell, ReportSheet } from './spec';

/** Columns of a heat map: pipelines with more stages show the first ones. */
const MOST_STAGES = 12;
/** Managers of a heat map; the table of the lessons has all of them. */
const MANAGERS = 30;
const FEW = 10;

export function funnelByManagerSheet(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({
    id: 'funnelByManager',
    labels,
    lang,
    choices: [periodChoice(lang, LAST_90_DAYS), pipelineChoice(lang, true), whoChoice(lang)],
    widths: [190, 180, 124, 124, 124, 124, 124, 124, 110, 96, 96, 110, 96],
  });
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  const stages = Math.min(MOST_STAGES, Math.max(...labels.pipelines.map((one) => one.stages.length), 1));
  // The heat maps stand over the table they are made from.
  const grids: ((row: number) => Block)[] = [];
  for (const at of [0, 1]) page.block(MANAGERS + 3, (row) => grids[at]?.(row) ?? emptyBlock(`grid-${at}`, area(row, 1, 1, 1)), 2);
  const coachLines = MANAGER_CAPACITY * funnelCapacity(labels);
  const coach = page.table({
    id: 'coach',
    title: byManagerSheetWords.coach[lang],
    hint: byManagerSheetWords.coachHint[lang],
    formula: stamped('B24_COACH', period, who, pipeline),
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
    lines: coachLines,
    conditions: (ref) =>
      (['weak', 'strong'] as const).map((name) => ({
        ranges: [ref.lines('verdict')],
        formula: `=$${ref.letter('verdict')}${ref.first}=${quoted(coachingWords[name][lang])}`,
        color: name === 'weak' ? palette.bad : palette.good,
        bold: true,
      })),
  });
  const order = page.aside({
    id: 'stages',
    lines: funnelCapacity(labels),
    table: { formula: stamped('B24_FUNNEL', period, who, pipeline), formats: FUNNEL_COLUMNS.map(() => undefined) },
  });
  const people = page.aside({
    id: 'people',
    lines: MANAGERS * 2,
    columns: [
      { title: tableWords.manager[lang], formula: `IFERROR(UNIQUE(FILTER(${coach.column('manager')},${coach.column('stage')}<>"")),"")` },
    ],
  });
  const keys = page.aside({
    id: 'keys',
    lines: coachLines,
    cells: [
      {
        title: tableWords.manager[lang],
        formula: (line) => {
          const row = coach.first + line;
          return `IF($${coach.letter('stage')}${row}="","",$${coach.letter('manager')}${row}&"|"&$${coach.letter('stage')}${row})`;
        },
      },
    ],
  });
  const shared = { coach, keys, order, people, stages, lang };
  grids.push(
    (row) =>
      heatMap(row, {
        ...shared,
        id: 'rates',
        key: 'rate',
        title: byManagerSheetWords.rates[lang],
        hint: byManagerSheetWords.ratesHint[lang],
      }),
    (row) =>
      heatMap(row, {
        ...shared,
        id: 'deviation',
        key: 'difference',
        title: byManagerSheetWords.deviation[lang],
        hint: byManagerSheetWords.deviationHint[lang],
      }),
  );
  return page.sheet();
}

interface HeatMap {
  readonly id: string;
  readonly key: 'rate' | 'difference';
  readonly title: string;
  readonly hint: string;
  readonly coach: TableRef;
  /** Manager and stage of each line of the table: one search finds a cell. */
  readonly keys: AsideRef;
  readonly order: AsideRef;
  readonly people: AsideRef;
  readonly stages: number;
  readonly lang: Lang;
}

/** Managers down, stages across; a manager without a decided deal on a stage has a blank cell. */
function heatMap(row: number, { id, key, title, hint, coach, keys, order, people, stages, lang }: HeatMap): Block {
  const header = row + 2;
  const [first, left] = [header + 1, 2];
  const body = area(first, left, MANAGERS, stages);
  const found = (column: string, name: string, stage: string): string =>
    `INDEX(${coach.column(column)},MATCH(${name}&"|"&${stage},${keys.column(0)},0))`;
  const formulas: FormulaCell[] = [{ a1: cell(header, 1), formula: `=${quoted(tableWords.manager[lang])}` }];
  for (let at = 0; at < stages; at++) {
    const name = `INDEX(${order.column(0)},${at + 1})`;
    formulas.push({ a1: cell(header, left + at), formula: `=IFERROR(IF(COUNTIF(${coach.column('stage')},${name})>0,${name},""),"")` });
  }
  for (let line = first; line < first + MANAGERS; line++) {
    formulas.push({ a1: cell(line, 1), formula: `=IFERROR(INDEX(${people.column(0)},${line - first + 1})&"","")` });
    for (let at = 0; at < stages; at++) {
      const stage = `${columnName(left + at)}$${header}`;
      const value = `IFERROR(${found(key, `$A${line}`, stage)},"")`;
      formulas.push({ a1: cell(line, left + at), formula: `=IF(OR($A${line}="",${stage}=""),"",${value})` });
    }
  }
  return {
    ...emptyBlock(id, area(row, 1, MANAGERS + 3, stages + 1)),
    anchor: cell(header, 1),
    values: [
      { a1: cell(row, 1), value: title },
      { a1: cell(row + 1, 1), value: hint },
    ],
    formulas,
    looks: [
      { a1: cell(row, 1), bold: true, fontSize: 12, color: palette.ink },
      { a1: cell(row + 1, 1), color: palette.muted, fontSize: 9 },
      {
        a1: area(header, 1, 1, stages + 1),
        background: palette.header,
        color: palette.ink,
        bold: true,
        wrap: true,
        align: 'center',
        verticalAlign: 'middle',
        borderBottom: palette.line,
      },
      { a1: area(first, 1, MANAGERS, 1), color: palette.ink, align: 'left' },
      { a1: body, color: palette.ink, align: 'center', numberFormat: key === 'rate' ? shareFormat : changeFormat },
    ],
    conditions: [
      {
        ranges: [body],
        formula: `=IF(B${first}="",0,IFERROR(${found('decided', `$A${first}`, `B$${header}`)}<${FEW},0))`,
        color: palette.muted,
        background: palette.paper,
      },
      { ranges: [body], gradient: { min: palette.heatLow, max: palette.heatHigh } },
    ],
  };
}
