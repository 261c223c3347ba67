// Leads: crm.item.list of type 1. Portals without leads answer with few or no rows.
import type { EntitySpec } from './entity';
import { amount, code, identifier, instant, itemOf, link, moment, semantic, text } from './fields';
import type { Lead } from './records';

export const leadSpec: EntitySpec<Lead> = {
  method: 'crm.item.list',
  params: { entityTypeId: 1 },
  select: [
    'id',
    'title',
    'stageId',
    'stageSemanticId',
    'opportunity',
    'currencyId',
    'assignedById',
    'createdTime',
    'updatedTime',
    'movedTime',
    'companyId',
    'contactId',
    'sourceId',
    'utmSource',
    'utmMedium',
    'utmCampaign',
  ],
  paging: 'keyset',
  refresh: 'changed',
  idField: 'id',
  style: 'crm',
  filter: {},
  changedField: 'updatedTime',
  path: 'items',
  scope: 'crm',
  optional: false,
  blockWidth: 1000,
  decode: decodeLead,
  key: (lead) => lead.id,
  columns: {
    id: 'id',
    title: 'text',
    stageId: 'text',
    semantic: 'text',
    opportunity: 'float',
    currencyId: 'text',
    assignedById: 'id',
    createdTime: 'time',
    updatedTime: 'time',
    movedTime: 'time',
    companyId: 'id',
    contactId: 'id',
    sourceId: 'text',
    utmSource: 'text',
    utmMedium: 'text',
    utmCampaign: 'text',
  },
};

const NEEDED = ['opportunity', 'currencyId', 'assignedById'];

function decodeLead(value: unknown): Lead {
  const item = itemOf(value, 'leads', NEEDED);
  return {
    id: identifier(item, 'id', 'leads'),
    title: text(item, 'title', 'leads'),
    stageId: code(item, 'stageId', 'leads'),
    semantic: semantic(item, 'stageSemanticId', 'leads'),
    opportunity: amount(item, 'opportunity', 'leads'),
    currencyId: text(item, 'currencyId', 'leads'),
    assignedById: link(item, 'assignedById', 'leads'),
    createdTime: moment(item, 'createdTime', 'leads'),
    updatedTime: instant(item, 'updatedTime', 'leads'),
    movedTime: instant(item, 'movedTime', 'leads'),
    companyId: link(item, 'companyId', 'leads'),
    contactId: link(item, 'contactId', 'leads'),
    sourceId: text(item, 'sourceId', 'leads'),
    utmSource: text(item, 'utmSource', 'leads'),
    utmMedium: text(item, 'utmMedium', 'leads'),
    utmCampaign: text(item, 'utmCampaign', 'leads'),
  };
}
