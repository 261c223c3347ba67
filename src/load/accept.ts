// Answers of a wave: records out of them, the cursor beyond them. Whatever did not arrive stays in the cursor and is asked for again.
import { type Answer, readAnswer, type Timing, type Trouble } from '../bitrix24/answer';
import { type CommandAnswer, readBatch } from '../bitrix24/batch';
import { complaint } from '../bitrix24/complaint';
import { readProfile } from '../bitrix24/connection';
import type { HttpResponse } from '../bitrix24/http';
import { KpiError } from '../errors';
import { instantOf, writtenOffset } from '../iso';
import { countWindows } from '../raw/depth';
import { entitySpec } from '../raw/entities';
import type { EntityId } from '../raw/records';
import { askedOn, asksFor } from './asks';
import { commandName } from './commands';
import type { Lane, LoadContext, LoadCursor, Page, Part, SendStep, Step, Work } from './load';
import { listProves } from './owners';
import { isGivenUp, paceAfter } from './pace';
import { countOf, type PartResult, productRowsOf, readPart, type Stop } from './pages';
import { afterRange, endedSweep, joined, type PieceAnswer } from './sweep';

/** A method that ran out of operating time rests this long when the portal does not say until when (bitrix24-rest 2.2). */
const PARK_MS = 300_000;
/** Unknown records that one range may bring into a refresh; more are left for the next one. */
const MOST_FOUND = 100;

/** Stage `pages`, flush, then keep `cursor`. Throws KpiError only for what a person must act on; the old cursor stays good. */
export function accept(
  cursor: LoadCursor,
  step: Step,
  responses: readonly HttpResponse[],
  nowMs: number,
  context: LoadContext,
): { cursor: LoadCursor; pages: Page[] } {
  if (step.kind !== 'send') return { cursor, pages: [] };
  const wave = new Wave(step, nowMs, context);
  step.parts.forEach((parts, at) => {
    const response = responses[at];
    wave.read(parts, response ? readAnswer(response) : ABSENT);
  });
  return wave.result();
}

const ABSENT: Answer = { kind: 'error', trouble: 'retry', code: 'network', detail: '', status: 0 };

interface LastTrouble {
  readonly trouble: Trouble;
  readonly code: string;
  readonly detail: string;
  readonly entity: EntityId;
}

/** State is the point: one wave's answers are folded into one cursor. */
class Wave {
  private readonly pages: Page[] = [];
  private cursor: LoadCursor;
  private refused = 0;
  private failed = 0;
  private parked = false;
  private usable = false;
  private last: LastTrouble | null = null;

  constructor(
    private readonly step: SendStep,
    private readonly nowMs: number,
    private readonly context: LoadContext,
  ) {
    this.cursor = step.from;
  }

  read(parts: readonly Part[], answer: Answer): void {
    const entity = parts[parts.length - 1]?.entity ?? 'deals';
    if (answer.kind === 'error') {
      this.requestFailed(parts, { ...answer, entity });
      return;
    }
    const read = readBatch(answer.result);
    if (!read) {
      this.requestFailed(parts, { trouble: 'retry', code: 'batch', detail: '', entity });
      return;
    }
    const answersOf = (part: Part) => Array.from({ length: part.count }, (_, at) => read(commandName(part, at)));
    const service = parts.find((part) => part.kind === 'service');
    // Data older than the clock it is stamped with would be lost to the next refresh: without a clock nothing counts.
    if (service && !this.readService(answersOf(service))) {
      this.requestFailed(parts, { trouble: 'retry', code: 'server.time', detail: '', entity });
      return;
    }
    let whole = true;
    const before = this.pages.length;
    for (const part of parts) {
      if (part.kind === 'count') whole = this.readCounts(part, answersOf(part)) && whole;
      else if (part.kind === 'probe') this.readProof(part, answersOf(part), this.pages.slice(before));
      else if (part.kind !== 'service') whole = this.readOne(part, answersOf(part), answer.timing) && whole;
    }
    if (parts.some((part) => part.kind === 'count')) this.countSweep();
    if (!whole) this.failed++;
  }

