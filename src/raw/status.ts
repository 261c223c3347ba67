// CRM directories: crm.status.list without a filter gives stages, lead statuses, sources and all others in one answer.
import { directory } from './directory';
import type { EntitySpec } from './entity';
import { amount, code, type Item, identifier, itemOf, link, text } from './fields';
import type { Semantic, Status } from './records';

export const statusSpec: EntitySpec<Status> = {
  ...directory,
  method: 'crm.status.list',
  params: { order: { SORT: 'ASC' } },
  decode: decodeStatus,
  key: (status) => status.id,
  columns: { id: 'id', entityId: 'text', statusId: 'text', name: 'text', sort: 'float', categoryId: 'id', semantic: 'text' },
};

function decodeStatus(value: unknown): Status {
  const item = itemOf(value, 'statuses');
  return {
    id: identifier(item, 'ID', 'statuses'),
    entityId: code(item, 'ENTITY_ID', 'statuses'),
    statusId: code(item, 'STATUS_ID', 'statuses'),
    name: text(item, 'NAME', 'statuses'),
    sort: amount(item, 'SORT', 'statuses'),
    categoryId: link(item, 'CATEGORY_ID', 'statuses'),
    semantic: statusSemantic(item),
  };
}

// SEMANTICS is S or F for final stages; extra lost stages may say so only in EXTRA (apology = F, bitrix24-rest 5.4).
function statusSemantic(item: Item): Semantic {
  const letter = item['SEMANTICS'];
  if (letter === 'S' || letter === 'F') return letter;
  const extra = item['EXTRA'];
  const word = typeof extra === 'object' && extra !== null ? (extra as Item)['SEMANTICS'] : '';
  if (word === 'success') return 'S';
  return word === 'failure' || word === 'apology' ? 'F' : 'P';
}
