// The worker thread of the demo: the runtime, its workbook and the script live here, in one thread, and may block; the main thread stays free.
import { parentPort, workerData } from 'node:worker_threads';
import { runningClock } from '../clock';
import { type Answer, affirmative, type Question } from '../runtime/screen';
import { openDesk } from './desk';
import { createHub } from './hub';
import { openFile } from './open-file';
import { answerSlot, awaitAnswer } from './question-line';
import { buildReports, connect, refresh } from './steps';
import type { FromWorker, ToWorker, WorkerStart } from './thread-line';
import type { PageMessage } from './wire';

const { root, lang, webhook, demo } = workerData as WorkerStart;
const clock = runningClock();
const hub = createHub();
/** How often due triggers are looked for. */
const triggerMs = 20_000;

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}

// Nobody looks yet: the affirmative button is pressed.
let askPerson: (question: Question) => Answer = affirmative;
let lastQuestion = 0;

function prepare() {
  const runtime = openFile({
    root,
    lang,
    clock,
    modelConfig: { transportService: hub.transport, client: { id: 'workbook', name: '' } },
    answer: (question) => askPerson(question),
  });
  runtime.open();
  const { portal, missing } = connect(runtime, webhook);
  post({ kind: 'progress', step: { step: 'connected', portal, missing } });
  const loaded = refresh(runtime, (line) => post({ kind: 'progress', step: { step: 'loading', line } }));
  post({ kind: 'progress', step: { step: 'loaded', line: loaded } });
  const begun = performance.now();
  buildReports(runtime);
  post({ kind: 'progress', step: { step: 'reports', seconds: Math.round(performance.now() - begun) / 1000 } });
  return { runtime, portal };
}

function sourceLine(portal: string): string {
  if (!demo) return portal;
  return lang === 'ru' ? 'Демо-данные' : 'Demo data';
}

function serve(): void {
  const { runtime, portal } = prepare();
  const desk = openDesk({
    runtime,
    hub,
    lang,
    source: sourceLine(portal),
    now: clock.now,
    send: (to, message) => post({ kind: 'page', to, text: JSON.stringify(message) }),
    keepFrame: (id, html) => post({ kind: 'frame', id, html }),
  });
  askPerson = (question) => {
    const slot = answerSlot();
    post({ kind: 'question', id: ++lastQuestion, to: desk.asking(), question, slot });
    return awaitAnswer(slot);
  };
  parentPort?.on('message', (message: ToWorker) => {
    if (message.kind === 'gone') desk.leave(message.from);
    else desk.receive(message.from, JSON.parse(message.text) as PageMessage);
  });
  setInterval(() => {
    if (runtime.fireDueTriggers().length > 0) desk.scriptRan();
  }, triggerMs);
  post({ kind: 'ready' });
}

try {
  serve();
} catch (error) {
  post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}
