// The report sheets of the product, in the order of their tabs.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { type ReportId, reportSheetWords } from '../locale/report-sheet-words';
import { activitySheet } from './activity';
import { bonusSheet } from './bonus';
import { changesSheet } from './changes';
import { clientsSheet } from './clients';
import { cohortsSheet } from './cohorts';
import { forecastSheet } from './forecast';
import { funnelSheet } from './funnel';
import { funnelByManagerSheet } from './funnel-by-manager';
import { lossesSheet } from './losses';
import { managerCardSheet } from './manager-card';
import { managerPerformance } from './manager-performance';
import { planFactSheet } from './plan-fact';
import { productsSheet } from './products';
import { qualitySheet } from './quality';
import { sourcesSheet } from './sources';
import type { ReportSheet } from './spec';
import { stuckSheet } from './stuck';
import { summarySheet } from './summary';
import { trendsSheet } from './trends';

const LAYOUTS: Readonly<Record<ReportId, (labels: Labels, lang: Lang) => ReportSheet>> = {
  summary: summarySheet,
  planFact: planFactSheet,
  managers: managerPerformance,
  funnel: funnelSheet,
  funnelByManager: funnelByManagerSheet,
  trends: trendsSheet,
  forecast: forecastSheet,
  stuck: stuckSheet,
  losses: lossesSheet,
  sources: sourcesSheet,
  products: productsSheet,
  clients: clientsSheet,
  activity: activitySheet,
  cohorts: cohortsSheet,
  changes: changesSheet,
  bonus: bonusSheet,
  managerCard: managerCardSheet,
  quality: qualitySheet,
};

/** Every report there is, in the order of its tab. */
export const REPORT_IDS = Object.keys(reportSheetWords) as ReportId[];

/** What is built until somebody picks. */
export const USUAL_REPORTS: readonly ReportId[] = ['summary', 'planFact', 'managers', 'funnel', 'stuck', 'quality'];

/** The sheets asked for, for the loaded labels, in the language of the file. Pure: the edge draws them. */
export function reportSheets(ids: readonly ReportId[], labels: Labels, lang: Lang): ReportSheet[] {
  return REPORT_IDS.filter((id) => ids.includes(id)).map((id) => LAYOUTS[id](labels, lang));
}
