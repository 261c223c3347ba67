// Developer metadata of the spreadsheet, a sheet, rows or columns: marks of a script that people do not see.
import { type EnumValue, ServiceException, ServiceObject } from '../../service';
import type { Zone } from '../../spreadsheet/contract';
import type { MetadataRecord } from '../../spreadsheet/extras';
import { type Signature, signed } from '../arguments';
import type { SheetsContext } from './context';
import * as enums from './enums';
import type { Range } from './range';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

/** Where metadata hangs: without a sheet on the spreadsheet, with a zone on its rows or columns. */
export interface Place {
  readonly sheetId?: string;
  readonly zone?: Zone;
}

const v = enums.DeveloperMetadataVisibility;
/** What `addDeveloperMetadata` takes. */
export const metadataSignatures: readonly Signature[] = [['string'], ['string', ['string']], ['string', v], ['string', ['string'], v]];

/** `add…(key)`, `(key, value)`, `(key, visibility)`, `(key, value, visibility)`. */
export function addedMetadata(context: SheetsContext, args: readonly unknown[], place: Place): void {
  context.structure('addDeveloperMetadata');
  const [key, ...rest] = args;
  const visibility = rest.find((value) => value instanceof ServiceObject);
  const value = rest.find((entry) => typeof entry === 'string');
  context.workbook.extras.metadata.push({
    id: context.workbook.freshId(),
    key: String(key),
    value: value === undefined ? null : String(value),
    visibility: visibility === undefined ? 'DOCUMENT' : (String(visibility) as MetadataRecord['visibility']),
    sheetId: place.sheetId,
    lines: place.zone && place.sheetId ? { dimension: lineDimension(context, place.sheetId, place.zone), zone: place.zone } : undefined,
  });
}

function lineDimension(context: SheetsContext, sheetId: string, zone: Zone): 'ROW' | 'COL' {
  const store = context.workbook.store(sheetId);
  if (zone.left === 0 && zone.right === store.cols - 1) return 'ROW';
  if (zone.top === 0 && zone.bottom === store.rows - 1) return 'COL';
  throw new ServiceException(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  );
}

/** The metadata hanging exactly at a place. */
export function metadataOf(context: SheetsContext, place: Place): DeveloperMetadata[] {
  context.enter('getDeveloperMetadata');
  return context.workbook.extras.metadata.filter((record) => isAt(record, place)).map((record) => new DeveloperMetadata(context, record));
}

function isAt(record: MetadataRecord, place: Place): boolean {
  if (record.sheetId !== place.sheetId) return false;
  if (place.zone === undefined) return record.lines === undefined;
  const zone = record.lines?.zone;
  return (
    zone !== undefined &&
    zone.top === place.zone.top &&
    zone.bottom === place.zone.bottom &&
    zone.left === place.zone.left &&
    zone.right === place.zone.right
  );
}

