// Charts of a report sheet are told apart by the ids the sheet remembers for them. A rebuild updates in place those whose layout changed; one that people
// deleted comes back only on request.
import { textHash } from '../raw/fingerprint';
import type { ChartSpec } from '../report/spec';
import type { ChartMark } from './report-memory';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Marks = Readonly<Record<string, ChartMark>>;

/** Answers what is to be remembered. `restore` brings deleted charts back. */
export function drawCharts(sheet: Sheet, specs: readonly ChartSpec[], marks: Marks, restore: boolean): Marks {
  if (specs.length === 0 && Object.keys(marks).length === 0) return {};
  const charts = new Map(sheet.getCharts().map((chart) => [String(chart.getChartId()), chart]));
  const drawn: Record<string, ChartMark> = {};
  const made: ChartSpec[] = [];
  for (const [id, [chartId]] of Object.entries(marks)) {
    const chart = charts.get(chartId);
    if (chart && !specs.some((spec) => spec.id === id)) sheet.removeChart(chart);
    charts.delete(chartId);
    const spec = specs.find((one) => one.id === id);
    if (!spec) continue;
    const mark = marks[id] as ChartMark;
    if (chart) drawn[id] = updated(sheet, chart, spec, mark);
    else if (!restore) drawn[id] = mark;
  }
  for (const spec of specs.filter(({ id }) => !drawn[id])) {
    const left = [...charts].find(([, chart]) => isOf(chart, spec));
    if (left) {
      // A run was killed before it could remember the chart it had put here.
      charts.delete(left[0]);
      drawn[spec.id] = updated(sheet, left[1], spec, [left[0], spec.position.row, spec.position.column, 0]);
    } else {
      sheet.insertChart(newChart(sheet, spec));
      made.push(spec);
    }
  }
  if (made.length === 0) return drawn;
  const known = new Set([...charts.keys(), ...Object.values(drawn).map(([chartId]) => chartId)]);
  const fresh = sheet.getCharts().filter((chart) => !known.has(String(chart.getChartId())));
  for (const spec of made) {
    const chart = fresh.find((one) => isOf(one, spec));
    if (chart) drawn[spec.id] = markOf(String(chart.getChartId()), spec);
  }
  return drawn;
}

/** Left alone while its layout is the same: people may have changed how it looks. Where they put it is theirs too. */
function updated(sheet: Sheet, chart: Chart, spec: ChartSpec, [chartId, row, column, print]: ChartMark): ChartMark {
  const mark = markOf(chartId, spec);
  if (print === mark[3]) return mark;
  const builder = filledIn(sheet, spec, chart.modify().clearRanges());
  const place = chart.getContainerInfo();
  const stands = place.getAnchorRow() === row && place.getAnchorColumn() === column;
  if (stands) builder.setPosition(spec.position.row, spec.position.column, 0, 0);
  sheet.updateChart(builder.build());
  return mark;
}

function markOf(chartId: string, spec: ChartSpec): ChartMark {
  const { row, column } = spec.position;
  return [chartId, row, column, textHash(JSON.stringify(spec))];
}

/** A chart nobody remembers is known by its title and its place. */
function isOf(chart: Chart, { position, options }: ChartSpec): boolean {
  const place = chart.getContainerInfo();
  if (place.getAnchorRow() !== position.row || place.getAnchorColumn() !== position.column) return false;
  return chart.getOptions().get('title') === options['title'];
}

function filledIn(sheet: Sheet, { kind, ranges, headers, options }: ChartSpec, builder: Builder): Builder {
  builder.setChartType(Charts.ChartType[kind]);
  for (const a1 of ranges) builder.addRange(sheet.getRange(a1));
  builder.setNumHeaders(headers).setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS);
  for (const [option, value] of Object.entries(options)) builder.setOption(option, value);
  return builder;
}

function newChart(sheet: Sheet, spec: ChartSpec): Chart {
  const { row, column, width, height } = spec.position;
  const builder = filledIn(sheet, spec, sheet.newChart());
  return builder.setOption('width', width).setOption('height', height).setPosition(row, column, 0, 0).build();
}
