// The catalogue of entities (D7): one entry each, in the order they are loaded and shown.
import { activitySpec } from './activity';
import { categorySpec } from './category';
import { companySpec, contactSpec } from './client';
import { currencySpec } from './currency';
import { dealSpec } from './deal';
import { departmentSpec } from './department';
import type { EntitySpec } from './entity';
import { leadSpec } from './lead';
import { productRowSpec } from './product-row';
import type { EntityId, Records } from './records';
import { stageChangeSpec } from './stage-change';
import { statusSpec } from './status';
import { userSpec } from './user';

export type RecordOf<E extends EntityId> = Records[E][number];

const entities: { readonly [E in EntityId]: EntitySpec<RecordOf<E>> } = {
  categories: categorySpec,
  statuses: statusSpec,
  currencies: currencySpec,
  departments: departmentSpec,
  users: userSpec,
  deals: dealSpec,
  leads: leadSpec,
  stageHistory: stageChangeSpec,
  activities: activitySpec,
  companies: companySpec,
  contacts: contactSpec,
  productRows: productRowSpec,
};

export const ENTITY_IDS = Object.keys(entities) as readonly EntityId[];

export function entitySpec<E extends EntityId>(entity: E): EntitySpec<RecordOf<E>> {
  return entities[entity];
}

/** Records with nothing in them. */
export function noRecords(): Records {
  return {
    deals: [],
    leads: [],
    stageHistory: [],
    activities: [],
    productRows: [],
    companies: [],
    contacts: [],
    categories: [],
    statuses: [],
    users: [],
    departments: [],
    currencies: [],
  };
}
