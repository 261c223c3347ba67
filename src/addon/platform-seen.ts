// What a check of the platform is, and how it says what it saw.
type File = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Seen {
  readonly seen: string;
  /** As the add-on needs or assumes it. */
  readonly fits: boolean;
}

export interface PlatformCheck {
  readonly needed: boolean;
  readonly run: (sheet: Sheet, file: File) => Seen;
}

export const yesNo = (fits: boolean, seen: unknown = fits): Seen => ({ seen: String(seen), fits });

export function textOf(error: unknown): string {
  return String((error as Error | null)?.message ?? error).slice(0, 160);
}
