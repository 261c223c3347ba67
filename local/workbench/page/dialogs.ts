// Windows over the sheet: questions of the script, messages of the spreadsheet, and the script's own HTML.
import type { Question } from '../../runtime/screen';
import { button, element } from './elements';
import type { Words } from './words';

export interface Reply {
  readonly button: string;
  readonly text: string;
}

const buttonSets: Readonly<Record<string, readonly string[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

/** Asks as `ui.alert` and `ui.prompt` do; Escape and the cross answer CLOSE, and so does `signal` when nobody waits any longer. */
export function ask(question: Question, words: Words, signal?: AbortSignal): Promise<Reply> {
  return new Promise((resolve) => {
    const labels: Readonly<Record<string, string>> = { OK: words.ok, CANCEL: words.cancel, YES: words.yes, NO: words.no };
    const input = element('input', 'dialog-input');
    const window = openWindow(question.title, words, () => answer('CLOSE'));
    const answer = (name: string): void => {
      window.close();
      resolve({ button: name, text: input.value });
    };
    const buttons = (buttonSets[question.buttons] ?? ['OK']).map((name, index) =>
      button(index === 0 ? 'dialog-button primary' : 'dialog-button', labels[name] ?? name, () => answer(name)),
    );
    window.body.append(element('p', 'dialog-text', question.message));
    if (question.kind === 'prompt') window.body.append(input);
    window.body.append(element('div', 'dialog-buttons', ...buttons));
    signal?.addEventListener('abort', () => answer('CLOSE'));
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') answer('OK');
    });
    (question.kind === 'prompt' ? input : buttons[0])?.focus();
  });
}

/** A window with the script's HTML in a frame of its own. */
export function showFrame(
  frame: HTMLIFrameElement,
  title: string,
  size: { width: number | null; height: number | null },
  words: Words,
): OpenWindow {
  const window = openWindow(title, words, () => window.close());
  frame.className = 'dialog-frame';
  frame.style.width = `${size.width ?? 600}px`;
  frame.style.height = `${size.height ?? 400}px`;
  window.body.append(frame);
  return window;
}

export interface OpenWindow {
  readonly body: HTMLElement;
  close(): void;
}

function openWindow(title: string, words: Words, dismiss: () => void): OpenWindow {
  const body = element('div', 'dialog-body');
  const cross = button('dialog-close', '×', dismiss);
  cross.title = words.close;
  const box = element('dialog', 'dialog', element('header', 'dialog-title', element('h2', '', title), cross), body);
  box.addEventListener('cancel', (event) => {
    event.preventDefault();
    dismiss();
  });
  // The spreadsheet listens for keys on the window: what is typed here is not for its cells.
  for (const type of ['keydown', 'keyup', 'keypress', 'paste', 'copy', 'cut'])
    box.addEventListener(type, (event) => event.stopPropagation());
  document.body.append(box);
  box.showModal();
  return { body, close: () => box.remove() };
}
