// The report sheets of the product, in the order of their tabs.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { type ReportId, reportSheetWords } from '../locale/report-sheet-words';
import { funnelSheet } from './funnel';
import { managerPerformance } from './manager-performance';
import type { ReportSheet } from './spec';

const LAYOUTS: Readonly<Partial<Record<ReportId, (labels: Labels, lang: Lang) => ReportSheet>>> = {
  managers: managerPerformance,
  funnel: funnelSheet,
};

/** Every report there is, in the order of its tab. */
export const REPORT_IDS = (Object.keys(reportSheetWords) as ReportId[]).filter((id) => LAYOUTS[id] !== undefined);

/** What is built until somebody picks. */
export const USUAL_REPORTS: readonly ReportId[] = ['summary', 'planFact', 'managers', 'funnel', 'stuck', 'quality'];

/** The sheets asked for, for the loaded labels, in the language of the file. Pure: the edge draws them. */
export function reportSheets(ids: readonly ReportId[], labels: Labels, lang: Lang): ReportSheet[] {
  return REPORT_IDS.filter((id) => ids.includes(id)).flatMap((id) => LAYOUTS[id]?.(labels, lang) ?? []);
}
