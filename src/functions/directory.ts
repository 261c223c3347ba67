// The names that stand in the CRM and in the catalogues, for the input sheets: a name that a formula understands is understood there too.
// Unlike formulas, which answer for several at once, a row of an input sheet means exactly one.
import type { Labels } from '../facts/facts';
import type { Directories, NamedCode } from '../facts/side-tables';
import type { Directory, Found } from '../inputs/sheet';
import { partMatches, plain, similarNames } from '../matching';
import { METRIC_IDS, metricOf } from '../metrics/catalogue';
import { type DayRange, dayOf, monthOf, monthRange, yearRange } from '../period';
import type { Zone } from '../zone';
import { isDate } from './arguments/given';
import { knownYear, writtenSpan, writtenUnit } from './arguments/period-dates';
import { peopleCalled, peopleLike, personName } from './arguments/who';
import { metricNamed, metricNames } from './metric-names';

/** What of the labels has names. */
export type NamedLabels = Pick<Labels, 'pipelines' | 'managers' | 'departments' | 'lang' | 'zone' | 'asOfDay'>;
export type NamedCodes = Pick<Directories, 'sources' | 'failStages' | 'currencies'>;

/** The directory of a loaded file. */
export function directoryOf(labels: NamedLabels, { sources, failStages, currencies }: NamedCodes): Directory {
  const { lang, zone, asOfDay, pipelines, departments } = labels;
  const stages = stageNames(labels, failStages);
  const dayOfCell = (cell: unknown) => cellDay(cell, labels);
  return {
    lang,
    asOfDay,
    dayOf: dayOfCell,
    period: (cell) => cellPeriod(cell, zone),
    manager: (typed) => managerNamed(typed, labels),
    department: (typed) => named(typed, departments),
    pipeline: (typed) => named(typed, pipelines),
    stage: (typed) => stageNamed(typed, stages, pipelines),
    channel: (typed) => named(typed, sources),
    metric: (typed) => metricNamed(typed, lang),
    metricKind: (id) => {
      const known = METRIC_IDS.find((one) => one === id);
      return known ? metricOf(known) : null;
    },
    currencies,
    names: {
      managers: labels.managers.slice(1).map((_, index) => personName(labels, index + 1)),
      departments: departments.map(({ name }) => name),
      pipelines: pipelines.map(({ name }) => name),
      stages: stages.filter(({ kind }) => kind === 'process').map(({ shown }) => shown),
      failStages: stages.filter(({ kind }) => kind === 'fail').map(({ shown }) => shown),
      channels: sources.map(({ name }) => name),
      metrics: metricNames(lang),
    },
  };
}

const UTC: Zone = { name: 'UTC', from: [Number.MIN_SAFE_INTEGER], offset: [0] };

/** Nothing is loaded yet: no name of the CRM is known. */
export function emptyDirectory(lang: Labels['lang'], asOfDay: number, zone: Zone = UTC): Directory {
  const labels = { pipelines: [], managers: [], departments: [], lang, zone, asOfDay };
  return directoryOf(labels, { sources: [], failStages: [], currencies: [] });
}

interface Named<T> {
  readonly id: T;
  readonly name: string;
}

/** The whole name or the id, else a part of one name. */
function named<T extends number | string>(typed: string, known: readonly Named<T>[]): Found<T> {
  const text = plain(typed);
  const names = known.map(({ name }) => name);
  const exact = known.find(({ name }) => plain(name) === text) ?? known.find(({ id }) => plain(String(id)) === text);
  if (exact) return { id: exact.id };
  const part = partMatches(typed, names);
  const only = part.length === 1 ? known[part[0] ?? 0] : undefined;
  if (only) return { id: only.id };
  return { similar: part.length > 1 ? part.map((index) => names[index] ?? '') : similarNames(typed, names) };
}

