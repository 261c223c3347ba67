// The open file with its pages: answers what a page asks of the workbook and tells every page what the script does.
// It runs where the workbook is; threads and sockets are elsewhere.
import type { Runtime } from '../runtime/contract';
import type { UiEvent } from '../runtime/screen';
import { modelData } from '../runtime/spreadsheet/engine/model-data';
import type { Language } from './args';
import { excelData } from './excel-data';
import type { Hub, SharedMessage } from './hub';
import { type Boot, type CellCall, type CellResult, type PageMessage, packed, unpacked, type WorkerMessage } from './wire';

export interface DeskOptions {
  readonly runtime: Runtime;
  readonly hub: Hub;
  readonly lang: Language;
  /** A quiet line: whose data the file shows. */
  readonly source: string;
  readonly now: () => number;
  readonly send: (to: number | 'all', message: WorkerMessage) => void;
  /** Keeps HTML of the script for a frame. */
  readonly keepFrame: (id: number, html: string) => void;
}

export interface Desk {
  /** Serves a page. While a run of the script waits, other pages may be served in between, with everything but another run. */
  receive(page: number, message: PageMessage): void;
  leave(page: number): void;
  /** The page the script works for: what it shows and asks goes there. */
  readonly asking: () => number | 'all';
  /** A browser comes back to the script; answers the HTML it is shown. */
  callback(query: string): string;
  /** Lets the script run by itself, for nobody; `work` says whether it ran. */
  byItself(work: () => boolean): void;
}

/** Sheets up to this many cells are sent with the file, bigger ones when their tab is opened. */
const smallSheet = 20_000;

