// Who may change which cells: protected ranges and sheets of a file (apps-script 5.3). It knows no cells and no page.
import type { Zone } from './contract';
import type { ProtectionRecord } from './extras';
import { zoneContains, zonesOverlap } from './zones';

/** What changes: a zone of a sheet, or without one the sheet itself (its name, its lines, its rules). */
export interface Place {
  readonly sheetId: string;
  readonly zone?: Zone;
}

/**
 * Whether a protection lets a person edit what it protects. The owner always may; until the list of editors was changed it protects nothing; a warning
 * stops nobody.
 */
export function mayEdit(protection: ProtectionRecord, person: string, owner: string): boolean {
  const email = person.toLowerCase();
  if (email === owner.toLowerCase() || !protection.restricted || protection.warningOnly) return true;
  if (protection.editors.some((editor) => editor.toLowerCase() === email)) return true;
  return protection.domainEdit && domainOf(email) === domainOf(owner.toLowerCase());
}

/** The protections that cover a place, save where a sheet's protection leaves the zone free. */
export function protectionsAt(protections: readonly ProtectionRecord[], { sheetId, zone }: Place): ProtectionRecord[] {
  return protections.filter((protection) => {
    if (protection.sheetId !== sheetId) return false;
    if (protection.zone !== undefined) return zone !== undefined && zonesOverlap(protection.zone, zone);
    return zone === undefined || !protection.unprotected.some((free) => zoneContains(free, zone));
  });
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
