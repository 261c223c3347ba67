// What a Google spreadsheet holds and the engine does not: developer metadata, protections, filters, charts and rules as Google
// describes them. Zones move with inserted and deleted lines; everything of a sheet goes with it.
import type { Zone } from './contract';
import { type Dimension, zoneAfterInsert, zoneAfterRemove } from './zones';

export interface MetadataRecord {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
  /** Undefined: the spreadsheet itself. */
  readonly sheetId?: string | undefined;
  /** Set for metadata of rows or columns. */
  readonly lines?: { readonly dimension: Dimension; readonly zone: Zone } | undefined;
}

export interface ProtectionRecord {
  readonly id: number;
  readonly sheetId: string;
  /** Undefined: the whole sheet. */
  readonly zone?: Zone | undefined;
  description: string;
  warningOnly: boolean;
  /** Whether the list of editors was ever changed: until then everybody who may edit the file may edit this. */
  restricted: boolean;
  domainEdit: boolean;
  editors: string[];
  unprotected: Zone[];
}

/** A chart as its builder described it. */
export interface ChartRecord {
  readonly id: number;
  readonly sheetId: string;
  readonly figureId: string;
  readonly type: string;
  readonly ranges: readonly { readonly sheetId: string; readonly zone: Zone }[];
  readonly headers: number | undefined;
  readonly transposed: boolean;
  readonly merge: 'MERGE_COLUMNS' | 'MERGE_ROWS';
  readonly hidden: string | undefined;
  readonly options: Readonly<Record<string, unknown>>;
  /** Row and column are one-based, as in Google's `setPosition`. */
  readonly position: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
}

/** A validation or conditional format rule: the engine holds its effect, this its description. */
export interface RuleRecord {
  readonly engineId: string;
  readonly sheetId: string;
  readonly description: Readonly<Record<string, unknown>>;
}

export interface FilterRecord {
  readonly sheetId: string;
  readonly zone: Zone;
}

/** Alternating colours of a range: the cells hold the colours, this its place. */
export interface BandingRecord {
  readonly id: number;
  readonly sheetId: string;
  readonly zone: Zone;
}

interface SavedExtras {
  readonly metadata: readonly MetadataRecord[];
  readonly protections: readonly ProtectionRecord[];
  readonly charts: readonly ChartRecord[];
  readonly rules: readonly RuleRecord[];
  readonly filters: readonly FilterRecord[];
  readonly bandings?: readonly BandingRecord[];
}

export class Extras {
  metadata: MetadataRecord[];
  protections: ProtectionRecord[];
  charts: ChartRecord[];
  rules: RuleRecord[];
  filters: FilterRecord[];
  bandings: BandingRecord[];

  constructor(saved?: SavedExtras) {
    const copy = structuredClone(saved);
    this.metadata = [...(copy?.metadata ?? [])];
    this.protections = [...(copy?.protections ?? [])];
    this.charts = [...(copy?.charts ?? [])];
    this.rules = [...(copy?.rules ?? [])];
    this.filters = [...(copy?.filters ?? [])];
    this.bandings = [...(copy?.bandings ?? [])];
  }

  forgetSheet(sheetId: string): void {
    const other = (record: { readonly sheetId?: string | undefined }) => record.sheetId !== sheetId;
    this.metadata = this.metadata.filter(other);
    this.protections = this.protections.filter(other);
    this.charts = this.charts.filter(other);
    this.rules = this.rules.filter(other);
    this.filters = this.filters.filter(other);
    this.bandings = this.bandings.filter(other);
  }

  linesInserted(sheetId: string, dimension: Dimension, at: number, count: number): void {
    this.move(sheetId, (zone) => zoneAfterInsert(zone, dimension, at, count));
  }

  linesRemoved(sheetId: string, dimension: Dimension, at: number, count: number): void {
    this.move(sheetId, (zone) => zoneAfterRemove(zone, dimension, at, count));
  }

  private move(sheetId: string, change: (zone: Zone) => Zone | undefined): void {
    this.protections = this.protections.flatMap((record) => {
      if (record.sheetId !== sheetId) return [record];
      const unprotected = record.unprotected.flatMap((zone) => change(zone) ?? []);
      if (record.zone === undefined) return [{ ...record, unprotected }];
      const zone = change(record.zone);
      return zone ? [{ ...record, zone, unprotected }] : [];
    });
    this.filters = this.filters.flatMap((record) => {
      const zone = record.sheetId === sheetId ? change(record.zone) : record.zone;
      return zone ? [{ ...record, zone }] : [];
    });
    this.bandings = this.bandings.flatMap((record) => {
      const zone = record.sheetId === sheetId ? change(record.zone) : record.zone;
      return zone ? [{ ...record, zone }] : [];
    });
    this.metadata = this.metadata.flatMap((record) => {
      if (record.sheetId !== sheetId || record.lines === undefined) return [record];
      const zone = change(record.lines.zone);
      return zone ? [{ ...record, lines: { ...record.lines, zone } }] : [];
    });
    this.charts = this.charts.map((record) => ({
      ...record,
      ranges: record.ranges.flatMap((range) => {
        const zone = range.sheetId === sheetId ? change(range.zone) : range.zone;
        return zone ? [{ ...range, zone }] : [];
      }),
    }));
  }

  save(): SavedExtras {
    const { metadata, protections, charts, rules, filters, bandings } = this;
    return structuredClone({ metadata, protections, charts, rules, filters, bandings });
  }
}
