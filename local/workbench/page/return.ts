// The line broke: says so quietly, lets nothing be changed, and loads the page again as soon as the program answers.
// What the page showed stays readable meanwhile; it is never mixed with what the program knows then.
import { element } from './elements';

/** First and longest wait between two looks, ms. */
const firstMs = 500;
const longestMs = 5000;

/** Shows the bar and waits. `lines` stand in it below the text: what was not kept. */
export function awaitReturn(text: string, lines: readonly string[]): void {
  const body = element('div', '', element('div', '', text), ...lines.map((line) => element('div', 'lost-line', line)));
  const bar = element('div', 'lost', element('span', 'spinner'), body);
  bar.setAttribute('role', 'status');
  document.body.append(bar);
  void look(firstMs);
}

/** Looks again and again, each time after a longer wait, at once when the person comes back to the tab. */
async function look(waitMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, waitMs);
    document.addEventListener(
      'visibilitychange',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
  try {
    await fetch('/', { cache: 'no-store' });
  } catch {
    return look(Math.min(waitMs * 1.5, longestMs));
  }
  location.reload();
}
