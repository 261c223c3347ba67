// All records of one portal and the only place where they change. It knows no request and no method.
import type { Clock } from '../../clock';
import type { PortalChange, PortalFile, PortalRecord, PortalTable } from '../portal-file';
import { PortalZone } from '../zone';
import { automation } from './automation';
import type { Clockwork, Field, FieldType, Row } from './fields';
import { camelName, type EntityTypeId } from './item-fields';
import { changedItemRow, type ItemSources, itemRow } from './items';
import { Outbox } from './outbox';
import {
  activityRow,
  categoryRow,
  currencyRow,
  departmentRow,
  historyRow,
  isLeadChange,
  productRow,
  statusRow,
  userFieldRow,
  userRow,
} from './records';
import { readStages, type Stages } from './stages';
import { Table } from './table';

const itemTables = { leads: 1, deals: 2, contacts: 3, companies: 4 } as const;
const ownerTypes: Readonly<Record<string, EntityTypeId>> = { L: 1, D: 2, C: 3, CO: 4 };

/** Short code of an entity as product rows name their owner; undefined for what the portal does not hold. */
export const ownerEntity = (ownerType: string): EntityTypeId | undefined =>
  Object.hasOwn(ownerTypes, ownerType) ? ownerTypes[ownerType] : undefined;

const userFieldEntities: Readonly<Record<string, EntityTypeId>> = { CRM_LEAD: 1, CRM_DEAL: 2, CRM_CONTACT: 3, CRM_COMPANY: 4 };

/** Entity that a custom field belongs to; undefined for what the portal does not hold. */
export const userFieldEntity = (name: string): EntityTypeId | undefined =>
  Object.hasOwn(userFieldEntities, name) ? userFieldEntities[name] : undefined;

export class Store {
  readonly zone: PortalZone;
  readonly items: Readonly<Record<EntityTypeId, Table>> = {
    1: new Table('id'),
    2: new Table('id'),
    3: new Table('id'),
    4: new Table('id'),
  };
  readonly history: Readonly<Record<1 | 2, Table>> = { 1: new Table('ID'), 2: new Table('ID') };
  readonly activities = new Table('ID');
  readonly productRows = new Table('id');
  readonly users = new Table('ID');
  readonly departments = new Table('ID');
  readonly statuses = new Table('ID');
  readonly categories = new Table('id');
  readonly userFields = new Table('ID');
  /** What was sent to people of the portal. */
  readonly outbox = new Outbox();
  private currencyRows: readonly Row[] = [];
  private readonly custom: Readonly<Record<EntityTypeId, Map<string, Field>>> = { 1: new Map(), 2: new Map(), 3: new Map(), 4: new Map() };

  constructor(
    private settings: PortalFile['portal'],
    private readonly clock: Clock,
  ) {
    const name = settings?.timeZone ?? 'Europe/Moscow';
    try {
      this.zone = new PortalZone(name);
    } catch {
      throw new Error(`The portal file's "portal.timeZone" is "${name}", which is no time zone; write one such as "Europe/Moscow".`);
    }
  }

  /** What the portal is beside its records. Its time zone stays what it was at the beginning. */
  get file(): PortalFile['portal'] {
    return this.settings;
  }

  get currencies(): readonly Row[] {
    return this.currencyRows;
  }

  get baseCurrency(): string {
    return String(this.currencyRows.find((row) => row['BASE'] === 'Y')?.['CURRENCY'] ?? 'RUB');
  }

  /** First administrator, else first active user, else 1. */
  get firstUserId(): number {
    const users = this.users.all();
    const first = users.find((user) => user['ADMIN'] === true || user['IS_ADMIN'] === 'Y') ?? users.find((user) => user['ACTIVE'] === true);
    return Number(first?.['ID'] ?? 1);
  }

  /** Custom fields of an entity by camelCase name: those declared in `userFields` and those any record has. */
  customFields(entityTypeId: EntityTypeId): ReadonlyMap<string, Field> {
    return this.custom[entityTypeId];
  }

  stages(): Stages {
    return readStages(this.statuses.all());
  }

  /** Takes over a whole portal file, or the records of a change. */
  load(file: PortalFile): void {
    checkIds(file);
    const clockwork: Clockwork = { zone: this.zone, now: this.clock.now() };
    this.loadDirectories(file);
    this.loadItems(file, clockwork);
    const changes = file.stageHistory ?? [];
    this.history[1].upsert(changes.filter(isLeadChange).map((record) => historyRow(merged(this.history[1], record), clockwork)));
    this.history[2].upsert(
      changes.filter((record) => !isLeadChange(record)).map((record) => historyRow(merged(this.history[2], record), clockwork)),
    );
    this.activities.upsert((file.activities ?? []).map((record) => this.activity(record, clockwork)));
    this.productRows.upsert((file.productRows ?? []).map((record) => productRow(merged(this.productRows, record))));
  }

  /** Takes over the settings of a change, upserts its records, then deletes what it names. */
  change(change: PortalChange): void {
    if (change.portal !== undefined) this.settings = { ...this.settings, ...change.portal };
    const follow = this.file?.automation === true ? automation(this, change) : null;
    this.load(change);
    follow?.({ zone: this.zone, now: this.clock.now() });
    for (const [table, ids] of Object.entries(change.delete ?? {})) this.remove(table as PortalTable, ids ?? []);
  }

