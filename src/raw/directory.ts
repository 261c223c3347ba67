// What small directories have in common: read whole every time, kept in one block.
import type { EntitySpec } from './entity';

type Shared =
  | 'params'
  | 'select'
  | 'paging'
  | 'refresh'
  | 'idField'
  | 'style'
  | 'filter'
  | 'changedField'
  | 'path'
  | 'scope'
  | 'optional'
  | 'blockWidth';

export const directory: Pick<EntitySpec<never>, Shared> = {
  params: {},
  select: [],
  paging: 'all',
  refresh: 'whole',
  idField: 'ID',
  style: 'crm',
  filter: {},
  changedField: '',
  path: '',
  scope: 'crm',
  optional: false,
  blockWidth: 0,
};
