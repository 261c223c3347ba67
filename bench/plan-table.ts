// The table of plans of a year: the server's answer as the panel asks for it, and how the large window shows it in a browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { PortalFile, PortalRecord } from '../local/portal/portal';
import type { Runtime } from '../local/runtime/contract';
import { browserFlags, findBrowser } from '../local/workbench/browser';
import { figure, median, spread, timed } from './figures';

const RUNS = 5;
const KEYS = 30;
const question = { year: 2026, metric: 'wonSum', scope: 'manager' };

interface Opened {
  readonly table: {
    readonly lines: readonly { readonly id: number; readonly targets: readonly (number | null)[] }[];
    readonly months: readonly { readonly month: string }[];
  };
}

/** The same deals among so many sellers: those there are, and others like them. */
export function withSellers(data: PortalFile, count: number): PortalFile {
  const deals = data.deals as readonly PortalRecord[];
  const users = data.users as readonly PortalRecord[];
  const sellers = users.filter(({ ID }) => deals.some(({ assignedById }) => String(assignedById) === String(ID)));
  const more = Array.from({ length: count - sellers.length }, (_, at): PortalRecord => {
    const like = sellers[at % sellers.length] ?? {};
    return { ...like, ID: String(5000 + at), LAST_NAME: `${like['LAST_NAME']}-${at + 1}`, EMAIL: `seller${at}@example.com` };
  });
  const ids = [...sellers, ...more].map(({ ID }) => Number(ID));
  return {
    ...data,
    users: [...users, ...more],
    deals: deals.map((deal) => ({ ...deal, assignedById: ids[Number(deal['id']) % ids.length] ?? 0 })),
  };
}

/** Types a plan into every cell of the year, as the large window saves it. */
export function planEverybody(runtime: Runtime): void {
  const { table } = asked(runtime);
  const edits = table.lines.flatMap(({ id, targets }, line) =>
    table.months.map(({ month }, at) => ({ owner: id, month, was: targets[at] ?? null, target: 1_000_000 + line * 1000 + at })),
  );
  const { seconds, processorSeconds } = timed(() => runtime.run('savePlans', [question, edits], { as: 'sidebar' }));
  figure(`Save ${edits.length} plans at once`, seconds, 's');
  figure('  processor time', processorSeconds, 's');
}

const asked = (runtime: Runtime): Opened => runtime.run('plans', [question], { as: 'sidebar' }) as Opened;

/** Processor time of the answer and its size; answers it. */
export function planAnswer(runtime: Runtime): Opened {
  const runs = Array.from({ length: RUNS }, () => timed(() => asked(runtime)));
  const [{ result }] = runs as [(typeof runs)[number]];
  const lines = result.table.lines.length;
  const times = runs.map(({ processorSeconds }) => processorSeconds * 1000);
  figure(`Table of plans, ${lines} managers × 12 months, processor time of ${RUNS}`, spread(times), 'ms');
  figure('  its JSON', Buffer.byteLength(JSON.stringify(result)) / 1024, 'KB');
  return result;
}

/** The built page of the large window with this answer, from its coming to the painted table; then single keys in a cell, and Enter, each to the painted frame. */
export async function planWindow(opened: Opened): Promise<void> {
  const executablePath = findBrowser('.');
  if (!executablePath) {
    figure('No browser on this machine: the large window is not measured');
    return;
  }
  const browser = await chromium.launch({ executablePath, args: browserFlags() });
  try {
    const shown: number[] = [];
    for (let run = 1; run < RUNS; run++) {
      const page = await browser.newPage({ viewport: { width: 1180, height: 640 } });
      shown.push(await openedIn(page, opened));
      await page.close();
    }
    const page = await browser.newPage({ viewport: { width: 1180, height: 640 } });
    shown.push(await openedIn(page, opened));
    figure(`  shown in the large window, ${RUNS} times`, spread(shown), 'ms');
    for (const [name, keys] of [
      ['a digit', Array.from({ length: KEYS }, () => '7')],
      ['Enter, with the sums and the next cell', Array.from({ length: KEYS }, (_, at) => ['5', 'Enter'][at % 2] ?? '')],
    ] as const) {
      await page.locator('.grid input').first().click();
      await page.evaluate('taken = []');
      for (const key of keys) await page.keyboard.press(key, { delay: 20 });
      await page.waitForFunction(`taken.length === ${KEYS}`);
      const taken = ((await page.evaluate('taken')) as { key: string; ms: number }[]).filter(({ key }) => key === keys[1]);
      const times = taken.map(({ ms }) => ms);
      figure(`  ${name}, median of ${times.length} (longest ${Math.round(Math.max(...times))})`, median(times), 'ms');
    }
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the answer to the frame with the whole table. */
async function openedIn(page: Page, opened: Opened): Promise<number> {
  const answers = JSON.stringify({ sidebarState: { lang: 'ru' }, plans: { ...opened, draft: [] }, keepDraft: null }).replace(
    /</g,
    '\\u003c',
  );
  const cells = opened.table.lines.length * 12;
  const stub = `
    const answers = ${answers};
    let taken = [];
    const painted = (then) => requestAnimationFrame(() => setTimeout(then));
    const shown = new Promise((resolve) => { globalThis.whenShown = resolve; });
    const look = (start) => painted(() => document.querySelectorAll('.wide .grid input').length < ${cells} ? look(start) : whenShown(performance.now() - start));
    const runner = (ok) => new Proxy({}, { get: (_, name) =>
      name === 'withSuccessHandler' ? runner : name === 'withFailureHandler' ? () => runner(ok) : () => setTimeout(() => {
        const answer = JSON.stringify(answers[name]);
        if (name === 'plans') look(performance.now());
        ok(JSON.parse(answer));
      }) });
    globalThis.google = { script: { run: runner(() => {}) } };
    addEventListener('keydown', ({ key, timeStamp }) => painted(() => taken.push({ key, ms: performance.now() - timeStamp })), true);`;
  const html = readFileSync(join('dist', 'Plans.html'), 'utf8');
  await page.setContent(html.replace('<head>', () => `<head><script>${stub}</script>`));
  return (await page.evaluate('shown')) as number;
}
