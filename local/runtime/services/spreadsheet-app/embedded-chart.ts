// Charts on sheets: what a script holds, and how they get into the workbook.
import { type EnumValue, ServiceException, ServiceObject } from '../../service';
import { chartDefinition, isDrawable } from '../../spreadsheet/chart-definition';
import type { ChartRecord } from '../../spreadsheet/extras';
import { signed } from '../arguments';
import { ChartHiddenDimensionStrategy, ChartMergeStrategy } from './charts';
import type { SheetsContext } from './context';
import type { EmbeddedChartBuilder } from './embedded-chart-builder';
import type { Range } from './range';

/** Makes the builder of a chart being modified; given by the builder's file, which knows this one. */
export interface ChartModifier {
  modify(context: SheetsContext, record: ChartRecord): EmbeddedChartBuilder;
}

export class EmbeddedChart extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.EmbeddedChart';
  readonly context: SheetsContext;
  readonly record: ChartRecord;
  readonly #modifier: ChartModifier;

  constructor(context: SheetsContext, record: ChartRecord, modifier: ChartModifier) {
    super();
    this.context = context;
    this.record = record;
    this.#modifier = modifier;
  }

  /** Stable within the file; null until the chart is inserted. */
  getChartId(): number | null {
    return this.record.figureId === '' ? null : this.record.id;
  }

  getRanges(): Range[] {
    return this.record.ranges.map(({ sheetId, zone }) => this.context.make.range(sheetId, zone));
  }

  getNumHeaders(): number {
    return this.record.headers ?? -1;
  }

  getMergeStrategy(): EnumValue {
    return ChartMergeStrategy[this.record.merge];
  }

  getHiddenDimensionStrategy(): EnumValue {
    return ChartHiddenDimensionStrategy[(this.record.hidden ?? 'IGNORE_ROWS') as 'IGNORE_ROWS'];
  }

  getTransposeRowsAndColumns(): boolean {
    return this.record.transposed;
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.record.options);
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.record.position);
  }

  modify(): EmbeddedChartBuilder {
    return this.#modifier.modify(this.context, this.record);
  }
}

class ChartOptions extends ServiceObject {
  readonly serviceName = 'Charts.ChartOptions';
  readonly #options: Readonly<Record<string, unknown>>;

  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.#options = options;
  }

  get(option: string): unknown {
    return this.#options[option] ?? null;
  }

  getOrDefault(option: string): unknown {
    return this.get(option);
  }
}

class ContainerInfo extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.ContainerInfo';
  readonly #position: ChartRecord['position'];

  constructor(position: ChartRecord['position']) {
    super();
    this.#position = position;
  }

  getAnchorRow(): number {
    return this.#position.row;
  }

  getAnchorColumn(): number {
    return this.#position.column;
  }

  getOffsetX(): number {
    return this.#position.x;
  }

  getOffsetY(): number {
    return this.#position.y;
  }
}

/** Default size of a chart in pixels. */
const SIZE = { width: 600, height: 371 };

/** Puts a built chart on a sheet. Its data and its sheet move into the engine. */
export function placeChart(context: SheetsContext, sheetId: string, record: ChartRecord): ChartRecord {
  const placed: ChartRecord = { ...record, sheetId, figureId: `chart-${record.id}` };
  if (placed.ranges.length === 0) throw new ServiceException('The chart has no data range.');
  context.do(() => {
    for (const id of new Set([sheetId, ...placed.ranges.map((range) => range.sheetId)])) context.workbook.promote(id);
    context.workbook.flush();
    draw(context, placed);
    context.workbook.extras.charts.push(placed);
  });
  return placed;
}

function draw(context: SheetsContext, record: ChartRecord): void {
  const { workbook, getters } = context;
  const definition = chartDefinition(record, {
    sheetName: (id) => getters.getSheetName(id),
    text: (sheetId, row, col) => getters.getEvaluatedCell({ sheetId, row, col }).formattedValue,
    isNumber: (sheetId, row, col) => getters.getEvaluatedCell({ sheetId, row, col }).type === 'number',
  });
  if (definition === undefined || !isDrawable(record.type)) return;
  const size = (name: 'width' | 'height') => (typeof record.options[name] === 'number' ? Number(record.options[name]) : SIZE[name]);
  workbook.apply({
    type: 'CREATE_CHART',
    sheetId: record.sheetId,
    chartId: record.figureId,
    figureId: record.figureId,
    col: Math.max(0, record.position.column - 1),
    row: Math.max(0, record.position.row - 1),
    offset: { x: record.position.x, y: record.position.y },
    size: { width: size('width'), height: size('height') },
    definition,
  });
}

/** Takes a chart off its sheet; says whether it was there. */
export function removeChart(context: SheetsContext, record: ChartRecord): boolean {
  const { workbook, getters } = context;
  const known = workbook.extras.charts.some((chart) => chart.id === record.id);
  workbook.extras.charts = workbook.extras.charts.filter((chart) => chart.id !== record.id);
  if (known && getters.getFigure(record.sheetId, record.figureId)) {
    context.do(() => workbook.apply({ type: 'DELETE_FIGURE', sheetId: record.sheetId, figureId: record.figureId }));
  }
  return known;
}

/** Charts of a sheet that are still there: people may have deleted some on the page. */
export function chartsOf(context: SheetsContext, sheetId: string): ChartRecord[] {
  return context.workbook.extras.charts.filter(
    (chart) => chart.sheetId === sheetId && (!isDrawable(chart.type) || context.getters.getFigure(sheetId, chart.figureId) !== undefined),
  );
}

signed(EmbeddedChart);

signed(ChartOptions, { get: [['string']], getOrDefault: [['string']] });

signed(ContainerInfo);
