// The line at the top that says which command of a menu is running. As in Google, it can be put away; the script goes on.
import { button, element } from './elements';
import type { Words } from './words';

/** How long a run may take before the line appears: short ones do not flicker. */
const quickMs = 300;

/** Answers how to announce a run: call it with the command's name, and what it answers when the run has ended. */
export function runningBar(words: Words): (name: string) => () => void {
  const text = element('span', 'running-text');
  const line = element(
    'div',
    'running',
    element('span', 'spinner'),
    text,
    button('running-dismiss', words.dismiss, () => putAway()),
  );
  line.setAttribute('role', 'status');
  line.hidden = true;
  document.body.append(line);
  const runs: { readonly name: string; quick: boolean; away: boolean }[] = [];
  const show = (): void => {
    const shown = runs.filter(({ quick, away }) => !quick && !away);
    line.hidden = shown.length === 0;
    text.textContent = shown.length === 0 ? '' : words.running(shown[0]?.name ?? '', shown.length - 1);
  };
  const putAway = (): void => {
    for (const run of runs) if (!run.quick) run.away = true;
    show();
  };
  return (name) => {
    const run = { name, quick: true, away: false };
    runs.push(run);
    setTimeout(() => {
      run.quick = false;
      show();
    }, quickMs);
    return () => {
      runs.splice(runs.indexOf(run), 1);
      show();
    };
  };
}
