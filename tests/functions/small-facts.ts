// The facts of the small company as the functions read them, and their answers in its file.
import { type DealFacts, type FactTableName, type FactTables, type Labels, NO_DAY, WON } from '../../src/facts/facts';
import { answer } from '../../src/functions/answer';
import { NO_INPUTS } from '../../src/inputs/inputs';
import { day, journeys, labels, rows, stays } from './small-company';

const DAY = 86400;

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
