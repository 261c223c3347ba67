// Short messages in the corner.
import { button, element } from './elements';
import type { Words } from './words';

export interface Toast {
  readonly title: string;
  readonly message: string;
  /** How long it stays; negative = until it is closed, as in Google. */
  readonly seconds: number;
  readonly tone: 'plain' | 'failure';
}

/** Shows messages in the lower right corner, newest below. */
export function toaster(words: Words): (toast: Toast) => void {
  const corner = element('div', 'toasts');
  corner.setAttribute('role', 'status');
  document.body.append(corner);
  return ({ title, message, seconds, tone }) => {
    const card = element('div', `toast-card ${tone}`);
    const close = button('toast-close', '×', () => card.remove());
    close.title = words.close;
    if (title !== '') card.append(element('strong', '', title));
    card.append(element('p', '', message), close);
    // As in Google, a script's new message takes the place of its last one; failures stay until they are read.
    if (tone === 'plain') for (const shown of corner.querySelectorAll('.plain')) shown.remove();
    corner.append(card);
    if (seconds >= 0) setTimeout(() => card.remove(), seconds * 1000);
  };
}
