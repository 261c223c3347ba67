// Charts of a report sheet are told apart by the id the sheet remembers for them. A rebuild updates them in place; one that people deleted comes back only
// on request.
import type { ChartSpec } from '../report/spec';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEY = 'b24.chart.';

export function drawCharts(sheet: Sheet, specs: readonly ChartSpec[], restore: boolean): void {
  const marks = sheet.getDeveloperMetadata();
  const charts = sheet.getCharts();
  for (const spec of specs) {
    const known = marks.find((entry) => entry.getKey() === KEY + spec.id);
    const old = known ? charts.find((chart) => String(chart.getChartId()) === known.getValue()) : undefined;
    if (old) sheet.updateChart(filledIn(sheet, spec, old.modify().clearRanges()).build());
    else if (!known || restore) {
      known?.remove();
      insertChart(sheet, spec);
    }
  }
}

type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

function filledIn(sheet: Sheet, { kind, ranges, headers, options }: ChartSpec, builder: Builder): Builder {
  builder.setChartType(Charts.ChartType[kind]);
  for (const a1 of ranges) builder.addRange(sheet.getRange(a1));
  builder.setNumHeaders(headers).setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS);
  for (const [option, value] of Object.entries(options)) builder.setOption(option, value);
  return builder;
}

function insertChart(sheet: Sheet, spec: ChartSpec): void {
  const { row, column, width, height } = spec.position;
  const builder = filledIn(sheet, spec, sheet.newChart());
  builder.setOption('width', width).setOption('height', height).setPosition(row, column, 0, 0);
  const before = new Set(sheet.getCharts().map((chart) => chart.getChartId()));
  sheet.insertChart(builder.build());
  const made = sheet.getCharts().find((chart) => !before.has(chart.getChartId()));
  if (made) sheet.addDeveloperMetadata(KEY + spec.id, String(made.getChartId()));
}
