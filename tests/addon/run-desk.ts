// A desk whose refreshes can be made to run out of time or to fail, and what its journal, its mails and its triggers then say.
import type { DeskOptions } from './desk';
import { act, type Desk, open, project } from './loaded-desk';

type Answer = ReturnType<NonNullable<DeskOptions['intercept']>>;

/** What a test makes happen at the portal. */
export interface Portal {
  /** Happens once, when the next request arrives. */
  next: (() => void) | null;
  /** What the portal answers to loads instead of itself. */
  answer: Answer;
  /** The same to notifications. */
  chatAnswer: Answer;
}

export const revoked: Answer = { status: 401, headers: {}, body: '{"error":"INVALID_CREDENTIALS"}' };
export const unreachable = { fault: 'unreachable' } as unknown as Answer;
export const second = 'second@example.com';
export const hour = 3_600_000;
export const day = 24 * hour;

export interface RunDesk extends Desk {
  readonly at: Portal;
}

/** A connected file; `again` opens a saved one. */
export function runDesk(options: Parameters<typeof open>[0] = {}, again = false): RunDesk {
  const at: Portal = { next: null, answer: null, chatAnswer: null };
  const desk: Desk = open({
    ...options,
    intercept: (body) => {
      const happens = at.next;
      at.next = null;
      happens?.();
      return body.includes('"MESSAGE"') ? at.chatAnswer : at.answer;
    },
  });
  if (!again) desk.connect();
  return { ...desk, at };
}

/** The file opened again, with other consent or under other conditions; the portal begins anew. */
export function reopened(desk: Desk, options: Parameters<typeof open>[0] = {}): RunDesk {
  const state = desk.runtime.save();
  return runDesk({ ...options, now: new Date(desk.clock.now()).toISOString(), runtime: { state, ...options.runtime } }, true);
}

/** The next run ends before its refresh is done: the portal takes five minutes for one request. */
export function runOut(desk: RunDesk): void {
  desk.at.next = () => desk.clock.advance(305_000);
}

/** Rows of the journal by their headers, the newest first, as they are shown. */
export function journal(desk: Desk, name = 'Журнал'): Record<string, string>[] {
  const [head = [], ...rows] = act(desk, `return file.getSheetByName('${name}').getDataRange().getDisplayValues()`) as string[][];
  return rows.map((row) => Object.fromEntries(head.map((title, at) => [title, row[at] ?? ''])));
}
export const results = (desk: Desk): (string | undefined)[] => journal(desk).map((row) => row['Итог']);

/** Lets time pass and fires what is due, as often as asked. */
export function wait(desk: Desk, ms: number, times = 1): void {
  for (let time = 0; time < times; time++) {
    desk.clock.advance(ms);
    desk.runtime.fireDueTriggers();
  }
}

export const handlers = (desk: Desk): string[] => desk.runtime.triggers().map(({ functionName }) => functionName);
export const toasts = (desk: Desk): string => JSON.stringify(desk.runtime.uiEvents);
export const schedule = (desk: Desk, form: Record<string, unknown>, user = 'user@example.com'): unknown =>
  desk.runtime.run('setSchedule', [{ hour: 6, ...form }], { as: 'sidebar', user });
export const shown = (desk: Desk, user = 'user@example.com') =>
  desk.runtime.run('scheduleState', [], { as: 'sidebar', user }) as {
    kind: string;
    hour: number;
    owner: string;
    own: boolean;
    silent: boolean;
    last: string;
  };

/** Scopes of the manifest without one. */
export const without = (...scopes: string[]): { readonly granted: readonly string[] } => ({
  granted: (project().manifest.oauthScopes ?? []).filter((one) => !scopes.some((scope) => one.endsWith(scope))),
});
