// Forecasts of earlier weeks in a hidden sheet. One is kept by the first commit of a week, before its stamp: when the formulas run again, it is there.
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import type { FactTables } from '../facts/facts';
import type { Inputs } from '../inputs/inputs';
import { describe } from '../locale/describe';
import { recordText } from '../locale/record-words';
import { forecastIsDue, type KeptForecast, packForecasts, unpackForecasts, withForecast } from '../memory/forecasts';
import { forecastToKeep } from '../metrics/kept-forecast';
import { chunksOf, unpackedText, WIDTH } from './chunked-cells';
import { openFile } from './file';
import { understood } from './platform-errors';
import { namesOfPortal } from './portal-names';
import { packedIn, slotsOf, writeSlot } from './two-slots';

const FORECASTS_SHEET = '_b24_forecasts';

/** Forecasts kept of a portal, by day. KpiError('data', 'forecastsDamaged') when somebody changed the sheet. */
export function keptForecasts(portal: string): KeptForecast[] {
  const isAsked = namesOfPortal(portal);
  return storedForecasts().filter((kept) => isAsked(kept.portal));
}

/** Keeps the forecast of the facts about to be stamped, when their week has none. Never fails: answers '' or a sentence for the journal. */
export function keepForecast(facts: FactTables, inputs: Inputs, lang: Lang): string {
  try {
    const { portal, asOfDay } = facts.labels;
    const log = storedForecasts();
    if (!forecastIsDue(log, namesOfPortal(portal), asOfDay)) return '';
    storeForecasts(withForecast(log, forecastToKeep(facts, inputs)));
    // What Google refuses here is not the failure of the commit.
    SpreadsheetApp.flush();
    return '';
  } catch (error) {
    return recordText('forecastUnkept', lang, { detail: describe(understood(error), lang) });
  }
}

/** Of all portals. The newer slot, or where people spoilt it the older one, which lacks the last week. */
function storedForecasts(): KeptForecast[] {
  for (const slot of slotsOf(FORECASTS_SHEET)) {
    try {
      return unpackForecasts(unpackedText(packedIn(slot, FORECASTS_SHEET), FORECASTS_SHEET));
    } catch {}
  }
  if ((openFile().getSheetByName(FORECASTS_SHEET)?.getLastRow() ?? 0) > 0) throw new KpiError('data', 'forecastsDamaged');
  return [];
}

/** The row takes three years of about a hundred people; of more people the oldest weeks go earlier. */
function storeForecasts(log: readonly KeptForecast[]): void {
  let kept = log;
  while (kept.length > 1 && chunksOf(packForecasts(kept)).length > WIDTH) kept = kept.slice(Math.ceil(kept.length / 10));
  writeSlot(FORECASTS_SHEET, (slotsOf(FORECASTS_SHEET)[0]?.version ?? 0) + 1, packForecasts(kept));
}
