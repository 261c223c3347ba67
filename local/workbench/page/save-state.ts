// Which changes of this page the file has not taken yet: a quiet word beside the file's name, a question before the tab is closed,
// and their words when they are given up.
import { library, type Model } from './spreadsheet';
import type { Words } from './words';

interface Update {
  readonly type: string;
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
  readonly content?: string;
}

/** What the engine keeps of a change until it comes back accepted. */
interface Pending {
  readonly type: string;
  readonly commands?: readonly Update[];
}

interface Session {
  readonly pendingMessages: readonly Pending[];
}

/** How long a change may be on its way before the word appears: quick ones do not flicker. */
const quickMs = 400;

const key = 'workbench.unsaved';
/** What the file has not taken is known to be lost: nothing is asked before the page goes. */
let givenUp = false;

/** Shows the word at `place` while changes are on their way. */
export function showSaving(model: Model, place: HTMLElement, words: Words): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    if (model.getters.isFullySynchronized()) {
      clearTimeout(timer);
      timer = undefined;
      place.textContent = '';
    } else {
      timer ??= setTimeout(() => {
        place.textContent = words.saving;
      }, quickMs);
    }
  };
  model.on('update', place, look);
  window.addEventListener('beforeunload', (event) => {
    if (!model.getters.isFullySynchronized() && !givenUp) event.preventDefault();
  });
}

/** Gives up what the file has not taken and what is being typed: answers its words and keeps them for the page that is loaded next. */
export function leaveUntaken(model: Model, typing: string): readonly string[] {
  const words = untaken(model, typing);
  givenUp = true;
  sessionStorage.setItem(key, JSON.stringify(words));
  return words;
}

/** What the page before this one gave up. */
export function givenUpBefore(): readonly string[] {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return text === null ? [] : (JSON.parse(text) as string[]);
}

/** Cells typed on this page that the file has not taken, and what is being typed: `Лист1!B4: 12`. */
function untaken(model: Model, typing: string): string[] {
  const { session } = model as unknown as { readonly session: Session };
  const updates = session.pendingMessages.flatMap(({ commands = [] }) => commands.filter(({ type }) => type === 'UPDATE_CELL'));
  const typed = updates.filter(({ content }) => content !== undefined).map((update) => change(model, update, update.content ?? ''));
  return typing.trim() === '' ? typed : [...typed, change(model, model.getters.getActivePosition(), typing)];
}

function change(model: Model, { sheetId, col, row }: Omit<Update, 'type'>, text: string): string {
  const sheet = model.getters.tryGetSheet(sheetId)?.name ?? '?';
  return `${sheet}!${library.helpers.toXC(col, row)}: ${text}`;
}
