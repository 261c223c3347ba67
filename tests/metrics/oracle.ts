// The KPI definitions (R1–R13, R15, M01–M15, M20) written a second time, slowly and from their text alone: what facts and metrics are judged by.
// It imports nothing of src/facts and src/metrics, keeps days as 'YYYY-MM-DD' texts of the platform's own calendar, and amounts as exact decimals.
// One file, to be read beside the definitions from top to bottom.
import type { Activity, Currency, Deal, Lead, ProductRow, Records, Semantic, StageChange, Status } from '../../src/raw/records';

export interface OracleSettings {
  readonly closeDateSource: 'history' | 'closedate';
  readonly misclickSeconds: number;
  readonly junkStages: readonly string[];
  readonly stageAliases: Readonly<Record<string, string>>;
  readonly monthlyRates: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly lossReasonField: string;
}

export interface World {
  readonly records: Records;
  readonly settings: OracleSettings;
  readonly timeZone: string;
  /** Unix seconds. */
  readonly asOf: number;
}

export interface Row {
  readonly time: number;
  readonly categoryId: number;
  readonly stageId: string;
  readonly semantic: Semantic;
}

/** What happened to one deal. */
export interface Story {
  readonly deal: Deal;
  /** R12: 0 = no manager. */
  readonly manager: number;
  readonly createdDay: string;
  readonly rows: readonly Row[];
  readonly state: Semantic;
  /** null while open. */
  readonly closeTs: number | null;
  /** '' while open. */
  readonly closeDay: string;
  /** R6, closedate mode: closed, but on a day that has not come. */
  readonly futureClose: boolean;
  readonly createdClosed: boolean;
  readonly noHistory: boolean;
  readonly junk: boolean;
  /** Base currency, minor units; null = unknown currency (R8). */
  readonly minor: number | null;
  readonly firstContact: number;
  /** Names of R17. */
  readonly flags: readonly string[];
}

/** One deal in one pipeline (R7). */
export interface Participation {
  readonly story: Story;
  readonly categoryId: number;
  readonly entryDay: string;
  readonly outcome: 'S' | 'F' | 'P' | 'T';
  readonly maxIdx: number;
  /** Day on which index i was reached: reachDays[i − 1]. */
  readonly reachDays: readonly string[];
}

/** The total time of a deal in a stage (M15). */
export interface Stay {
  readonly story: Story;
  readonly categoryId: number;
  readonly stageId: string;
  readonly seconds: number;
  /** Day of the last exit; '' = the deal stands there now. */
  readonly exitDay: string;
  /** Start of the current visit; null = not there now. */
  readonly openSince: number | null;
}

export interface Slice {
  readonly start: string;
  readonly end: string;
  /** Bitrix24 ids, 0 = no manager; null = everybody. */
  readonly managers: ReadonlySet<number> | null;
  /** Bitrix24 ids; null = all. */
  readonly pipelines: ReadonlySet<number> | null;
}

// ---- days -------------------------------------------------------------------------------------------------------------

const calendars = new Map<string, Intl.DateTimeFormat>();

