// Builds the report sheets people picked: labels from the store, layouts from src/report, drawn by report-sheets.ts.
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import { notice } from '../locale/notice-words';
import { type ReportId, reportSheetWords } from '../locale/report-sheet-words';
import { REPORT_IDS, reportSheets, USUAL_REPORTS } from '../report/sheets';
import { factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { ownedSheet } from './owned-sheets';
import { drawReports } from './report-sheets';
import type { ReportChoice, ReportOrder } from './server-api';

const PICKED_KEY = 'b24.reports';

/**
 * Answers one sentence in the person's language. Without an order: what was picked the last time. KpiError('data', 'notLoaded') before the first load;
 * KpiError('argument', 'reportsNone') when nothing is picked.
 */
export function buildReportSheets(lang: Lang, order?: ReportOrder): string {
  const { labels } = factsSource().load([]);
  const ids = order ? REPORT_IDS.filter((id) => order.ids.includes(id)) : pickedReports();
  if (ids.length === 0) throw new KpiError('argument', 'reportsNone');
  const file = openFile();
  const { names, moved, blocked } = drawReports(file, reportSheets(ids, labels, fileLang(file)), order?.restore === true);
  if (order) PropertiesService.getDocumentProperties().setProperty(PICKED_KEY, ids.join());
  const outcomes = [
    ['reportsBuilt', names],
    ['reportsMoved', moved],
    ['reportsBlocked', blocked],
  ] as const;
  return outcomes.flatMap(([key, some]) => (some.length > 0 ? [notice(key, lang, { names: some.join(', ') })] : [])).join(' ');
}

/** Every report there is, with what is picked. */
export function reportChoiceList(lang: Lang): ReportChoice[] {
  const picked = pickedReports();
  const file = openFile();
  return REPORT_IDS.map((id) => ({
    id,
    name: reportSheetWords[id].name[lang],
    about: reportSheetWords[id].about[lang],
    picked: picked.includes(id),
    exists: ownedSheet(file, `report.${id}`) !== null,
  }));
}

function pickedReports(): readonly ReportId[] {
  const text = PropertiesService.getDocumentProperties().getProperty(PICKED_KEY);
  const known = text?.split(',') ?? USUAL_REPORTS;
  return REPORT_IDS.filter((id) => known.includes(id));
}
