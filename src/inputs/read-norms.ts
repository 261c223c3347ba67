// «Нормы» and «Настройки» as records: one row per value, names in closed lists.
import { listed } from '../matching';
import { monthOf } from '../period';
import { ACTIVITY_METRICS, DEFAULT_NORMS, type Norms } from './norms';
import { filledRows, type InputRow, type Reading } from './rows';
import { DEFAULT_SETTINGS, OPTIONAL_SHEETS, type OptionalSheet, type Settings } from './settings';
import type { ColumnKey } from './sheets';
import {
  asPercent,
  dayIn,
  idOf,
  keyOf,
  type NumberBounds,
  numberOf,
  only,
  type Seen,
  setBefore,
  shareOf,
  textOf,
  unknownName,
  wordIn,
} from './values';
import {
  type NormKey,
  normKey,
  normNames,
  rawSheetName,
  rawSheetNamed,
  type SettingKey,
  settingKey,
  settingNames,
  wordNames,
  wordOf,
} from './words';

/** Custom fields that may have a column: every column costs a cell for each deal (D14). */
const MOST_FIELDS = 10;

type NormRow = InputRow<ColumnKey<'norms'>>;
type SettingRow = InputRow<ColumnKey<'settings'>>;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

const GENERAL: Readonly<Partial<Record<NormKey, NumberBounds>>> = {
  idleDays: { sign: 'positive' },
  responseHours: { sign: 'positive' },
  minStays: { sign: 'positive', whole: true },
  minBottleneck: { sign: 'positive', whole: true },
  minCoaching: { sign: 'positive', whole: true },
  shrink: {},
};

/** What Google takes for an e-mail. */
const ADDRESS = /^[^\s@<>;,]+@[^\s@<>;,]+\.[^\s@<>;,]+$/;

/** REST names of deal fields, own ones (UF_CRM_…, ufCrm_…) or the portal's. */
const FIELD_CODE = /^[A-Za-z][A-Za-z0-9_]{0,99}$/;

/** A row without a value is not filled in yet: the default holds. Of two rows of one norm the first holds. */
export function readNorms(reading: Reading): Norms {
  const seen: Seen = new Map();
  const norms: Writable<Norms> = { ...DEFAULT_NORMS };
  for (const row of filledRows('norms', reading)) {
    const norm = keyOf(row, 'norm', 'norm', normKey, normNames(row.directory.lang));
    // A junk stage is named by its row alone.
    if (norm === null || (row.cell('value') === '' && norm !== 'junkStages' && norm !== 'stageAliases')) continue;
    const subject = subjectOf(row, norm);
    const change = subject === null ? null : changeOf(row, norm, subject, norms);
    if (subject === null || change === null) continue;
    const first = setBefore(seen, [norm, subject], row.number);
    if (first === null) Object.assign(norms, change);
    else row.bad('norm', 'inputRowTwice', { first });
  }
  return norms;
}

/** What the norm is for: a stage id, an activity metric, the code of a deleted stage; '' for general norms. */
function subjectOf(row: NormRow, norm: NormKey): string | null {
  switch (norm) {
    case 'stageDays':
    case 'passShares':
    case 'probabilities':
    case 'junkStages':
      return idOf(row, 'subject', 'stage', row.directory.stage);
    case 'stageAliases':
      return textOf(row, 'subject');
    case 'activities': {
      const metric = idOf(row, 'subject', 'activity', row.directory.metric);
      const known = ACTIVITY_METRICS.some((kind) => kind === metric);
      return metric === null || known ? metric : unknownName(row, 'subject', 'activity', []);
    }
    default:
      return row.cell('subject') === '' ? '' : row.bad('subject', 'inputNoSubject');
  }
}

function changeOf(row: NormRow, norm: NormKey, subject: string, norms: Norms): Partial<Norms> | null {
  switch (norm) {
    case 'stageDays':
      return added(norms, norm, subject, numberOf(row, 'value', { sign: 'positive' }));
    case 'activities':
      return added(norms, norm, subject, numberOf(row, 'value'));
    case 'passShares':
    case 'probabilities':
      return added(norms, norm, subject, shareOf(row, 'value'));
    case 'stageAliases': {
      const stage = idOf(row, 'value', 'stage', row.directory.stage);
      return stage === null ? null : { stageAliases: { ...norms.stageAliases, [subject]: stage } };
    }
    case 'junkStages': {
      const word = wordIn(row, 'value', ['yes', 'no'], 'yes');
      return word === null ? null : word === 'no' ? {} : { junkStages: [...norms.junkStages, subject] };
    }
    case 'lossReasonField': {
      const code = row.shown('value');
      return FIELD_CODE.test(code) ? { lossReasonField: code } : row.bad('value', 'inputField');
    }
    default: {
      const value = numberOf(row, 'value', GENERAL[norm]);
      return value === null ? null : { [norm]: value };
    }
  }
}