/** R2: the local date of an instant. */
export function localDay(instant: number, timeZone: string): string {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    calendars.set(timeZone, calendar);
  }
  const parts = new Map(calendar.formatToParts(instant * 1000).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

// ---- R4: population ---------------------------------------------------------------------------------------------------

/** R4 templates are out, R1 what is created after asOf does not exist. */
function population(world: World): Deal[] {
  return world.records.deals.filter((deal) => !deal.recurring && deal.createdTime <= world.asOf);
}

// ---- stages (R7) ------------------------------------------------------------------------------------------------------

function directoryOf(categoryId: number): string {
  return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`;
}

/** R7: process stages by SORT, then STATUS_ID. */
export function processStages(statuses: readonly Status[], categoryId: number): string[] {
  return statuses
    .filter((status) => status.entityId === directoryOf(categoryId) && status.semantic === 'P')
    .sort((a, b) => a.sort - b.sort || (a.statusId < b.statusId ? -1 : 1))
    .map((status) => status.statusId);
}

function isLive(statuses: readonly Status[], categoryId: number, stageId: string): boolean {
  return statuses.some((status) => status.entityId === directoryOf(categoryId) && status.statusId === stageId);
}

/** R7: an alias stands for a deleted stage only. */
export function liveStage(world: World, categoryId: number, stageId: string): string {
  if (isLive(world.records.statuses, categoryId, stageId)) return stageId;
  const alias = world.settings.stageAliases[stageId];
  return alias !== undefined && isLive(world.records.statuses, categoryId, alias) ? alias : stageId;
}

/** R7: 1-based index of a P row on a known stage; null otherwise. */
function indexOf(world: World, row: Row): number | null {
  if (row.semantic !== 'P') return null;
  const index = processStages(world.records.statuses, row.categoryId).indexOf(row.stageId);
  return index < 0 ? null : index + 1;
}

// ---- R5: clean history ------------------------------------------------------------------------------------------------

interface Cleaned {
  readonly rows: Row[];
  readonly noHistory: boolean;
  readonly gap: boolean;
  readonly misclicks: number;
}

function cleanHistory(world: World, deal: Deal): Cleaned {
  const known = world.records.stageHistory
    .filter((row) => row.ownerId === deal.id && row.time <= world.asOf)
    .sort((a, b) => a.time - b.time || a.id - b.id)
    .map((row) => withAlias(world, row));
  const noHistory = known.length === 0;
  const begun = noHistory ? syntheticRows(world, deal) : known;
  const closed = withoutGap(world, deal, begun);
  const { rows, misclicks } = withoutMisclicks(withoutRepeats(closed), world.settings.misclickSeconds);
  return { rows, noHistory, gap: closed.length > begun.length, misclicks };
}

function withAlias(world: World, { time, categoryId, stageId, semantic }: StageChange): Row {
  return { time, categoryId, stageId: liveStage(world, categoryId, stageId), semantic };
}

function currentRow(world: World, deal: Deal, time: number): Row {
  const stageId = liveStage(world, deal.categoryId, deal.stageId);
  return { time, categoryId: deal.categoryId, stageId, semantic: deal.semantic };
}

/** R1 for a row made up by R5: the portal may already know a move made while the data was being read; it is dated asOf, not later. */
function movedTime(world: World, deal: Deal, notBefore: number): number {
  return Math.min(Math.max(deal.movedTime || deal.updatedTime, notBefore), world.asOf);
}

/** R5 a. */
function syntheticRows(world: World, deal: Deal): Row[] {
  const [first] = processStages(world.records.statuses, deal.categoryId);
  const current = currentRow(world, deal, movedTime(world, deal, deal.createdTime));
  if (first === undefined) return [{ ...current, time: deal.createdTime }];
  const start: Row = { time: deal.createdTime, categoryId: deal.categoryId, stageId: first, semantic: 'P' };
  return first === current.stageId ? [start] : [start, current];
}

/** R5 b. */
function withoutGap(world: World, deal: Deal, rows: readonly Row[]): Row[] {
  const last = rows[rows.length - 1];
  if (last === undefined || last.stageId === liveStage(world, deal.categoryId, deal.stageId)) return [...rows];
  return [...rows, currentRow(world, deal, movedTime(world, deal, last.time))];
}

function samePlace(a: Row | undefined, b: Row | undefined): boolean {
  return a !== undefined && b !== undefined && a.categoryId === b.categoryId && a.stageId === b.stageId;
}

/** R5 c. */
function withoutRepeats(rows: readonly Row[]): Row[] {
  return rows.filter((row, index) => !samePlace(row, rows[index - 1]));
}

/** R5 d. */
function withoutMisclicks(given: readonly Row[], limit: number): { rows: Row[]; misclicks: number } {
  const rows = [...given];
  let misclicks = 0;
  let at = 0;
  while (at + 2 < rows.length) {
    const [a, b, c] = rows.slice(at, at + 3);
    if (b !== undefined && c !== undefined && samePlace(a, c) && c.time - b.time < limit) {
      rows.splice(at + 1, 2);
      misclicks += 1;
      at = Math.max(0, at - 1);
    } else at += 1;
  }
  return { rows, misclicks };
}

// ---- R6: state and closing moment -------------------------------------------------------------------------------------

/** First row of the longest tail with the current final semantic. */
function closingMoment(rows: readonly Row[], state: Semantic): number | null {
  if (state === 'P') return null;
  let moment: number | null = null;
  for (const row of [...rows].reverse()) {
    if (row.semantic !== state) break;
    moment = row.time;
  }
  return moment;
}

function isCreatedClosed(history: Cleaned): boolean {
  return !history.noHistory && history.rows.every((row) => row.semantic !== 'P');
}

function closingDay(world: World, deal: Deal, historyDay: string, createdClosed: boolean): string {
  if (historyDay === '' || deal.closedate === '') return historyDay;
  if (world.settings.closeDateSource === 'closedate') return deal.closedate;
  return createdClosed && deal.closedate < historyDay ? deal.closedate : historyDay;
}

function reopens(rows: readonly Row[]): number {
  return rows.filter((row, index) => row.semantic === 'P' && index > 0 && rows[index - 1]?.semantic !== 'P').length;
}

// ---- R8: money --------------------------------------------------------------------------------------------------------

/** A decimal as written: mantissa / 10^scale. */
export function decimal(value: number): { readonly mantissa: bigint; readonly scale: bigint } {
  const text = /e/.test(String(value)) ? value.toFixed(12) : String(value);
  const [whole = '0', fraction = ''] = text.split('.');
  return { mantissa: BigInt(whole + fraction), scale: BigInt(fraction.length) };
}

/** Minor units of amount × value / count, half away from zero, with whole numbers only. */
function minorOf(amount: number, value: number, count: number): number {
  const a = decimal(amount);
  const v = decimal(value);
  const top = a.mantissa * v.mantissa * 100n;
  const bottom = 10n ** (a.scale + v.scale) * BigInt(count);
  return wholeHalfAway(top, bottom);
}

function wholeHalfAway(top: bigint, bottom: bigint): number {
  const size = top < 0n ? -top : top;
  const rounded = Number((2n * size + bottom) / (2n * bottom));
  return top < 0n && rounded !== 0 ? -rounded : rounded;
}

function baseMinor(world: World, deal: Deal, month: string): number | null {
  const filled = world.settings.monthlyRates[month]?.[deal.currencyId];
  if (filled !== undefined) return minorOf(deal.opportunity, filled, 1);
  const currency: Currency | undefined = world.records.currencies.find(({ code }) => code === deal.currencyId);
  return currency === undefined ? null : minorOf(deal.opportunity, currency.amount, currency.count);
}

/** M21: round2(price × quantity × rate) of one row, in minor units; null = unknown currency. */
export function rowMinor(world: World, line: ProductRow, currencyId: string, month: string): number | null {
  const filled = world.settings.monthlyRates[month]?.[currencyId];
  const currency = world.records.currencies.find(({ code }) => code === currencyId);
  if (filled === undefined && currency === undefined) return null;
  const [p, q, v] = [decimal(line.price), decimal(line.quantity), decimal(filled ?? currency?.amount ?? 0)];
  const bottom = 10n ** (p.scale + q.scale + v.scale) * BigInt(filled === undefined ? (currency?.count ?? 1) : 1);
  return wholeHalfAway(p.mantissa * q.mantissa * v.mantissa * 100n, bottom);
}

function hasMismatch(world: World, deal: Deal, minor: number, month: string): boolean {
  const lines = world.records.productRows.filter((line) => line.ownerId === deal.id);
  const sum = lines.reduce((total, line) => total + (rowMinor(world, line, deal.currencyId, month) ?? 0), 0);
  return lines.length > 0 && sum !== minor;
}

// ---- R12, R13, R15 ----------------------------------------------------------------------------------------------------

export function managerOf(world: World, userId: number): number {
  return world.records.users.some((user) => user.id === userId) ? userId : 0;
}

/** Managers of a department and of all below it. */
export function managersOf(records: Records, departmentId: number): Set<number> {
  const own = records.users.filter((user) => user.departmentId === departmentId).map((user) => user.id);
  const below = records.departments.filter((one) => one.parentId === departmentId && one.id !== departmentId);
  return new Set([...own, ...below.flatMap((one) => [...managersOf(records, one.id)])]);
}

const LEAD = 1;
const DEAL = 2;

function isContact(activity: Activity): boolean {
  return activity.completed && ([1, 2, 4].includes(activity.typeId) || activity.providerId === 'IMOPENLINES_SESSION');
}

function firstContact(world: World, deal: Deal): number {
  const lead: Lead | undefined = deal.leadId > 0 ? world.records.leads.find(({ id }) => id === deal.leadId) : undefined;
  const contacts = world.records.activities.filter(
    (activity) =>
      isContact(activity) &&
      activity.startTime > 0 &&
      activity.startTime <= world.asOf &&
      ((activity.ownerTypeId === DEAL && activity.ownerId === deal.id) ||
        (activity.ownerTypeId === LEAD && deal.leadId > 0 && activity.ownerId === deal.leadId)),
  );
  return Math.min(deal.createdTime, lead?.createdTime ?? deal.createdTime, ...contacts.map((activity) => activity.startTime));
}

function hasNoSource(world: World, deal: Deal): boolean {
  return deal.sourceId === '' && (world.records.leads.find(({ id }) => deal.leadId > 0 && id === deal.leadId)?.sourceId ?? '') === '';
}

// ---- the story of a deal ----------------------------------------------------------------------------------------------

export function stories(world: World): Story[] {
  return population(world).map((deal) => storyOf(narrowed(world, deal), deal));
}

/** Only the rows of one deal, so that each rule may look everything up naively. */
function narrowed(world: World, deal: Deal): World {
  const index = indexed(world.records);
  const records: Records = {
    ...world.records,
    stageHistory: index.history.get(deal.id) ?? [],
    activities: [...(index.activities.get(`2:${deal.id}`) ?? []), ...(index.activities.get(`1:${deal.leadId}`) ?? [])],
    leads: index.leads.get(deal.leadId) ?? [],
    productRows: index.lines.get(deal.id) ?? [],
  };
  return { ...world, records };
}

interface Indexed {
  readonly history: ReadonlyMap<number, StageChange[]>;
  readonly activities: ReadonlyMap<string, Activity[]>;
  readonly leads: ReadonlyMap<number, Lead[]>;
  readonly lines: ReadonlyMap<number, ProductRow[]>;
}
const indexes = new WeakMap<Records, Indexed>();

function indexed(records: Records): Indexed {
  const found = indexes.get(records);
  if (found) return found;
  const made: Indexed = {
    history: grouped(records.stageHistory, (row) => row.ownerId),
    activities: grouped(records.activities, (row) => `${row.ownerTypeId}:${row.ownerId}`),
    leads: grouped(records.leads, (row) => row.id),
    lines: grouped(records.productRows, (row) => row.ownerId),
  };
  indexes.set(records, made);
  return made;
}

function grouped<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function storyOf(world: World, deal: Deal): Story {
  const history = cleanHistory(world, deal);
  const state = deal.semantic;
  const closeTs = closingMoment(history.rows, state);
  const asOfDay = localDay(world.asOf, world.timeZone);
  const historyDay = closeTs === null ? '' : localDay(closeTs, world.timeZone);
  const createdClosed = isCreatedClosed(history);
  const closeDay = closingDay(world, deal, historyDay, createdClosed);
  const futureClose = world.settings.closeDateSource === 'closedate' && closeDay > asOfDay;
  // R8 for a closing date still to come: its month has no rate yet, so the deal is valued like an open one.
  const minor = baseMinor(world, deal, (closeDay === '' || futureClose ? asOfDay : closeDay).slice(0, 7));
  const user = world.records.users.find(({ id }) => id === deal.assignedById);
  const flags = {
    NO_HISTORY: history.noHistory,
    HISTORY_GAP: history.gap,
    CREATED_CLOSED: createdClosed,
    CLOSE_DATE_EDITED:
      world.settings.closeDateSource === 'history' && state !== 'P' && deal.closedate !== '' && deal.closedate !== closeDay,
    FUTURE_CLOSE: futureClose,
    UNKNOWN_CURRENCY: minor === null,
    ZERO_AMOUNT_WON: state === 'S' && minor === 0,
    NO_CLIENT: deal.companyId <= 0 && deal.contactId <= 0,
    NO_SOURCE: hasNoSource(world, deal),
    ORPHAN: state === 'P' && user !== undefined && !user.active,
    REOPENED: reopens(history.rows) > 0,
    MISCLICK: history.misclicks > 0,
    DELETED_STAGE: hasDeletedStage(world, history.rows),
    NEGATIVE_AMOUNT: deal.opportunity < 0,
    PRODUCT_MISMATCH:
      state === 'S' && minor !== null && hasMismatch(world, deal, minor, (closeDay === '' || futureClose ? asOfDay : closeDay).slice(0, 7)),
    NEGATIVE_CYCLE: state === 'S' && !createdClosed && closeTs !== null && closeTs < firstContact(world, deal),
  };
  return {
    deal,
    manager: managerOf(world, deal.assignedById),
    createdDay: localDay(deal.createdTime, world.timeZone),
    rows: history.rows,
    state,
    closeTs,
    closeDay,
    futureClose,
    createdClosed,
    noHistory: history.noHistory,
    junk: state === 'F' && world.settings.junkStages.includes(deal.stageId),
    minor,
    firstContact: firstContact(world, deal),
    flags: Object.entries(flags)
      .filter(([, on]) => on)
      .map(([name]) => name),
  };
}

function hasDeletedStage(world: World, rows: readonly Row[]): boolean {
  return rows.some((row) => !isLive(world.records.statuses, row.categoryId, row.stageId));
}

// ---- R7: participations -----------------------------------------------------------------------------------------------

export function participations(world: World, all: readonly Story[]): Participation[] {
  return all
    .filter((story) => !story.createdClosed)
    .flatMap((story) =>
      [...new Set(story.rows.map((row) => row.categoryId))].map((categoryId) => participationOf(world, story, categoryId)),
    );
}

function participationOf(world: World, story: Story, categoryId: number): Participation {
  const rows = story.rows.filter((row) => row.categoryId === categoryId);
  const k = processStages(world.records.statuses, categoryId).length;
  const outcome = categoryId === story.deal.categoryId ? story.state : 'T';
  const indices = rows.map((row) => indexOf(world, row) ?? 0);
  const maxIdx = outcome === 'S' ? k + 1 : Math.max(1, ...indices);
  const entry = Math.min(...rows.map((row) => row.time));
  const reachDays: string[] = [];
  for (let i = 1; i <= Math.min(maxIdx, k); i++) {
    const moments = rows.filter((_, at) => (indices[at] ?? 0) >= i).map((row) => row.time);
    if (outcome === 'S' && story.closeTs !== null) moments.push(story.closeTs);
    reachDays.push(localDay(i === 1 ? entry : Math.min(...moments), world.timeZone));
  }
  return { story, categoryId, entryDay: localDay(entry, world.timeZone), outcome, maxIdx, reachDays };
}

// ---- M15: stays -------------------------------------------------------------------------------------------------------

export function stays(world: World, all: readonly Story[]): Stay[] {
  return all.filter((story) => !story.createdClosed).flatMap((story) => staysOf(world, story));
}

function staysOf(world: World, story: Story): Stay[] {
  const found = new Map<string, Stay>();
  story.rows.forEach((row, at) => {
    if (row.semantic !== 'P') return;
    const key = `${row.categoryId} ${row.stageId}`;
    const before = found.get(key)?.seconds ?? 0;
    const next = story.rows[at + 1];
    const place = { story, categoryId: row.categoryId, stageId: row.stageId };
    found.set(
      key,
      next === undefined
        ? { ...place, seconds: before, exitDay: '', openSince: row.time }
        : { ...place, seconds: before + next.time - row.time, exitDay: localDay(next.time, world.timeZone), openSince: null },
    );
  });
  return [...found.values()];
}

// ---- answers ----------------------------------------------------------------------------------------------------------

/** A world told once, asked often. */
export interface Told {
  readonly world: World;
  readonly stories: readonly Story[];
  readonly participations: readonly Participation[];
  readonly stays: readonly Stay[];
}

export function tell(world: World): Told {
  const all = stories(world);
  return { world, stories: all, participations: participations(world, all), stays: stays(world, all) };
}

export function within(day: string, slice: Slice): boolean {
  return day !== '' && day >= slice.start && day <= slice.end;
}

export function inScope(story: Story, slice: Slice): boolean {
  return slice.managers === null || slice.managers.has(story.manager);
}

/** R4: a deal belongs to its current pipeline. */
export function dealInScope(story: Story, slice: Slice): boolean {
  return inScope(story, slice) && (slice.pipelines === null || slice.pipelines.has(story.deal.categoryId));
}

/** Units; unknown currencies add nothing (R8). Summed in kopecks. */
export function sumOf(all: readonly Story[]): number {
  return all.reduce((sum, story) => sum + (story.minor ?? 0), 0) / 100;
}

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** R10. */
export function percentile(values: readonly number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}

export function average(values: readonly number[]): number | null {
  return share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

/** R11. */
export function wilsonOf(k: number, n: number): { low: number; high: number } | null {
  if (n === 0) return null;
  const z = 1.959964;
  const p = k / n;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** R6: closed in P; a closing date still to come is not counted yet. */
export function closedIn(story: Story, state: Semantic, slice: Slice): boolean {
  return story.state === state && !story.futureClose && within(story.closeDay, slice);
}

/** M02 b. A closing that is "not counted yet" (R6) has not ended the work either, whatever period is asked for. */
export function isInWork(story: Story, slice: Slice): boolean {
  return (
    !story.createdClosed && story.createdDay <= slice.end && (story.state === 'P' || story.futureClose || story.closeDay >= slice.start)
  );
}

/** M01–M09. */
export function dealAnswers(told: Told, slice: Slice) {
  const scope = told.stories.filter((story) => dealInScope(story, slice));
  const created = scope.filter((story) => within(story.createdDay, slice));
  const open = scope.filter((story) => story.state === 'P');
  const inWork = scope.filter((story) => isInWork(story, slice));
  const won = scope.filter((story) => closedIn(story, 'S', slice));
  const lost = scope.filter((story) => closedIn(story, 'F', slice) && !story.junk);
  const junk = scope.filter((story) => closedIn(story, 'F', slice) && story.junk);
  const wonSum = sumOf(won);
  const lostSum = sumOf(lost);
  const positive = won.filter((story) => (story.minor ?? 0) > 0);
  const known = won.flatMap((story) => (story.minor === null ? [] : [story.minor / 100]));
  const cycles = won
    .filter((story) => !story.createdClosed)
    .map((story) => Math.max(0, ((story.closeTs ?? 0) - story.firstContact) / 86400));
  const winRate = share(won.length, won.length + lost.length);
  const cheque = share(wonSum, won.length);
  const cycleMean = average(cycles);
  return {
    created: created.length,
    openCount: open.length,
    openSum: sumOf(open),
    inWork: inWork.length,
    won: won.length,
    wonSum,
    lost: lost.length,
    lostSum,
    junk: junk.length,
    winRate,
    winRateInterval: wilsonOf(won.length, won.length + lost.length),
    winRateByValue: share(wonSum, wonSum + lostSum),
    cheque,
    chequeMedian: percentile(known, 0.5),
    chequeNonZero: share(sumOf(positive), positive.length),
    zeroAmountWon: won.filter((story) => story.minor === 0).length,
    cycleN: cycles.length,
    cycleMedian: percentile(cycles, 0.5),
    cycleMean,
    cycleP90: percentile(cycles, 0.9),
    velocity:
      winRate === null || cheque === null || cycleMean === null || cycleMean <= 0 ? null : (open.length * winRate * cheque) / cycleMean,
  };
}

function journeysInScope(told: Told, slice: Slice): Participation[] {
  return told.participations.filter(
    (one) => !one.story.junk && inScope(one.story, slice) && (slice.pipelines === null || slice.pipelines.has(one.categoryId)),
  );
}

export function cohortOf(told: Told, slice: Slice): Participation[] {
  return journeysInScope(told, slice).filter((one) => within(one.entryDay, slice));
}

/** The totals of M11 over any pipelines. */
export function cohortAnswers(told: Told, slice: Slice) {
  const cohort = cohortOf(told, slice);
  const count = (outcome: Participation['outcome']) => cohort.filter((one) => one.outcome === outcome).length;
  const stayed = cohort.length - count('T');
  return {
    entered: cohort.length,
    won: count('S'),
    lost: count('F'),
    open: count('P'),
    transferred: count('T'),
    maturity: share(count('S') + count('F'), stayed),
    winRateDecided: share(count('S'), count('S') + count('F')),
    winRateAll: share(count('S'), stayed),
  };
}

/** Rows of M11 and M12 for one pipeline; the last row is "won". */
export function cohortFunnelRows(told: Told, slice: Slice, categoryId: number) {
  const cohort = cohortOf(told, { ...slice, pipelines: new Set([categoryId]) });
  const stages = processStages(told.world.records.statuses, categoryId);
  const reaching = (i: number) => cohort.filter((one) => one.maxIdx >= i);
  const ended = (i: number, outcome: Participation['outcome']) =>
    cohort.filter((one) => one.maxIdx === i && one.outcome === outcome).length;
  const allLost = cohort.filter((one) => one.outcome === 'F').length;
  const stageRows = stages.map((stage, at) => {
    const i = at + 1;
    const here = reaching(i);
    const reached = here.length;
    const advanced = reaching(i + 1).length;
    const lost = ended(i, 'F');
    const open = ended(i, 'P');
    const won = here.filter((one) => one.outcome === 'S').length;
    const lostLater = here.filter((one) => one.outcome === 'F').length;
    return {
      stage,
      reached,
      sum: sumOf(here.map((one) => one.story)),
      advanced,
      lost,
      open,
      transferred: ended(i, 'T'),
      passRate: share(advanced, advanced + lost),
      passInterval: wilsonOf(advanced, advanced + lost),
      stepConversion: share(advanced, reached),
      stepUpper: share(advanced + open, reached),
      cumulative: share(reached, cohort.length),
      dropOff: share(lost, reached),
      lossShare: share(lost, allLost),
      winFromStage: share(won, won + lostLater),
    };
  });
  const won = reaching(stages.length + 1);
  return {
    rows: stageRows,
    won: { reached: won.length, sum: sumOf(won.map((one) => one.story)), cumulative: share(won.length, cohort.length) },
  };
}

/** M13: entries of each stage in P, then wins. */
export function flowFunnelRows(told: Told, slice: Slice, categoryId: number) {
  const all = journeysInScope(told, { ...slice, pipelines: new Set([categoryId]) });
  const stages = processStages(told.world.records.statuses, categoryId);
  return {
    reached: stages.map((_, at) => all.filter((one) => within(one.reachDays[at] ?? '', slice)).length),
    won: all.filter((one) => one.outcome === 'S' && closedIn(one.story, 'S', slice)).length,
  };
}

/** M14 by stage id, deleted stages together under ''. */
export function snapshotRows(told: Told, slice: Slice, categoryId: number) {
  const open = told.stories.filter((story) => inScope(story, slice) && story.state === 'P' && story.deal.categoryId === categoryId);
  const stages = processStages(told.world.records.statuses, categoryId);
  const stageOf = (story: Story) => {
    const stageId = liveStage(told.world, categoryId, story.deal.stageId);
    return stages.includes(stageId) ? stageId : '';
  };
  return [...stages, ''].map((stage) => {
    const here = open.filter((story) => stageOf(story) === stage);
    const ages = here.map((story) => (told.world.asOf - (story.rows[story.rows.length - 1]?.time ?? told.world.asOf)) / 86400);
    return { stage, count: here.length, sum: sumOf(here), medianAge: percentile(ages, 0.5) };
  });
}

/** M15 for the stages of one pipeline. */
export function stageTimes(told: Told, slice: Slice, categoryId: number) {
  return processStages(told.world.records.statuses, categoryId).map((stage) => {
    const here = told.stays.filter(
      (stay) => stay.categoryId === categoryId && stay.stageId === stage && inScope(stay.story, slice) && !stay.story.noHistory,
    );
    const days = here.filter((stay) => within(stay.exitDay, slice)).map((stay) => stay.seconds / 86400);
    return {
      stage,
      n: days.length,
      median: percentile(days, 0.5),
      p90: percentile(days, 0.9),
      mean: average(days),
      openAges: here.flatMap((stay) => (stay.openSince === null ? [] : [(told.world.asOf - stay.openSince) / 86400])).sort((a, b) => a - b),
    };
  });
}