  /** A deleted item takes its stage history and product rows along and leaves no trace (bitrix24-rest 10). */
  private remove(table: PortalTable, ids: readonly (number | string)[]): void {
    if (table === 'currencies') {
      this.currencyRows = this.currencyRows.filter((row) => !ids.includes(String(row['CURRENCY'])));
      return;
    }
    const numbers = new Set(ids.map(Number));
    for (const records of this.tablesOf(table)) records.remove(numbers);
    if (!(table in itemTables)) return;
    const entityTypeId = itemTables[table as keyof typeof itemTables];
    if (entityTypeId === 1 || entityTypeId === 2)
      removeOwned(this.history[entityTypeId], 'OWNER_ID', 'ID', (row) => numbers.has(Number(row['OWNER_ID'])));
    removeOwned(
      this.productRows,
      'ownerId',
      'id',
      (row) => numbers.has(Number(row['ownerId'])) && ownerEntity(String(row['ownerType'])) === entityTypeId,
    );
  }

  private tablesOf(table: Exclude<PortalTable, 'currencies'>): readonly Table[] {
    if (table in itemTables) return [this.items[itemTables[table as keyof typeof itemTables]]];
    if (table === 'stageHistory') return [this.history[1], this.history[2]];
    return [this[table as 'activities' | 'productRows' | 'users' | 'departments' | 'statuses' | 'categories' | 'userFields']];
  }

  private loadDirectories(file: PortalFile): void {
    this.categories.upsert((file.categories ?? []).map((record) => categoryRow(merged(this.categories, record))));
    this.statuses.upsert(this.statusRows(file.statuses ?? []));
    const currencies = new Map(this.currencyRows.map((row) => [row['CURRENCY'], row]));
    for (const record of file.currencies ?? [])
      currencies.set(String(record['CURRENCY']), currencyRow({ ...currencies.get(String(record['CURRENCY'])), ...record }));
    this.currencyRows = [...currencies.values()];
    this.users.upsert((file.users ?? []).map((record) => userRow(merged(this.users, record))));
    this.departments.upsert((file.departments ?? []).map((record) => departmentRow(merged(this.departments, record))));
    const known = this.userFields.size;
    this.userFields.upsert((file.userFields ?? []).map((record, index) => userFieldRow(record, known + index + 1)));
    for (const field of this.userFields.all()) this.declare(field);
  }

  // Files may leave out the row ids of statuses: entity and status id name a row just as well.
  private statusRows(records: readonly PortalRecord[]): Row[] {
    const known = new Map(this.statuses.all().map((row) => [`${row['ENTITY_ID']}|${row['STATUS_ID']}`, row]));
    let next = Math.max(99, ...this.statuses.all().map((row) => Number(row['ID'])), ...records.map((record) => Number(record['ID'] ?? 0)));
    return records.map((record) => {
      const existing = known.get(`${record['ENTITY_ID']}|${record['STATUS_ID']}`);
      if (existing !== undefined) return statusRow({ ...existing, ...record }, 0);
      if (record['ID'] === undefined) next += 2;
      return statusRow(merged(this.statuses, record), next);
    });
  }

  private loadItems(file: PortalFile, clockwork: Clockwork): void {
    const stages = this.stages();
    for (const [table, entityTypeId] of Object.entries(itemTables)) {
      const records = file[table as keyof typeof itemTables];
      if (records === undefined) continue;
      const customFields = this.custom[entityTypeId];
      const sources: ItemSources = { ...clockwork, stages, baseCurrency: this.baseCurrency, userId: this.firstUserId, customFields };
      const items = this.items[entityTypeId];
      for (const record of records)
        for (const key in record) if (key.startsWith('ufCrm') && !customFields.has(key)) customFields.set(key, { name: key, type: 'any' });
      items.upsert(
        records.map((record) => {
          const existing = items.get(Number(record['id']));
          return existing === undefined ? itemRow(entityTypeId, record, sources) : changedItemRow(entityTypeId, existing, record, sources);
        }),
      );
    }
  }

  private activity(record: PortalRecord, clockwork: Clockwork): Row {
    const existing = this.activities.get(Number(record['ID']));
    if (existing === undefined) return activityRow(record, clockwork);
    return activityRow({ ...existing, LAST_UPDATED: this.zone.iso(clockwork.now), ...record }, clockwork);
  }

  private declare(field: Row): void {
    const entity = userFieldEntity(String(field['ENTITY_ID']));
    if (entity === undefined) return;
    const name = camelName(String(field['FIELD_NAME']));
    const type = String(field['USER_TYPE_ID']);
    const multiple = field['MULTIPLE'] === 'Y';
    this.custom[entity].set(name, { name, type: multiple ? 'any' : customType(type) });
  }
}

const idKeys: Partial<Record<PortalTable, string>> = {
  categories: 'id',
  users: 'ID',
  departments: 'ID',
  deals: 'id',
  leads: 'id',
  contacts: 'id',
  companies: 'id',
  stageHistory: 'ID',
  activities: 'ID',
  productRows: 'id',
};

// A record that cannot be found again would vanish without a word.
function checkIds(file: PortalFile): void {
  for (const [table, key] of Object.entries(idKeys)) {
    const records = file[table as PortalTable] ?? [];
    const bad = records.findIndex((record) => record[key] === null || record[key] === '' || !Number.isInteger(Number(record[key])));
    if (bad >= 0) throw new Error(`The portal file's "${table}": entry ${bad + 1} has no whole number in "${key}".`);
  }
}

function customType(userType: string): FieldType {
  if (userType === 'boolean') return 'flag';
  if (userType === 'date' || userType === 'datetime') return userType;
  return 'any';
}

function merged(table: Table, record: PortalRecord): PortalRecord {
  const existing = table.get(Number(record[table.idKey]));
  return existing === undefined ? record : { ...existing, ...record };
}

function removeOwned(table: Table, ownerKey: string, idKey: string, isOwned: (row: Row) => boolean): void {
  const owned = table.all().filter((row) => row[ownerKey] !== undefined && isOwned(row));
  table.remove(new Set(owned.map((row) => Number(row[idKey]))));
}
