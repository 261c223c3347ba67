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
import { changeFormat, countFormat, pointsFormat, shareFormat } from './formats';
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
const MOST_MANAGERS = 30;
/** Room for people who begin to sell before the sheet is built again. */
const NEW_MANAGERS = 5;
const FEW = 10;

export function funnelByManagerSheet(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({
    id: 'funnelByManager',
    labels,
    lang,
    choices: [periodChoice(lang, LAST_90_DAYS), pipelineChoice(lang, true), whoChoice(lang)],
    widths: [156, 186, 96, 96, 96, 96, 96, 96, 92, 80, 80, 92, 80],
  });
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  const stages = Math.min(MOST_STAGES, Math.max(...labels.pipelines.map((one) => one.stages.length), 1));
  const managers = Math.min(MOST_MANAGERS, labels.managers.filter(({ hasDeals }) => hasDeals).length + NEW_MANAGERS);
  // The heat maps stand over the table they are made from.
  for (const key of ['rate', 'difference'] as const) {
    page.block(managers + 4, (row) => heatMap(row, { key, coach, keys, order, people, stages, managers, lang }), 2);
  }
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
      { key: 'rate', format: shareFormat, note: byManagerSheetWords.rateNote[lang] },
      { key: 'othersAdvanced', format: countFormat },
      { key: 'othersDecided', format: countFormat },
      { key: 'othersRate', format: shareFormat },
      { key: 'difference', format: changeFormat, note: byManagerSheetWords.differenceNote[lang] },
      { key: 'low', format: changeFormat, note: byManagerSheetWords.intervalNote[lang] },
      { key: 'high', format: changeFormat, note: byManagerSheetWords.intervalNote[lang] },
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
    lines: coachLines,
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
  return page.sheet();
}

interface HeatMap {
  readonly key: 'rate' | 'difference';
  readonly coach: TableRef;
  /** Manager and stage of each line of the table: one search finds a cell. */
  readonly keys: AsideRef;
  /** The funnel of all that are chosen, stage by stage. */
  readonly order: AsideRef;
  readonly people: AsideRef;
  readonly stages: number;
  readonly managers: number;
  readonly lang: Lang;
}

/** Managers down, stages across; a manager without a decided deal on a stage has a blank cell. Over the rates stand those of all together. */
function heatMap(row: number, { key, coach, keys, order, people, stages, managers, lang }: HeatMap): Block {
  const words = byManagerSheetWords;
  const rates = key === 'rate';
  const [title, hint] = rates ? [words.rates, words.ratesHint] : [words.deviation, words.deviationHint];
  const header = row + 2;
  const together = rates ? header + 1 : header;
  const [first, left] = [together + 1, 2];
  const body = area(first, left, managers, stages);
  const found = (column: string, name: string, stage: string): string =>
    `INDEX(${coach.column(column)},MATCH(${name}&"|"&${stage},${keys.column(0)},0))`;
  const formulas: FormulaCell[] = [{ a1: cell(header, 1), formula: `=${quoted(tableWords.manager[lang])}` }];
  if (rates) formulas.push({ a1: cell(together, 1), formula: `=${quoted(tableWords.total[lang])}` });
  for (let at = 0; at < stages; at++) {
    const name = `INDEX(${order.column(0)},${at + 1})`;
    const stage = `${columnName(left + at)}$${header}`;
    formulas.push({ a1: cell(header, left + at), formula: `=IFERROR(IF(COUNTIF(${coach.column('stage')},${name})>0,${name},""),"")` });
    if (rates) {
      const rate = `INDEX(${order.column(FUNNEL_COLUMNS.indexOf('passRate'))},${at + 1})`;
      formulas.push({ a1: cell(together, left + at), formula: `=IF(${stage}="","",${rate})` });
    }
  }
  for (let line = first; line < first + managers; line++) {
    formulas.push({ a1: cell(line, 1), formula: `=IFERROR(INDEX(${people.column(0)},${line - first + 1})&"","")` });
    for (let at = 0; at < stages; at++) {
      const stage = `${columnName(left + at)}$${header}`;
      const value = found(key, `$A${line}`, stage);
      // A blank difference is no number: it must not become 0.
      const shown = rates ? value : `IF(${value}="","",100*${value})`;
      formulas.push({ a1: cell(line, left + at), formula: `=IF(OR($A${line}="",${stage}=""),"",IFERROR(${shown},""))` });
    }
  }
  return {
    ...emptyBlock(rates ? 'rates' : 'deviation', area(row, 1, managers + 4, stages + 1)),
    anchor: cell(header, 1),
    values: [
      { a1: cell(row, 1), value: title[lang] },
      { a1: cell(row + 1, 1), value: hint[lang].replace('{count}', String(managers)) },
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
        // Long words of stages stay whole in narrow columns.
        fontSize: 9,
        wrap: true,
        align: 'center',
        verticalAlign: 'middle',
        borderBottom: palette.line,
      },
      ...(rates
        ? [
            { a1: area(together, 1, 1, stages + 1), background: palette.total, color: palette.ink, bold: true },
            { a1: area(together, left, 1, stages), align: 'center' as const, numberFormat: shareFormat },
          ]
        : []),
      { a1: area(first, 1, managers, 1), color: palette.ink, align: 'left' },
      { a1: body, color: palette.ink, align: 'center', numberFormat: rates ? shareFormat : pointsFormat(lang) },
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
