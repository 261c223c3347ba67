// The second reading of M10, M16–M19, M21–M27, M37, M38 and of R17's list, from their text alone, slowly; keys and ids instead of indices.
// One file, to be read beside the definitions from top to bottom.
import type { Activity, Lead } from '../../src/raw/records';
import {
  closedIn,
  cohortOf,
  dealInScope,
  inScope,
  isInWork,
  liveStage,
  localDay,
  managerOf,
  type Participation,
  processStages,
  rowMinor,
  type Slice,
  type Story,
  share,
  stageTimes,
  sumOf,
  type Told,
  type World,
  wilsonOf,
  within,
} from './oracle';

const DAY = 86400;
const asOfDay = ({ asOf, timeZone }: World) => localDay(asOf, timeZone);
const shifted = (day: string, count: number) => new Date(Date.parse(day) + count * DAY * 1000).toISOString().slice(0, 10);
const idsOf = (all: readonly Story[]) => all.map((story) => story.deal.id).sort((a, b) => a - b);
const by =
  <T>(key: (one: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

const scopeOf = (told: Told, slice: Slice) => told.stories.filter((story) => dealInScope(story, slice));
const wonIn = (told: Told, slice: Slice) => scopeOf(told, slice).filter((story) => closedIn(story, 'S', slice));
const lostIn = (told: Told, slice: Slice) => scopeOf(told, slice).filter((story) => closedIn(story, 'F', slice) && !story.junk);

// ---- M10, M37: what belongs to people ---------------------------------------------------------------------------------

const personInScope = (world: World, userId: number, slice: Slice) =>
  slice.managers === null || slice.managers.has(managerOf(world, userId));

export function leadAnswers({ world }: Told, slice: Slice) {
  const leads = world.records.leads.filter((lead) => lead.createdTime <= world.asOf && personInScope(world, lead.assignedById, slice));
  const ended = (lead: Lead) => lead.movedTime || lead.updatedTime || lead.createdTime;
  const decided = leads.filter((lead) => ended(lead) <= world.asOf && within(localDay(ended(lead), world.timeZone), slice));
  const converted = decided.filter((lead) => lead.semantic === 'S').length;
  const junk = decided.filter((lead) => lead.semantic === 'F').length;
  return {
    leadsCreated: leads.filter((lead) => within(localDay(lead.createdTime, world.timeZone), slice)).length,
    leadsConverted: converted,
    leadsJunk: junk,
    leadConversion: share(converted, converted + junk),
  };
}

/** Completed activities of loaded owners, found once for a world that is asked often. */
const doneOf = new WeakMap<Told, readonly Activity[]>();

function doneActivities(told: Told): readonly Activity[] {
  const known = doneOf.get(told);
  if (known) return known;
  const { leads, contacts, companies, activities } = told.world.records;
  const owners = [
    new Set<number>(),
    new Set(leads.map(({ id }) => id)),
    new Set(told.stories.map(({ deal }) => deal.id)),
    new Set(contacts.map(({ id }) => id)),
    new Set(companies.map(({ id }) => id)),
  ];
  const done = activities.filter((one) => one.completed && owners[one.ownerTypeId]?.has(one.ownerId));
  doneOf.set(told, done);
  return done;
}

export function activityAnswers(told: Told, slice: Slice) {
  const { world } = told;
  const done = doneActivities(told).filter((one) => personInScope(world, one.responsibleId, slice));
  const count = (is: (one: Activity) => boolean, moment: (one: Activity) => number) =>
    done.filter((one) => is(one) && moment(one) > 0 && moment(one) <= world.asOf && within(localDay(moment(one), world.timeZone), slice))
      .length;
  const start = (one: Activity) => one.startTime;
  const due = (one: Activity) => (one.deadline > 0 && one.deadline <= world.asOf ? one.deadline : one.updatedTime);
  const isContact = (one: Activity) => [1, 2, 4].includes(one.typeId);
  const isTask = (one: Activity) => !isContact(one) && (one.typeId === 3 || one.providerId === 'CRM_TASKS_TASK');
  return {
    calls: count((one) => one.typeId === 2 && !one.missedCall, start),
    meetings: count((one) => one.typeId === 1, start),
    emails: count((one) => one.typeId === 4, start),
    tasks: count(isTask, due),
    todos: count((one) => !isContact(one) && !isTask(one) && one.providerId === 'CRM_TODO', due),
  };
}

// ---- M22–M24: clients -------------------------------------------------------------------------------------------------

/** R13. */
function clientOf({ deal }: Story): string {
  if (deal.companyId > 0) return `COMPANY_${deal.companyId}`;
  return deal.contactId > 0 ? `CONTACT_${deal.contactId}` : '';
}

/** First instant of a local day, found by bisection. */
function midnight(day: string, timeZone: string): number {
  let low = Date.parse(day) / 1000 - 20 * 3600;
  let high = Date.parse(day) / 1000 + 20 * 3600;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (localDay(middle, timeZone) >= day) high = middle;
    else low = middle;
  }
  return high;
}

const winsOf = new WeakMap<Told, ReadonlyMap<string, Story[]>>();

export function isRepeat(told: Told, story: Story): boolean {
  const { world, stories } = told;
  const client = clientOf(story);
  if (client === '' || story.state !== 'S' || story.futureClose) return false;
  const known =
    winsOf.get(told) ??
    grouped(
      stories.filter((one) => one.state === 'S' && !one.futureClose),
      clientOf,
    );
  winsOf.set(told, known);
  const wins = known.get(client) ?? [];
  const moment = (one: Story) => (one.createdClosed ? midnight(one.closeDay, world.timeZone) : (one.closeTs ?? 0));
  const before = (one: Story) => moment(one) < moment(story) || (moment(one) === moment(story) && one.deal.id < story.deal.id);
  return wins.some(before) || (story.deal.returnCustomer && !wins.some((one) => one.deal.id < story.deal.id));
}

export function repeatAnswers(told: Told, slice: Slice) {
  const won = wonIn(told, slice);
  const repeat = won.filter((story) => isRepeat(told, story));
  return {
    repeatCount: repeat.length,
    repeatSum: sumOf(repeat),
    repeatShareCount: share(repeat.length, won.length),
    repeatShareSum: share(sumOf(repeat), sumOf(won)),
  };
}

export function clientRows(told: Told, slice: Slice, [a, b]: readonly [number, number]) {
  const groups = grouped(wonIn(told, slice), clientOf);
  const rows = [...groups].map(([key, wins]) => ({ key, wonSum: sumOf(wins), wonCount: wins.length, deals: idsOf(wins) }));
  const classed = rows.filter(({ key }) => key !== '').sort((x, y) => y.wonSum - x.wonSum || by<{ key: string }>(({ key }) => key)(x, y));
  // In kopecks: sums of units would lose the last bits.
  const kopecks = (list: readonly { readonly wonSum: number }[]) => list.reduce((sum, { wonSum }) => sum + Math.round(wonSum * 100), 0);
  const total = kopecks(classed);
  const shown = classed.map((row, index) => {
    const before = share(kopecks(classed.slice(0, index)), total);
    const isC = row.wonSum <= 0 || before === null || total < 0;
    return {
      ...row,
      cumShare: share(kopecks(classed.slice(0, index + 1)), total),
      abc: isC ? 'C' : before < a ? 'A' : before < b ? 'B' : 'C',
    };
  });
  return [...shown, ...rows.filter(({ key }) => key === '').map((row) => ({ ...row, cumShare: null, abc: null }))];
}

export function rfmRows(told: Told, slice: Slice) {
  const today = asOfDay(told.world);
  const wins = wonIn(told, { ...slice, start: shifted(today, -364), end: today }).filter((story) => clientOf(story) !== '');
  const clients = [...grouped(wins, clientOf)].map(([key, own]) => ({
    key,
    recencyDays: Math.min(...own.map((story) => (Date.parse(today) - Date.parse(story.closeDay)) / 1000 / DAY)),
    frequency: own.length,
    monetary: sumOf(own),
  }));
  const score = (worse: (one: (typeof clients)[number]) => boolean) => 1 + Math.floor((5 * clients.filter(worse).length) / clients.length);
  return clients
    .map((own) => ({
      ...own,
      R: score((one) => one.recencyDays > own.recencyDays),
      F: score((one) => one.frequency < own.frequency),
      M: score((one) => one.monetary < own.monetary),
    }))
    .sort(by(({ key }) => key));
}

// ---- M18, M21, M25: losses, products, channels ------------------------------------------------------------------------

export function lossRows(told: Told, slice: Slice, key: 'reason' | 'failStage' | 'fromStage') {
  const { lossReasonField } = told.world.settings;
  const keyOf = (story: Story) => {
    if (key === 'failStage') return story.deal.stageId;
    if (key === 'reason') return lossReasonField === '' ? '' : (story.deal.custom[lossReasonField] ?? '').trim();
    return [...story.rows].reverse().find((row) => row.semantic === 'P')?.stageId ?? '';
  };
  const lost = lostIn(told, slice);
  return [...grouped(lost, keyOf)]
    .map(([name, rows]) => ({
      key: name,
      count: rows.length,
      sum: sumOf(rows),
      share: share(rows.length, lost.length),
      deals: idsOf(rows),
    }))
    .sort(by((row) => row.key));
}

export function productRows(told: Told, slice: Slice) {
  const { world } = told;
  const won = wonIn(told, slice);
  const lines = won.flatMap((story) =>
    world.records.productRows
      .filter((line) => line.ownerId === story.deal.id)
      .map((line) => ({
        story,
        key: line.productId > 0 ? String(line.productId) : `name:${line.productName.trim()}`,
        quantity: line.quantity,
        minor: rowMinor(world, line, story.deal.currencyId, story.closeDay.slice(0, 7)),
      })),
  );
  const total = won.reduce((sum, story) => sum + (story.minor ?? 0), 0);
  const row = (key: string, minor: number, quantity: number, stories: readonly Story[]) => ({
    key,
    sum: minor / 100,
    quantity,
    share: share(minor, total),
    deals: idsOf([...new Set(stories)]),
  });
  const products = [...grouped(lines, ({ key }) => key)].map(([key, own]) =>
    row(
      key,
      own.reduce((sum, { minor }) => sum + (minor ?? 0), 0),
      own.reduce((sum, { quantity }) => sum + quantity, 0),
      own.map(({ story }) => story),
    ),
  );
  const rest = (story: Story) =>
    (story.minor ?? 0) - lines.filter((line) => line.story === story).reduce((sum, { minor }) => sum + (minor ?? 0), 0);
  const withRows = (story: Story) => lines.some((line) => line.story === story);
  const unallocated = won.filter((story) => withRows(story) && story.minor !== null && rest(story) !== 0);
  const without = won.filter((story) => !withRows(story));
  const special = (key: string, stories: readonly Story[]) =>
    stories.length === 0
      ? []
      : [
          row(
            key,
            stories.reduce((sum, story) => sum + rest(story), 0),
            0,
            stories,
          ),
        ];
  return [...products, ...special('unallocated', unallocated), ...special('noRows', without)].sort(by(({ key }) => key));
}

/** R13. */
export function channelOf({ world }: Told, { deal }: Story): string {
  const lead = deal.leadId > 0 ? world.records.leads.find(({ id }) => id === deal.leadId) : undefined;
  return deal.sourceId || lead?.sourceId || '';
}

export interface OracleCost {
  readonly channel: string;
  readonly start: string;
  readonly end: string;
  readonly amount: number;
}

export function channelRows(told: Told, slice: Slice, keyOf: (story: Story) => string, costs: readonly OracleCost[]) {
  const daysIn = (start: string, end: string) => (Date.parse(end) - Date.parse(start)) / 1000 / DAY + 1;
  const later = (a: string, b: string) => (a > b ? a : b);
  const earlier = (a: string, b: string) => (a < b ? a : b);
  const touching = costs.filter((cost) => cost.start <= slice.end && cost.end >= slice.start);
  const scope = scopeOf(told, slice);
  const lives = (story: Story) =>
    within(story.createdDay, slice) ||
    isInWork(story, slice) ||
    closedIn(story, 'S', slice) ||
    (closedIn(story, 'F', slice) && !story.junk);
  const keys = new Set([...scope.filter(lives).map(keyOf), ...touching.map(({ channel }) => channel)]);
  return [...keys].sort().map((key) => {
    const own = scope.filter((story) => keyOf(story) === key);
    const created = own.filter((story) => within(story.createdDay, slice)).length;
    const won = own.filter((story) => closedIn(story, 'S', slice));
    const lost = own.filter((story) => closedIn(story, 'F', slice) && !story.junk).length;
    const paid = touching.filter(({ channel }) => channel === key);
    const cost = paid.reduce(
      (sum, one) => sum + (one.amount * daysIn(later(one.start, slice.start), earlier(one.end, slice.end))) / daysIn(one.start, one.end),
      0,
    );
    const costs = (whole: number) => (paid.length === 0 ? null : share(cost, whole));
    return {
      key,
      created,
      wonCount: won.length,
      wonSum: sumOf(won),
      lostCount: lost,
      winRateCount: share(won.length, won.length + lost),
      cost: paid.length === 0 ? null : cost,
      costPerDeal: costs(created),
      costPerWon: costs(won.length),
      romi: paid.length === 0 ? null : share(sumOf(won) - cost, cost),
    };
  });
}

// ---- M16, M17, M26, M27 -----------------------------------------------------------------------------------------------

export function probabilityRows({ world, participations }: Told, categoryId: number, m: number, manual: Readonly<Record<string, number>>) {
  const decided = participations.filter(
    ({ story, outcome, categoryId: own }) =>
      own === categoryId &&
      (outcome === 'S' || outcome === 'F') &&
      !story.junk &&
      story.closeTs !== null &&
      story.closeTs <= world.asOf &&
      story.closeTs > world.asOf - 365 * DAY,
  );
  const won = decided.filter(({ outcome }) => outcome === 'S').length;
  const p = share(won, decided.length);
  return {
    pipeline: p,
    stages: processStages(world.records.statuses, categoryId).map((stage, at) => {
      const closed = decided.filter(({ maxIdx }) => maxIdx >= at + 1).length;
      return { won, closed, raw: share(won, closed), shrunk: p === null ? (manual[stage] ?? null) : (won + m * p) / (closed + m) };
    }),
  };
}

export function forecastAnswers(told: Told, slice: Slice, m: number, manual: Readonly<Record<string, number>>) {
  const { world } = told;
  const today = asOfDay(world);
  const open = scopeOf(told, slice).filter((story) => story.state === 'P');
  const weighted = open.map((story) => {
    const { categoryId, stageId, closedate } = story.deal;
    const { pipeline, stages } = probabilityRows(told, categoryId, m, manual);
    const at = processStages(world.records.statuses, categoryId).indexOf(liveStage(world, categoryId, stageId));
    const probability = at < 0 ? pipeline : (stages[at]?.shrunk ?? null);
    const value = story.minor === null || probability === null ? null : (story.minor / 100) * probability;
    const when = closedate === '' || closedate > slice.end ? 'later' : closedate < today ? 'overdue' : 'due';
    return { id: story.deal.id, story, probability, value, when };
  });
  const sum = (when: string | null) =>
    weighted.filter((one) => when === null || one.when === when).reduce((total, { value }) => total + (value ?? 0), 0);
  const won = sumOf(wonIn(told, slice));
  return {
    deals: weighted.map(({ id, probability, value, when }) => ({ id, probability, value, when })),
    weighted: sum(null),
    won,
    total: won + sum('due'),
    overdue: sum('overdue'),
    dueSum: sumOf(weighted.filter(({ when }) => when === 'due').map(({ story }) => story)),
  };
}

export function bottleneckRows(told: Told, slice: Slice, categoryId: number, norms: readonly (number | null)[], minimum: number) {
  const cohort = cohortOf(told, { ...slice, pipelines: new Set([categoryId]) });
  const { stages } = probabilityRows(told, categoryId, 5, {});
  const rows = stages.map((_, at) => {
    const ended = (one: Participation) => one.maxIdx === at + 1 && one.outcome === 'F';
    const k = cohort.filter((one) => one.maxIdx > at + 1).length;
    const lost = cohort.filter(ended).map(({ story }) => story);
    const n = k + lost.length;
    const w = at + 1 === stages.length ? 1 : (stages[at + 1]?.shrunk ?? null);
    const interval = wilsonOf(k, n);
    const norm = norms[at] ?? null;
    const judged = interval !== null && norm !== null && n >= minimum;
    const verdict = !judged ? 'insufficient' : interval.high < norm ? 'worse' : interval.low > norm ? 'better' : 'normal';
    return { k, n, verdict, lostValue: w === null ? null : sumOf(lost) * w, lostDeals: idsOf(lost) };
  });
  const largest = Math.max(0, ...rows.filter(({ n }) => n >= minimum).map(({ lostValue }) => lostValue ?? 0));
  const main = rows.findIndex(({ n, lostValue }) => n >= minimum && lostValue === largest);
  return { rows, main: largest > 0 ? main : null };
}

export function stuckRows(told: Told, slice: Slice, stageDays: Readonly<Record<string, number>>, idleDays: number, minStays: number) {
  const { world } = told;
  const { records, asOf } = world;
  const today = asOfDay(world);
  return scopeOf(told, slice)
    .filter((story) => story.state === 'P')
    .map((story) => {
      const { deal } = story;
      const stage = liveStage(world, deal.categoryId, deal.stageId);
      const last = story.rows[story.rows.length - 1];
      const age = last === undefined || last.semantic !== 'P' ? null : (asOf - last.time) / DAY;
      const at = processStages(records.statuses, deal.categoryId).indexOf(stage);
      const year = { start: shifted(today, -364), end: today, managers: null, pipelines: null };
      const time = stageTimes(told, year, deal.categoryId)[at];
      const limit = at < 0 ? null : time !== undefined && time.n >= minStays ? time.p90 : (stageDays[stage] ?? null);
      const alive = deal.lastActivityTime || deal.updatedTime || deal.createdTime;
      const planned = records.activities.some(
        (one) => !one.completed && one.createdTime <= asOf && one.ownerTypeId === 2 && one.ownerId === deal.id && one.deadline >= asOf,
      );
      const reasons = [
        age !== null && limit !== null && age > limit ? ['stuckInStage'] : [],
        (asOf - alive) / DAY > idleDays ? ['idle'] : [],
        planned ? [] : ['noNextStep'],
        deal.closedate !== '' && deal.closedate < today ? ['overdueClose'] : [],
      ].flat();
      return { id: deal.id, age, reasons };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => a.id - b.id);
}

// ---- M38, R17 ---------------------------------------------------------------------------------------------------------

export function bitrixAnswers(told: Told, slice: Slice, categoryId: number) {
  const { world } = told;
  const won = scopeOf(told, slice).filter((story) => story.state === 'S');
  const inPipeline = told.stories.filter((story) => inScope(story, slice) && story.deal.categoryId === categoryId);
  const moved = inPipeline.filter(
    (story) => story.state === 'S' && story.deal.movedTime > 0 && within(localDay(story.deal.movedTime, world.timeZone), slice),
  );
  const history = (story: Story) => world.records.stageHistory.filter((row) => row.ownerId === story.deal.id && row.time <= world.asOf);
  const alive = inPipeline.filter((story) => {
    const times = history(story).map((row) => row.time);
    const begun = times.length > 0 && localDay(Math.min(...times), world.timeZone) <= slice.end;
    return begun && (story.closeTs === null || localDay(story.closeTs, world.timeZone) >= slice.start);
  });
  const planned = won.filter((story) => within(story.deal.closedate, slice));
  return {
    plan: { count: planned.length, sum: sumOf(planned) },
    rating: { count: moved.length, sum: sumOf(moved) },
    alive: alive.length,
    withSuccess: alive.filter((story) => history(story).some((row) => row.semantic === 'S')).length,
  };
}

export function qualityRows(told: Told, slice: Slice) {
  const looked = scopeOf(told, slice).filter(
    (story) =>
      within(story.createdDay, slice) ||
      isInWork(story, slice) ||
      story.state === 'P' ||
      closedIn(story, 'S', slice) ||
      closedIn(story, 'F', slice),
  );
  return (check: string) => {
    const found = looked.filter((story) => (check === 'JUNK' ? story.junk : story.flags.includes(check)));
    return { count: found.length, sum: sumOf(found), share: share(found.length, looked.length), deals: idsOf(found) };
  };
}
