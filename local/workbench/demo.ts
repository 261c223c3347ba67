// `npm run demo`: a portal, the add-on that loads it, and the workbook in the browser, all on this machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type DemoArgs, demoArgs, demoUsage, UsageError } from './args';
import { demoWords } from './demo-words';
import { openBrowser } from './open-browser';
import { startPortal } from './own-portal';
import { buildPage } from './page-bundle';
import { type PageServer, servePage } from './page-server';
import { giveAnswer } from './question-line';
import type { FromWorker, Progress, ToWorker, WorkerStart } from './thread-line';
import type { PageMessage, WorkerMessage } from './wire';

const root = join(__dirname, '..');

async function demo(args: DemoArgs): Promise<void> {
  const begun = performance.now();
  const words = demoWords[args.lang];
  const page = buildPage(root);
  if (args.webhook === null) print(words.portal);
  const own = args.webhook === null ? await startPortal(args.data, args.lang) : null;
  const webhook = args.webhook ?? own?.webhook ?? '';
  const worker = startWorker({ root, lang: args.lang, webhook, demo: own !== null && args.data === null });
  const questions = new Map<number, SharedArrayBuffer>();
  const server = await servePage({
    port: args.port,
    folder: await page,
    html: pageHtml(args),
    onMessage: (from, text) => passOn(worker, questions, from, text),
    onLeave: (from) => {
      tell(worker, { kind: 'gone', from });
      // Who was asked has gone: the script must not wait.
      for (const slot of questions.values()) giveAnswer(slot, { button: 'CLOSE', text: '' });
    },
  });
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'progress') print(progressLine(message.step, args));
    else if (message.kind === 'failed') stop(message.message);
    else if (message.kind === 'ready') {
      if (own !== null && own.planted !== '') print(`\n${own.planted}\n`);
      print(words.ready(server.address, Math.round((performance.now() - begun) / 100) / 10));
      print(words.stop);
      if (args.open) openBrowser(server.address);
    } else deliver(server, questions, message);
  });
  worker.on('error', (error) => stop(error.message));
}

function startWorker(workerData: WorkerStart): Worker {
  return new Worker(join(root, 'build', 'workbench-worker.cjs'), { workerData, resourceLimits: { maxOldGenerationSizeMb: 4096 } });
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

/** An answer goes straight into the memory the script waits on; everything else to the worker. */
function passOn(worker: Worker, questions: Map<number, SharedArrayBuffer>, from: number, text: string): void {
  if (text.startsWith('{"kind":"answer"')) {
    const { id, button, text: typed } = JSON.parse(text) as Extract<PageMessage, { kind: 'answer' }>;
    const slot = questions.get(id);
    questions.delete(id);
    if (slot !== undefined) giveAnswer(slot, { button, text: typed });
    return;
  }
  tell(worker, { kind: 'page', from, text });
}

function deliver(server: PageServer, questions: Map<number, SharedArrayBuffer>, message: FromWorker): void {
  if (message.kind === 'page') server.send(message.to, message.text);
  else if (message.kind === 'frame') server.keepFrame(message.id, message.html);
  else if (message.kind === 'question') {
    const { id, to, question, slot } = message;
    questions.set(id, slot);
    const ask: WorkerMessage = { kind: 'ask', id, question };
    server.send(to, JSON.stringify(ask));
  }
}

function progressLine(progress: Progress, { lang }: DemoArgs): string {
  const words = demoWords[lang];
  switch (progress.step) {
    case 'connected':
      return [words.connected(progress.portal), ...(progress.missing.length > 0 ? [words.missing(progress.missing)] : [])].join('\n');
    case 'loading':
      return words.loading(progress.line);
    case 'loaded':
      return words.loaded(progress.line);
    case 'reports':
      return words.reports(progress.seconds);
  }
}

function pageHtml({ lang }: DemoArgs): string {
  const words = { lang, title: lang === 'ru' ? 'KPI отдела продаж' : 'Sales KPI', loading: lang === 'ru' ? 'Загрузка…' : 'Loading…' };
  const html = readFileSync(join(root, 'local', 'workbench', 'page', 'index.html'), 'utf8');
  return html.replace(/\{\{(\w+)\}\}/g, (_, name: keyof typeof words) => words[name]);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function main(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
  try {
    demo(demoArgs(process.argv.slice(2), process.env)).catch((error: Error) => stop(error.message));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${demoUsage}\n`);
    process.exit(2);
  }
}

main();
