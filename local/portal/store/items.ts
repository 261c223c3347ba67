// Leads, deals, contacts and companies as they come from a portal file: every documented field filled, what Bitrix24 derives derived. It knows no filter.
import { type Clockwork, type Field, fieldValue, type Row } from './fields';
import { type EntityTypeId, isParentLink, itemFields } from './item-fields';
import type { Stages } from './stages';

export interface ItemSources extends Clockwork {
  readonly stages: Stages;
  readonly baseCurrency: string;
  /** Responsible for records that name nobody. */
  readonly userId: number;
  readonly customFields: ReadonlyMap<string, Field>;
}

const blank = (entityTypeId: EntityTypeId): Row => Object.fromEntries(itemFields[entityTypeId].map(({ name, empty }) => [name, empty]));
const blanks: Readonly<Record<EntityTypeId, Row>> = { 1: blank(1), 2: blank(2), 3: blank(3), 4: blank(4) };

const isCustom = (key: string): boolean => key.startsWith('ufCrm') || isParentLink(key);

/** A record of a portal file as kept. Keys that Bitrix24 does not have are dropped. */
export function itemRow(entityTypeId: EntityTypeId, record: Row, sources: ItemSources): Row {
  // Every row starts as the same literal: a table of hundreds of thousands stays small only while its rows share one shape.
  const row: Record<string, unknown> = { ...blanks[entityTypeId] };
  for (const { name, type } of itemFields[entityTypeId]) {
    const given = record[name];
    if (given === undefined) continue;
    const value = fieldValue(type, given, sources);
    if (value !== undefined && value !== null) row[name] = value;
  }
  for (const key in record) {
    if (isCustom(key)) row[key] = fieldValue(sources.customFields.get(key)?.type ?? 'any', record[key], sources);
    else if (key === 'fm') row[key] = record[key];
  }
  derive(entityTypeId, row, record, sources);
  return row;
}

/**
 * An existing record with a change laid over it. A changed stage takes its semantics, `closed` and `movedTime` along unless the change says them; `updatedTime` is
 * the portal's now unless the change says it.
 */
export function changedItemRow(entityTypeId: EntityTypeId, row: Row, change: Row, sources: ItemSources): Row {
  const now = sources.zone.iso(sources.now);
  const moved = (entityTypeId === 1 || entityTypeId === 2) && change['stageId'] !== undefined && change['stageId'] !== row['stageId'];
  const base: Record<string, unknown> = { ...row };
  if (moved) for (const key of ['stageSemanticId', 'closed', 'isNew', 'dateClosed']) delete base[key];
  return itemRow(entityTypeId, { ...base, updatedTime: now, ...(moved ? { movedTime: now } : {}), ...change }, sources);
}

function derive(entityTypeId: EntityTypeId, row: Record<string, unknown>, record: Row, sources: ItemSources): void {
  row['createdTime'] ??= sources.zone.iso(sources.now);
  row['updatedTime'] ??= row['createdTime'];
  row['assignedById'] ??= sources.userId;
  row['createdBy'] ??= row['assignedById'];
  row['updatedBy'] ??= row['createdBy'];
  row['lastActivityTime'] ??= row['createdTime'];
  row['lastActivityBy'] ??= row['createdBy'];
  if (entityTypeId === 1 || entityTypeId === 2) deriveStage(entityTypeId, row, record, sources);
  if (entityTypeId === 2 || entityTypeId === 1) {
    row['currencyId'] ??= sources.baseCurrency;
    if (record['contactIds'] === undefined && Number(row['contactId']) > 0) row['contactIds'] = [row['contactId']];
  }
  if (entityTypeId === 3 && record['companyIds'] === undefined && Number(row['companyId']) > 0) row['companyIds'] = [row['companyId']];
  if (entityTypeId !== 3) row['title'] ??= `${{ 1: 'Lead', 2: 'Deal', 4: 'Company' }[entityTypeId]} #${row['id']}`;
}

function deriveStage(entityTypeId: 1 | 2, row: Record<string, unknown>, record: Row, { stages, zone }: ItemSources): void {
  const categoryId = Number(row['categoryId'] ?? 0);
  row['stageId'] ??= stages.first(entityTypeId, categoryId);
  const stageId = String(row['stageId']);
  row['stageSemanticId'] ??= stages.semantic(entityTypeId, categoryId, stageId);
  row['movedTime'] ??= row['createdTime'];
  row['movedBy'] ??= row['createdBy'];
  const isFinal = row['stageSemanticId'] !== 'P';
  if (entityTypeId === 1) {
    if (isFinal) row['dateClosed'] ??= row['movedTime'];
    return;
  }
  if (record['closed'] === undefined) row['closed'] = isFinal ? 'Y' : 'N';
  if (record['isNew'] === undefined) row['isNew'] = stageId === stages.first(2, categoryId) ? 'Y' : 'N';
  if (row['begindate'] === null) {
    const created = String(row['createdTime']);
    row['begindate'] = zone.iso(Date.parse(`${created.slice(0, 10)}T00:00:00Z`));
  }
}
