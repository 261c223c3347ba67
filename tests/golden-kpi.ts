// The worked example of the KPI definitions (section 6): its records, its facts and its expected values, for tests of any layer.
import type { FactContext } from '../src/facts/context';
import { deriveFacts } from '../src/facts/derive';
import { DEFAULT_FACT_SETTINGS, type FactSettings, type FactTables } from '../src/facts/facts';
import type { Calendar } from '../src/inputs/calendar';
import { DEFAULT_NORMS, type Norms } from '../src/inputs/norms';
import type { Slice } from '../src/metrics/slice';
import { type DayRange, parseIsoDay } from '../src/period';
import { probedZone, type Zone } from '../src/zone';
import golden from './golden/kpi-example/kpi-example.json';
import { instant, type PortalFile, recordsFromPortal } from './records-from-portal';

export { golden };

/** A zone of the platform's own data, 2015–2035. */
export function zoneOf(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  return probedZone(name, Date.UTC(2015, 0, 1) / 1000, Date.UTC(2035, 0, 1) / 1000, (at) => {
    const offset = format.formatToParts(at * 1000).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    const match = /GMT([+-])(\d\d):(\d\d)/.exec(offset);
    return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60) : 0;
  });
}

export const goldenRecords = recordsFromPortal(golden.inputs as unknown as PortalFile);

export function goldenContext(settings: Partial<FactSettings> = {}): FactContext {
  return {
    settings: {
      ...DEFAULT_FACT_SETTINGS,
      misclickSeconds: golden.inputs.settings.misclickSeconds,
      lossReasonField: golden.inputs.settings.lossReasonField,
      ...settings,
    },
    zone: zoneOf(golden.inputs.settings.timeZone),
    asOf: instant(golden.inputs.settings.asOf),
    lang: 'ru',
    portal: 'example.bitrix24.ru',
    userName: 'Анна А.',
    generation: 1,
    horizonDay: 0,
    defaultPipelineIds: [],
  };
}

export function goldenFacts(settings: Partial<FactSettings> = {}): FactTables {
  return deriveFacts(goldenRecords, goldenContext(settings));
}

export function rangeOf([start, end]: readonly string[]): DayRange {
  return { start: parseIsoDay(start ?? '') ?? 0, end: parseIsoDay(end ?? '') ?? 0 };
}

export const may: Slice = { period: rangeOf(golden.inputs.settings.period), managers: null, pipelines: null };
export const cohort: Slice = { period: rangeOf(golden.inputs.settings.cohortPeriod), managers: null, pipelines: null };

export const goldenCalendar: Calendar = {
  holidays: new Set(golden.inputs.settings.holidays.map((text) => parseIsoDay(text) ?? 0)),
  extraWorkdays: new Set(),
};

export const goldenNorms: Norms = {
  ...DEFAULT_NORMS,
  stageDays: golden.inputs.settings.stuckDefaultDays,
  idleDays: golden.inputs.settings.idleDays,
  minStays: golden.inputs.settings.stuckMinN,
  minBottleneck: golden.inputs.settings.minNBottleneck,
  minCoaching: golden.inputs.settings.minNCoaching,
  shrink: golden.inputs.settings.shrinkM,
};
