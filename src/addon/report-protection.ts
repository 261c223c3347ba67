// Protection that only warns: whoever types into a block of ours is asked whether they mean it. Cells for people to type in have none.
import type { Block } from '../report/spec';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Begins the description of our protections: by it they are found again. */
const OURS = 'B24 KPI: ';

export function protectBlocks(sheet: Sheet, blocks: readonly Block[]): void {
  const wanted = new Map(
    blocks.flatMap((block) => {
      const areas = block.typed.length > 0 ? block.spills.map(({ area }) => area) : block.id === 'head' ? [] : [block.area];
      return areas.map((area) => [area, OURS + block.id] as const);
    }),
  );
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
    if (!protection.getDescription().startsWith(OURS)) continue;
    // One that stands is left alone; a person may have made it strict.
    if (!wanted.delete(protection.getRange().getA1Notation())) protection.remove();
  }
  for (const [area, description] of wanted) sheet.getRange(area).protect().setDescription(description).setWarningOnly(true);
}
