// A chart as Google's builder describes it, in the engine's words: types, series, colours, axes, labels.
import { quoteSheetName, zoneToA1 } from './a1';
import type { Zone } from './contract';
import type { ChartRecord } from './extras';

interface ChartSource {
  /** Name of a sheet by its id. */
  readonly sheetName: (sheetId: string) => string;
  /** The text of a cell, to tell headers from data. */
  readonly text: (sheetId: string, row: number, col: number) => string;
  /** Whether the cell holds a number. */
  readonly isNumber: (sheetId: string, row: number, col: number) => boolean;
}

interface Series {
  readonly sheetId: string;
  readonly zone: Zone;
}

/** Google chart types the engine can draw; others are kept as data but have no picture. */
const TYPES: Readonly<Record<string, string>> = {
  COLUMN: 'bar',
  BAR: 'bar',
  LINE: 'line',
  AREA: 'line',
  STEPPED_AREA: 'line',
  COMBO: 'combo',
  PIE: 'pie',
  SCATTER: 'scatter',
  RADAR: 'radar',
  WATERFALL: 'waterfall',
  TREEMAP: 'treemap',
  GEO: 'geo',
};

/** Whether the engine has a picture for the type. */
export function isDrawable(type: string): boolean {
  return type in TYPES;
}

/** Google's colours of series that have none of their own. */
const PALETTE = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7', '#f07b72', '#fcd04f', '#71c287'];

/** The engine's definition of a chart; undefined when it has no data. */
export function chartDefinition(record: ChartRecord, source: ChartSource): Readonly<Record<string, unknown>> | undefined {
  const { options } = record;
  const lines = seriesOf(record);
  const [labels, ...series] = lines;
  if (labels === undefined) return undefined;
  const values = series.length > 0 ? series : [labels];
  const reference = ({ sheetId, zone }: Series) => `${quoteSheetName(source.sheetName(sheetId))}!${zoneToA1(zone)}`;
  const type = TYPES[record.type] ?? 'bar';
  const stacked = stackedOption(options['isStacked']);
  const title = text(options['title']);
  const headed = hasHeaders(record, values, source);
  return {
    type,
    title: { ...(title === undefined ? {} : { text: title }), ...titleStyle(options) },
    legendPosition: legend(options),
    ...(text(options['backgroundColor'] ?? options['backgroundColor.fill'])
      ? { background: options['backgroundColor'] ?? options['backgroundColor.fill'] }
      : {}),
    dataSource: {
      type: 'range',
      dataSets: values.map((line, index) => ({ dataSetId: String(index), dataRange: reference(line) })),
      dataSetsHaveTitle: headed,
      ...(series.length > 0 ? { labelRange: reference(labels) } : {}),
    },
    dataSetStyles: Object.fromEntries(values.map((_, index) => [String(index), seriesStyle(record, index, values.length)])),
    axesDesign: axes(record),
    showValues: showsValues(options, values.length),
    aggregated: false,
    humanize: false,
    ...typeOptions(type, record, { stacked, headed }),
  };
}

function typeOptions(type: string, record: ChartRecord, { stacked, headed }: { stacked: boolean; headed: boolean }): object {
  const { options } = record;
  if (type === 'bar') return { stacked, horizontal: record.type === 'BAR' };
  if (type === 'line') {
    const filled = record.type !== 'LINE';
    return { stacked, labelsAsText: true, cumulative: false, fillArea: filled, hideDataMarkers: Number(options['pointSize'] ?? 0) === 0 };
  }
  if (type === 'scatter') return { labelsAsText: false };
  if (type === 'combo') return { stacked, hideDataMarkers: Number(options['pointSize'] ?? 0) === 0 };
  if (type === 'pie') {
    const hole = Number(options['pieHole'] ?? 0);
    const colors = stringList(options['colors']);
    return {
      isDoughnut: hole > 0,
      ...(hole > 0 ? { pieHolePercentage: Math.round(hole * 100) } : {}),
      // Google spends the first colour on a header row (apps-script 5.4).
      ...(colors ? { slicesColors: headed ? colors.slice(1) : colors } : {}),
    };
  }
  return type === 'waterfall' ? { showSubTotals: false, showConnectorLines: true, verticalAxisPosition: 'left' } : {};
}

/** One zone per line of data: columns, or rows when the chart is transposed. */
function seriesOf(record: ChartRecord): Series[] {
  const lines: Series[] = [];
  for (const { sheetId, zone } of record.ranges) {
    const [from, to] = record.transposed ? [zone.top, zone.bottom] : [zone.left, zone.right];
    for (let line = from; line <= to; line++) {
      lines.push({ sheetId, zone: record.transposed ? { ...zone, top: line, bottom: line } : { ...zone, left: line, right: line } });
    }
  }
  if (record.merge === 'MERGE_COLUMNS' || lines.length < 2) return lines;
  // MERGE_ROWS continues the columns of the first range downwards; the engine has one range per series.
  return record.ranges.length < 2 ? lines : seriesOf({ ...record, ranges: record.ranges.slice(0, 1), merge: 'MERGE_COLUMNS' });
}

/** Given headers count; unsaid, the first cell of the first series tells by not being a number. */
function hasHeaders(record: ChartRecord, values: readonly Series[], source: ChartSource): boolean {
  if (record.headers !== undefined && record.headers >= 0) return record.headers > 0;
  const first = values[0];
  if (first === undefined) return false;
  const { top, left } = first.zone;
  return !source.isNumber(first.sheetId, top, left) && source.text(first.sheetId, top, left) !== '';
}

