// Serves one workbook to the browser: the worker thread that holds it, the web server of its page, and between them the way of messages and of
// the script's questions. It knows who is asked what, not what a message means.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildPage } from './page-bundle';
import { type PageServer, servePage } from './page-server';
import { giveAnswer } from './question-line';
import type { FromWorker, Progress, ToWorker, WorkerStart } from './thread-line';
import type { PageMessage, WorkerMessage } from './wire';

export interface ServeOptions {
  /** The repository: programs and page are built in its `build`. */
  readonly root: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly workbook: WorkerStart;
  /** Hears what is being prepared; its answer is the line for pages that wait. */
  readonly progress: (step: Progress) => string;
  /** The workbook has broken down after it was ready; a sentence. */
  readonly broken: (message: string) => void;
}

export interface ServedWorkbook {
  readonly address: string;
  close(): Promise<void>;
}

interface Asked {
  readonly to: number | 'all';
  readonly slot: SharedArrayBuffer;
}

/** Resolves when the workbook is ready to be looked at; rejects with a sentence when it cannot be prepared or the port is taken. */
export async function serveWorkbook(options: ServeOptions): Promise<ServedWorkbook> {
  const { root, port, workbook, progress, broken } = options;
  const folder = await buildPage(root);
  const worker = new Worker(join(root, 'build', 'workbench-worker.cjs'), {
    workerData: workbook,
    resourceLimits: { maxOldGenerationSizeMb: 4096 },
  });
  const questions = new Map<number, Asked>();
  const callbacks = new Map<number, (html: string) => void>();
  let lastCallback = 0;
  const tell = (message: ToWorker): void => worker.postMessage(message);
  let waitingLine: string | null = '';
  const server = await servePage({
    port,
    folder,
    html: pageHtml(root, workbook),
    onMessage: (from, text) => {
      if (text.startsWith('{"kind":"answer"')) answer(questions, from, JSON.parse(text) as PageAnswer);
      else {
        if (waitingLine !== null) send(server, from, { kind: 'preparing', line: waitingLine });
        tell({ kind: 'page', from, text });
      }
    },
    onCallback: (query) =>
      new Promise((resolve) => {
        callbacks.set(++lastCallback, resolve);
        tell({ kind: 'callback', id: lastCallback, query });
      }),
    onLeave: (from) => {
      tell({ kind: 'gone', from });
      // Who was asked has gone: the script must not wait.
      for (const { to, slot } of questions.values()) if (!isAskable(server, to)) giveAnswer(slot, { button: 'CLOSE', text: '' });
    },
  }).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  const close = async (): Promise<void> => {
    await worker.terminate();
    await server.close();
  };

  return new Promise((resolve, reject) => {
    const failed = (sentence: string): void => {
      if (waitingLine === null) broken(sentence);
      else close().then(() => reject(new Error(sentence)), reject);
    };
    worker.on('error', (error) => failed(error.message));
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') {
        waitingLine = progress(message.step);
        send(server, 'all', { kind: 'preparing', line: waitingLine });
      } else if (message.kind === 'failed') failed(message.message);
      else if (message.kind === 'ready') {
        waitingLine = null;
        resolve({ address: server.address, close });
      } else if (message.kind === 'called back') {
        callbacks.get(message.id)?.(message.html);
        callbacks.delete(message.id);
      } else deliver(server, questions, message);
    });
  });
}

type PageAnswer = Extract<PageMessage, { kind: 'answer' }>;

/** An answer goes straight into the memory the script waits on; only who was asked may give it. */
function answer(questions: Map<number, Asked>, from: number, { id, button, text }: PageAnswer): void {
  const asked = questions.get(id);
  if (asked !== undefined && (asked.to === 'all' || asked.to === from)) giveAnswer(asked.slot, { button, text });
}

function deliver(
  server: PageServer,
  questions: Map<number, Asked>,
  message: Exclude<FromWorker, { kind: 'progress' | 'ready' | 'failed' | 'called back' }>,
): void {
  switch (message.kind) {
    case 'page':
      server.send(message.to, message.text);
      return;
    case 'frame':
      server.keepFrame(message.id, message.html);
      return;
    case 'question': {
      const { id, to, question, slot } = message;
      questions.set(id, { to, slot });
      if (isAskable(server, to)) send(server, to, { kind: 'ask', id, question });
      else giveAnswer(slot, { button: 'CLOSE', text: '' });
      return;
    }
    case 'asked': {
      const asked = questions.get(message.id);
      questions.delete(message.id);
      if (asked !== undefined) send(server, asked.to, { kind: 'asked', id: message.id });
    }
  }
}

function isAskable(server: PageServer, to: number | 'all'): boolean {
  return to === 'all' ? server.pageCount() > 0 : server.isOpen(to);
}

function send(server: PageServer, to: number | 'all', message: WorkerMessage): void {
  server.send(to, JSON.stringify(message));
}

function pageHtml(root: string, { lang }: WorkerStart): string {
  const words = { lang, title: lang === 'ru' ? 'KPI отдела продаж' : 'Sales KPI', loading: lang === 'ru' ? 'Загрузка…' : 'Loading…' };
  const html = readFileSync(join(root, 'local', 'workbench', 'page', 'index.html'), 'utf8');
  return html.replace(/\{\{(\w+)\}\}/g, (_, name: keyof typeof words) => words[name]);
}
