// What managers do: calls, meetings, letters, tasks and chats around deals and leads, and what they plan next.
import type { DealDraft, DealSetting } from './deals';
import type { LeadDraft } from './leads';
import type { Manager } from './people';
import type { ActivityRecord } from './portal-shape';
import { DAY, dayOf, HOUR, MINUTE, timeText } from './portal-time';
import { type Random, runningSums, weightedIndex } from './random';
import type { Words } from './words';

type Kind = 'callOut' | 'callIn' | 'missed' | 'email' | 'meeting' | 'todo' | 'task' | 'chat';

/** Type, provider, provider type, direction (bitrix24-rest 5.8). */
const SHAPE: Record<Kind, readonly [string, string, string, string]> = {
  callOut: ['2', 'VOXIMPLANT_CALL', 'CALL', '2'],
  callIn: ['2', 'VOXIMPLANT_CALL', 'CALL', '1'],
  missed: ['2', 'VOXIMPLANT_CALL', 'CALL', '1'],
  email: ['4', 'CRM_EMAIL', 'EMAIL', '2'],
  meeting: ['1', 'CRM_MEETING', 'MEETING', '0'],
  todo: ['6', 'CRM_TODO', 'TODO', '0'],
  task: ['6', 'CRM_TASKS_TASK', 'TASKS_TASK', '0'],
  chat: ['6', 'IMOPENLINES_SESSION', 'IMOPENLINES_SESSION', '1'],
};
const KINDS: readonly Kind[] = ['callOut', 'callIn', 'missed', 'email', 'meeting', 'todo', 'task', 'chat'];
const KIND_SUMS = runningSums([40, 11, 5, 22, 8, 6, 4, 4]);
const PLANNED: readonly Kind[] = ['callOut', 'callOut', 'todo', 'todo', 'meeting', 'task'];

interface Draft {
  readonly created: number;
  readonly start: number;
  readonly end: number;
  readonly deadline: number;
  readonly updated: number;
  readonly completed: boolean;
  readonly kind: Kind;
  readonly owner: number;
  readonly ownerType: '1' | '2';
  readonly manager: Manager;
}

export interface Activities {
  readonly records: ActivityRecord[];
  /** Last activity of a deal, by deal id (epoch milliseconds); absent when it has none. */
  readonly lastOfDeal: ReadonlyMap<number, number>;
}

/** All activities in order of creation. Nothing but plans (not completed) is dated after now. */
export function activities(setting: DealSetting, deals: readonly DealDraft[], leads: readonly LeadDraft[], random: Random): Activities {
  const drafts: Draft[] = [];
  for (const lead of leads) aroundLead(setting, lead, drafts, random);
  const lastOfDeal = new Map<number, number>();
  for (const deal of deals) {
    if (deal.template) continue;
    const first = drafts.length;
    aroundDeal(setting, deal, drafts, random);
    for (let at = first; at < drafts.length; at++) {
      const draft = drafts[at];
      if (draft) lastOfDeal.set(deal.id, Math.max(lastOfDeal.get(deal.id) ?? 0, draft.completed ? draft.updated : draft.created));
    }
  }
  drafts.sort((a, b) => a.created - b.created);
  return { records: drafts.map((draft, at) => record(setting.words, draft, at + 1, random)), lastOfDeal };
}

const doer = (item: DealDraft | LeadDraft, time: number): Manager => (item.former && time < item.former.until ? item.former : item.manager);

/** Whose activity it is. */
interface Owner {
  readonly id: number;
  readonly type: '1' | '2';
  readonly item: DealDraft | LeadDraft;
}

function done(setting: DealSetting, owner: Owner, kind: Kind, time: number, until: number, random: Random): Draft {
  const shared = { kind, owner: owner.id, ownerType: owner.type, manager: doer(owner.item, time), start: time, completed: true };
  if (kind === 'todo' || kind === 'task') {
    const updated = Math.min(until, setting.calendar.atWork(time + random.between(0.1, 2) * DAY, random));
    const deadline = setting.calendar.atWork(time + random.between(0.3, 3) * DAY, random);
    return Object.assign(shared, { created: time, end: deadline, deadline, updated });
  }
  const length = (kind === 'meeting' ? 30 + random.int(60) : 1 + random.int(12)) * MINUTE;
  const agreed = kind === 'meeting' ? time - random.int(3) * DAY : time;
  const created = agreed > owner.item.created && setting.calendar.isWorkday(dayOf(agreed)) ? agreed : time;
  const end = Math.min(until, time + length);
  return Object.assign(shared, { created, end, deadline: time, updated: end });
}

