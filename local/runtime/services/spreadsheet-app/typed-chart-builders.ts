// Builders of charts of one type: setters of their own over the options of the generic builder (apps-script 5.4).
import { listOf, signed } from '../arguments';
import { CurveStyle, PointStyle, Position } from './charts';
import type { SheetsContext } from './context';
import { type ChartDraft, EmbeddedChartBuilder, option } from './embedded-chart-builder';

/** What each type of chart is built with. */
export interface TypedChartBuilders {
  AREA: AreaChartBuilder;
  BAR: BarChartBuilder;
  COLUMN: ColumnChartBuilder;
  COMBO: ComboChartBuilder;
  LINE: LineChartBuilder;
  PIE: PieChartBuilder;
  SCATTER: ScatterChartBuilder;
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

const classes: {
  readonly [Type in keyof TypedChartBuilders]: new (
    context: SheetsContext,
    state: ChartDraft,
  ) => TypedChartBuilders[Type];
} = {
  AREA: AreaChartBuilder,
  BAR: BarChartBuilder,
  COLUMN: ColumnChartBuilder,
  COMBO: ComboChartBuilder,
  LINE: LineChartBuilder,
  PIE: PieChartBuilder,
  SCATTER: ScatterChartBuilder,
};

/** The builder of a type, over a description that it shares with the builder it was made from. */
export function typedChartBuilder<Type extends keyof TypedChartBuilders>(
  type: Type,
  context: SheetsContext,
  state: ChartDraft,
): TypedChartBuilders[Type] {
  return new classes[type](context, state);
}

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
