// The worker thread of the workbook page: the runtime, its workbook and the script live here, in one thread, and may block; the main thread stays free.
// While the script waits (for the network, for an answer), other messages of the pages are served; another run waits its turn.
import { join } from 'node:path';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { runningClock } from '../clock';
import type { Runtime } from '../runtime/contract';
import { type Answer, affirmative, type Question } from '../runtime/screen';
import { fillDemoInputs } from './demo-inputs';
import { type Desk, openDesk } from './desk';
import { createHub } from './hub';
import { openFile } from './open-file';
import { answerSlot, awaitAnswer } from './question-line';
import { buildReports, connect, refresh } from './steps';
import type { FromWorker, ToWorker, WorkerStart } from './thread-line';
import type { PageMessage } from './wire';

const { project, lang, webhook, demo } = workerData as WorkerStart;
const clock = runningClock();
const hub = createHub();
/** How often due triggers are looked for. */
const triggerMs = 20_000;

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}

// Nobody looks yet: the affirmative button is pressed, and there is nobody to serve meanwhile.
let askPerson: (question: Question) => Answer = affirmative;
let meanwhile = (): void => {};
let lastQuestion = 0;

function openWorkbook(): Runtime {
  const runtime = openFile({
    project,
    httpWorker: join(__dirname, 'http-worker.cjs'),
    meanwhile: () => meanwhile(),
    lang,
    clock,
    modelConfig: { transportService: hub.transport, client: { id: 'workbook', name: '' } },
    answer: (question) => askPerson(question),
  });
  runtime.open();
  return runtime;
}

/** Connects, loads and reports, as a person does with a new file (in the demo people also typed their plans); answers whose data they are. */
function prepare(runtime: Runtime, webhook: string): string {
  const { portal, missing } = connect(runtime, webhook);
  post({ kind: 'progress', step: { step: 'connected', portal, missing } });
  const loaded = refresh(runtime, (line) => post({ kind: 'progress', step: { step: 'loading', line } }));
  post({ kind: 'progress', step: { step: 'loaded', line: loaded } });
  if (demo) fillDemoInputs(runtime, lang, clock.now());
  const begun = performance.now();
  buildReports(runtime);
  post({ kind: 'progress', step: { step: 'reports', seconds: Math.round(performance.now() - begun) / 1000 } });
  if (!demo) return portal;
  return lang === 'ru' ? 'Демо-данные' : 'Demo data';
}

/** Takes messages of the pages in their order. Runs of the script follow one another, each in a turn of its own: what people typed before is finished then. */
function takeMessages(runtime: Runtime, desk: Desk): void {
  const runs: (() => void)[] = [];
  let serving = false;
  const next = (): void => {
    runs[0]?.();
    runs.shift();
    if (runs.length > 0) setImmediate(next);
  };
  const queue = (run: () => void): void => {
    if (runs.push(run) === 1) setImmediate(next);
  };
  const take = (message: ToWorker): void => {
    if (message.kind === 'gone') {
      desk.leave(message.from);
      return;
    }
    if (message.kind === 'callback') {
      const { id, query } = message;
      queue(() => post({ kind: 'called back', id, html: desk.callback(query) }));
      return;
    }
    const { from } = message;
    const asked = JSON.parse(message.text) as PageMessage;
    const serve = (): void => {
      try {
        desk.receive(from, asked);
      } catch (error) {
        // One page's mistake is told to that page; the workbook goes on for the others.
        failed(from, error);
      }
    };
    if (asked.kind !== 'run') serve();
    else queue(serve);
  };
  parentPort?.on('message', take);
  meanwhile = () => {
    if (serving || parentPort === null || runtime.spreadsheet.isCalculating) return;
    serving = true;
    try {
      for (let got = receiveMessageOnPort(parentPort); got !== undefined; got = receiveMessageOnPort(parentPort)) take(got.message);
    } finally {
      serving = false;
    }
  };
}

function failed(page: number, error: unknown): void {
  const event = { kind: 'failure', message: error instanceof Error ? error.message : String(error) };
  post({ kind: 'page', to: page, text: JSON.stringify({ kind: 'screen', event }) });
}

function serve(): void {
  const runtime = openWorkbook();
  const source = webhook === null ? '' : prepare(runtime, webhook);
  const desk = openDesk({
    runtime,
    hub,
    lang,
    source,
    now: clock.now,
    send: (to, message) => post({ kind: 'page', to, text: JSON.stringify(message) }),
    keepFrame: (id, html) => post({ kind: 'frame', id, html }),
  });
  askPerson = (question) => {
    const slot = answerSlot();
    const id = ++lastQuestion;
    post({ kind: 'question', id, to: desk.asking(), question, slot });
    const answer = awaitAnswer(slot, undefined, () => meanwhile());
    post({ kind: 'asked', id });
    return answer;
  };
  takeMessages(runtime, desk);
  setInterval(() => desk.byItself(() => runtime.fireDueTriggers().length > 0), triggerMs);
  post({ kind: 'ready' });
}

try {
  serve();
} catch (error) {
  post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
