// Language and time zone of the file: the spreadsheet's own settings are the truth, the same as File → Settings shows. There is no second place for them.
import { KpiError } from '../errors';
import { openFile } from './file';
import type { SettingsForm } from './server-api';

export type FileSettings = Pick<SettingsForm, 'locale' | 'zone'>;

/** Languages that the product speaks; a file of another locale keeps it, with English words. */
const LOCALES: readonly string[] = ['ru_RU', 'en_US'];

export function fileSettings(file = openFile()): FileSettings {
  return { locale: file.getSpreadsheetLocale(), zone: file.getSpreadsheetTimeZone() };
}

/**
 * Sets what was given and differs. Answers whether anything does. KpiError('argument', 'settingRefused' or 'zoneRefused'): nothing changed.
 */
export function setFileSettings({ locale, zone }: Partial<FileSettings>, file = openFile()): boolean {
  const now = fileSettings(file);
  if (locale !== undefined && locale !== now.locale && !LOCALES.includes(locale))
    throw new KpiError('argument', 'settingRefused', { name: 'locale', found: String(locale), allowed: LOCALES.join(', ') });
  const toZone = zone !== undefined && zone !== now.zone;
  const toLocale = locale !== undefined && locale !== now.locale;
  if (toZone) setZone(zone, now.zone, file);
  if (toLocale) file.setSpreadsheetLocale(locale);
  if (toZone || toLocale) SpreadsheetApp.flush();
  return toZone || toLocale;
}

/** Google refuses what it does not know as a zone; should it take no notice instead, that is a refusal too. */
function setZone(zone: string, former: string, file: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  const refused = new KpiError('argument', 'zoneRefused', { found: String(zone).slice(0, 60) });
  if (typeof zone !== 'string' || !/^[A-Za-z]+(\/[A-Za-z0-9_+-]+){0,2}$/.test(zone)) throw refused;
  try {
    file.setSpreadsheetTimeZone(zone);
  } catch (error) {
    if (/invalid/i.test(String((error as Error | null)?.message))) throw refused;
    throw error;
  }
  if (file.getSpreadsheetTimeZone() === former) throw refused;
}
