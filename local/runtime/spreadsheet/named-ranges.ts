// Named ranges of a file: those of plain sheets lie with their store, the others in the engine. A name whose sheet or cells were deleted is lost
// until somebody defines it anew.
import type { Zone } from './contract';
import type { EngineHost } from './engine-sheet';
import type { Tabs } from './tabs';
import { WorkbookError } from './workbook-error';
import type { Dimension } from './zones';

export interface NamedZone {
  readonly name: string;
  readonly sheetId: string;
  readonly zone: Zone;
}

export class NamedRanges {
  private readonly mentioned = new Set<string>();
  private readonly lost: Set<string>;

  constructor(
    private readonly host: EngineHost,
    private readonly tabs: Tabs,
    private readonly promote: (sheetId: string) => void,
    lost: readonly string[],
  ) {
    this.lost = new Set(lost);
  }

  /** Nothing that waits for the next step changes a name. */
  all(): NamedZone[] {
    const found: NamedZone[] = this.host.getters
      .getNamedRanges()
      .map(({ name, range }) => ({ name, sheetId: range.sheetId, zone: range.zone }));
    for (const plain of this.tabs.plainSheets()) for (const [name, zone] of plain.names) found.push({ name, sheetId: plain.id, zone });
    return found;
  }

  /** Names are found whatever their case. */
  find(name: string): NamedZone | undefined {
    return this.all().find((named) => named.name.toUpperCase() === name.toUpperCase());
  }

  set(name: string, sheetId: string, zone: Zone): void {
    if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) {
      throw new WorkbookError(`The name "${name}" is not a valid name for a range.`);
    }
    this.remove(name);
    this.lost.delete(name.toUpperCase());
    if (this.mentioned.has(name.toUpperCase())) this.promote(sheetId);
    const plain = this.tabs.plain(sheetId);
    if (plain) plain.names.set(name, zone);
    else this.define(name, sheetId, zone);
  }

  /** Defines a name in the engine. */
  define(name: string, sheetId: string, zone: Zone): void {
    const range = this.host.getters.getRangeDataFromZone(sheetId, zone);
    // Without its sheet the engine would measure the range by the sheet a person looks at.
    this.host.apply({ type: 'CREATE_NAMED_RANGE', sheetId, name, range, ranges: [range] });
  }

  /** Removes the name if it exists; says whether it did. */
  remove(name: string): boolean {
    const known = this.find(name);
    if (known === undefined) return false;
    const plain = this.tabs.plain(known.sheetId);
    if (plain) plain.names.delete(known.name);
    else this.host.apply({ type: 'DELETE_NAMED_RANGE', name: known.name });
    return true;
  }

  /** Remembers names that formulas mention: their sheets come into the engine as soon as they are defined. */
  mention(names: Iterable<string>): void {
    for (const name of names) this.mentioned.add(name);
  }

  /** Names that go with a sheet, or with lines of it. */
  lose(sheetId: string, lines?: { readonly dimension: Dimension; readonly at: number; readonly count: number }): void {
    for (const { name, sheetId: owner, zone } of this.all()) {
      if (owner !== sheetId) continue;
      const [start, end] = lines?.dimension === 'COL' ? [zone.left, zone.right] : [zone.top, zone.bottom];
      if (lines === undefined || (start >= lines.at && end < lines.at + lines.count)) this.lost.add(name.toUpperCase());
    }
  }

  isLost(name: string): boolean {
    return this.lost.has(name);
  }

  /** Upper-case lost names, for the saved file. */
  lostNames(): string[] {
    return [...this.lost];
  }
}
