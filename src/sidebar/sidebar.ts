// The panel: connect a portal, see how old the data is, refresh, build the reports. Every call disables the buttons until it ends.
import type { LoadingState, PanelState, ScheduleForm } from '../addon/server-api';
import { element } from './dom';
import { emptyDraft, oauthSection } from './oauth-section';
import { oauthWords } from './oauth-words';
import { scheduleBox, scheduleLines } from './schedule';
import { server } from './server';
import './sidebar.css';
import { type PanelWords, words } from './words';

const root = document.getElementById('panel') as HTMLElement;
let state: PanelState | null = null;
let busy = '';
let message: { text: string; bad: boolean } | null = null;
let typed = '';
let settingsOpen = false;
let oauth = emptyDraft();

/** Runs one server call with the buttons off; its failure is shown as the sentence it carries. */
async function run(label: string, work: () => Promise<string>): Promise<void> {
  if (busy) return;
  busy = label;
  message = null;
  draw();
  try {
    const text = await work();
    message = text ? { text, bad: false } : null;
  } catch (error) {
    message = { text: error instanceof Error ? error.message : String(error), bad: true };
  }
  busy = '';
  draw();
}

async function connect(): Promise<string> {
  state = await server.connect(typed);
  typed = '';
  return '';
}

/** Asks for the address of the consent; the key is kept here no longer than that. */
async function beginOauth(): Promise<string> {
  const address = await server.beginOauth(oauth.form);
  oauth = { ...emptyDraft(), address, isOpen: true };
  return '';
}

/** Looks whether the person has let the application in. */
async function returned(): Promise<boolean> {
  const next = await server.sidebarState();
  if (!next.own) return false;
  state = next;
  oauth = emptyDraft();
  return true;
}

// Consent is given in another tab: whoever comes back sees the portal without a click.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible' || !oauth.address || busy) return;
  returned().then(
    (connected) => {
      if (connected) draw();
    },
    () => undefined,
  );
});

/** Runs until the refresh is done; `full` loads everything anew and replaces what is there. */
async function refresh(full = false): Promise<string> {
  let result = await server.refresh(full);
  while (!result.done) {
    message = { text: result.text, bad: false };
    draw();
    result = await server.refresh();
  }
  state = await server.sidebarState();
  return result.text;
}

async function saveSchedule(form: ScheduleForm, text: PanelWords): Promise<string> {
  state = await server.setSchedule(form);
  return text.scheduleSaved;
}

function draw(): void {
  if (!state) return;
  const text = words[state.lang];
  document.documentElement.lang = state.lang;
  const parts: Node[] = [];
  if (state.portal === null) parts.push(...connectForms(state, text));
  else parts.push(...connectedParts(state, text));
  parts.push(element('p', { class: message?.bad ? 'message bad' : 'message', role: 'status' }, message?.text ?? ''));
  root.replaceChildren(...parts);
}

function connectForms(now: PanelState, text: PanelWords): Node[] {
  const words = oauthWords[now.lang];
  const section = oauthSection(oauth, now.redirect, words, {
    button: (label, doing, type) => button(busy === doing ? busy : label, '', type),
    begin: () => void run(words.beginning, beginOauth),
    back: () => void run(words.checking, async () => ((await returned()) ? '' : words.notYet)),
  });
  return [connectForm(text), section];
}

function connectForm(text: PanelWords): Node {
  const input = element('textarea', {
    id: 'webhook',
    rows: '3',
    spellcheck: 'false',
    autocomplete: 'off',
    placeholder: 'https://…/rest/1/…/',
  });
  input.value = typed;
  input.addEventListener('input', () => {
    typed = input.value;
  });
  const form = element(
    'form',
    {},
    element('p', {}, text.connectHint),
    element('label', { for: 'webhook' }, text.webhookLabel),
    input,
    button(busy === text.connecting ? busy : text.connect, 'action', 'submit'),
    element('p', { class: 'hint' }, text.whereHint),
    element('p', { class: 'hint' }, text.secretHint),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run(text.connecting, connect);
  });
  return form;
}

