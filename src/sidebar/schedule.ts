// The part of the panel that says when the file refreshes by itself and who keeps that, and changes it.
import type { ScheduleForm, ScheduleState } from '../addon/server-api';
import { element } from './dom';
import type { PanelWords } from './words';

let isOpen = false;

/** `button` makes a button of the panel, `save` sends what was chosen; somebody else's schedule can only be taken over. */
export function scheduleBox(
  now: ScheduleState,
  text: PanelWords,
  button: (label: string, style: string, type: string) => HTMLButtonElement,
  save: (form: ScheduleForm) => void,
): Node {
  const kinds = Object.entries(text.scheduleKinds).map(([kind, label]) => element('option', { value: kind }, label));
  const kind = element('select', { id: 'schedule' }, ...kinds);
  kind.value = now.kind;
  const hour = element('input', { id: 'hour', type: 'number', min: '0', max: '23', step: '1' });
  hour.value = String(now.hour);
  const hourLabel = element('label', { for: 'hour' }, text.hour);
  const showHour = (): void => {
    const hidden = kind.value === 'off' || kind.value === 'hourly';
    hour.hidden = hidden;
    hourLabel.hidden = hidden;
  };
  kind.addEventListener('change', showHour);
  showHour();
  const others = now.kind !== 'off' && !now.own;
  const form = element(
    'form',
    { class: 'settings' },
    element('label', { for: 'schedule' }, text.schedule),
    kind,
    hourLabel,
    hour,
    button(others ? text.takeOver : text.scheduleSave, '', 'submit'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save({ kind: kind.value as ScheduleForm['kind'], hour: Number(hour.value), takeOver: others });
  });
  const box = element(
    'details',
    {},
    element('summary', {}, `${text.schedule}: ${text.scheduleKinds[now.kind]}`),
    ...scheduleLines(now, text),
    form,
  );
  box.open = isOpen || now.silent;
  box.addEventListener('toggle', () => {
    isOpen = box.open;
  });
  return box;
}

/** Who keeps it, when it last came, and that it does not come any more. */
export function scheduleLines(now: ScheduleState, text: PanelWords): Node[] {
  if (now.kind === 'off') return [];
  const owner = `${text.keeper}: ${now.owner}${now.own ? ` (${text.keeperYou})` : ''}`;
  const lines = [element('p', { class: 'hint' }, now.last ? `${owner}. ${text.last}: ${now.last}` : owner)];
  return now.silent ? [...lines, element('p', { class: 'bad' }, text.silent)] : lines;
}
