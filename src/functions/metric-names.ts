// Metric names between people and the metric catalogue: every metric has words, every typed name finds its metric.
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import type { Found } from '../inputs/sheet';
import { type ArgumentName, argumentWords } from '../locale/argument-words';
import { type MetricWords, metricWords } from '../locale/metric-words';
import { listed, partMatches, plain, similarNames } from '../matching';
import { METRIC_IDS, type MetricId } from '../metrics/catalogue';
import { cellValue, filledCells, type Given, isBlock, type Reader, shown, singleValue } from './arguments/given';

/** Words of every metric; a metric without words, or words without a metric, do not compile. */
const words: Readonly<Record<MetricId, MetricWords>> = metricWords;

export function metricName(id: MetricId, lang: Lang): string {
  return words[id].name[lang];
}

/** A name that can stand in a list with commas: the header, or the first other name when the header itself holds a comma. */
export function metricShortName(id: MetricId, lang: Lang): string {
  const { name, also } = words[id];
  return name[lang].includes(',') ? (also[lang][0] ?? id) : name[lang];
}

export function metricMeaning(id: MetricId, lang: Lang): string {
  return words[id].meaning[lang];
}

/** The metric of one typed name; `initial` when omitted. */
export function metricArgument(raw: unknown, argument: ArgumentName, initial: MetricId, reader: Reader): MetricId {
  const value = singleValue(raw, argument, reader.lang);
  return value === undefined ? initial : metricOfName(value, argument, reader);
}

/** Metrics named in a range or in a text with commas or semicolons, in the order given; `initial` when omitted. */
export function metricsArgument(raw: unknown, argument: ArgumentName, initial: readonly MetricId[], reader: Reader): readonly MetricId[] {
  const cells = isBlock(raw) ? filledCells(raw) : [cellValue(raw)].filter((cell) => cell !== undefined);
  const found = cells.flatMap((cell) => metricsOfCell(cell, argument, reader));
  return found.length > 0 ? found : initial;
}

/** A name may itself hold a comma («Доля побед, шт.»): the longest run of parts that is a name wins. */
function metricsOfCell(cell: Given, argument: ArgumentName, reader: Reader): MetricId[] {
  if (typeof cell !== 'string') return [metricOfName(cell, argument, reader)];
  const parts = cell.split(/[;,]/).map((part) => part.trim());
  const found: MetricId[] = [];
  for (let at = 0; at < parts.length; ) {
    if (parts[at] === '') {
      at++;
      continue;
    }
    const paired = exactMetric(`${parts[at]}, ${parts[at + 1] ?? ''}`);
    found.push(paired ?? metricOfName(parts[at] ?? '', argument, reader));
    at += paired ? 2 : 1;
  }
  return found;
}

function metricOfName(value: Given, argument: ArgumentName, reader: Reader): MetricId {
  const { lang } = reader;
  const found = metricNamed(String(value), lang);
  if ('id' in found) return found.id;
  const params = { argument: argumentWords[argument][lang], found: shown(value, reader) };
  if (found.similar.length > 0) throw new KpiError('argument', 'argMetricSimilar', { ...params, similar: listed(found.similar) });
  throw new KpiError('argument', 'argMetric', { ...params, allowed: listed(metricNames(lang), METRIC_IDS.length) });
}

/** The metric a typed name means: any of its names in either language, else a part of one in the language of the file. */
export function metricNamed(asked: string, lang: Lang): Found<MetricId> {
  const exact = exactMetric(asked);
  if (exact) return { id: exact };
  const names = metricNames(lang);
  const part = partMatches(asked, names);
  const only = part.length === 1 ? METRIC_IDS[part[0] ?? 0] : undefined;
  if (only) return { id: only };
  return { similar: part.length > 1 ? part.map((index) => names[index] ?? '') : similarNames(asked, names) };
}

/** Names of all metrics, in the order of the catalogue. */
export function metricNames(lang: Lang): string[] {
  return METRIC_IDS.map((id) => metricName(id, lang));
}

function exactMetric(asked: string): MetricId | undefined {
  const text = comparable(asked);
  return METRIC_IDS.find((id) => {
    const { name, also } = words[id];
    return [id, name.ru, name.en, ...also.ru, ...also.en].some((word) => comparable(word) === text);
  });
}

function comparable(text: string): string {
  return plain(text).replace(/[.]$/, '');
}
