// `npm run workbook`: the add-on in the local runtime without a page. Arguments in, one JSON object out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningClock } from '../clock';
import type { Runtime } from '../runtime/contract';
import { UsageError, type WorkbookArgs, workbookArgs, workbookUsage } from './args';
import { openFile } from './open-file';
import { keepState, keptState } from './state-folder';
import { connect, type Report, takeSteps } from './steps';
import { tsvRows } from './tsv';

const root = join(__dirname, '..');

function work(args: WorkbookArgs): Report {
  const state = args.state === null ? undefined : keptState(args.state);
  const runtime = openFile({
    project: join(root, 'dist'),
    httpWorker: join(root, 'build', 'http-worker.cjs'),
    lang: args.lang,
    clock: runningClock(args.now ?? Date.now()),
    ...(state === undefined ? {} : { state }),
  });
  try {
    runtime.open();
    if (args.webhook !== null) announce(connect(runtime, args.webhook).missing);
    return takeSteps(runtime, args.steps, (file) => tsvRows(readFileSync(file, 'utf8')));
  } finally {
    // Kept after a failure too: Google keeps what a failed run has written, and the next run goes on from there.
    if (args.state !== null) keepFile(runtime, args.state);
  }
}

function keepFile(runtime: Runtime, folder: string): void {
  runtime.spreadsheet.flush();
  keepState(folder, runtime.save());
}

function announce(missing: readonly string[]): void {
  for (const sentence of missing) process.stderr.write(`${sentence}\n`);
}

function main(): number {
  let args: WorkbookArgs;
  try {
    args = workbookArgs(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${workbookUsage}\n`);
    return 2;
  }
  try {
    print(work(args));
    return 0;
  } catch (error) {
    print({ error: error instanceof Error ? error.message : String(error) });
    return 1;
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

// The worker that fetches for the script keeps the process alive; a pipe may take the output later than `exit`.
const code = main();
process.stdout.write('', () => process.exit(code));
