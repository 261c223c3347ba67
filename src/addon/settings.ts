// Settings of the file, the same for everybody who opens it: typed in the input sheets, where the panel writes them too. Its language and time zone
// are those of the spreadsheet itself (file-settings.ts).
import type { Lang } from '../cell';
import { KpiError } from '../errors';
import type { FactContext } from '../facts/context';
import { shownDay } from '../functions/arguments/given';
import { emptyDirectory } from '../functions/directory';
import type { Inputs } from '../inputs/inputs';
import { monthlyRates } from '../inputs/rate';
import { OPTIONAL_SHEETS, type OptionalSheet, type Settings } from '../inputs/settings';
import { inputSheet } from '../inputs/sheets';
import { rawSheetName, type SettingKey, settingKey, wordName } from '../inputs/words';
import { settingWords } from '../locale/input-rows';
import { addMonths, parseIsoDay } from '../period';
import type { DealField, TypedFields } from './deal-fields';
import { fileLang, openFile } from './file';
import { type FileSettings, fileSettings, setFileSettings } from './file-settings';
import { columnOf, ensureInputSheet } from './input-layout';
import { inputSheets } from './input-sheets';
import { currentDirectory } from './inputs';
import { checkJunkStages, junkStageNames, writeJunkStages } from './junk-stages';
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
  return {
    reason: typedNow(emptyDirectory(fileLang(), 0), 'norms').inputs.norms.lossReasonField,
    shown: settingsNow().dealFields,
  };
}

/**
 * First day of the history wanted, 'YYYY-MM-DD'; '' = all of it. The last month and this one are always loaded: digests, the diary and rules of notices
 * look at them unasked. A date cell is one of the file's zone.
 */
export function typedDepth(): string {
  const { historyFrom } = typedNow(currentDirectory(), 'settings').inputs.settings;
  const thisMonth = Utilities.formatDate(new Date(), openFile().getSpreadsheetTimeZone(), 'yyyy-MM');
  const latest = `${addMonths(thisMonth, -1)}-01`;
  return historyFrom < latest ? historyFrom : latest;
}

/** What «Настройки» says now, but for names that only loaded data tell: the default pipelines. */
export function settingsNow(): Settings {
  return typedNow(emptyDirectory(fileLang(), 0), 'settings').inputs.settings;
}

/** What the panel shows: what «Настройки» and the file say now, the defaults without it. Pipelines by their names. */
export function readSettings(): SettingsForm {
  const directory = currentDirectory();
  const { settings } = typedNow(directory, 'settings').inputs;
  const pipelines = directory.names.pipelines.filter((name) => {
    const found = directory.pipeline(name);
    return 'id' in found && settings.defaultPipelines.includes(found.id);
  });
  const digestWithout = directory.names.managers.filter((name) => {
    const found = directory.manager(name);
    return 'id' in found && settings.digestWithout.includes(found.id);
  });
  const { abc, ...shown } = settings;
  return { ...shown, defaultPipelines: pipelines, junkStages: junkStageNames(directory), digestWithout, ...fileSettings() };
}

/** Settings that stand in «Настройки». */
type TypedForm = Omit<SettingsForm, keyof FileSettings | 'junkStages'>;

interface Rule {
  readonly fits: (value: unknown) => boolean;
  readonly allowed: string;
  readonly cell: (value: unknown, lang: Lang) => string | number;
}

const whole = (least: number, most: number): Rule => ({
  fits: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  allowed: `${least}…${most}`,
  cell: Number,
});
const share: Rule = {
  fits: (value) => typeof value === 'number' && value >= 0 && value <= 10,
  allowed: '0…1000%',
  cell: (value, lang) => `${String(Math.round(Number(value) * 1000) / 10).replace('.', lang === 'ru' ? ',' : '.')}%`,
};
/** null switches the rule off: a blank cell. */
const orOff = ({ fits, allowed, cell }: Rule): Rule => ({
  fits: (value) => value === null || fits(value),
  allowed,
  cell: (value, lang) => (value === null ? '' : cell(value, lang)),
});
/** null = nobody. */
const orNobody = ({ fits, allowed, cell }: Rule): Rule => ({
  fits: (value) => value === null || fits(value),
  allowed,
  cell: (value, lang) => (value === null ? wordName('no', lang) : cell(value, lang)),
});
const money: Rule = {
  fits: (value) => typeof value === 'number' && value >= 0 && value <= 1e12,
  allowed: '0…1000000000000',
  cell: (value, lang) => String(value).replace('.', lang === 'ru' ? ',' : '.'),
};
const flag: Rule = {
  fits: (value) => typeof value === 'boolean',
  allowed: 'true, false',
  cell: (value, lang) => wordName(value === true ? 'yes' : 'no', lang),
};
/** Names are divided by semicolons in the sheet. */
const names = (empty: (lang: Lang) => string): Rule => ({
  fits: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string' && name.trim() !== '' && !name.includes(';')),
  allowed: '…',
  cell: (value, lang) => (value as readonly string[]).join('; ') || empty(lang),
});