/** «12 300 из 45 000 строк, осталось около 2 мин». */
function loadingText({ rows, total, restSeconds }: LoadingState, lang: string, text: PanelWords): string {
  const of = text.rowsOf.replace('{rows}', rows.toLocaleString(lang)).replace('{total}', total.toLocaleString(lang));
  return restSeconds === null ? of : `${of}, ${text.minutesLeft.replace('{minutes}', String(Math.max(1, Math.round(restSeconds / 60))))}`;
}

function connectedParts(now: PanelState, text: PanelWords): Node[] {
  const facts = element(
    'dl',
    {},
    ...pair(text.portal, now.portal ?? ''),
    ...pair(text.rights, now.userName),
    ...pair(text.asOf, now.asOfText || text.never),
    ...(now.loading ? pair(text.loading, loadingText(now.loading, now.lang, text)) : []),
    ...(now.asOf ? [...pair(text.deals, now.deals.toLocaleString(now.lang)), ...pair(text.leads, now.leads.toLocaleString(now.lang))] : []),
  );
  const parts: Node[] = [facts];
  if (now.missingScopes.length > 0) parts.push(element('p', { class: 'hint' }, `${text.missing}: ${now.missingScopes.join(', ')}`));
  if (!now.own)
    return [...parts, ...scheduleLines(now.schedule, text), element('p', { class: 'hint' }, text.other), ...connectForms(now, text)];
  const refreshButton = button(busy === text.refreshing ? busy : text.refresh, 'action', 'button');
  refreshButton.addEventListener('click', () => void run(text.refreshing, () => refresh()));
  const reportsButton = button(busy === text.building ? busy : text.reports, '', 'button');
  reportsButton.addEventListener('click', () => void run(text.building, () => server.buildReports()));
  if (!now.asOf) reportsButton.disabled = true;
  const leave = button(text.disconnect, 'quiet', 'button');
  leave.addEventListener(
    'click',
    () =>
      void run(text.disconnect, async () => {
        state = await server.disconnect();
        return '';
      }),
  );
  return [
    ...parts,
    element('div', { class: 'buttons' }, refreshButton, reportsButton),
    scheduleBox(now.schedule, text, button, (form) => void run(text.saving, () => saveSchedule(form, text))),
    settingsForm(now, text),
    leave,
  ];
}

function settingsForm(now: PanelState, text: PanelWords): Node {
  const source = element(
    'select',
    { id: 'close-date' },
    element('option', { value: 'history' }, text.closeHistory),
    element('option', { value: 'closedate' }, text.closeField),
  );
  source.value = now.settings.closeDateSource;
  const seconds = element('input', { id: 'misclick', type: 'number', min: '0', max: '3600', step: '1' });
  seconds.value = String(now.settings.misclickSeconds);
  const form = element(
    'form',
    { class: 'settings' },
    element('label', { for: 'close-date' }, text.closeDate),
    source,
    element('label', { for: 'misclick' }, text.misclick),
    seconds,
    button(busy === text.saving ? busy : text.save, '', 'submit'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const closeDateSource = source.value === 'closedate' ? 'closedate' : 'history';
    const misclickSeconds = Number(seconds.value);
    void run(text.saving, async () => {
      state = await server.saveSettings({ closeDateSource, misclickSeconds });
      return text.saved;
    });
  });
  const anew = button(text.anew, 'quiet', 'button');
  anew.addEventListener('click', () => void run(text.refreshing, () => refresh(true)));
  const box = element('details', {}, element('summary', {}, text.settings), form, element('p', { class: 'hint' }, text.anewHint), anew);
  box.open = settingsOpen;
  box.addEventListener('toggle', () => {
    settingsOpen = box.open;
  });
  return box;
}

function pair(name: string, value: string): Node[] {
  return [element('dt', {}, name), element('dd', {}, value)];
}

function button(label: string, style: string, type: string): HTMLButtonElement {
  const node = element('button', { type, class: style }, label);
  node.disabled = busy !== '';
  return node;
}

async function open(): Promise<void> {
  try {
    state = await server.sidebarState();
    draw();
  } catch (error) {
    root.replaceChildren(element('p', { class: 'message bad', role: 'alert' }, error instanceof Error ? error.message : String(error)));
  }
}

void open();