function added(
  norms: Norms,
  norm: 'stageDays' | 'passShares' | 'probabilities' | 'activities',
  subject: string,
  value: number | null,
): Partial<Norms> | null {
  return value === null ? null : { [norm]: { ...norms[norm], [subject]: value } };
}

/** Blank values are the defaults. A pair of bounds that contradict each other is left out, both rows of it. */
export function readSettings(reading: Reading): Settings {
  const seen: Seen = new Map();
  const typed = new Map<SettingKey, SettingRow>();
  let settings: Settings = DEFAULT_SETTINGS;
  for (const row of filledRows('settings', reading)) {
    const key = keyOf(row, 'setting', 'setting', settingKey, settingNames(row.directory.lang));
    if (key === null || row.cell('value') === '') continue;
    const change = settingOf(row, key, settings);
    if (change === null) continue;
    const first = setBefore(seen, [key], row.number);
    if (first !== null) {
      row.bad('setting', 'inputRowTwice', { first });
      continue;
    }
    settings = { ...settings, ...change };
    typed.set(key, row);
  }
  return withOrderedBounds(settings, typed);
}

function settingOf(row: SettingRow, key: SettingKey, { abc }: Settings): Partial<Settings> | null {
  switch (key) {
    case 'countToday':
    case 'payVisible':
    case 'mailNotices':
    case 'chatNotices':
    case 'digestPersonal':
      return yesOrNo(row, key);
    case 'alertPace':
      return isNo(row) ? { alertPace: null } : only<Settings>(key, shareOf(row, 'value'));
    case 'alertStuck':
      return isNo(row) ? { alertStuck: null } : only<Settings>(key, numberOf(row, 'value'));
    case 'digestHour':
      return isNo(row) ? { digestHour: null } : only<Settings>(key, numberOf(row, 'value', { whole: true, most: 23 }));
    case 'digestTo':
      return isNo(row) ? { digestTo: null } : only<Settings>(key, addressesOf(row));
    case 'digestWithout':
      return only<Settings>(key, peopleOf(row));
    case 'statusGreen':
    case 'statusYellow':
      return only<Settings>(key, shareOf(row, 'value', { most: 2 }));
    case 'abcA':
      return bound(row, (a) => [a, abc[1]]);
    case 'abcB':
      return bound(row, (b) => [abc[0], b]);
    case 'minElapsedDays':
      return only<Settings>(key, numberOf(row, 'value', { whole: true, most: 31 }));
    case 'misclickSeconds':
      return only<Settings>(key, numberOf(row, 'value', { whole: true, most: 3600 }));
    case 'closeDateSource':
      return only<Settings>(key, wordIn(row, 'value', ['history', 'closedate']));
    case 'defaultPipelines':
      return only<Settings>(key, pipelinesOf(row));
    case 'dealFields':
      return only<Settings>(key, fieldsOf(row));
    case 'historyFrom':
      return wordOf(row.shown('value'), ['everybody', 'no']) ? { historyFrom: '' } : only<Settings>(key, monthStartIn(row));
    case 'rawSheets':
      return only<Settings>(key, sheetsOf(row));
  }
}

function yesOrNo(
  row: SettingRow,
  key: 'countToday' | 'payVisible' | 'mailNotices' | 'chatNotices' | 'digestPersonal',
): Partial<Settings> | null {
  const word = wordIn(row, 'value', ['yes', 'no']);
  return word === null ? null : { [key]: word === 'yes' };
}

function isNo(row: SettingRow): boolean {
  return wordOf(row.shown('value'), ['no']) !== undefined;
}

function bound(row: SettingRow, abc: (bound: number) => Settings['abc']): Partial<Settings> | null {
  const value = shareOf(row, 'value');
  return value === null ? null : { abc: abc(value) };
}

