// The workbook page: waits for the file, then shows it with the spreadsheet's own interface and the script's menus, messages and panels.
import 'bootstrap/dist/css/bootstrap.min.css';
import 'font-awesome/css/font-awesome.css';
import '@odoo/o-spreadsheet/dist/o_spreadsheet.css';
import './page.css';
import './charts';
import { setTranslationMethod } from '@odoo/o-spreadsheet';
import templates from '@odoo/o-spreadsheet/dist/o_spreadsheet.xml';
import { App } from '@odoo/owl';
import type { Boot } from '../wire';
import { addMenus } from './addon-menus';
import { connectCells, registerCells } from './cells';
import { type Connection, openConnection } from './connection';
import { ask, showFrame } from './dialogs';
import { element } from './elements';
import { registerNotes } from './notes';
import { scriptFrame } from './script-frame';
import { sidebar } from './sidebar';
import { Model, Spreadsheet } from './spreadsheet';
import { keepRussianEntries, keepRussianPanels } from './spreadsheet-menus';
import { followTabs } from './tabs';
import { showRunning, type Toast, toaster } from './toasts';
import { registerTypedValues } from './typed-values';
import { type Words, wordsOf } from './words';
import { russian } from './words-ru';

const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}".`);
  return found;
};

async function start(): Promise<void> {
  const { connection, boot } = await openConnection(() => awaitReturn());
  const words = wordsOf(boot.lang);
  const toast = toaster(words);
  const failed = (message: string): void => toast({ title: words.failed, message, seconds: -1, tone: 'failure' });
  document.title = boot.fileName;
  place('file-name').textContent = boot.fileName;
  place('source').textContent = boot.source;
  if (boot.lang === 'ru') {
    keepRussianEntries();
    keepRussianPanels();
  }
  addMenus(boot.menus, connection, words, failed);
  registerCells(boot);
  registerNotes();
  if (boot.lang === 'ru') registerTypedValues();
  setTranslationMethod(((text: string) => (boot.lang === 'ru' ? (russian[text] ?? text) : text)) as never);
  const model = openModel(connection, boot);
  connectCells(model, connection, boot, words);
  followTabs(model, connection, boot, words);
  showRunning(connection, words);
  listen(connection, words, toast, failed);
  activate(model, boot.activeSheet);
  await showSpreadsheet(model, boot, words, toast);
  showActiveTab();
  place('cover').remove();
  // For the browser checks and for a curious person's console.
  const workerValues = (sheetId: string): Promise<unknown> =>
    new Promise((resolve) => {
      connection.on('values', ({ rows }) => resolve(rows));
      connection.send({ kind: 'values', sheetId });
    });
  Object.assign(globalThis, { workbook: { model, workerValues } });
  document.body.dataset['ready'] = 'yes';
}

function openModel(connection: Connection, boot: Boot): Model {
  const transportService = {
    onNewMessage: (_id: string, listener: (message: never) => void) =>
      connection.on('message', ({ message }) => listener(message as never)),
    leave: () => {},
    sendMessage: async (message: unknown) => connection.send({ kind: 'revision', message }),
  };
  const model = new Model(boot.data as never, { transportService, client: { id: boot.clientId, name: '' } } as never);
  // The worker's order of changes and this model's have parted (a lost message): the file as the worker has it is the truth.
  model.on('unexpected-revision-id', model, () => location.reload());
  return model;
}

function activate(model: Model, sheetId: string): void {
  const sheetIdFrom = model.getters.getActiveSheetId();
  if (sheetIdFrom !== sheetId) model.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo: sheetId });
}

function showActiveTab(): void {
  document.querySelector('.o-spreadsheet-bottom-bar .o-sheet.active')?.scrollIntoView({ inline: 'center' });
}

async function showSpreadsheet(model: Model, boot: Boot, words: Words, toast: (toast: Toast) => void): Promise<void> {
  const app = new App(Spreadsheet as never, {
    templates,
    translateFn: (text: string) => (boot.lang === 'ru' ? (russian[text.trim().replace(/\s+/g, ' ')] ?? text) : text),
    props: {
      model,
      notifyUser: ({ text, sticky }: { text: string; sticky: boolean }) =>
        toast({ title: '', message: String(text), seconds: sticky ? -1 : 5, tone: 'plain' }),
      raiseError: (text: string, done?: () => void) => {
        ask({ kind: 'alert', title: '', message: String(text), buttons: 'OK' }, words).then(() => done?.());
      },
      askConfirmation: (text: string, confirm: () => void, cancel?: () => void) => {
        ask({ kind: 'alert', title: '', message: String(text), buttons: 'OK_CANCEL' }, words).then(({ button }) =>
          button === 'OK' ? confirm() : cancel?.(),
        );
      },
    } as never,
  });
  await app.mount(place('book'));
}

function listen(connection: Connection, words: Words, toast: (toast: Toast) => void, failed: (message: string) => void): void {
  const showSidebar = sidebar(place('sidebar'), connection, words);
  connection.on('ask', ({ id, question }) => {
    ask(question, words).then(({ button, text }) => connection.send({ kind: 'answer', id, button, text }));
  });
  connection.on('screen', ({ event }) => {
    if (event.kind === 'toast') toast({ ...event, tone: 'plain' });
    else if (event.kind === 'failure') failed(event.message);
    else if (event.kind === 'sidebar') showSidebar(event.title, event.frame);
    else {
      const frame = scriptFrame(event.frame, event.title, connection, () => window.close());
      const window = showFrame(frame, event.title, event, words);
    }
  });
}

/** The line broke: says so and loads the page again when the program answers. */
function awaitReturn(): void {
  const { lost } = wordsOf(document.documentElement.lang === 'en' ? 'en' : 'ru');
  document.body.append(element('div', 'lost', lost));
  setInterval(() => {
    fetch('/', { cache: 'no-store' }).then(
      () => location.reload(),
      () => {},
    );
  }, 2000);
}

start().catch((error: unknown) => {
  place('cover').textContent = String(error instanceof Error ? error.message : error);
  throw error;
});
