// Settings of the file that change numbers; kept in document properties, the same for everybody who opens the file.
import { DEFAULT_FACT_SETTINGS, type FactSettings } from '../facts/facts';

const KEY = 'b24.settings';

export interface FileSettings {
  readonly closeDateSource: FactSettings['closeDateSource'];
  readonly misclickSeconds: number;
}

export function readSettings(): FileSettings {
  const { closeDateSource, misclickSeconds } = DEFAULT_FACT_SETTINGS;
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  return { closeDateSource, misclickSeconds, ...(text ? (JSON.parse(text) as Partial<FileSettings>) : {}) };
}

export function writeSettings(settings: FileSettings): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(settings));
}

export function factSettings(): FactSettings {
  return { ...DEFAULT_FACT_SETTINGS, ...readSettings() };
}