/** A name may hold a comma: the whole cell is tried first. Empty = all. */
function pipelinesOf(row: SettingRow): number[] | null {
  const typed = String(row.cell('value'));
  const whole = row.directory.pipeline(typed);
  if ('id' in whole) return [whole.id];
  if (wordOf(typed, ['everybody'])) return [];
  const names = typed.split(/[;,]/).filter((name) => name.trim() !== '');
  const found = names.map((name) => row.directory.pipeline(name.trim()));
  const ids = found.flatMap((one) => ('id' in one ? [one.id] : []));
  if (names.length > 1 && ids.length === names.length) return [...new Set(ids)];
  const wrong = found.findIndex((one) => !('id' in one));
  const similar = found.flatMap((one) => ('id' in one ? [] : one.similar));
  if (names.length <= 1) return unknownName(row, 'value', 'pipeline', whole.similar);
  const params = { what: 'pipeline', found: (names[wrong] ?? '').trim().slice(0, 60) };
  return similar.length > 0
    ? row.bad('value', 'inputSimilar', { ...params, similar: listed(similar) })
    : row.bad('value', 'inputUnknown', params);
}

function fieldsOf(row: SettingRow): string[] | null {
  const names = dividedBy(row, /[;\n]/);
  return names.length <= MOST_FIELDS ? [...new Set(names)] : row.bad('value', 'inputFields', { most: MOST_FIELDS });
}

/** From the first day of its month, so that a month is loaded whole or not at all. */
function monthStartIn(row: SettingRow): string | null {
  const day = dayIn(row, 'value');
  return day === null ? null : `${monthOf(day)}-01`;
}

function addressesOf(row: SettingRow): string[] | null {
  const typed = dividedBy(row, /[;,\n]/);
  const wrong = typed.find((one) => !ADDRESS.test(one));
  return wrong === undefined ? [...new Set(typed)] : row.bad('value', 'inputMail', { found: wrong.slice(0, 60) });
}

/** A name that is not found is complained about; those that are count all the same: whoever wants no mail is not to get one because another name is wrong. */
function peopleOf(row: SettingRow): number[] {
  const found = dividedBy(row, /[;\n]/).map((name) => ({ name, ...row.directory.manager(name) }));
  for (const one of found) if (!('id' in one)) row.bad('value', 'inputUnknown', { what: 'manager', found: one.name.slice(0, 60) });
  return found.flatMap((one) => ('id' in one ? [one.id] : []));
}

function dividedBy(row: SettingRow, mark: RegExp): string[] {
  return String(row.cell('value'))
    .split(mark)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Names of tabs with or without what all of them begin with; those that always exist may be named too. */
function sheetsOf(row: SettingRow): OptionalSheet[] | null {
  if (isNo(row)) return [];
  const typed = String(row.cell('value'));
  if (row.cell('value') === true || wordOf(typed, ['everybody'])) return [...OPTIONAL_SHEETS];
  const names = typed.split(/[;,\n]/).filter((name) => name.trim() !== '');
  const ids = names.map(rawSheetNamed);
  const wrong = ids.indexOf(undefined);
  if (wrong >= 0) {
    const { lang } = row.directory;
    const allowed = [...wordNames(['everybody', 'no'], lang), ...OPTIONAL_SHEETS.map((id) => rawSheetName(id, lang))];
    return row.bad('value', 'inputWord', { found: (names[wrong] ?? '').trim(), allowed: listed(allowed) });
  }
  return OPTIONAL_SHEETS.filter((id) => ids.includes(id));
}

function withOrderedBounds(settings: Settings, typed: ReadonlyMap<SettingKey, SettingRow>): Settings {
  const { statusGreen, statusYellow, abc } = settings;
  const [a, b] = abc;
  let ordered = settings;
  if (statusYellow > statusGreen) {
    const params = { yellow: asPercent(statusYellow), green: asPercent(statusGreen) };
    for (const key of ['statusGreen', 'statusYellow'] as const) typed.get(key)?.bad('value', 'inputStatusOrder', params);
    ordered = { ...ordered, statusGreen: DEFAULT_SETTINGS.statusGreen, statusYellow: DEFAULT_SETTINGS.statusYellow };
  }
  if (a >= b) {
    for (const key of ['abcA', 'abcB'] as const) typed.get(key)?.bad('value', 'inputAbcOrder', { a: asPercent(a), b: asPercent(b) });
    ordered = { ...ordered, abc: DEFAULT_SETTINGS.abc };
  }
  return ordered;
}
