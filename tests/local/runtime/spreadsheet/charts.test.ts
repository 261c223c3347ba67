// Embedded charts: apps-script reference 5.4, checklist 12.6.
import { script, thrown } from '../script';
import { refusal, run, statements } from './script-on-sheet';

const data =
  "sheet.getRange('A1:C4').setValues([['М', 'План', 'Факт'], ['а', 1, 2], ['б', 3, 4], ['в', 5, 6]]); const r = sheet.getRange('A1:C4');";
const unknown = (method: string) => `TypeError: SpreadsheetApp.EmbeddedChartBuilder.${method} is not implemented in the local runtime`;
const hiccup =
  'Exception: Unexpected error while getting the method or property setHiddenDimensionStrategy on object SpreadsheetApp.EmbeddedChartBuilder.';

it('the types are Google’s; FUNNEL and SCORECARD do not exist [5.4 chart-types]', () => {
  const types =
    'TIMELINE AREA BAR BUBBLE CANDLESTICK COLUMN COMBO GAUGE GEO HISTOGRAM RADAR LINE ORG PIE SCATTER SPARKLINE STEPPED_AREA TABLE TREEMAP WATERFALL';
  expect(run(`return '${types}'.split(' ').map((name) => String(Charts.ChartType[name])).join(' ');`)).toBe(types);
  for (const name of ['FUNNEL', 'SCORECARD', 'PYRAMID', 'SUNBURST'])
    expect(thrown(`Charts.ChartType.${name}`)).toBe(`TypeError: Charts.ChartType.${name} is not implemented in the local runtime`);
});

describe('enums must be enum objects [5.4 enum-objects]', () => {
  it.each([
    ['setChartType', "'COLUMN'"],
    ['setMergeStrategy', "'MERGE_COLUMNS'"],
    ['setHiddenDimensionStrategy', "'SHOW_BOTH'"],
    ['setChartType', 'Charts.ChartMergeStrategy.MERGE_COLUMNS'],
  ])('%s(%s) is refused', (method, value) => {
    expect(refusal(`sheet.newChart().${method}(${value});`)).toMatch(
      new RegExp(
        `^Exception: The parameters \\(.*\\) don't match the method signature for SpreadsheetApp\\.EmbeddedChartBuilder\\.${method}\\.$`,
      ),
    );
  });
});

describe('setters of typed builders are absent from the generic one [5.4 typed-setters]', () => {
  it.each([
    'setTitle',
    'setColors',
    'setBackgroundColor',
    'setLegendPosition',
    'setStacked',
    'setXAxisTitle',
    'set3D',
    'setCurveStyle',
    'setRange',
  ])('%s', (method) => {
    expect(refusal(`sheet.newChart().${method}('x');`)).toBe(unknown(method));
  });

  it('there options do the same [5.4 generic-builder]', () => {
    expect(
      run(`${data} const chart = sheet.newChart().asColumnChart().setTitle('План и факт').setStacked().addRange(r).build();
           const same = sheet.newChart().setChartType(Charts.ChartType.COLUMN).setOption('title', 'План и факт').setOption('isStacked', true).addRange(r).build();
           return [chart, same].map((c) => [c.getOptions().get('title'), c.getOptions().get('isStacked'), String(c.modify().getChartType())]);`),
    ).toEqual([
      ['План и факт', true, 'COLUMN'],
      ['План и факт', true, 'COLUMN'],
    ]);
  });

  it('axis ranges are set by setXAxisRange only of scatter charts, by setRange elsewhere [5.4 axis-range]', () => {
    expect([
      refusal('sheet.newChart().asScatterChart().setXAxisRange(0, 10).setYAxisRange(0, 5);'),
      refusal('sheet.newChart().asColumnChart().setXAxisRange(0, 10);'),
      refusal('sheet.newChart().asScatterChart().setRange(0, 10);'),
      refusal('sheet.newChart().asColumnChart().setRange(0, 10);'),
    ]).toEqual([
      'accepted',
      'TypeError: SpreadsheetApp.EmbeddedColumnChartBuilder.setXAxisRange is not implemented in the local runtime',
      'TypeError: SpreadsheetApp.EmbeddedScatterChartBuilder.setRange is not implemented in the local runtime',
      'accepted',
    ]);
  });
});

describe('setHiddenDimensionStrategy [5.4 hidden-strategy] [2.2 hiccup]', () => {
  it.each([
    ['before a type is set', 'sheet.newChart()', hiccup],
    ['on a pie', 'sheet.newChart().setChartType(Charts.ChartType.PIE)', hiccup],
    ['on a table', 'sheet.newChart().setChartType(Charts.ChartType.TABLE)', hiccup],
    ['on columns', 'sheet.newChart().setChartType(Charts.ChartType.COLUMN)', 'accepted'],
  ])('%s', (_, builder, text) => {
    expect(refusal(`${builder}.setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH);`)).toBe(text);
  });
});

