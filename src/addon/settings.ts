// Settings that change facts (D2). They are typed in the input sheets, the same for everybody who opens the file; the panel writes two of
// them into «Настройки».
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import type { FactContext } from '../facts/context';
import { emptyDirectory } from '../functions/directory';
import type { Inputs } from '../inputs/inputs';
import { monthlyRates } from '../inputs/rate';
import { inputSheet } from '../inputs/sheets';
import { type SettingKey, settingKey, wordName } from '../inputs/words';
import { settingWords } from '../locale/input-rows';
import type { DealField, TypedFields } from './deal-fields';
import { fileLang, openFile } from './file';
import { columnOf, ensureInputSheet } from './input-layout';
import { inputSheets } from './input-sheets';
import { currentDirectory } from './inputs';
import type { SettingsForm } from './server-api';
import { typedNow } from './typed-inputs';

/** What facts take from the inputs. */
export type TypedSettings = Pick<FactContext, 'settings' | 'defaultPipelineIds'>;

/** A field of loss reasons that the deals were not loaded with has to wait for the next refresh. */
export function typedSettings({ settings, norms, rates }: Inputs, fields: readonly DealField[]): TypedSettings {
  const { closeDateSource, misclickSeconds, defaultPipelines } = settings;
  const { junkStages, stageAliases } = norms;
  const field = fields.find(({ typed }) => typed === norms.lossReasonField);
  return {
    settings: {
      closeDateSource,
      misclickSeconds,
      junkStages,
      stageAliases,
      monthlyRates: monthlyRates(rates),
      lossReasonField: field?.name ?? '',
      lossReasons: field?.texts ?? {},
    },
    defaultPipelineIds: defaultPipelines,
  };
}

/** Custom fields as they are typed in «Нормы» and «Настройки». */
export function typedFields(): TypedFields {
  const directory = emptyDirectory(fileLang(), 0);
  return {
    reason: typedNow(directory, 'norms').inputs.norms.lossReasonField,
    shown: typedNow(directory, 'settings').inputs.settings.dealFields,
  };
}

/** What the panel shows: what «Настройки» says now, the defaults without it. */
export function readSettings(): SettingsForm {
  const { closeDateSource, misclickSeconds } = typedNow(emptyDirectory(fileLang(), 0), 'settings').inputs.settings;
  return { closeDateSource, misclickSeconds };
}

/**
 * Types the settings into «Настройки», which is made when it is missing; a row that people deleted comes back. KpiError('argument',
 * 'settingRefused') names what is out of bounds, and nothing changes then.
 */
export function writeSettings(form: SettingsForm): void {
  const { closeDateSource, misclickSeconds } = form;
  if (closeDateSource !== 'history' && closeDateSource !== 'closedate')
    throw new KpiError('argument', 'settingRefused', {
      name: 'closeDateSource',
      found: String(closeDateSource),
      allowed: 'history, closedate',
    });
  if (!Number.isInteger(misclickSeconds) || misclickSeconds < 0 || misclickSeconds > 3600)
    throw new KpiError('argument', 'settingRefused', { name: 'misclickSeconds', found: String(misclickSeconds), allowed: '0…3600' });
  const file = openFile();
  const lang = fileLang(file);
  const active = file.getActiveSheet();
  const { sheet } = ensureInputSheet(file, 'settings', inputSheets(file).get('settings'), currentDirectory(), lang);
  file.setActiveSheet(active);
  typeSettings(sheet, { closeDateSource: wordName(closeDateSource, lang), misclickSeconds }, lang);
}

function typeSettings(sheet: GoogleAppsScript.Spreadsheet.Sheet, typed: Partial<Record<SettingKey, string | number>>, lang: Lang): void {
  const rows = sheet.getDataRange().getValues();
  const [name = 0, value = 0] = inputSheet('settings').columns.map((column) => columnOf(rows[0] ?? [], column));
  if (name < 0 || value < 0) throw new KpiError('data', 'settingsHeader', { sheet: sheet.getName() });
  let last = rows.length;
  for (const [key, cell] of Object.entries(typed)) {
    const at = rows.findIndex((row) => settingKey(String(row[name])) === key);
    if (at < 0) sheet.getRange(++last, name + 1).setValue(settingWords[key as SettingKey].name[lang]);
    sheet.getRange(at < 0 ? last : at + 1, value + 1).setValue(cell);
  }
}
