// Builders of charts: the generic one takes everything as options, the typed ones add setters of their own (apps-script 5.4).
import { type EnumValue, ServiceException, ServiceObject } from '../../service';
import type { ChartRecord } from '../../spreadsheet/extras';
import { listOf, signed } from '../arguments';
import { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType, CurveStyle, PointStyle, Position } from './charts';
import type { SheetsContext } from './context';
import { EmbeddedChart } from './embedded-chart';
import type { Range } from './range';
import { RangeGeometry } from './range-geometry';

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

export class EmbeddedChartBuilder extends ServiceObject {
  readonly serviceName: string = 'SpreadsheetApp.EmbeddedChartBuilder';
  readonly context: SheetsContext;
  /** The description so far; typed builders made from this one share it. */
  readonly state: { record: ChartRecord };

  constructor(context: SheetsContext, state: { record: ChartRecord }) {
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

  asAreaChart(): AreaChartBuilder {
    return new AreaChartBuilder(this.context, typed(this, 'AREA'));
  }

  asBarChart(): BarChartBuilder {
    return new BarChartBuilder(this.context, typed(this, 'BAR'));
  }

  asColumnChart(): ColumnChartBuilder {
    return new ColumnChartBuilder(this.context, typed(this, 'COLUMN'));
  }

  asComboChart(): ComboChartBuilder {
    return new ComboChartBuilder(this.context, typed(this, 'COMBO'));
  }

  asLineChart(): LineChartBuilder {
    return new LineChartBuilder(this.context, typed(this, 'LINE'));
  }

  asPieChart(): PieChartBuilder {
    return new PieChartBuilder(this.context, typed(this, 'PIE'));
  }

  asScatterChart(): ScatterChartBuilder {
    return new ScatterChartBuilder(this.context, typed(this, 'SCATTER'));
  }

  build(): EmbeddedChart {
    const { record } = this.state;
    return new EmbeddedChart(this.context, { ...record, type: record.type || 'COLUMN' }, modifier);
  }
}

/** Gives a chart its builder back. */
export const modifier = {
  modify: (context: SheetsContext, record: ChartRecord) => new EmbeddedChartBuilder(context, { record }),
};

function changed<B extends EmbeddedChartBuilder>(builder: B, part: Partial<ChartRecord>): B {
  builder.state.record = { ...builder.state.record, ...part };
  return builder;
}

function option<B extends EmbeddedChartBuilder>(builder: B, name: string, value: unknown): B {
  return changed(builder, { options: { ...builder.state.record.options, [name]: value } });
}

function typed(builder: EmbeddedChartBuilder, type: string): { record: ChartRecord } {
  changed(builder, { type });
  return builder.state;
}

function pointed<B extends EmbeddedChartBuilder>(builder: B, style: unknown): B {
  const sizes: Readonly<Record<string, number>> = { NONE: 0, TINY: 2, MEDIUM: 7, LARGE: 12, HUGE: 17 };
  return option(builder, 'pointSize', sizes[String(style)] ?? 0);
}

class TypedChartBuilder extends EmbeddedChartBuilder {
  override readonly serviceName: string = 'SpreadsheetApp.EmbeddedChartBuilder';

  setTitle(...args: unknown[]): this {
    return option(this, 'title', args[0]);
  }

  setColors(...args: unknown[]): this {
    return option(this, 'colors', args[0]);
  }

  setBackgroundColor(...args: unknown[]): this {
    return option(this, 'backgroundColor', args[0]);
  }

  setLegendPosition(...args: unknown[]): this {
    return option(this, 'legend.position', String(args[0]).toLowerCase());
  }
}

class AxesChartBuilder extends TypedChartBuilder {
  setXAxisTitle(...args: unknown[]): this {
    return option(this, 'hAxis.title', args[0]);
  }

  setYAxisTitle(...args: unknown[]): this {
    return option(this, 'vAxis.title', args[0]);
  }
}

class RangeAxisChartBuilder extends AxesChartBuilder {
  setRange(...args: unknown[]): this {
    const axis = this.state.record.type === 'BAR' ? 'hAxis' : 'vAxis';
    return option(option(this, `${axis}.viewWindow.min`, args[0]), `${axis}.viewWindow.max`, args[1]);
  }

  reverseCategories(): this {
    return option(this, 'reverseCategories', true);
  }

  useLogScale(): this {
    return option(this, 'vAxis.logScale', true);
  }
}

class BarChartBuilder extends RangeAxisChartBuilder {
  override readonly serviceName: string = 'SpreadsheetApp.EmbeddedBarChartBuilder';

  setStacked(): this {
    return option(this, 'isStacked', true);
  }
}

class ColumnChartBuilder extends BarChartBuilder {
  override readonly serviceName = 'SpreadsheetApp.EmbeddedColumnChartBuilder';
}

class ComboChartBuilder extends BarChartBuilder {
  override readonly serviceName = 'SpreadsheetApp.EmbeddedComboChartBuilder';
}

class LineChartBuilder extends RangeAxisChartBuilder {
  override readonly serviceName = 'SpreadsheetApp.EmbeddedLineChartBuilder';

  setCurveStyle(...args: unknown[]): this {
    return option(this, 'curveType', String(args[0]) === 'SMOOTH' ? 'function' : 'none');
  }

  setPointStyle(...args: unknown[]): this {
    return pointed(this, args[0]);
  }
}

class AreaChartBuilder extends RangeAxisChartBuilder {
  override readonly serviceName = 'SpreadsheetApp.EmbeddedAreaChartBuilder';

  setPointStyle(...args: unknown[]): this {
    return pointed(this, args[0]);
  }

  setStacked(): this {
    return option(this, 'isStacked', true);
  }
}

class PieChartBuilder extends TypedChartBuilder {
  override readonly serviceName = 'SpreadsheetApp.EmbeddedPieChartBuilder';

  set3D(): this {
    return option(this, 'is3D', true);
  }
}

class ScatterChartBuilder extends AxesChartBuilder {
  override readonly serviceName = 'SpreadsheetApp.EmbeddedScatterChartBuilder';

  setXAxisRange(...args: unknown[]): this {
    return option(option(this, 'hAxis.viewWindow.min', args[0]), 'hAxis.viewWindow.max', args[1]);
  }

  setYAxisRange(...args: unknown[]): this {
    return option(option(this, 'vAxis.viewWindow.min', args[0]), 'vAxis.viewWindow.max', args[1]);
  }
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

signed(TypedChartBuilder, {
  setTitle: [['string']],
  setColors: [[listOf('string')]],
  setBackgroundColor: [['string']],
  setLegendPosition: [[Position]],
});

signed(AxesChartBuilder, {
  setXAxisTitle: [['string']],
  setYAxisTitle: [['string']],
});

signed(RangeAxisChartBuilder, {
  setRange: [['number', 'number']],
});

signed(BarChartBuilder);

signed(LineChartBuilder, {
  setCurveStyle: [[CurveStyle]],
  setPointStyle: [[PointStyle]],
});

signed(AreaChartBuilder, { setPointStyle: [[PointStyle]] });

signed(PieChartBuilder);

signed(ScatterChartBuilder, {
  setXAxisRange: [['number', 'number']],
  setYAxisRange: [['number', 'number']],
});