  result(): { cursor: LoadCursor; pages: Page[] } {
    const { step, nowMs, refused, failed } = this;
    const commands = Math.max(...step.parts.map((parts) => parts.reduce((sum, part) => sum + part.count, 0)));
    const outcome = { sent: step.requests.length, refused, failed, parked: this.parked, usable: this.usable, commands };
    const pace = paceAfter(step.from.pace, outcome, nowMs);
    if (this.last && isGivenUp(pace.failures, this.cursor.asOf > 0, refused > 0)) throw this.giveUp(this.last);
    const cursor: LoadCursor = {
      ...this.cursor,
      pace,
      requests: step.from.requests + step.requests.length,
      refused: step.from.refused + refused,
      failed: step.from.failed + failed,
    };
    return { cursor, pages: this.pages };
  }

  private giveUp({ trouble, code, detail, entity }: LastTrouble): KpiError {
    if (code === 'unordered') return new KpiError('data', 'unorderedPages', { what: entity });
    return complaint({ trouble, code, detail, method: entitySpec(entity).method, what: entity, scope: entitySpec(entity).scope });
  }

  private requestFailed(parts: readonly Part[], trouble: LastTrouble): void {
    this.last = trouble;
    if (parts.some((part) => part.kind === 'count')) this.countSweep();
    if (trouble.trouble === 'busy') this.refused++;
    else if (trouble.trouble === 'retry') this.failed++;
    else if (trouble.trouble === 'operating') for (const part of parts) this.park(part.entity);
    else throw this.giveUp(trouble);
  }

  private readService([time, profile]: readonly CommandAnswer[]): boolean {
    if (profile?.error && profile.error.trouble !== 'retry') throw this.giveUp({ ...profile.error, entity: 'users' });
    const now = typeof time?.result === 'string' ? instantOf(time.result) : Number.NaN;
    if (Number.isNaN(now) || profile?.result === undefined) return false;
    this.usable = true;
    this.cursor = {
      ...this.cursor,
      asOf: now,
      portalOffset: writtenOffset(String(time?.result)),
      identity: readProfile(profile.result),
    };
    return true;
  }

  /** Whether the part was read as far as it was meant to be. */
  private readOne(part: Part, answers: readonly CommandAnswer[], timing: Timing | null): boolean {
    const result = readPart(part, answers, this.cursor.customFields);
    const { entity } = part;
    const work = this.cursor.work[entity] as Work;
    const moved = result.stop === null || result.records.length > 0 || result.owners.length > 0;
    if (moved) {
      this.usable = true;
      const { owners } = this.cursor;
      const told = part.why === 'revived' && entity === 'activities' && result.lanes.length === 0 ? (part.groups[0] ?? []) : result.owners;
      this.cursor = { ...this.cursor, owners: { ...owners, done: owners.done + result.owners.length } };
      this.cursor =
        part.kind === 'ask'
          ? askedOn(this.cursor, part, result)
          : { ...this.cursor, work: { ...this.cursor.work, [entity]: workAfter(work, part, result) } };
      // An empty directory is news too.
      if (result.records.length > 0 || told.length > 0 || entitySpec(entity).refresh === 'whole')
        this.pages.push(pageOf(entity, result.records, told, []));
    }
    if (result.last) this.rememberReset(entity, result.last, timing);
    return result.stop === null || this.listsAreWrong(part, result.stop) || this.stopped(entity, result.stop);
  }

  private stopped(entity: EntityId, stop: Stop): boolean {
    if (stop === 'absent' || stop === 'unordered') {
      this.last = { trouble: 'retry', code: stop, detail: '', entity };
      return false;
    }
    this.last = { ...stop, entity };
    if (stop.trouble === 'operating') {
      this.park(entity);
      return true;
    }
    if (stop.trouble !== 'retry' && stop.trouble !== 'busy') throw this.giveUp(this.last);
    return false;
  }

  /** A list of deals that the portal does not answer as it should: from now on deal by deal. */
  private listsAreWrong(part: Part, stop: Stop | null): boolean {
    const list = part.entity === 'productRows' && part.groups.some((group) => group.length > 1);
    const wrong =
      list && (stop === 'unordered' || (typeof stop === 'object' && stop?.trouble !== 'retry' && stop?.trouble !== 'operating'));
    if (wrong) this.cursor = { ...this.cursor, owners: { ...this.cursor.owners, arrays: false } };
    return wrong;
  }

