// From records to facts: every rule of the read model applied once, deal by deal. Pure: no clock, no platform.
import { dayOf } from '../period';
import type { Deal, Records, StageChange } from '../raw/records';
import { activityFacts } from './activity-days';
import { type Amounts, amounts } from './amounts';
import { backBuilder } from './backs';
import { cardFacts } from './cards';
import { type CleanHistory, cleanHistory } from './clean-history';
import type { FactContext } from './context';
import { clientFacts, directories } from './directories';
import { type FactTables, FLAG, type FlagName, NO_DAY, OPEN, WON } from './facts';
import { firstContacts } from './first-contact';
import { journeyBuilder } from './journeys';
import { leadFacts } from './leads';
import { flagMismatches, lineFacts } from './lines';
import { lossBuilder } from './losses';
import { changeFacts, formerCategories, formerOwners, knownMemory, payeeFacts } from './memory';
import { originFlags, origins, utmFacts } from './origin';
import { type Outcome, outcomeOf } from './outcome';
import { paceFacts } from './paces';
import { type People, people } from './people';
import { historyByDeal, population } from './population';
import { repeatWins } from './repeat';
import { responseFacts } from './responses';
import { type StageDirectory, stageDirectory } from './stages';
import { stayBuilder } from './stays';
import { stepFacts } from './steps';

/** All fact tables of one generation. Does not depend on the order of the records, nor on anything dated after asOf (R1). */
export function deriveFacts(records: Records, context: FactContext): FactTables {
  const { settings, zone, asOf } = context;
  const asOfDay = dayOf(asOf, zone);
  const deals = population(records.deals, asOf);
  const memory = knownMemory(context);
  const stages = stageDirectory(records, settings.stageAliases, formerCategories(memory));
  const duties = { deals, leads: records.leads, activities: records.activities, former: formerOwners(memory) };
  const staff = people(duties, records.users, records.departments, context.lang);
  const money = amounts(records.currencies, settings.monthlyRates, asOfDay);
  const rowOf = new Map(deals.map((deal, row) => [deal.id, row]));
  const histories = historyByDeal(records.stageHistory, rowOf, asOf);
  const contacts = firstContacts(deals, records.leads, records.activities);
  const leadById = new Map(records.leads.map((lead) => [lead.id, lead]));
  const cleaning = { stages, misclickSeconds: settings.misclickSeconds, asOf };
  const closing = { settings, zone, asOfDay };
  const table = emptyDeals(deals.length);
  const cycles = { closeTime: new Float64Array(deals.length).fill(Number.NaN), cycle: new Float64Array(deals.length).fill(Number.NaN) };
  const journeys = journeyBuilder(stages.pipelines, zone);
  const stays = stayBuilder(zone, asOf);
  const losses = lossBuilder(settings);
  const backs = backBuilder(zone);

  deals.forEach((deal, row) => {
    const history = cleanHistory(deal, histories[row] ?? [], cleaning);
    const outcome = outcomeOf(deal, history, closing);
    fillDeal(table, row, deal, history, outcome, { stages, staff, money });
    table.flags[row] = (table.flags[row] ?? 0) | originFlags(deal, leadById);
    table.createdDay[row] = dayOf(deal.createdTime, zone);
    cycles.closeTime[row] = outcome.closeTime;
    losses.add(row, outcome.state, deal, history.rows);
    backs.add(row, history.rows);
    if ((outcome.flags & FLAG.CREATED_CLOSED) !== 0) return;
    journeys.add(row, stages.pipelineOf(deal.categoryId), history.rows, outcome);
    stays.add(row, outcome.state, history);
    if (outcome.state !== WON) return;
    const cycle = outcome.closeTime - (contacts[row] ?? 0);
    cycles.cycle[row] = Math.max(0, cycle);
    if (cycle < 0) table.flags[row] = (table.flags[row] ?? 0) | FLAG.NEGATIVE_CYCLE;
  });

  const stayFacts = stays.finish();
  const lines = lineFacts(records.productRows, deals, rowOf, table, money);
  flagMismatches(table.flags, table.amount, lines);

  return {
    labels: {
      pipelines: stages.pipelines,
      managers: staff.managers,
      departments: staff.departments,
      baseCurrency: money.baseCurrency,
      asOf,
      asOfDay,
      timeZone: zone.name,
      zone,
      horizonDay: context.horizonDay,
      lang: context.lang,
      defaultPipelines: stages.pipelines.flatMap(({ id }, index) => (context.defaultPipelineIds.includes(id) ? [index] : [])),
      flagCounts: flagCounts(table.flags),
      transfersHidden: transfersHidden(histories),
      portal: context.portal,
      userName: context.userName,
      generation: context.generation,
      rows: Object.fromEntries(Object.entries(records).map(([entity, rows]) => [entity, rows.length])),
      productsPending: context.productsPending === true,
    },
    deals: table,
    cycles,
    journeys: journeys.finish(),
    stays: stayFacts,
    cards: cardFacts(deals, histories, zone),
    origins: origins(deals, leadById, repeatWins(deals, table, cycles, zone)),
    utm: utmFacts(deals),
    losses: losses.finish(),
    lines,
    steps: stepFacts(deals, table.state, stayFacts, records.activities, asOf),
    paces: paceFacts(stayFacts, table.flags, stages.pipelines, asOfDay),
    leads: leadFacts(records.leads, staff.managerOf, zone, asOf),
    activities: activityFacts(records, context.horizonDay > 0 ? null : new Set(rowOf.keys()), staff.managerOf, zone, asOf),
    responses: responseFacts(records.leads, deals, records.activities, {
      staff,
      pipelineOf: stages.pipelineOf,
      createdClosed: (row) => ((table.flags[row] ?? 0) & FLAG.CREATED_CLOSED) !== 0,
      zone,
      asOf,
    }),
    directories: directories(records, settings.lossReasonField),
    clients: clientFacts(deals, records),
    changes: changeFacts(memory, table, rowOf, { stages, staff, money, zone }),
    payees: payeeFacts(memory, table, rowOf, cycles.closeTime, staff),
    backs: backs.finish(),
  };
}

