// Protection that only warns: whoever types into a block of ours is asked whether they mean it. Cells for people to type in have none.
import type { Block } from '../report/spec';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Begins the description of our protections: by it they are found again. */
const OURS = 'B24 KPI: ';

/** A protection of a block. */
export interface Guard {
  /** The block; '' = a protection without a description, which may be one that a killed run had not finished. */
  readonly id: string;
  readonly a1: string;
  readonly protection: Protection;
}

export function guardsOf(sheet: Sheet): Guard[] {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).flatMap((protection) => {
    const description = protection.getDescription();
    if (description !== '' && !description.startsWith(OURS)) return [];
    return [{ id: description.slice(OURS.length), a1: protection.getRange().getA1Notation(), protection }];
  });
}

/** One for each area; those of areas that are none any more go. `unfinished`: the last run was killed, and what it left is finished. */
export function protectBlocks(sheet: Sheet, blocks: readonly Block[], guards: readonly Guard[], unfinished: boolean): void {
  const wanted = new Map(
    blocks.flatMap((block) => {
      const areas = block.typed.length > 0 ? block.spills.map(({ area }) => area) : block.id === 'head' ? [] : [block.area];
      return areas.map((area) => [area, OURS + block.id] as const);
    }),
  );
  for (const { id, a1, protection } of guards) {
    const description = wanted.get(a1);
    if (id === '' && !(unfinished && description !== undefined)) continue;
    // One that stands is left alone; a person may have made it strict.
    if (!wanted.delete(a1)) protection.remove();
    else if (unfinished && description !== undefined) protection.setWarningOnly(true).setDescription(description);
  }
  // The description comes last: without it the protection is one to be finished.
  for (const [area, description] of wanted) sheet.getRange(area).protect().setWarningOnly(true).setDescription(description);
}
