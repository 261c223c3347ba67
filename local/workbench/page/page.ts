// The workbook page: waits for the file, then shows it with the spreadsheet's own interface and the script's menus, messages and panels.
import 'bootstrap/dist/css/bootstrap.min.css';
import 'font-awesome/css/font-awesome.css';
import '@odoo/o-spreadsheet/dist/o_spreadsheet.css';
import './page.css';
import './charts';
import { setTranslationMethod } from '@odoo/o-spreadsheet';
import templates from '@odoo/o-spreadsheet/dist/o_spreadsheet.xml';
import { App } from '@odoo/owl';
import { sendWholeCommands } from '../../runtime/spreadsheet/engine/whole-commands';
import type { Boot } from '../wire';
import { addMenus } from './addon-menus';
import { connectCells, registerCells } from './cells';
import { type Connection, openConnection, receiveFile } from './connection';
import { ask, showFrame } from './dialogs';
import { showGoogleErrors } from './error-texts';
import { addExcelMenu } from './excel';
import { registerNotes } from './notes';
import { activateSheet, goTo, keepPlace, placeOf, returnToPlace } from './place';
import { awaitReturn } from './return';
import { runningBar } from './running-bar';
import { givenUpBefore, leaveUntaken, showSaving } from './save-state';
import { scriptFrame } from './script-frame';
import { sidebar } from './sidebar';
import { library, Model, Spreadsheet } from './spreadsheet';
import { keepBrowsersPrint, keepRussianEntries, keepRussianPanels } from './spreadsheet-menus';
import { followTabs } from './tabs';
import { type Toast, toaster } from './toasts';
import { registerTypedValues } from './typed-values';
import { type Words, wordsOf } from './words';
import { russian } from './words-ru';

const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}".`);
  return found;
};

async function start(): Promise<void> {
  const connection = openConnection();
  const words = wordsOf(document.documentElement.lang === 'en' ? 'en' : 'ru');
  let loseLine = (): void => awaitReturn(words.lost(null), []);
  connection.onLost(() => loseLine());
  connection.on('preparing', ({ line }) => {
    if (line !== '') place('cover-line').textContent = line;
  });
  const boot = await receiveFile(connection);
  const toast = toaster(words);
  const failed = (message: string): void => toast({ title: words.failed, message, seconds: -1, tone: 'failure' });
  document.title = boot.fileName;
  place('file-name').textContent = boot.fileName;
  place('source').textContent = boot.source;
  if (boot.lang === 'ru') {
    keepRussianEntries();
    keepRussianPanels();
    keepBrowsersPrint();
  }
  addExcelMenu(connection, words, () => boot.fileName, failed);
  addMenus(boot.menus, connection, words, commands(connection, words, failed));
  registerCells(boot);
  registerNotes();
  if (boot.lang === 'ru') registerTypedValues();
  setTranslationMethod(((text: string) => (boot.lang === 'ru' ? (russian[text] ?? text) : text)) as never);
  const model = openModel(connection, boot);
  showGoogleErrors(model);
  connection.selected = () => placeOf(model);
  connectCells(model, connection, boot, words);
  const whenShown = followTabs(model, connection, boot, words);
  showSaving(model, place('saving'), words);
  activateSheet(model, boot.activeSheet);
  const composer = await showSpreadsheet(model, boot, words, toast);
  returnToPlace(model, whenShown);
  listen(connection, model, words, toast, failed);
  showActiveTab();
  place('cover').remove();
  loseLine = () => holdStill(model, composer, words);
  if (connection.isLost()) loseLine();
  const unsaved = givenUpBefore();
  if (unsaved.length > 0) toast({ title: words.unsaved, message: unsaved.join('\n'), seconds: -1, tone: 'failure' });
  // For the browser checks and for a curious person's console.
  const workerValues = (sheetId: string): Promise<unknown> =>
    new Promise((resolve) => {
      connection.on('values', ({ rows }) => resolve(rows));
      connection.send({ kind: 'values', sheetId });
    });
  Object.assign(globalThis, { workbook: { model, workerValues } });
  document.body.dataset['ready'] = 'yes';
}

