// The report sheets of the product, in the order of their tabs.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { funnelSheet } from './funnel';
import { managerPerformance } from './manager-performance';
import type { ReportSheet } from './spec';

/** Every report sheet for the loaded labels, in the language of the file. Pure: the edge draws them. */
export function reportSheets(labels: Labels, lang: Lang): ReportSheet[] {
  return [managerPerformance(labels, lang), funnelSheet(labels, lang)];
}
