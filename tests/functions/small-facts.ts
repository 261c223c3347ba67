// A small company by hand: three people, two departments, two pipelines, eleven deals; asOf is Thursday 15 October 2026, 18:00 in Moscow.
// One file, because its tables are read side by side.

import {
  type DealFacts,
  type FactTableName,
  type FactTables,
  FLAG,
  type FlagName,
  type Labels,
  LOST,
  NO_DAY,
  OPEN,
  TRANSFERRED,
  WON,
} from '../../src/facts/facts';
import { answer } from '../../src/functions/answer';
import { NO_INPUTS } from '../../src/inputs/inputs';
import { parseIsoDay } from '../../src/period';

const DAY = 86400;
const day = (text: string): number => {
  const found = parseIsoDay(`2026-${text}`);
  if (found === null) throw new Error(`no such day: ${text}`);
  return found;
};

const noFlags = Object.fromEntries(Object.keys(FLAG).map((flag) => [flag, 0])) as Record<FlagName, number>;

export const labels: Labels = {
  pipelines: [
    {
      id: 0,
      name: 'Продажи',
      wonName: 'Сделка успешна',
      stages: [
        { id: 'NEW', name: 'Новая' },
        { id: 'PREPARATION', name: 'Подготовка документов' },
        { id: 'EXECUTING', name: 'Переговоры' },
      ],
    },
    {
      id: 5,
      name: 'Повторные продажи',
      wonName: 'Успех',
      stages: [
        { id: 'C5:NEW', name: 'Новая' },
        { id: 'C5:WORK', name: 'В работе' },
      ],
    },
  ],
  managers: [
    { id: 0, name: 'Без менеджера', email: '', active: true, hasDeals: true, department: -1 },
    { id: 11, name: 'Анна Иванова', email: 'anna@example.ru', active: true, hasDeals: true, department: 1 },
    { id: 12, name: 'Борис Петров', email: 'boris@example.ru', active: true, hasDeals: true, department: 1 },
    { id: 13, name: 'Вера Иванченко', email: 'vera@example.ru', active: false, hasDeals: true, department: 2 },
    { id: 14, name: 'Пётр Петров', email: 'petr@example.ru', active: true, hasDeals: true, department: 0 },
  ],
  departments: [
    { id: 1, name: 'Компания «Ромашка»', parent: -1 },
    { id: 3, name: 'Отдел продаж', parent: 0 },
    { id: 4, name: 'Партнёрский отдел', parent: 1 },
  ],
  baseCurrency: 'RUB',
  asOf: Date.UTC(2026, 9, 15, 15) / 1000,
  asOfDay: day('10-15'),
  timeZone: 'Europe/Moscow',
  zone: { name: 'Europe/Moscow', from: [Number.MIN_SAFE_INTEGER], offset: [3 * 3600] },
  horizonDay: 0,
  lang: 'ru',
  defaultPipelines: [],
  flagCounts: { ...noFlags, NO_SOURCE: 3, NO_CLIENT: 1200 },
  transfersHidden: false,
  portal: 'romashka.bitrix24.ru',
  userName: 'Анна Иванова',
  generation: 7,
  productsPending: false,
  rows: { deals: 6012, leads: 900 },
};

interface Row {
  id: number;
  manager: number;
  pipeline: number;
  state: number;
  /** Index of the stage an open deal stands on. */
  stage?: number;
  created: string;
  closed?: string;
  amount: number;
  cycleDays?: number;
  /** Journey: furthest stage, 1-based, and the days it was reached. */
  reached: string[];
  outcome: number;
}