export class DeveloperMetadata extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.DeveloperMetadata';
  readonly #context: SheetsContext;
  readonly #id: number;

  constructor(context: SheetsContext, record: MetadataRecord) {
    super();
    this.#context = context;
    this.#id = record.id;
  }

  #record(): MetadataRecord {
    const record = this.#context.workbook.extras.metadata.find((entry) => entry.id === this.#id);
    if (record === undefined) throw new ServiceException('The developer metadata no longer exists.');
    return record;
  }

  getId(): number {
    return this.#id;
  }

  getKey(): string {
    return this.#record().key;
  }

  getValue(): string | null {
    return this.#record().value;
  }

  getVisibility(): EnumValue {
    return enums.DeveloperMetadataVisibility[this.#record().visibility];
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.#context, this.#record());
  }

  setKey(...args: unknown[]): DeveloperMetadata {
    this.#context.structure('setKey');
    this.#record().key = String(args[0]);
    return this;
  }

  setValue(...args: unknown[]): DeveloperMetadata {
    this.#context.structure('setValue');
    this.#record().value = String(args[0]);
    return this;
  }

  setVisibility(...args: unknown[]): DeveloperMetadata {
    this.#context.structure('setVisibility');
    this.#record().visibility = String(args[0]) as MetadataRecord['visibility'];
    return this;
  }

  remove(): void {
    this.#context.structure('remove');
    const { extras } = this.#context.workbook;
    extras.metadata = extras.metadata.filter((record) => record.id !== this.#id);
  }
}

class DeveloperMetadataLocation extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.DeveloperMetadataLocation';
  readonly #context: SheetsContext;
  readonly #record: MetadataRecord;

  constructor(context: SheetsContext, record: MetadataRecord) {
    super();
    this.#context = context;
    this.#record = record;
  }

  getLocationType(): EnumValue {
    return enums.DeveloperMetadataLocationType[locationType(this.#record)];
  }

  getSheet(): Sheet | null {
    const { sheetId, lines } = this.#record;
    return sheetId === undefined || lines !== undefined ? null : this.#context.make.sheet(sheetId);
  }

  getSpreadsheet(): Spreadsheet | null {
    return this.#record.sheetId === undefined ? this.#context.make.spreadsheet() : null;
  }

  getRow(): Range | null {
    return this.#lines('ROW');
  }

  getColumn(): Range | null {
    return this.#lines('COL');
  }

  #lines(dimension: 'ROW' | 'COL'): Range | null {
    const { sheetId, lines } = this.#record;
    return sheetId !== undefined && lines?.dimension === dimension ? this.#context.make.range(sheetId, lines.zone) : null;
  }
}

function locationType(record: MetadataRecord): 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN' {
  if (record.sheetId === undefined) return 'SPREADSHEET';
  if (record.lines === undefined) return 'SHEET';
  return record.lines.dimension === 'ROW' ? 'ROW' : 'COLUMN';
}

/** Searches the metadata inside a place: everything of the file, or of a sheet and its lines. */
export class DeveloperMetadataFinder extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp.DeveloperMetadataFinder';
  readonly #context: SheetsContext;
  readonly #place: Place;
  readonly #conditions: ((record: MetadataRecord) => boolean)[] = [];

  constructor(context: SheetsContext, place: Place) {
    super();
    this.#context = context;
    this.#place = place;
  }

  withKey(...args: unknown[]): DeveloperMetadataFinder {
    this.#conditions.push((record) => record.key === args[0]);
    return this;
  }

  withValue(...args: unknown[]): DeveloperMetadataFinder {
    this.#conditions.push((record) => record.value === args[0]);
    return this;
  }

  withId(...args: unknown[]): DeveloperMetadataFinder {
    this.#conditions.push((record) => record.id === args[0]);
    return this;
  }

  withVisibility(...args: unknown[]): DeveloperMetadataFinder {
    this.#conditions.push((record) => record.visibility === String(args[0]));
    return this;
  }

  withLocationType(...args: unknown[]): DeveloperMetadataFinder {
    this.#conditions.push((record) => locationType(record) === String(args[0]));
    return this;
  }

  find(): DeveloperMetadata[] {
    this.#context.enter('SpreadsheetApp.DeveloperMetadataFinder.find');
    const { sheetId, zone } = this.#place;
    return this.#context.workbook.extras.metadata
      .filter((record) => (sheetId === undefined || record.sheetId === sheetId) && (zone === undefined || isAt(record, this.#place)))
      .filter((record) => this.#conditions.every((condition) => condition(record)))
      .map((record) => new DeveloperMetadata(this.#context, record));
  }
}

signed(DeveloperMetadata, {
  setKey: [['string']],
  setValue: [['string']],
  setVisibility: [[enums.DeveloperMetadataVisibility]],
});

signed(DeveloperMetadataLocation);

signed(DeveloperMetadataFinder, {
  withKey: [['string']],
  withValue: [['string']],
  withId: [['number']],
  withVisibility: [[enums.DeveloperMetadataVisibility]],
  withLocationType: [[enums.DeveloperMetadataLocationType]],
});
