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

/** What the panel shows: what «Настройки» says now, the defaults without it. Pipelines by their names. */
export function readSettings(): SettingsForm {
  const directory = currentDirectory();
  const { settings } = typedNow(directory, 'settings').inputs;
  const { closeDateSource, misclickSeconds, countToday, statusGreen, statusYellow, minElapsedDays, payVisible, failureMail, failureChat } =
    settings;
  const pipelines = directory.names.pipelines.filter((name) => {
    const found = directory.pipeline(name);
    return 'id' in found && settings.defaultPipelines.includes(found.id);
  });
  return {
    closeDateSource,
    misclickSeconds,
    countToday,
    statusGreen,
    statusYellow,
    minElapsedDays,
    defaultPipelines: pipelines,
    dealFields: settings.dealFields,
    payVisible,
    failureMail,
    failureChat,
  };
}

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

const RULES: Readonly<Record<keyof SettingsForm, Rule>> = {
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
  payVisible: flag,
  failureMail: flag,
  failureChat: flag,
};

/** Settings that facts are derived under. */
const OF_FACTS: readonly (keyof SettingsForm)[] = ['closeDateSource', 'misclickSeconds', 'defaultPipelines'];

/**
 * Types the settings that were given into «Настройки», which is made when it is missing; a row that people deleted comes back. KpiError('argument',
 * 'settingRefused') names what is out of bounds, and nothing changes then. Answers whether facts follow.
 */
export function writeSettings(form: Partial<SettingsForm>): boolean {
  const given = (Object.keys(RULES) as (keyof SettingsForm)[]).filter((key) => form?.[key] !== undefined);
  for (const key of given) {
    const { fits, allowed } = RULES[key];
    if (!fits(form[key])) throw new KpiError('argument', 'settingRefused', { name: key, found: String(form[key]), allowed });
  }
  const file = openFile();
  const lang = fileLang(file);
  const active = file.getActiveSheet();
  const { sheet } = ensureInputSheet(file, 'settings', inputSheets(file).get('settings'), currentDirectory(), lang);
  file.setActiveSheet(active);
  typeSettings(sheet, Object.fromEntries(given.map((key) => [key, RULES[key].cell(form[key], lang)])), lang);
  return given.some((key) => OF_FACTS.includes(key));
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
