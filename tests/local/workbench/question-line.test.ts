// Questions of a script to the page, and their answers.
import { Worker } from 'node:worker_threads';
import { answerSlot, awaitAnswer, giveAnswer } from '../../../local/workbench/question-line';

test('an answer given beforehand is there', () => {
  const slot = answerSlot();
  giveAnswer(slot, { button: 'YES', text: 'Привет' });
  giveAnswer(slot, { button: 'NO', text: 'too late' });
  expect(awaitAnswer(slot)).toEqual({ button: 'YES', text: 'Привет' });
});

test('a question that nobody answers is closed', () => {
  expect(awaitAnswer(answerSlot(), 1)).toEqual({ button: 'CLOSE', text: '' });
});

test('others are served while a question waits, and its answer may come of that', () => {
  const slot = answerSlot();
  let turns = 0;
  const answer = awaitAnswer(slot, 10_000, () => {
    turns += 1;
    if (turns === 2) giveAnswer(slot, { button: 'NO', text: '' });
  });
  expect([answer, turns]).toEqual([{ button: 'NO', text: '' }, 2]);
});

test('a blocked thread wakes up with the answer', async () => {
  const slot = answerSlot();
  const worker = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads');
     Atomics.wait(new Int32Array(workerData, 0, 2), 0, 0, 20000);
     const length = new Int32Array(workerData, 0, 2)[1];
     parentPort.postMessage(Buffer.from(new Uint8Array(workerData, 8, length)).toString());`,
    { eval: true, workerData: slot },
  );
  const heard = new Promise((resolve) => worker.once('message', resolve));
  giveAnswer(slot, { button: 'OK', text: '' });
  expect(await heard).toBe('{"button":"OK","text":""}');
  await worker.terminate();
});