/** Runs the chosen command of a menu under the running line; a failure is told in a message. */
function commands(connection: Connection, words: Words, failed: (message: string) => void): (name: string, functionName: string) => void {
  const announce = runningBar(words);
  return (name, functionName) => {
    const ended = announce(name);
    connection.run(functionName, [], 'menu').then(ended, (error: Error) => {
      ended();
      failed(error.name === 'LineError' ? words.noLine : error.message);
    });
  };
}

/** Nothing can be changed until the line is back; what the file has not taken is told at once and once more then. */
function holdStill(model: Model, composer: Composer, words: Words): void {
  const unsaved = leaveUntaken(model, composer.editionMode === 'inactive' ? '' : composer.currentContent);
  composer.cancelEdition();
  model.updateMode('readonly');
  const at = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
  awaitReturn(words.lost(at), unsaved.length === 0 ? [] : [`${words.unsaved}:`, ...unsaved]);
}

function openModel(connection: Connection, boot: Boot): Model {
  const transportService = {
    onNewMessage: (_id: string, listener: (message: never) => void) =>
      connection.on('message', ({ message }) => listener(message as never)),
    leave: () => {},
    sendMessage: async (message: unknown) => connection.send({ kind: 'revision', message }),
  };
  const model = new Model(boot.data as never, { transportService, client: { id: boot.clientId, name: '' } } as never);
  sendWholeCommands(model);
  // The worker's order of changes and this model's have parted: the file as the worker has it is the truth.
  const loadAnew = (): void => {
    leaveUntaken(model, '');
    location.reload();
  };
  model.on('unexpected-revision-id', model, loadAnew);
  connection.on('behind', loadAnew);
  window.addEventListener('pagehide', () => keepPlace(model));
  return model;
}

function showActiveTab(): void {
  document.querySelector('.o-spreadsheet-bottom-bar .o-sheet.active')?.scrollIntoView({ inline: 'center' });
}

/** What the mounted spreadsheet knows of the cell that is being typed in. */
interface Composer {
  readonly editionMode: string;
  readonly currentContent: string;
  cancelEdition(): void;
}

/** Shows the spreadsheet's own interface; answers where to find what is being typed. */
async function showSpreadsheet(model: Model, boot: Boot, words: Words, toast: (toast: Toast) => void): Promise<Composer> {
  const app = new App(Spreadsheet as never, {
    templates,
    // Narrow windows keep the menus: the spreadsheet's own layout for telephones has none.
    env: { isSmall: false } as never,
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
  const { env } = (await app.mount(place('book'))) as unknown as { readonly env: { getStore(store: unknown): Composer } };
  return env.getStore(library.stores.CellComposerStore);
}

function listen(
  connection: Connection,
  model: Model,
  words: Words,
  toast: (toast: Toast) => void,
  failed: (message: string) => void,
): void {
  const showSidebar = sidebar(place('sidebar'), connection, words);
  const questions = new Map<number, AbortController>();
  connection.on('ask', ({ id, question }) => {
    const given = new AbortController();
    questions.set(id, given);
    ask(question, words, given.signal).then(({ button, text }) => {
      if (questions.delete(id)) connection.send({ kind: 'answer', id, button, text });
    });
  });
  const withdraw = (id: number): void => {
    const question = questions.get(id);
    questions.delete(id);
    question?.abort();
  };
  connection.on('asked', ({ id }) => withdraw(id));
  connection.onLost(() => {
    for (const id of questions.keys()) withdraw(id);
  });
  connection.on('activate', ({ place }) => {
    goTo(model, place);
    showActiveTab();
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

start().catch((error: unknown) => {
  place('cover-line').textContent = String(error instanceof Error ? error.message : error);
  throw error;
});