/** Seats pages at an open file. */
export function openDesk({ runtime, hub, lang, source, now, send, keepFrame }: DeskOptions): Desk {
  const following = new Map<number, () => void>();
  const { spreadsheet } = runtime;
  /** The tab of a person who has not been here yet. */
  const opening = spreadsheet.active.sheetId;
  let asking: number | 'all' = 'all';
  /** How many messages are being served: more than one while a run waits. */
  let depth = 0;
  let menus = JSON.stringify(runtime.menus());
  let lastFrame = 0;
  let waiting = new Set<string>();
  /** Sheets that held values only when they were first seen. */
  const raw = new Set<string>();

  const show = (to: number | 'all', event: UiEvent): void => {
    if (event.kind === 'toast') send(to, { kind: 'screen', event });
    if (event.kind !== 'sidebar' && event.kind !== 'dialog') return;
    const { html, ...rest } = event;
    const id = ++lastFrame;
    keepFrame(id, html);
    send(to, { kind: 'screen', event: { ...rest, frame: `/frame/${id}` } });
  };
  // Pushed events are shown at once, while the script still runs; what was shown before the first page came is past.
  runtime.uiEvents.splice(0);
  runtime.uiEvents.push = (...events) => {
    for (const event of events) show(asking, event);
    return 0;
  };

  const prepareSheets = (): string[] => {
    for (const { id } of spreadsheet.sheets()) if (spreadsheet.isPlain(id)) raw.add(id);
    for (const { id, hidden } of spreadsheet.sheets()) {
      const { rows, cols } = spreadsheet.store(id).extent();
      if (!hidden && spreadsheet.isPlain(id) && rows * cols <= smallSheet) spreadsheet.promote(id);
    }
    return spreadsheet
      .sheets()
      .filter(({ id, hidden }) => !hidden && spreadsheet.isPlain(id))
      .map(({ id }) => id);
  };

  const scriptRan = (): void => {
    spreadsheet.flush();
    const now = prepareSheets();
    const added = now.filter((id) => !waiting.has(id));
    waiting = new Set(now);
    if (added.length > 0) send('all', { kind: 'waiting', sheetIds: added });
    const shown = JSON.stringify(runtime.menus());
    if (shown !== menus) send('all', { kind: 'menus', menus: runtime.menus() });
    menus = shown;
    send('all', { kind: 'recalculate' });
  };

  /** The tab a person wants to see: the one the file was left on, or the first with formulas when that is empty or gone. */
  const firstSheet = (): string => {
    const visible = spreadsheet.sheets().filter(({ hidden }) => !hidden);
    const left = visible.find(({ id }) => id === opening && spreadsheet.store(id).extent().rows > 0);
    return (left ?? visible.find(({ id }) => !emptyOrRaw(id)) ?? visible[0])?.id ?? opening;
  };
  const emptyOrRaw = (id: string): boolean => raw.has(id) || spreadsheet.store(id).extent().rows === 0;

  const boot = (page: number): Boot => {
    runtime.open();
    menus = JSON.stringify(runtime.menus());
    spreadsheet.flush();
    const waitingSheets = prepareSheets();
    waiting = new Set(waitingSheets);
    return {
      kind: 'boot',
      clientId: `page${page}`,
      lang,
      fileName: spreadsheet.name,
      source,
      timeZone: spreadsheet.timeZone,
      now: now(),
      dateFormat: lang === 'ru' ? 'dd.MM.yyyy' : 'M/d/yyyy',
      data: modelData(spreadsheet.model),
      functionNames: runtime.functionNames,
      menus: runtime.menus(),
      waitingSheets,
      activeSheet: firstSheet(),
    };
  };

  const cells = (calls: readonly CellCall[]): CellResult[] =>
    calls.map(({ key, name, args }) => {
      const result = runtime.callFromCell(name, unpacked(args) as unknown[]);
      return { key, result: 'error' in result ? result : { value: packed('value' in result ? result.value : '') } };
    });

  const shownValues = (sheetId: string): string[][] => {
    const store = spreadsheet.store(sheetId);
    const { rows, cols } = store.extent();
    return rows === 0 ? [] : store.displayValues({ top: 0, left: 0, bottom: rows - 1, right: cols - 1 });
  };

  const run = (page: number, message: Extract<PageMessage, { kind: 'run' }>): void => {
    const { id, functionName, args, as, active } = message;
    if (spreadsheet.sheetById(active.sheetId) !== undefined) spreadsheet.select(active.sheetId, active.zone);
    const before = JSON.stringify(spreadsheet.active);
    const answer = ((): { readonly value: unknown } | { readonly error: string } => {
      try {
        return { value: runtime.run(functionName, args, { as }) };
      } catch (error) {
        return { error: error instanceof Error ? error.message : String(error) };
      }
    })();
    scriptRan();
    // What the script made active stands before its answer, as its other effects do.
    if (JSON.stringify(spreadsheet.active) !== before) send(page, { kind: 'activate', place: spreadsheet.active });
    send(page, { kind: 'ran', id, ...answer });
  };

  const serve = (page: number, message: PageMessage): void => {
    switch (message.kind) {
      case 'open':
        send(page, boot(page));
        following.set(
          page,
          hub.follow(
            (shared) => send(page, { kind: 'message', message: shared }),
            () => send(page, { kind: 'behind' }),
          ),
        );
        return;
      case 'revision':
        // What a waiting script has written stands before what a person changes now.
        spreadsheet.flush();
        hub.receive(message.message as SharedMessage);
        return;
      case 'cells':
        send(page, { kind: 'results', results: cells(message.calls) });
        return;
      case 'run':
        run(page, message);
        return;
      case 'show':
        spreadsheet.promote(message.sheetId);
        waiting.delete(message.sheetId);
        send('all', { kind: 'shown', sheetId: message.sheetId });
        return;
      case 'values':
        send(page, { kind: 'values', rows: shownValues(message.sheetId) });
        return;
      case 'excel':
        spreadsheet.flush();
        send(page, { kind: 'excel', data: excelData(spreadsheet, lang === 'ru' ? 'dd.MM.yyyy' : 'M/d/yyyy') });
        return;
      case 'answer':
        // Answers reach a blocked script past this thread (question-line.ts).
        return;
    }
  };

  return {
    asking: () => asking,
    leave: (page) => {
      following.get(page)?.();
      following.delete(page);
    },
    callback: (query) => {
      const page = runtime.userCallback(query);
      scriptRan();
      return page;
    },
    byItself: (work) => {
      asking = 'all';
      depth += 1;
      try {
        if (work()) scriptRan();
      } finally {
        depth -= 1;
      }
    },
    receive: (page, message) => {
      const former = asking;
      asking = page;
      depth += 1;
      try {
        serve(page, message);
      } finally {
        depth -= 1;
        // The edit's own triggers run when the message has been served: then, too, the script works for this page.
        if (depth > 0) asking = former;
      }
    },
  };
}