interface Ground {
  readonly stages: StageDirectory;
  readonly staff: People;
  readonly money: Amounts;
}

function fillDeal(table: FactTables['deals'], row: number, deal: Deal, history: CleanHistory, outcome: Outcome, ground: Ground): void {
  const amount = ground.money.amountOf(deal, outcome.closeDay);
  const manager = ground.staff.managerOf(deal.assignedById);
  const isOpen = outcome.state === OPEN;
  let flags = history.flags | outcome.flags;
  if (Number.isNaN(amount)) flags |= FLAG.UNKNOWN_CURRENCY;
  if (deal.opportunity < 0) flags |= FLAG.NEGATIVE_AMOUNT;
  if (amount === 0 && outcome.state === WON) flags |= FLAG.ZERO_AMOUNT_WON;
  if (isOpen && ground.staff.managers[manager]?.active === false) flags |= FLAG.ORPHAN;
  table.id[row] = deal.id;
  table.pipeline[row] = ground.stages.pipelineOf(deal.categoryId);
  table.stage[row] = isOpen ? ground.stages.stageOf(deal.categoryId, deal.stageId).index : -1;
  table.state[row] = outcome.state;
  table.manager[row] = manager;
  table.closeDay[row] = outcome.closeDay;
  table.amount[row] = amount;
  table.flags[row] = flags;
}

function emptyDeals(count: number): FactTables['deals'] {
  return {
    count,
    id: new Float64Array(count),
    pipeline: new Int32Array(count),
    stage: new Int32Array(count),
    state: new Int32Array(count),
    manager: new Int32Array(count),
    createdDay: new Int32Array(count),
    closeDay: new Int32Array(count).fill(NO_DAY),
    amount: new Float64Array(count),
    flags: new Int32Array(count),
  };
}

function flagCounts(flags: Int32Array): Readonly<Record<FlagName, number>> {
  const names = Object.keys(FLAG) as FlagName[];
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<FlagName, number>;
  for (const bits of flags) {
    if (bits !== 0) for (const name of names) if ((bits & FLAG[name]) !== 0) counts[name]++;
  }
  return counts;
}

/** R5: older portals return only the rows of the current pipeline: no row of type 5 anywhere, yet some history begins in the middle. */
function transfersHidden(histories: readonly (readonly StageChange[] | undefined)[]): boolean {
  let beginsInTheMiddle = false;
  for (const rows of histories) {
    if (rows === undefined) continue;
    if (rows.some((row) => row.typeId === 5)) return false;
    const first = rows[0]?.typeId;
    if (first !== 1 && first !== 3) beginsInTheMiddle = true;
  }
  return beginsInTheMiddle;
}