function seriesStyle(record: ChartRecord, index: number, count: number): object {
  const own = seriesOption(record.options, index);
  const colors = stringList(record.options['colors']);
  const given = text(own['color']) ?? colors?.[index % colors.length] ?? PALETTE[index % PALETTE.length];
  const opacity = own['dataOpacity'] ?? own['opacity'] ?? own['areaOpacity'];
  const type = text(own['type']) ?? text(record.options['seriesType']);
  const right = Number(own['targetAxisIndex'] ?? 0) === 1;
  return {
    backgroundColor: transparent(given, opacity),
    yAxisId: right ? 'y1' : 'y',
    ...(text(own['labelInLegend']) ? { label: own['labelInLegend'] } : {}),
    // Google draws the last series of a combo chart as a line unless told otherwise.
    ...(record.type === 'COMBO'
      ? {
          type:
            type === undefined ? (index === count - 1 && count > 1 ? 'line' : 'bar') : type === 'line' || type === 'area' ? 'line' : 'bar',
        }
      : {}),
  };
}

/** A colour of no opacity is how a funnel hides its first series. */
function transparent(color: string | undefined, opacity: unknown): string {
  if (color === 'transparent' || color === 'none' || opacity === 0) return '#ffffff00';
  return color ?? '#4285f4';
}

/** `series.0.color`, `series: {0: {…}}` and `series: [{…}]` are the same thing. */
function seriesOption(options: Readonly<Record<string, unknown>>, index: number): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const whole = options['series'] as Readonly<Record<string, unknown>> | undefined;
  Object.assign(found, whole?.[String(index)]);
  Object.assign(found, options[`series.${index}`]);
  const prefix = `series.${index}.`;
  for (const [key, value] of Object.entries(options)) if (key.startsWith(prefix)) found[key.slice(prefix.length)] = value;
  return found;
}

/** The engine's `x` is the axis at the bottom, `y` the left and `y1` the right one: Google's hAxis, vAxis (or vAxes.0) and vAxes.1. */
function axes(record: ChartRecord): object {
  const { options } = record;
  const valuesBelow = record.type === 'BAR' || record.type === 'SCATTER';
  const x = axis(options, ['hAxis'], valuesBelow);
  const y = axis(options, ['vAxis', 'vAxes.0'], record.type !== 'BAR');
  const y1 = axis(options, ['vAxes.1'], true);
  return { ...(x ? { x } : {}), ...(y ? { y } : {}), ...(y1 ? { y1 } : {}) };
}

/** Title, bounds and grid of an axis; an axis of categories has no bounds. */
function axis(options: Readonly<Record<string, unknown>>, names: readonly string[], hasValues: boolean): object | undefined {
  const find = (path: string) => names.map((name) => nested(options, `${name}.${path}`)).find((value) => value !== undefined);
  const title = text(find('title'));
  const min = hasValues ? (find('viewWindow.min') ?? find('minValue')) : undefined;
  const max = hasValues ? (find('viewWindow.max') ?? find('maxValue')) : undefined;
  const design = {
    ...(title === undefined ? {} : { title: { text: title } }),
    ...(typeof min === 'number' ? { min } : {}),
    ...(typeof max === 'number' ? { max } : {}),
    ...(find('gridlines.count') === 0 ? { gridLines: 'none' } : {}),
  };
  return Object.keys(design).length === 0 ? undefined : design;
}

/** An option written by its path or inside an object. */
function nested(options: Readonly<Record<string, unknown>>, path: string): unknown {
  if (path in options) return options[path];
  const parts = path.split('.');
  for (let cut = parts.length - 1; cut > 0; cut--) {
    let value: unknown = options[parts.slice(0, cut).join('.')];
    if (value === undefined) continue;
    for (const part of parts.slice(cut)) value = (value as Record<string, unknown> | null | undefined)?.[part];
    if (value !== undefined) return value;
  }
  return undefined;
}

function showsValues(options: Readonly<Record<string, unknown>>, count: number): boolean {
  if (options['pieSliceText'] !== undefined && options['pieSliceText'] !== 'none') return true;
  if (['value', 'inside', 'outside'].includes(String(options['annotations'] ?? options['dataLabels']))) return true;
  return Array.from({ length: count }, (_, index) => seriesOption(options, index)).some(
    (own) => own['hasAnnotations'] === true || (own['dataLabel'] !== undefined && own['dataLabel'] !== 'none'),
  );
}

function legend(options: Readonly<Record<string, unknown>>): string {
  const position = nested(options, 'legend.position') ?? options['legend'];
  if (typeof position !== 'string') return 'right';
  return ['top', 'bottom', 'left', 'right', 'none'].includes(position) ? position : position === 'in' ? 'top' : 'right';
}

function titleStyle(options: Readonly<Record<string, unknown>>): object {
  const size = nested(options, 'titleTextStyle.fontSize');
  const color = nested(options, 'titleTextStyle.color');
  const bold = nested(options, 'titleTextStyle.bold');
  return {
    ...(typeof size === 'number' ? { fontSize: size } : {}),
    ...(typeof color === 'string' ? { color } : {}),
    ...(typeof bold === 'boolean' ? { bold } : {}),
  };
}

function stackedOption(value: unknown): boolean {
  return value === true || value === 'true' || value === 'absolute' || value === 'percent' || value === 'relative';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function stringList(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined;
}
