// What people type in Russian files and the engine does not read: dates with dots (07.02.2026, 07.02.2026 14:30) and numbers with spaces (1 234,5).
import { library } from './spreadsheet';

interface Update {
  readonly type: string;
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
  readonly content?: string;
  readonly format?: string;
}

const day = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

/** The serial number and pattern of a typed date; null for any other text or a day that does not exist. */
export function typedDate(text: string): { readonly serial: number; readonly format: string } | null {
  const found = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+(\d{1,2}):(\d{2}))?\s*$/.exec(text);
  if (found === null) return null;
  const [date = 0, month = 0, year = 0, hours = 0, minutes = 0] = found.slice(1).map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, date, hours, minutes);
  const read = new Date(time);
  if (read.getUTCDate() !== date || read.getUTCMonth() !== month - 1 || hours > 23 || minutes > 59) return null;
  return { serial: (time - epoch) / day, format: found[4] === undefined ? 'dd.mm.yyyy' : 'dd.mm.yyyy hh:mm' };
}

/** A typed number without its spaces between thousands; null for any other text. */
export function typedNumber(text: string): string | null {
  return /^\s*-?\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?:,\d+)?\s*$/.test(text) ? text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.') : null;
}

/** Registers the reading of what is typed; must run before the model is made. */
export function registerTypedValues(): void {
  class TypedValues extends library.UIPlugin {
    override handle(command: never): void {
      const { type, content, format, ...place } = command as Update;
      if (type !== 'UPDATE_CELL' || content === undefined) return;
      const date = typedDate(content);
      const number = typedNumber(content);
      if (date === null && number === null) return;
      const given = format ?? (this.getters.getCell(place) as { format?: string } | undefined)?.format;
      // Text stays text where the column says so.
      if (given === '@') return;
      if (date !== null) this.dispatch('UPDATE_CELL', { ...place, content: String(date.serial), format: given || date.format });
      else if (number !== null) this.dispatch('UPDATE_CELL', { ...place, content: number });
    }
  }
  library.registries.featurePluginRegistry.add('typedValues', TypedValues as never);
}
