// Other ways to load all deals, side by side with the load machine: two of the vendor's SDK by its own code, and two that other clients have, written here from
// their description (one total, then every page by its offset, all batches at a time; one chain of batches by id). Each asks for the same fields.
import { createRequire } from 'node:module';
import { ApiVersion, B24Hook } from '@bitrix24/b24jssdk';
import { batchRequest, type Command, reference } from '../../src/bitrix24/batch';
import { entitySpec } from '../../src/raw/entities';

/** How a loader reaches the portal, and its time. */
export interface Line {
  /** The webhook's address. */
  readonly url: string;
  /** Posts JSON to a method of the webhook. */
  post(suffix: string, body: string): Promise<{ readonly status: number; readonly body: string }>;
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Whether the SDK's own HTTP client reaches the portal; else its requests go through `post`. */
  readonly isHttp: boolean;
}

/** Loads all deals; answers their ids as they came. */
export type Loader = (line: Line) => Promise<number[]>;

const PAGE = 50;
const method = 'crm.item.list';
const select = entitySpec('deals').select;
const params = { entityTypeId: 2, select, order: { id: 'ASC' } };

type Deal = { readonly id: number };

const idsOf = (deals: readonly Deal[]): number[] => deals.map(({ id }) => Number(id));

/** `actions.v2.callList`, the SDK's way to load all: by id, one page a request. */
export const sdkCallList: Loader = async (line) => {
  const options = { method, params: { entityTypeId: 2, select: [...select] }, idKey: 'id', customKeyForResult: 'items' };
  const answer = await sdk(line).actions.v2.callList.make<Deal>(options);
  if (!answer.isSuccess) throw new Error(answer.getErrorMessages().join('; '));
  return idsOf(answer.getData() ?? []);
};

/** `actions.v2.batchByChunk` with a command for every page, once the total is known. */
export const sdkBatches: Loader = async (line) => {
  const { v2 } = sdk(line).actions;
  const all = { ...params, select: [...select] };
  const total = (await v2.call.make({ method, params: { ...all, start: 0 } })).getTotal();
  const calls = offsets(total).map((start) => ({ method, params: { ...all, start } }));
  const answer = await v2.batchByChunk.make<{ items: Deal[] }>({ calls, options: { isHaltOnError: true } });
  return (answer.getData() ?? []).flatMap(({ items }) => idsOf(items));
};

/** The SDK with its own settings for ordinary plans (50 requests, two a second). It wants https: on loopback its client is told http, or handed the line. */
function sdk(line: Line): B24Hook {
  const hook = B24Hook.fromWebhookUrl(line.url.replace('http:', 'https:'));
  const { ajaxClient } = hook.getHttpClient(ApiVersion.v2);
  if (line.isHttp)
    ajaxClient.interceptors.request.use((config) => ({ ...config, url: (config.url ?? '').replace('https:', 'http:') }) as typeof config);
  else ajaxClient.defaults.adapter = (config) => exchanged(line, config);
  return hook;
}

type Client = ReturnType<B24Hook['getHttpClient']>['ajaxClient'];
type Config = Parameters<Extract<Client['defaults']['adapter'], (...args: never[]) => unknown>>[0];

async function exchanged(line: Line, config: Config) {
  const { pathname } = new URL(config.url ?? '');
  const { status, body } = await line.post(pathname.replace(/^\/rest\/\d+\/[^/]+\//, ''), String(config.data ?? ''));
  const response = { status, statusText: '', headers: { 'content-type': 'application/json' }, data: body, config };
  if (status < 300) return response;
  // The very class that the SDK compares errors with.
  const { AxiosError } = createRequire(require.resolve('@bitrix24/b24jssdk'))('axios');
  throw new AxiosError(`Request failed with status code ${status}`, 'ERR_BAD_RESPONSE', config, null, response);
}

const offsets = (total: number): number[] => Array.from({ length: Math.ceil(total / PAGE) }, (_, page) => page * PAGE);

/** The first page with the total, then `start` offsets, 50 a batch, all batches at a time as far as the bucket lets them. */
export const byOffsets: Loader = async (line) => {
  const ask = asker(line);
  const first = (await ask(method, JSON.stringify({ ...params, start: 0 }))) as { result: { items: Deal[] }; total: number };
  const starts = offsets(first.total).slice(1);
  const batches = Array.from({ length: Math.ceil(starts.length / PAGE) }, (_, at) => starts.slice(at * PAGE, (at + 1) * PAGE));
  const pages = await Promise.all(
    batches.map((batch) =>
      pagesOf(
        ask,
        batch.map((start, at) => ({ name: `p${at}`, method, params: { ...params, start } })),
      ),
    ),
  );
  const rest = pages.flat().map((page) => {
    if (page === null) throw new Error('A page was refused.');
    return page;
  });
  return [...new Set([...idsOf(first.result.items), ...rest.flat()])];
};

/** One chain: a batch of 50 pages, each beginning after the last id of the one before, then the next batch; no total. */
export const byOneChain: Loader = async (line) => {
  const ask = asker(line);
  const ids: number[] = [];
  for (;;) {
    const after = (at: number) => (at === 0 ? (ids[ids.length - 1] ?? 0) : reference(`p${at - 1}`, 'items', PAGE - 1, 'id'));
    const commands = Array.from({ length: PAGE }, (_, at): Command => {
      return { name: `p${at}`, method, params: { ...params, start: -1, filter: { '>id': after(at) } } };
    });
    for (const page of await pagesOf(ask, commands)) {
      if (page === null) throw new Error('A page was refused.');
      ids.push(...page);
      // What comes after a short page was asked for with a reference to nothing.
      if (page.length < PAGE) return ids;
    }
  }
};

type Ask = (suffix: string, body: string) => Promise<unknown>;

/** Ids of each command's page; null for one that was refused. */
async function pagesOf(ask: Ask, commands: readonly Command[]): Promise<(number[] | null)[]> {
  const { suffix, body } = batchRequest(commands);
  const { result } = (await ask(suffix, body)) as { result: { result: Record<string, { items: Deal[] } | undefined> } };
  return commands.map(({ name }) => {
    const page = result.result[name];
    return page === undefined ? null : idsOf(page.items);
  });
}

/** Posts with a bucket of its own, as the portal's (50, two a second); what is refused all the same waits and is sent again, ten times. */
function asker(line: Line): Ask {
  let full = 0;
  let at = line.now();
  const turn = async (): Promise<void> => {
    full = Math.max(0, full - ((line.now() - at) / 1000) * 2) + 1;
    at = line.now();
    if (full > 50) await line.sleep(((full - 50) / 2) * 1000);
  };
  return async (suffix, body) => {
    for (let attempt = 1; ; attempt++) {
      await turn();
      const answer = await line.post(suffix, body);
      if (answer.status === 200) return JSON.parse(answer.body);
      if (attempt === 10) throw new Error(`All attempts used up: ${answer.status}.`);
      await line.sleep(1000 * attempt);
    }
  };
}