const sheets: Rule = {
  fits: (value) => Array.isArray(value) && value.every((id) => OPTIONAL_SHEETS.includes(id)),
  allowed: OPTIONAL_SHEETS.join(', '),
  cell: (value, lang) => {
    const kept = OPTIONAL_SHEETS.filter((id) => (value as readonly OptionalSheet[]).includes(id));
    if (kept.length === OPTIONAL_SHEETS.length) return wordName('everybody', lang);
    return kept.map((id) => rawSheetName(id, lang)).join('; ') || wordName('no', lang);
  },
};

const RULES: Readonly<Record<keyof TypedForm, Rule>> = {
  closeDateSource: {
    fits: (value) => value === 'history' || value === 'closedate',
    allowed: 'history, closedate',
    cell: (value, lang) => wordName(value === 'closedate' ? 'closedate' : 'history', lang),
  },
  misclickSeconds: whole(0, 3600),
  countToday: flag,
  statusGreen: share,
  statusYellow: share,
  minElapsedDays: whole(0, 31),
  defaultPipelines: names((lang) => wordName('everybody', lang)),
  dealFields: names(() => ''),
  historyFrom: {
    fits: (value) => value === '' || (typeof value === 'string' && parseIsoDay(value) !== null),
    allowed: 'YYYY-MM-DD',
    cell: (value, lang) => (value === '' ? '' : shownDay(parseIsoDay(String(value)) ?? 0, lang)),
  },
  payVisible: flag,
  rawSheets: sheets,
  alertPace: orOff({ ...share, fits: (value) => share.fits(value) && Number(value) <= 1, allowed: '0…100%' }),
  alertStuck: orOff(money),
  mailNotices: flag,
  chatNotices: flag,
  digestHour: orOff(whole(0, 23)),
  digestTo: orNobody(names(() => '')),
  digestPersonal: flag,
  digestWithout: names(() => ''),
};

/** Settings that facts are derived under. */
const OF_FACTS: readonly (keyof TypedForm)[] = ['closeDateSource', 'misclickSeconds', 'defaultPipelines'];

/** What follows a change of settings. */
export interface Followers {
  /** Facts are to be made anew. */
  readonly facts: boolean;
  /** The raw sheets show something else. */
  readonly rawSheets: boolean;
}

/**
 * Types the settings that were given into «Настройки», which is made when it is missing; a row that people deleted comes back. KpiError('argument',
 * 'settingRefused' or 'zoneRefused') names what cannot be, and nothing changes then.
 */
export function writeSettings(form: Partial<SettingsForm>): Followers {
  const given = (Object.keys(RULES) as (keyof TypedForm)[]).filter((key) => form?.[key] !== undefined);
  for (const key of given) {
    const { fits, allowed } = RULES[key];
    if (!fits(form[key])) throw new KpiError('argument', 'settingRefused', { name: key, found: String(form[key]), allowed });
  }
  const file = openFile();
  const { junkStages } = form ?? {};
  if (junkStages !== undefined) checkJunkStages(junkStages);
  const isOther = setFileSettings(form ?? {}, file);
  if (junkStages !== undefined) writeJunkStages(junkStages);
  if (given.length > 0) writeTyped(form, given, file);
  const facts = isOther || junkStages !== undefined || given.some((key) => OF_FACTS.includes(key));
  return { facts, rawSheets: isOther || given.includes('rawSheets') };
}

function writeTyped(form: Partial<TypedForm>, given: readonly (keyof TypedForm)[], file: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  const lang = fileLang(file);
  const active = file.getActiveSheet();
  // The loaded names may still be in the language the file had a moment ago.
  const { sheet } = ensureInputSheet(file, 'settings', inputSheets(file).get('settings'), { ...currentDirectory(), lang }, lang);
  file.setActiveSheet(active);
  typeSettings(sheet, Object.fromEntries(given.map((key) => [key, RULES[key].cell(form[key], lang)])), lang);
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
