// A Pareto chart: bars from the largest down, and over them the line of what they make together, 0 to 100 % on an axis of its own.
import { palette } from './palette';

export const PARETO_OPTIONS = {
  'legend.position': 'top',
  'series.0.type': 'bars',
  'series.0.color': palette.accent,
  'series.1.type': 'line',
  'series.1.color': palette.second,
  'series.1.targetAxisIndex': 1,
  'series.1.pointSize': 5,
  'vAxes.0.viewWindow.min': 0,
  'vAxes.1.format': '0%',
  'vAxes.1.viewWindow.min': 0,
  'vAxes.1.viewWindow.max': 1,
  'vAxes.1.gridlines.count': 0,
};
