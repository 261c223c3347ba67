// The `Charts` global: only the enums an embedded chart needs. There is no FUNNEL and no SCORECARD in Google's list.
import { type Execution, ServiceObject } from '../../service';
import { signed } from '../arguments';
import { enumGroup } from './enums';

export const ChartType = enumGroup('Charts.ChartType', [
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
]);
export const ChartMergeStrategy = enumGroup('Charts.ChartMergeStrategy', ['MERGE_COLUMNS', 'MERGE_ROWS']);
export const ChartHiddenDimensionStrategy = enumGroup('Charts.ChartHiddenDimensionStrategy', [
  'IGNORE_BOTH',
  'IGNORE_COLUMNS',
  'IGNORE_ROWS',
  'SHOW_BOTH',
]);
export const CurveStyle = enumGroup('Charts.CurveStyle', ['NORMAL', 'SMOOTH']);
export const PointStyle = enumGroup('Charts.PointStyle', ['NONE', 'TINY', 'MEDIUM', 'LARGE', 'HUGE']);
export const Position = enumGroup('Charts.Position', ['TOP', 'RIGHT', 'BOTTOM', 'NONE']);

class Charts extends ServiceObject {
  readonly serviceName = 'Charts';
  get ChartType(): ServiceObject {
    return ChartType;
  }
  get ChartMergeStrategy(): ServiceObject {
    return ChartMergeStrategy;
  }
  get ChartHiddenDimensionStrategy(): ServiceObject {
    return ChartHiddenDimensionStrategy;
  }
  get CurveStyle(): ServiceObject {
    return CurveStyle;
  }
  get PointStyle(): ServiceObject {
    return PointStyle;
  }
  get Position(): ServiceObject {
    return Position;
  }
}

/** The `Charts` global of a script; the enums are the same in every execution. */
export function chartsService(_execution?: Execution): ServiceObject {
  return new Charts();
}

signed(Charts);