const rows: Row[] = [
  {
    id: 1,
    manager: 1,
    pipeline: 0,
    state: WON,
    created: '10-01',
    closed: '10-10',
    amount: 100000,
    cycleDays: 9,
    reached: ['10-01', '10-02', '10-05'],
    outcome: WON,
  },
  {
    id: 2,
    manager: 1,
    pipeline: 0,
    state: LOST,
    created: '10-02',
    closed: '10-12',
    amount: 50000,
    reached: ['10-02', '10-03'],
    outcome: LOST,
  },
  { id: 3, manager: 1, pipeline: 0, state: OPEN, stage: 1, created: '10-05', amount: 70000, reached: ['10-05', '10-06'], outcome: OPEN },
  {
    id: 4,
    manager: 2,
    pipeline: 0,
    state: WON,
    created: '09-20',
    closed: '10-08',
    amount: 0,
    cycleDays: 18,
    reached: ['09-20', '09-25', '10-01'],
    outcome: WON,
  },
  {
    id: 5,
    manager: 2,
    pipeline: 0,
    state: WON,
    created: '10-03',
    closed: '10-14',
    amount: 300000,
    cycleDays: 12,
    reached: ['10-03', '10-04', '10-07'],
    outcome: WON,
  },
  { id: 6, manager: 2, pipeline: 0, state: LOST, created: '10-03', closed: '10-04', amount: 20000, reached: ['10-03'], outcome: LOST },
  { id: 7, manager: 2, pipeline: 1, state: OPEN, stage: 0, created: '10-07', amount: 30000, reached: ['10-07'], outcome: OPEN },
  {
    id: 8,
    manager: 3,
    pipeline: 1,
    state: WON,
    created: '09-01',
    closed: '09-30',
    amount: 40000,
    cycleDays: 29,
    reached: ['09-01', '09-10'],
    outcome: WON,
  },
  { id: 9, manager: 0, pipeline: 1, state: OPEN, stage: 1, created: '08-01', amount: 10000, reached: ['08-01', '08-05'], outcome: OPEN },
];

/** Deal 10 went from pipeline 0 to pipeline 1: two journeys. */
const journeys = [
  ...rows.map((row, deal) => ({
    deal,
    pipeline: row.pipeline,
    reached: row.reached,
    outcome: row.outcome,
    stages: row.pipeline === 0 ? 3 : 2,
  })),
  { deal: 6, pipeline: 0, reached: ['10-06'], outcome: TRANSFERRED, stages: 3 },
].sort((one, other) => one.deal - other.deal || one.pipeline - other.pipeline);

const stays = [
  { deal: 0, stage: 0, days: 1, exit: '10-02' },
  { deal: 0, stage: 1, days: 3, exit: '10-05' },
  { deal: 1, stage: 0, days: 2, exit: '10-03' },
  { deal: 1, stage: 1, days: 9, exit: '10-12' },
  { deal: 2, stage: 0, days: 6, exit: '10-06' },
  { deal: 2, stage: 1, days: 9, exit: '' },
];

const deals: DealFacts = {
  count: rows.length,
  id: Float64Array.from(rows, (row) => row.id),
  pipeline: Int32Array.from(rows, (row) => row.pipeline),
  stage: Int32Array.from(rows, (row) => row.stage ?? -1),
  state: Int32Array.from(rows, (row) => row.state),
  manager: Int32Array.from(rows, (row) => row.manager),
  createdDay: Int32Array.from(rows, (row) => day(row.created)),
  closeDay: Int32Array.from(rows, (row) => (row.closed ? day(row.closed) : NO_DAY)),
  amount: Float64Array.from(rows, (row) => row.amount * 100),
  flags: new Int32Array(rows.length),
};

const reach = journeys.map((journey) => journey.reached.slice(0, journey.stages).map(day));

const noDays = (): Int32Array => new Int32Array(rows.length).fill(NO_DAY);