function aroundDeal(setting: DealSetting, deal: DealDraft, drafts: Draft[], random: Random): void {
  const { now, calendar } = setting;
  const owner: Owner = { id: deal.id, type: '2', item: deal };
  deal.moves.forEach((move, at) => {
    if (move.slip || move.stage.semantic !== 'P') return;
    const last = at === deal.moves.length - 1;
    // A neglected deal is worked on only at the beginning of its last stay.
    const end = deal.moves[at + 1]?.time ?? (random.chance(0.4) ? Math.min(deal.activeUntil, move.time + 4 * DAY) : deal.activeUntil);
    const wanted = (at === 0 ? 0.9 : 0.5) + Math.min(3, (end - move.time) / DAY / 8);
    const count = Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0);
    for (let nth = 0; nth < count; nth++) {
      const time = calendar.atWork(move.time + random.next() * (end - move.time), random, 3);
      if (time >= end || time > now) continue;
      const kind = KINDS[weightedIndex(random, KIND_SUMS)] ?? 'callOut';
      drafts.push(done(setting, owner, kind, time, last ? deal.activeUntil : end, random));
    }
  });
  const lastMove = deal.moves[deal.moves.length - 1];
  if (lastMove?.stage.semantic === 'P' && deal.activeUntil === now && random.chance(0.68))
    drafts.push(nextStep(setting, owner, lastMove.time, random));
}

/** A plan for an open deal: mostly ahead, sometimes already missed. */
function nextStep(setting: DealSetting, owner: Owner, lastMove: number, random: Random): Draft {
  const { now, calendar } = setting;
  const created = Math.min(now, Math.max(lastMove, calendar.atWork(now - random.between(0.2, 6) * DAY, random)));
  const ahead = random.chance(0.82);
  const aim = ahead ? now + random.between(0.1, 9) * DAY : Math.max(created + HOUR, now - random.between(0.2, 5) * DAY);
  const deadline = calendar.atWork(aim, random);
  const kind = random.pick(PLANNED);
  const end = deadline + 30 * MINUTE;
  return {
    kind,
    owner: owner.id,
    ownerType: owner.type,
    manager: owner.item.manager,
    created,
    start: deadline,
    end,
    deadline,
    updated: created,
    completed: false,
  };
}

function aroundLead(setting: DealSetting, lead: LeadDraft, drafts: Draft[], random: Random): void {
  const owner: Owner = { id: lead.id, type: '1', item: lead };
  const answered = lead.moves[1]?.time;
  const add = (kind: Kind, time: number, until: number): void => {
    if (time <= setting.now) drafts.push(done(setting, owner, kind, time, until, random));
  };
  if (lead.source === 'CALL') add(random.chance(0.3) ? 'missed' : 'callIn', lead.created, setting.now);
  if (answered === undefined) return;
  if (random.chance(0.75)) add(random.chance(0.8) ? 'callOut' : random.chance(0.7) ? 'email' : 'chat', answered, setting.now);
  const end = lead.moves[lead.moves.length - 1]?.time ?? answered;
  if (lead.moves.length > 3 && random.chance(0.5)) {
    const time = setting.calendar.atWork(answered + random.next() * (end - answered), random);
    if (time < end) add(random.chance(0.6) ? 'callOut' : 'email', time, end);
  }
}

function record(words: Words, draft: Draft, id: number, random: Random): ActivityRecord {
  const [type, provider, providerType, direction] = SHAPE[draft.kind];
  const subjects = words.subjects[draft.kind];
  const person = String(draft.manager.id);
  const created = timeText(draft.created);
  return {
    ID: String(id),
    OWNER_ID: String(draft.owner),
    OWNER_TYPE_ID: draft.ownerType,
    TYPE_ID: type,
    PROVIDER_ID: provider,
    PROVIDER_TYPE_ID: providerType,
    SUBJECT: typeof subjects === 'string' ? subjects : random.pick(subjects),
    CREATED: created,
    LAST_UPDATED: timeText(draft.updated),
    START_TIME: draft.start === draft.created ? created : timeText(draft.start),
    END_TIME: timeText(draft.end),
    DEADLINE: timeText(draft.deadline),
    COMPLETED: draft.completed ? 'Y' : 'N',
    STATUS: draft.completed ? '2' : '1',
    RESPONSIBLE_ID: person,
    AUTHOR_ID: person,
    EDITOR_ID: person,
    DIRECTION: direction,
    PRIORITY: '2',
    SETTINGS: draft.kind === 'missed' ? { MISSED_CALL: true } : [],
  };
}
