// Stage history of deals: crm.stagehistory.list. Rows are appended only; deleting a deal deletes its rows (bitrix24-rest 5.5).
import type { EntitySpec } from './entity';
import { code, identifier, itemOf, moment, semantic, whole } from './fields';
import type { StageChange } from './records';

export const stageChangeSpec: EntitySpec<StageChange> = {
  method: 'crm.stagehistory.list',
  params: { entityTypeId: 2 },
  select: ['ID', 'TYPE_ID', 'OWNER_ID', 'CREATED_TIME', 'CATEGORY_ID', 'STAGE_ID', 'STAGE_SEMANTIC_ID'],
  paging: 'keyset',
  refresh: 'appended',
  idField: 'ID',
  style: 'crm',
  filter: {},
  changedField: '',
  path: 'items',
  scope: 'crm',
  optional: false,
  blockWidth: 4000,
  decode: decodeStageChange,
  key: (change) => change.id,
  columns: { id: 'id', typeId: 'id', ownerId: 'id', time: 'time', categoryId: 'id', stageId: 'text', semantic: 'text' },
};

function decodeStageChange(value: unknown): StageChange {
  const item = itemOf(value, 'stageHistory');
  return {
    id: identifier(item, 'ID', 'stageHistory'),
    typeId: whole(item, 'TYPE_ID', 'stageHistory'),
    ownerId: identifier(item, 'OWNER_ID', 'stageHistory'),
    time: moment(item, 'CREATED_TIME', 'stageHistory'),
    categoryId: whole(item, 'CATEGORY_ID', 'stageHistory'),
    stageId: code(item, 'STAGE_ID', 'stageHistory'),
    semantic: semantic(item, 'STAGE_SEMANTIC_ID', 'stageHistory'),
  };
}
