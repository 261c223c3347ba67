// The generic builder of charts, which takes everything as options; those of one type with setters of their own are in typed-chart-builders.ts (apps-script 5.4).
import { type EnumValue, ServiceException, ServiceObject } from '../../service';
import type { ChartRecord } from '../../spreadsheet/extras';
import { signed } from '../arguments';
import { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType } from './charts';
import type { SheetsContext } from './context';
import { EmbeddedChart } from './embedded-chart';
import type { Range } from './range';
import { RangeGeometry } from './range-geometry';
import type { TypedChartBuilders } from './typed-chart-builders';

/** A chart not yet described. */
export function newChartRecord(context: SheetsContext, sheetId: string): ChartRecord {
  return {
    id: context.workbook.freshId(),
    sheetId,
    figureId: '',
    type: '',
    ranges: [],
    headers: undefined,
    transposed: false,
    merge: 'MERGE_COLUMNS',
    hidden: undefined,
    options: {},
    position: { row: 1, column: 1, x: 0, y: 0 },
  };
}

/** A description in the making. */
export interface ChartDraft {
  record: ChartRecord;
}

export class EmbeddedChartBuilder extends ServiceObject {
  readonly serviceName: string = 'SpreadsheetApp.EmbeddedChartBuilder';
  readonly context: SheetsContext;
  /** The description so far; typed builders made from this one share it. */
  readonly state: ChartDraft;

  constructor(context: SheetsContext, state: ChartDraft) {
    super();
    this.context = context;
    this.state = state;
  }

  getChartType(): EnumValue {
    return ChartType[(this.state.record.type || 'COLUMN') as 'COLUMN'];
  }

  getRanges(): Range[] {
    return this.state.record.ranges.map(({ sheetId, zone }) => this.context.make.range(sheetId, zone));
  }

  addRange(...args: unknown[]): this {
    const { sheetId, zone } = args[0] as RangeGeometry;
    return changed(this, { ranges: [...this.state.record.ranges, { sheetId, zone }] });
  }

  removeRange(...args: unknown[]): this {
    const gone = args[0] as RangeGeometry;
    const same = (range: ChartRecord['ranges'][number]) =>
      range.sheetId === gone.sheetId &&
      JSON.stringify(Object.entries(range.zone).sort()) === JSON.stringify(Object.entries(gone.zone).sort());
    return changed(this, { ranges: this.state.record.ranges.filter((range) => !same(range)) });
  }

  clearRanges(): this {
    return changed(this, { ranges: [] });
  }

  /** Strings are refused, and so is a type Google does not have: there is no FUNNEL and no SCORECARD. */
  setChartType(...args: unknown[]): this {
    return changed(this, { type: String(args[0]) });
  }

  setNumHeaders(...args: unknown[]): this {
    return changed(this, { headers: Number(args[0]) });
  }

  setMergeStrategy(...args: unknown[]): this {
    return changed(this, { merge: String(args[0]) as ChartRecord['merge'] });
  }

  setTransposeRowsAndColumns(...args: unknown[]): this {
    return changed(this, { transposed: args[0] === true });
  }

  setHiddenDimensionStrategy(...args: unknown[]): this {
    // Google fails before a type is set, too (apps-script 5.4).
    if (['', 'PIE', 'TABLE'].includes(this.state.record.type)) {
      throw new ServiceException(
        'Unexpected error while getting the method or property setHiddenDimensionStrategy on object SpreadsheetApp.EmbeddedChartBuilder.',
      );
    }
    return changed(this, { hidden: String(args[0]) });
  }

  setOption(...args: unknown[]): this {
    return option(this, String(args[0]), args[1] instanceof ServiceObject ? String(args[1]) : args[1]);
  }

  setPosition(...args: unknown[]): this {
    const [row = 1, column = 1, x = 0, y = 0] = args as number[];
    return changed(this, { position: { row, column, x, y } });
  }

  asAreaChart(): TypedChartBuilders['AREA'] {
    return typed(this, 'AREA');
  }

  asBarChart(): TypedChartBuilders['BAR'] {
    return typed(this, 'BAR');
  }

  asColumnChart(): TypedChartBuilders['COLUMN'] {
    return typed(this, 'COLUMN');
  }

  asComboChart(): TypedChartBuilders['COMBO'] {
    return typed(this, 'COMBO');
  }

  asLineChart(): TypedChartBuilders['LINE'] {
    return typed(this, 'LINE');
  }

  asPieChart(): TypedChartBuilders['PIE'] {
    return typed(this, 'PIE');
  }

  asScatterChart(): TypedChartBuilders['SCATTER'] {
    return typed(this, 'SCATTER');
  }

  build(): EmbeddedChart {
    const { record } = this.state;
    return new EmbeddedChart(this.context, { ...record, type: record.type || 'COLUMN' }, modifier);
  }
}

/** The builder of one type over the same description. */
function typed<Type extends keyof TypedChartBuilders>(builder: EmbeddedChartBuilder, type: Type): TypedChartBuilders[Type] {
  const { context, state } = changed(builder, { type });
  return context.make.typedChartBuilder(type, state);
}

/** Gives a chart its builder back. */
export const modifier = {
  modify: (context: SheetsContext, record: ChartRecord) => new EmbeddedChartBuilder(context, { record }),
};

function changed<B extends EmbeddedChartBuilder>(builder: B, part: Partial<ChartRecord>): B {
  builder.state.record = { ...builder.state.record, ...part };
  return builder;
}

/** Sets one option, by the name that a chart's options have it under. */
export function option<B extends EmbeddedChartBuilder>(builder: B, name: string, value: unknown): B {
  return changed(builder, { options: { ...builder.state.record.options, [name]: value } });
}

signed(EmbeddedChartBuilder, {
  setOption: [['string', 'any']],
  addRange: [[RangeGeometry]],
  removeRange: [[RangeGeometry]],
  setChartType: [[ChartType]],
  setNumHeaders: [['number']],
  setMergeStrategy: [[ChartMergeStrategy]],
  setTransposeRowsAndColumns: [['boolean']],
  setHiddenDimensionStrategy: [[ChartHiddenDimensionStrategy]],
  setPosition: [['number', 'number', 'number', 'number']],
});