/** An id (also `#12` behind a name), an e-mail, a name or a part of one. Nobody's deals are no person. */
function managerNamed(typed: string, labels: NamedLabels): Found<number> {
  const text = plain(typed);
  const { managers } = labels;
  const id = /^(?:.*#)?(\d+)$/.exec(text)?.[1];
  const byId = id === undefined ? [] : [managers.findIndex((manager) => manager.id === Number(id))];
  const whole = [...byId, ...peopleCalled(text, labels)].filter((index) => index > 0);
  const found = whole.length > 0 ? whole : peopleLike(text, labels);
  const only = found.length === 1 ? managers[found[0] ?? 0] : undefined;
  if (only) return { id: only.id };
  if (found.length > 1) return { similar: found.map((index) => personName(labels, index)) };
  return {
    similar: similarNames(
      typed,
      managers.slice(1).map(({ name }) => name),
    ),
  };
}

interface StageName extends NamedCode {
  /** Index of the pipeline; −1 = of a pipeline that is no longer there. */
  readonly pipeline: number;
  readonly kind: 'process' | 'won' | 'fail';
  /** The name that means this stage alone: with its pipeline where several stages are called so. */
  readonly shown: string;
}

/** Process stages in their order, the stage of success, then the fail stages. Bitrix24 calls the stage of success WON and `C<pipeline>:WON`. */
function stageNames({ pipelines }: NamedLabels, failStages: readonly NamedCode[]): StageName[] {
  const found = pipelines.flatMap(({ id, stages, wonName }, pipeline) => [
    ...stages.map((stage) => ({ ...stage, pipeline, kind: 'process' as const })),
    { id: id === 0 ? 'WON' : `C${id}:WON`, name: wonName, pipeline, kind: 'won' as const },
  ]);
  const pipelineOf = (stageId: string) => Number(/^C(\d+):/.exec(stageId)?.[1] ?? 0);
  const failed = failStages.map((stage) => {
    const pipeline = pipelines.findIndex(({ id }) => id === pipelineOf(stage.id));
    return { ...stage, pipeline, kind: 'fail' as const };
  });
  const all = [...found, ...failed];
  const uses = new Map<string, number>();
  for (const { name } of all) uses.set(plain(name), (uses.get(plain(name)) ?? 0) + 1);
  return all.map((stage) => {
    const pipeline = pipelines[stage.pipeline]?.name;
    const alone = uses.get(plain(stage.name)) === 1 || pipeline === undefined;
    return { ...stage, shown: alone ? stage.name : `${pipeline}: ${stage.name}` };
  });
}

/** A stage id, a name that is unique, or «Воронка: Стадия», of which both may be parts. */
function stageNamed(typed: string, stages: readonly StageName[], pipelines: Labels['pipelines']): Found<string> {
  const text = plain(typed);
  const byId = stages.find(({ id }) => plain(id) === text);
  if (byId) return { id: byId.id };
  const shown = stages.map(({ id, shown: name }) => ({ id, name }));
  const whole = stages.filter(({ name }) => plain(name) === text);
  if (whole.length > 1) return { similar: whole.map((stage) => stage.shown) };
  const found = named(typed, shown);
  if ('id' in found) return found;
  const [, before = '', after = ''] = /^(.+?):\s*(.+)$/.exec(typed) ?? [];
  const pipeline = before === '' ? undefined : named(before, pipelines);
  if (pipeline === undefined || !('id' in pipeline)) return found;
  const own = stages.filter((stage) => pipelines[stage.pipeline]?.id === pipeline.id);
  return named(after, own);
}

/** Local day of a date cell, or of a date written as text. A time of day without a date is a day of 1899 to Sheets, and no date. */
function cellDay(cell: unknown, { zone }: NamedLabels): number | null {
  if (isDate(cell)) {
    const seconds = Math.floor(cell.getTime() / 1000);
    if (!Number.isFinite(seconds)) return null;
    const day = dayOf(seconds, zone);
    return knownYear(Number(monthOf(day).slice(0, 4))) ? day : null;
  }
  const range = typeof cell === 'string' ? writtenUnit(plain(cell)) : null;
  return range && range.start === range.end ? range.start : null;
}

/** Written periods only: a word like «этот месяц» would move on while the plan stays. */
function cellPeriod(cell: unknown, zone: Labels['zone']): DayRange | null {
  if (typeof cell === 'number') return knownYear(cell) ? yearRange(cell) : null;
  if (typeof cell === 'string') {
    const text = plain(cell).replace(/_/g, ' ');
    return writtenUnit(text) ?? writtenSpan(text);
  }
  const seconds = isDate(cell) ? Math.floor(cell.getTime() / 1000) : Number.NaN;
  if (!Number.isFinite(seconds)) return null;
  const month = monthOf(dayOf(seconds, zone));
  return knownYear(Number(month.slice(0, 4))) ? monthRange(month) : null;
}
