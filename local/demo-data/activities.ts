// What managers do: calls, meetings, letters, tasks and chats around deals and leads, and what they plan next.
import type { DealDraft, DealSetting } from './deals';
import type { LeadDraft } from './leads';
import type { Manager } from './people';
import type { ActivityRecord } from './portal-shape';
import { DAY, HOUR, MINUTE, timeText } from './portal-time';
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

function done(
  setting: DealSetting,
  kind: Kind,
  time: number,
  until: number,
  earliest: number,
  random: Random,
): Omit<Draft, 'owner' | 'ownerType' | 'manager' | 'kind'> {
  if (kind === 'todo' || kind === 'task') {
    const updated = Math.min(until, setting.calendar.atWork(time + random.between(0.1, 2) * DAY, random));
    const deadline = setting.calendar.atWork(time + random.between(0.3, 3) * DAY, random);
    return { created: time, start: time, end: deadline, deadline, updated, completed: true };
  }
  const length = (kind === 'meeting' ? 30 + random.int(60) : 1 + random.int(12)) * MINUTE;
  const created = kind === 'meeting' ? Math.max(earliest, time - random.int(3) * DAY) : time;
  const end = Math.min(until, time + length);
  return { created, start: time, end, deadline: time, updated: end, completed: true };
}

function aroundDeal(setting: DealSetting, deal: DealDraft, drafts: Draft[], random: Random): void {
  const { now, calendar } = setting;
  const open = deal.moves[deal.moves.length - 1]?.stage.semantic === 'P';
  const add = (kind: Kind, draft: Omit<Draft, 'owner' | 'ownerType' | 'manager' | 'kind'>): void => {
    drafts.push({ ...draft, kind, owner: deal.id, ownerType: '2', manager: doer(deal, draft.start) });
  };
  deal.moves.forEach((move, at) => {
    if (move.slip || move.stage.semantic !== 'P') return;
    const last = at === deal.moves.length - 1;
    // A neglected deal is worked on only at the beginning of its last stay.
    const end = deal.moves[at + 1]?.time ?? (random.chance(0.3) ? Math.min(deal.activeUntil, move.time + 4 * DAY) : deal.activeUntil);
    const days = (end - move.time) / DAY;
    const wanted = (at === 0 ? 0.9 : 0.5) + Math.min(3, days / 8);
    const count = Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0);
    for (let nth = 0; nth < count; nth++) {
      const time = calendar.atWork(move.time + random.next() * (end - move.time), random);
      if (time >= end || time > now) continue;
      const kind = KINDS[weightedIndex(random, KIND_SUMS)] ?? 'callOut';
      add(kind, done(setting, kind, time, last ? deal.activeUntil : end, deal.created, random));
    }
  });
  if (!open || deal.activeUntil < now || !random.chance(0.68)) return;
  // The next step: mostly ahead, sometimes already missed.
  const lastMove = deal.moves[deal.moves.length - 1]?.time ?? deal.created;
  const created = Math.min(now, Math.max(lastMove, calendar.atWork(now - random.between(0.2, 6) * DAY, random)));
  const deadline = calendar.atWork(
    random.chance(0.82) ? now + random.between(0.1, 9) * DAY : Math.max(created + HOUR, now - random.between(0.2, 5) * DAY),
    random,
  );
  add(random.pick(PLANNED), { created, start: deadline, end: deadline + 30 * MINUTE, deadline, updated: created, completed: false });
}

function aroundLead(setting: DealSetting, lead: LeadDraft, drafts: Draft[], random: Random): void {
  const answered = lead.moves[1]?.time;
  const add = (kind: Kind, time: number, until: number): void => {
    if (time > setting.now) return;
    drafts.push({
      ...done(setting, kind, time, until, lead.created, random),
      kind,
      owner: lead.id,
      ownerType: '1',
      manager: doer(lead, time),
    });
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
