// Builds the report sheets: labels from the store, layouts from src/report, drawn by report-sheets.ts.
import type { Lang } from '../cell';
import { notice } from '../locale/notice-words';
import { reportSheets } from '../report/sheets';
import { factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { drawReports } from './report-sheets';

/** Answers one sentence in the person's language; KpiError('data', 'notLoaded') before the first load. */
export function buildReportSheets(lang: Lang): string {
  const { labels } = factsSource().load([]);
  const file = openFile();
  const reports = reportSheets(labels, fileLang(file));
  drawReports(file, reports);
  return notice('reportsBuilt', lang, { names: reports.map((report) => report.name).join(', ') });
}
