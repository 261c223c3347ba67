// Settings of the file that change numbers; kept in document properties, the same for everybody who opens the file. A change
// re-derives the facts from the store, without the network (D2).
import { KpiError } from '../errors';
import { DEFAULT_FACT_SETTINGS, type FactSettings } from '../facts/facts';
import type { SettingsForm } from './server-api';

const KEY = 'b24.settings';

export function readSettings(): SettingsForm {
  const { closeDateSource, misclickSeconds } = DEFAULT_FACT_SETTINGS;
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  return { closeDateSource, misclickSeconds, ...(text ? (JSON.parse(text) as Partial<SettingsForm>) : {}) };
}

/** Keeps the settings; KpiError('argument', 'settingRefused') names what is out of bounds, and nothing changes then. */
export function writeSettings(settings: SettingsForm): void {
  const { closeDateSource, misclickSeconds } = settings;
  if (closeDateSource !== 'history' && closeDateSource !== 'closedate')
    throw new KpiError('argument', 'settingRefused', {
      name: 'closeDateSource',
      found: String(closeDateSource),
      allowed: 'history, closedate',
    });
  if (!Number.isInteger(misclickSeconds) || misclickSeconds < 0 || misclickSeconds > 3600)
    throw new KpiError('argument', 'settingRefused', { name: 'misclickSeconds', found: String(misclickSeconds), allowed: '0…3600' });
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify({ closeDateSource, misclickSeconds }));
}

export function factSettings(): FactSettings {
  return { ...DEFAULT_FACT_SETTINGS, ...readSettings() };
}
