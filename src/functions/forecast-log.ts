// B24_FORECAST_LOG: what forecasts of earlier weeks said, and how far from the fact they were.
import type { Cell } from '../cell';
import type { Labels } from '../facts/facts';
import { forecastLogColumns, recordText } from '../locale/record-words';
import type { KeptForecast } from '../memory/forecasts';
import { metricRows } from '../metrics/catalogue';
import { forecastRange } from '../metrics/forecast';
import { added } from '../money';
import { monthRange, monthsOf } from '../period';
import { ratio } from '../stats';
import { shownDay } from './arguments/given';
import { periodArgument } from './arguments/period';
import { type Asked, askedPeople } from './arguments/who';
import type { FunctionDefinition } from './definition';
import { lineName } from './kpi-table';
import { cellOf } from './output';
import type { Question } from './question';
import { dayCell } from './table-cells';

/** What one forecast said of whoever is asked for; units of the base currency, null = nothing. */
interface Said {
  readonly won: number;
  readonly stages: number;
  readonly pace: number | null;
  readonly weighted: number;
  readonly overdue: number;
  readonly plan: number | null;
}

export const forecastLogFunction: FunctionDefinition = {
  name: 'B24_FORECAST_LOG',
  params: ['period', 'who', 'data'],
  rules: ['M26', 'M27', 'M28', 'M30'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const months = monthsOf(periodArgument(args[0], labels));
    const asked = askedPeople(args[1], labels);
    const log = question.forecasts();
    const [first] = log;
    if (first === undefined) return recordText('noForecasts', lang);
    const factOf = facts(asked, question);
    const lines = log
      .filter(({ month }) => months.includes(month))
      .flatMap((kept) => {
        const said = saidOf(kept, asked, labels);
        return said === null ? [] : [line(kept, said, factOf(kept), labels)];
      });
    if (lines.length === 0) return recordText('noneOfThese', lang, { day: shownDay(first.day, lang) });
    return [Object.values(forecastLogColumns).map((title) => title[lang]), ...lines];
  },
};

/** null = the forecast knows nobody of those asked for. */
function saidOf({ people, plans, pace }: KeptForecast, { people: wanted, owners }: Asked, { managers }: Labels): Said | null {
  const ids = wanted === null ? null : new Set([...wanted].map((index) => managers[index]?.id));
  const lines = people.filter(({ managerId }) => ids === null || ids.has(managerId));
  const targets = plans
    .filter((plan) => owners.some(({ scope, id }) => scope === plan.scope && id === plan.id))
    .map(({ target }) => target);
  if (lines.length === 0 && targets.length === 0 && wanted !== null) return null;
  const won = added(lines.map((one) => one.won));
  return {
    won,
    stages: added(lines.map(({ stages }) => stages)),
    pace: pace === null ? null : (won * pace[1]) / pace[0],
    weighted: added(lines.map(({ weighted }) => weighted)),
    overdue: added(lines.map(({ overdue }) => overdue)),
    plan: targets.length === 0 ? null : added(targets),
  };
}

/** Sales of the forecast's month by the present facts, in the pipelines it was made for; null = money of another currency. */
function facts({ people: managers }: Asked, question: Question): (kept: KeptForecast) => number | null {
  const { labels } = question;
  const known = new Map<string, number | null>();
  return ({ month, pipelines: ids, currency }) => {
    const period = monthRange(month);
    if (period === null || currency !== labels.baseCurrency) return null;
    const key = `${month} ${ids}`;
    if (!known.has(key)) {
      const pipelines = ids && new Set(ids.map((id) => labels.pipelines.findIndex((pipeline) => pipeline.id === id)));
      known.set(key, metricRows(question.load(['deals']), { period, managers, pipelines }, ['wonSum'])[0]?.[0] ?? null);
    }
    return known.get(key) ?? null;
  };
}

/** A forecast is measured by a whole month: while it runs, what is won so far stands there and nothing deviates from it. */
function line({ month, day }: KeptForecast, said: Said, fact: number | null, labels: Labels): Cell[] {
  const isOver = (monthRange(month)?.end ?? 0) < labels.asOfDay;
  const { low, high } = forecastRange(said.pace, said.stages);
  const off = (forecast: number | null) => cellOf(isOver && forecast !== null && fact !== null ? ratio(forecast - fact, fact) : null);
  const cells: Readonly<Record<keyof typeof forecastLogColumns, Cell>> = {
    month: lineName(month, 'month', labels),
    day: dayCell(day, labels),
    plan: cellOf(said.plan),
    won: said.won,
    stages: said.stages,
    pace: cellOf(said.pace),
    low,
    high,
    weighted: said.weighted,
    overdue: said.overdue,
    fact: cellOf(fact),
    state: recordText(isOver ? 'monthEnd' : 'soFar', labels.lang),
    stagesOff: off(said.stages),
    paceOff: off(said.pace),
  };
  return (Object.keys(forecastLogColumns) as (keyof typeof forecastLogColumns)[]).map((column) => cells[column]);
}
