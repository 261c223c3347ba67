// Builds the report sheets people picked: labels from the store, layouts from src/report, drawn by report-sheets.ts. The diary is picked with them, but it
// is no layout: days are written into it (diary.ts).
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import { notice } from '../locale/notice-words';
import { diaryName, diaryWords } from '../locale/record-words';
import { reportSheetWords } from '../locale/report-sheet-words';
import { REPORT_IDS, reportSheets, USUAL_REPORTS } from '../report/sheets';
import { DIARY_ID, ensureDiary } from './diary';
import { factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { ownedSheet } from './owned-sheets';
import { drawReports } from './report-sheets';
import type { ReportChoice, ReportOrder } from './server-api';

const PICKED_KEY = 'b24.reports';

/** Everything that can be picked, in the order of the tabs. */
const PICKABLE: readonly string[] = [...REPORT_IDS, DIARY_ID];

/**
 * Answers one sentence in the person's language. Without an order: what was picked the last time. KpiError('data', 'notLoaded') before the first load;
 * KpiError('argument', 'reportsNone') when nothing is picked.
 */
export function buildReportSheets(lang: Lang, order?: ReportOrder): string {
  const { labels } = factsSource().load([]);
  const picked = order ? PICKABLE.filter((id) => order.ids.includes(id)) : pickedSheets();
  if (picked.length === 0) throw new KpiError('argument', 'reportsNone');
  const file = openFile();
  const ids = REPORT_IDS.filter((id) => picked.includes(id));
  const { names, moved, blocked } = drawReports(file, reportSheets(ids, labels, fileLang(file)), order?.restore === true);
  const diary = picked.includes(DIARY_ID) ? [ensureDiary(file).getName()] : [];
  if (order) PropertiesService.getDocumentProperties().setProperty(PICKED_KEY, picked.join());
  const outcomes = [
    ['reportsBuilt', [...names, ...diary]],
    ['reportsMoved', moved],
    ['reportsBlocked', blocked],
  ] as const;
  return outcomes.flatMap(([key, some]) => (some.length > 0 ? [notice(key, lang, { names: some.join(', ') })] : [])).join(' ');
}

/** Every sheet there is, with what is picked. */
export function reportChoiceList(lang: Lang): ReportChoice[] {
  const picked = pickedSheets();
  const file = openFile();
  const choice = (id: string, name: string, about: string, owned: string): ReportChoice => {
    return { id, name, about, picked: picked.includes(id), exists: ownedSheet(file, owned) !== null };
  };
  return [
    ...REPORT_IDS.map((id) => choice(id, reportSheetWords[id].name[lang], reportSheetWords[id].about[lang], `report.${id}`)),
    choice(DIARY_ID, diaryName[lang], diaryWords.about[lang], DIARY_ID),
  ];
}

function pickedSheets(): readonly string[] {
  const text = PropertiesService.getDocumentProperties().getProperty(PICKED_KEY);
  const known: readonly string[] = text?.split(',') ?? USUAL_REPORTS;
  return PICKABLE.filter((id) => known.includes(id));
}
