// `npm run demo`: a portal, the add-on that loads it, and the workbook in the browser, all on this machine.
import { join } from 'node:path';
import { type DemoArgs, demoArgs, demoUsage, UsageError } from './args';
import { demoWords } from './demo-words';
import { openBrowser } from './open-browser';
import { application, startPortal } from './own-portal';
import { serveWorkbook } from './serve-workbook';
import type { Progress } from './thread-line';

const root = join(__dirname, '..');

async function demo(args: DemoArgs): Promise<void> {
  const begun = performance.now();
  const words = demoWords[args.lang];
  if (args.webhook === null) print(words.portal);
  const own = args.webhook === null ? await startPortal(args.data, args.lang) : null;
  const webhook = args.webhook ?? own?.webhook ?? '';
  const { address } = await serveWorkbook({
    root,
    port: args.port,
    workbook: { project: join(root, 'dist'), lang: args.lang, webhook, demo: own !== null && args.data === null },
    progress: (step) => {
      print(progressLine(step, args));
      return waitingLine(step, args);
    },
    broken: stop,
  });
  if (own !== null && own.planted !== '') print(`\n${own.planted}\n`);
  own?.install(address);
  if (own !== null) print(words.oauth(new URL(webhook).host, application.clientId, application.clientSecret));
  print(words.ready(address, Math.round((performance.now() - begun) / 100) / 10));
  print(words.stop);
  if (args.open) openBrowser(address);
}

function progressLine(progress: Progress, { lang }: DemoArgs): string {
  const words = demoWords[lang];
  switch (progress.step) {
    case 'connected':
      return [words.connected(progress.portal), ...progress.missing].join('\n');
    case 'loading':
      return words.loading(progress.line);
    case 'loaded':
      return words.loaded(progress.line);
    case 'reports':
      return words.reports(progress.seconds);
  }
}

/** What comes next, for a page that waits. */
function waitingLine(progress: Progress, { lang }: DemoArgs): string {
  const words = demoWords[lang];
  if (progress.step === 'loading') return words.loading(progress.line);
  return progress.step === 'connected' ? words.fetching : words.building;
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