it('a hidden row is lost to the chart [5.4 hidden-rows]', () => {
  const runtime = script(
    statements(
      `${data} sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(r).setNumHeaders(1).build()); sheet.hideRows(3);`,
    ),
  );
  runtime.run('answer');
  const { getters } = runtime.spreadsheet.model;
  const [id = ''] = getters.getChartIds('0');
  const { chartJsConfig } = getters.getChartRuntime(id) as unknown as {
    chartJsConfig: { data: { labels: unknown[]; datasets: { data: unknown[] }[] } };
  };
  expect([chartJsConfig.data.labels, chartJsConfig.data.datasets.map((set) => set.data)]).toEqual([
    ['а', 'в'],
    [
      [1, 5],
      [2, 6],
    ],
  ]);
});

it('an id is stable through modify and updateChart, a new chart has another [12.6 chart-ids] [5.4 chart-id] [5.4 chart-key]', () => {
  expect(
    run(`${data} sheet.insertChart(sheet.newChart().addRange(r).setOption('title', 'ключ').build()); const id = sheet.getCharts()[0].getChartId();
         const find = () => sheet.getCharts().find((c) => c.getOptions().get('title') === 'ключ'); sheet.updateChart(find().modify().setChartType(Charts.ChartType.LINE).setPosition(5, 6, 1, 2).build());
         sheet.insertChart(sheet.newChart().addRange(r).build()); const [first, second] = sheet.getCharts();
         return [Number.isInteger(id), first.getChartId() === id, second.getChartId() === id, sheet.getCharts().length, String(first.modify().getChartType())];`),
  ).toEqual([true, true, false, 2, 'LINE']);
});

it('only a built chart is inserted, and it needs data [5.4 built-only]', () => {
  expect([
    refusal('sheet.insertChart(sheet.newChart());'),
    refusal('sheet.insertChart(sheet.newChart().build());'),
    refusal(`${data} sheet.insertChart(sheet.newChart().addRange(r).build());`),
  ]).toEqual([
    "Exception: The parameters (SpreadsheetApp.EmbeddedChartBuilder) don't match the method signature for SpreadsheetApp.Sheet.insertChart.",
    'Exception: The chart has no data range.',
    'accepted',
  ]);
});

it('anchors are one-based, the size is an option [5.4 position]', () => {
  const runtime = script(
    statements(`${data} sheet.insertChart(sheet.newChart().addRange(r).setPosition(3, 5, 7, 9).setOption('width', 320).setOption('height', 200).build());
      const info = sheet.getCharts()[0].getContainerInfo(); return [info.getAnchorRow(), info.getAnchorColumn(), info.getOffsetX(), info.getOffsetY()];`),
  );
  expect(runtime.run('answer')).toEqual([3, 5, 7, 9]);
  const { getters } = runtime.spreadsheet.model;
  const [id = ''] = getters.getChartIds('0');
  expect(getters.getFigures('0')[0]).toMatchObject({ id, col: 4, row: 2, offset: { x: 7, y: 9 }, width: 320, height: 200 });
});

it('colours of a pie skip the first one when its first row is a header [5.4 pie-colors]', () => {
  const slices = (headers: number) => {
    const runtime = script(
      statements(
        `${data} sheet.insertChart(sheet.newChart().asPieChart().setColors(['#ff0000', '#00ff00', '#0000ff']).addRange(sheet.getRange('A1:B4')).setNumHeaders(${headers}).build());`,
      ),
    );
    runtime.run('answer');
    const [id = ''] = runtime.spreadsheet.model.getters.getChartIds('0');
    return (runtime.spreadsheet.model.getters.getChartDefinition(id) as unknown as { slicesColors: string[] }).slicesColors;
  };
  expect([slices(1), slices(0)]).toEqual([
    ['#00ff00', '#0000ff'],
    ['#ff0000', '#00ff00', '#0000ff'],
  ]);
});

it.each([true, false])('columns of a combo chart are drawn stacked when they are meant to be: %s', (stacked) => {
  const runtime = script(
    statements(
      `${data} sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.COMBO).setOption('isStacked', ${stacked}).addRange(r).setNumHeaders(1).build());`,
    ),
  );
  runtime.run('answer');
  const { getters } = runtime.spreadsheet.model;
  const [id = ''] = getters.getChartIds('0');
  const drawn = getters.getChartRuntime(id) as unknown as { chartJsConfig: { options: { scales: { y: { stacked?: boolean } } } } };
  expect(drawn.chartJsConfig.options.scales.y.stacked).toBe(stacked);
});