  /** The deals of the probe were asked for one by one in the same request. */
  private readProof(probe: Part, [list]: readonly CommandAnswer[], pages: readonly Page[]): void {
    const { owners } = this.cursor;
    const tries = owners.tries + 1;
    const single = pages.flatMap((page) => (page.entity === 'productRows' ? [page] : []));
    const done = new Set(single.flatMap((page) => page.owners));
    if (!probe.groups[0]?.every((id) => done.has(id))) {
      this.cursor = { ...this.cursor, owners: { ...owners, tries } };
      return;
    }
    const rows = list ? productRowsOf(list) : null;
    const proven = rows
      ? listProves(
          single.flatMap((page) => page.records),
          rows,
        )
      : false;
    this.cursor = { ...this.cursor, owners: { ...owners, tries, arrays: proven } };
  }

  /** Whether every piece of the range was answered. */
  private readCounts(part: Part, answers: readonly CommandAnswer[]): boolean {
    const { sweep } = this.cursor;
    const { range, pieces = [] } = part;
    if (!sweep || !range) return true;
    const read = answers.map((answer) => (answer.error ? null : countOf(part.entity, answer)));
    const at = read.indexOf(null);
    if (at >= 0) return this.stopped(part.entity, answers[at]?.error ?? 'absent');
    this.usable = true;
    const known = this.context.knownIds(part.entity);
    const windows = countWindows(part.entity, this.cursor.depth).length;
    const counted = pieces.map((_, piece) => joined((read as PieceAnswer[]).slice(piece * windows, (piece + 1) * windows)));
    const news = afterRange(sweep, { range, pieces }, counted, known, MOST_FOUND);
    const asks = [...this.cursor.asks, ...asksFor(part.entity, news.found)];
    this.cursor = { ...this.cursor, sweep: news.sweep, asks };
    if (news.deleted.length > 0) this.pages.push(pageOf(part.entity, [], [], news.deleted));
    return true;
  }

  /** A request of the search was made, well or badly; one that met a method out of operating time was the last. */
  private countSweep(): void {
    const { sweep } = this.cursor;
    if (sweep) this.cursor = { ...this.cursor, sweep: this.parked ? endedSweep(sweep) : { ...sweep, sent: sweep.sent + 1 } };
  }

  private park(entity: EntityId): void {
    const { method } = entitySpec(entity);
    const known = this.cursor.resets[method] ?? 0;
    const until = known > this.nowMs ? known : this.nowMs + PARK_MS;
    this.parked = true;
    this.cursor = { ...this.cursor, parked: { ...this.cursor.parked, [method]: until } };
  }

  /** The portal's clock may differ from ours: only the span counts. */
  private rememberReset(entity: EntityId, answer: CommandAnswer, timing: Timing | null): void {
    const portalNow = answer.timing?.finish ?? timing?.finish ?? Number.NaN;
    const span = (answer.timing?.resetAt ?? Number.NaN) - portalNow;
    if (!(span > 0)) return;
    const { method } = entitySpec(entity);
    this.cursor = { ...this.cursor, resets: { ...this.cursor.resets, [method]: Math.round(this.nowMs + span * 1000) + 1000 } };
  }
}

/** Pages of an entity have its records; the union of pages cannot be told so. */
function pageOf(entity: EntityId, records: readonly unknown[], owners: readonly number[], deleted: readonly number[]): Page {
  return { entity, records, owners, deleted } as unknown as Page;
}

function workAfter(work: Work, part: Part, result: PartResult<unknown>): Work {
  const rows = work.rows + result.records.length;
  const lanes: readonly Lane[] =
    part.kind === 'newest'
      ? result.lanes
      : work.lanes.flatMap((lane) => (lane[0] === part.lane[0] && lane[1] === part.lane[1] ? result.lanes : [lane]));
  const newest = work.newest && part.kind !== 'newest';
  const total = part.kind === 'newest' ? rows + Math.round(result.ahead) : Math.max(work.total, rows);
  return { rows, total, newest, lanes, pageMs: smoothed(work.pageMs, result.times) };
}

function smoothed(before: number, times: readonly number[]): number {
  if (times.length === 0) return before;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const next = before > 0 ? (before + mean) / 2 : mean;
  return Math.round(Math.max(1, next));
}