export const smallFacts: FactTables = {
  labels,
  deals,
  cycles: {
    closeTime: Float64Array.from(rows, (row) => (row.closed ? day(row.closed) * DAY : Number.NaN)),
    cycle: Float64Array.from(rows, (row) => (row.cycleDays ?? Number.NaN) * DAY),
  },
  journeys: {
    count: journeys.length,
    deal: Int32Array.from(journeys, (journey) => journey.deal),
    pipeline: Int32Array.from(journeys, (journey) => journey.pipeline),
    entryDay: Int32Array.from(journeys, (journey) => day(journey.reached[0] ?? '')),
    outcome: Int32Array.from(journeys, (journey) => journey.outcome),
    maxIdx: Int32Array.from(journeys, (journey) => (journey.outcome === WON ? journey.stages + 1 : journey.reached.length)),
    reachStart: Int32Array.from([0, ...reach.map((_, index) => reach.slice(0, index + 1).reduce((sum, list) => sum + list.length, 0))]),
    reachDay: Int32Array.from(reach.flat()),
  },
  stays: {
    count: stays.length,
    deal: Int32Array.from(stays, (stay) => stay.deal),
    pipeline: new Int32Array(stays.length),
    stage: Int32Array.from(stays, (stay) => stay.stage),
    seconds: Float64Array.from(stays, (stay) => stay.days * DAY),
    exitDay: Int32Array.from(stays, (stay) => (stay.exit ? day(stay.exit) : NO_DAY)),
    openSince: Float64Array.from(stays, (stay) => (stay.exit ? Number.NaN : day('10-06') * DAY)),
  },
  cards: { closedate: noDays(), movedDay: noDays(), firstDay: noDays(), success: new Uint8Array(rows.length) },
  origins: { client: new Float64Array(rows.length), channel: rows.map(() => ''), repeat: new Uint8Array(rows.length) },
  utm: { utmSource: rows.map(() => ''), utmMedium: rows.map(() => ''), utmCampaign: rows.map(() => '') },
  losses: { count: 0, deal: new Int32Array(), failStage: [], fromStage: [], reason: [] },
  lines: {
    count: 0,
    deal: new Int32Array(),
    product: new Float64Array(),
    name: [],
    quantity: new Float64Array(),
    value: new Float64Array(),
  },
  paces: { count: 0, pipeline: new Int32Array(), stage: new Int32Array(), stays: new Int32Array(), p90: new Float64Array() },
  steps: {
    count: 0,
    deal: new Int32Array(),
    since: new Float64Array(),
    aliveAt: new Float64Array(),
    nextStep: new Float64Array(),
    subject: [],
  },
  leads: {
    count: 0,
    id: new Float64Array(),
    manager: new Int32Array(),
    state: new Int32Array(),
    createdDay: new Int32Array(),
    closeDay: new Int32Array(),
    channel: [],
  },
  activities: { count: 0, day: new Int32Array(), manager: new Int32Array(), kind: new Int32Array(), number: new Int32Array() },
  responses: {
    count: 0,
    pipeline: new Int32Array(),
    manager: new Int32Array(),
    createdDay: new Int32Array(),
    createdTime: new Float64Array(),
    waited: new Float64Array(),
  },
  directories: { sources: [], failStages: [], currencies: ['RUB'], lossReasonField: '' },
  clients: { count: 0, client: new Float64Array(), name: [] },
  changes: {
    count: 0,
    deal: new Float64Array(),
    row: new Int32Array(),
    since: new Int32Array(),
    day: new Int32Array(),
    kind: new Int32Array(),
    pipeline: new Int32Array(),
    fromManager: new Int32Array(),
    toManager: new Int32Array(),
    fromAmount: new Float64Array(),
    toAmount: new Float64Array(),
    fromStage: new Int32Array(),
    toStage: new Int32Array(),
    fromState: new Int32Array(),
    toState: new Int32Array(),
    createdDay: new Int32Array(),
    title: [],
  },
  payees: { payee: deals.manager },
  backs: {
    count: 0,
    deal: new Int32Array(),
    day: new Int32Array(),
    pipeline: new Int32Array(),
    from: new Int32Array(),
    to: new Int32Array(),
  },
};

/** Tables that answers asked for, in order. */
export interface Asked {
  readonly tables: FactTableName[];
}

/** The answer of a function, in a file of the small company (optionally with other labels). */
export function ask(name: string, args: readonly unknown[], changes: Partial<Labels> = {}, asked: Asked = { tables: [] }): unknown {
  const facts: FactTables = { ...smallFacts, labels: { ...labels, ...changes } };
  return answer(name, args, {
    load: (tables) => {
      asked.tables.push(...tables);
      return facts;
    },
    inputs: () => ({ inputs: NO_INPUTS, complaints: [] }),
    titles: (rows) => rows.map((row) => `Сделка ${facts.deals.id[row]}`),
    approved: () => [],
    forecasts: () => [],
  });
}
