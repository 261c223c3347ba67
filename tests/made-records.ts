// Small records written by hand: a test names only what its rule looks at, everything else is ordinary.
import { deriveFacts } from '../src/facts/derive';
import { DEFAULT_FACT_SETTINGS, type FactSettings, type FactTables } from '../src/facts/facts';
import type { MemoryLog } from '../src/memory/log';
import type { Deal, Records, Semantic, StageChange, Status } from '../src/raw/records';
import type { Zone } from '../src/zone';
import { zoneOf } from './golden-kpi';

export const MOSCOW = zoneOf('Europe/Moscow');

/** Unix seconds of '2025-05-05 10:00' (or with seconds, or with an own offset) in Moscow. */
export function at(moment: string): number {
  const written = moment.replace(' ', 'T');
  return Date.parse(/[Z+]/.test(written) ? written : `${written}+03:00`) / 1000;
}

export function madeDeal(id: number, fields: Partial<Deal> = {}): Deal {
  const createdTime = fields.createdTime ?? at('2025-05-01 10:00');
  return {
    id,
    title: `Deal ${id}`,
    categoryId: 0,
    stageId: 'NEW',
    semantic: 'P',
    opportunity: 100,
    currencyId: 'RUB',
    manualOpportunity: false,
    assignedById: 11,
    createdTime,
    updatedTime: fields.movedTime ?? createdTime,
    movedTime: createdTime,
    lastActivityTime: createdTime,
    begindate: '',
    closedate: '',
    companyId: 501,
    contactId: 0,
    leadId: 0,
    sourceId: 'WEB',
    utmSource: '',
    utmMedium: '',
    utmCampaign: '',
    returnCustomer: false,
    recurring: false,
    custom: {},
    ...fields,
  };
}

/** History rows of one deal, ids in the order given: [moment, stage, type?]; the semantic follows from the code unless written after a colon ('DONE:S'). */
export function madeHistory(ownerId: number, ...rows: readonly (readonly [string, string, number?])[]): StageChange[] {
  return rows.map(([moment, written, typeId], index) => {
    const [stageId, semantic] = splitStage(written);
    const categoryId = Number(/^C(\d+):/.exec(stageId)?.[1] ?? '0');
    return { id: ownerId * 100 + index, typeId: typeId ?? (index === 0 ? 1 : 2), ownerId, time: at(moment), categoryId, stageId, semantic };
  });
}

/** Deals 1, 2, … that entered NEW on 1 May 2025 and were closed on the 5th, those whose cards say so. */
export function closedDeals(...cards: Partial<Deal>[]): { deals: Deal[]; stageHistory: StageChange[] } {
  return {
    deals: cards.map((card, index) => madeDeal(index + 1, card)),
    stageHistory: cards.flatMap(({ stageId = 'NEW' }, index) => {
      const moved = stageId === 'NEW' ? [] : [['2025-05-05 10:00', stageId] as const];
      return madeHistory(index + 1, ['2025-05-01 10:00', 'NEW'], ...moved);
    }),
  };
}

function splitStage(written: string): readonly [string, Semantic] {
  const own = /^(.+):([PSF])$/.exec(written);
  if (own) return [own[1] ?? written, own[2] as Semantic];
  if (/WON$/.test(written)) return [written, 'S'];
  return [written, /(LOSE|APOLOGY|SPAM)$/.test(written) ? 'F' : 'P'];
}

const statuses: Status[] = [
  ['DEAL_STAGE', 'NEW', 'P'],
  ['DEAL_STAGE', 'PREPARATION', 'P'],
  ['DEAL_STAGE', 'EXECUTING', 'P'],
  ['DEAL_STAGE', 'WON', 'S'],
  ['DEAL_STAGE', 'LOSE', 'F'],
  ['DEAL_STAGE', 'APOLOGY', 'F'],
  ['DEAL_STAGE', 'SPAM', 'F'],
  ['DEAL_STAGE_5', 'C5:NEW', 'P'],
  ['DEAL_STAGE_5', 'C5:PREPARATION', 'P'],
  ['DEAL_STAGE_5', 'C5:WON', 'S'],
  ['DEAL_STAGE_5', 'C5:LOSE', 'F'],
].map(([entityId = '', statusId = '', semantic], index) => ({
  id: index + 1,
  entityId,
  statusId,
  name: statusId,
  sort: (index + 1) * 10,
  categoryId: entityId === 'DEAL_STAGE' ? 0 : 5,
  semantic: semantic as Semantic,
}));

export function madeRecords(records: Partial<Records>): Records {
  return {
    deals: [],
    leads: [],
    stageHistory: [],
    activities: [],
    productRows: [],
    companies: [],
    contacts: [],
    categories: [
      { id: 0, name: 'Sales', sort: 100 },
      { id: 5, name: 'Repeat', sort: 200 },
    ],
    statuses,
    users: [
      { id: 11, name: 'Anna', email: 'anna@example.com', active: true, position: '', departmentId: 3 },
      { id: 12, name: 'Boris', email: 'boris@example.com', active: true, position: '', departmentId: 4 },
      { id: 13, name: 'Vera', email: 'vera@example.com', active: false, position: '', departmentId: 0 },
    ],
    departments: [
      { id: 1, name: 'Company', sort: 500, parentId: 0, headId: 0 },
      { id: 3, name: 'Sales 1', sort: 510, parentId: 1, headId: 0 },
      { id: 4, name: 'Sales 2', sort: 520, parentId: 3, headId: 0 },
    ],
    currencies: [
      { code: 'RUB', amount: 1, count: 1, base: true },
      { code: 'USD', amount: 9000, count: 100, base: false },
    ],
    ...records,
  };
}

export interface MadeUnder {
  readonly settings?: Partial<FactSettings>;
  readonly zone?: Zone;
  /** As in `at`. */
  readonly asOf?: string;
  readonly memory?: MemoryLog;
}

/** Facts of hand-made records; asOf is 20 May 2025, 18:00, in Moscow unless said otherwise. */
export function madeFacts(
  records: Partial<Records>,
  { settings = {}, zone = MOSCOW, asOf = '2025-05-20 18:00', memory = [] }: MadeUnder = {},
): FactTables {
  return deriveFacts(madeRecords(records), {
    settings: { ...DEFAULT_FACT_SETTINGS, ...settings },
    zone,
    asOf: at(asOf),
    lang: 'en',
    portal: 'example.bitrix24.com',
    userName: 'Anna',
    generation: 7,
    horizonDay: 0,
    defaultPipelineIds: [],
    memory,
  });
}
