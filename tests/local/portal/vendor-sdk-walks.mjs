// Loads all deals by each way that the vendor's SDK has and prints, as the last line, what each way saw. Run by vendor-sdk.test.ts in a process of its own, which
// trusts the test's certificate: node vendor-sdk-walks.mjs WEBHOOK_URL OAUTH_JSON
import { createHash } from 'node:crypto';
import { B24Hook, B24OAuth, ParamsFactory } from '@bitrix24/b24jssdk';

const [, , webhook, oauth] = process.argv;

// The SDK brakes itself for a portal of the smallest plan; this portal allows more.
const restrictionParams = {
  ...ParamsFactory.getRealtime(),
  rateLimit: { burstLimit: 100_000, drainRate: 100_000, adaptiveEnabled: false },
};
const hook = B24Hook.fromWebhookUrl(webhook, { restrictionParams });
const method = 'crm.item.list';
const params = { entityTypeId: 2, select: ['id', 'opportunity'], order: { id: 'ASC' } };
const items = (answer) => answer.getData().result.items;

/** Commands for every page, once the total is known. */
async function pages() {
  const total = (await hook.actions.v2.call.make({ method, params })).getTotal();
  return Array.from({ length: Math.ceil(total / 50) }, (_, page) => ({ method, params: { ...params, start: page * 50 } }));
}

const chunks = (list, size) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

async function collected(generator) {
  const all = [];
  for await (const page of generator) all.push(...page);
  return all;
}

/** The next page while there is one, by the answer's own `next`. */
async function byNext(answer) {
  const all = [...items(answer)];
  for (let next = await answer.getNext(hook.getHttpClient('v2')); next !== false; next = await next.getNext(hook.getHttpClient('v2')))
    all.push(...items(next));
  return all;
}

async function byStart(call) {
  const all = [];
  for (let start = 0; ; start += 50) {
    const answer = await call(start);
    all.push(...items(answer));
    if (!answer.isMore()) return all;
  }
}

async function byBatches(batch) {
  const all = [];
  for (const commands of chunks(await pages(), 50)) {
    const answer = await batch(commands);
    for (const result of Object.values(answer.getData())) all.push(...result.items);
  }
  return all;
}

const named = (commands) => Object.fromEntries(commands.map((command, index) => [`page${index}`, command]));
const rows = (answer) => answer.getData().flatMap((result) => result.items);
const listOptions = { method, params: { entityTypeId: 2, select: params.select }, idKey: 'id', customKeyForResult: 'items' };

/** An application whose access token is dead: the SDK must refresh it, then repeat the call. */
async function byApplication() {
  const { params: tokens, secret } = JSON.parse(oauth);
  const application = new B24OAuth(tokens, secret, { restrictionParams });
  return (await application.actions.v2.callList.make(listOptions)).getData();
}

/** The same by the old sibling, whose ids and sums are texts under upper-case names. */
const oldOptions = { method: 'crm.deal.list', params: { select: ['ID', 'OPPORTUNITY'] }, idKey: 'ID' };
const modern = (deals) => deals.map((deal) => ({ id: Number(deal.ID), opportunity: Number(deal.OPPORTUNITY) }));

const ways = {
  'callMethod, start by start': () => byStart((start) => hook.callMethod(method, params, start)),
  'callMethod, next by next': async () => byNext(await hook.callMethod(method, params)),
  callListMethod: async () => (await hook.callListMethod(method, params, null, 'items')).getData(),
  fetchListMethod: () => collected(hook.fetchListMethod(method, listOptions.params, 'id', 'items')),
  'callBatch, named': () => byBatches((commands) => hook.callBatch(named(commands))),
  'callBatch, a list': () => byBatches((commands) => hook.callBatch(commands.map((command) => [command.method, command.params]))),
  callBatchByChunk: async () => rows(await hook.callBatchByChunk(await pages(), true)),
  'actions.v2.call': () => byStart((start) => hook.actions.v2.call.make({ method, params: { ...params, start } })),
  'actions.v2.batch': () => byBatches((calls) => hook.actions.v2.batch.make({ calls, options: { isHaltOnError: true } })),
  'actions.v2.batchByChunk': async () =>
    rows(await hook.actions.v2.batchByChunk.make({ calls: await pages(), options: { isHaltOnError: true } })),
  'actions.v2.callList': async () => (await hook.actions.v2.callList.make(listOptions)).getData(),
  'actions.v2.fetchList': () => collected(hook.actions.v2.fetchList.make(listOptions)),
  'callListMethod of the old sibling': async () => modern((await hook.callListMethod(oldOptions.method, oldOptions.params)).getData()),
  'actions.v2.callList of the old sibling': async () => modern((await hook.actions.v2.callList.make(oldOptions)).getData()),
  'an application, its token refreshed': byApplication,
};

const seen = {};
for (const [way, load] of Object.entries(ways)) {
  const deals = await load();
  const ids = deals.map((deal) => deal.id).sort((a, b) => a - b);
  seen[way] = {
    rows: deals.length,
    ids: createHash('sha1').update(ids.join()).digest('hex'),
    cents: deals.reduce((sum, deal) => sum + Math.round(deal.opportunity * 100), 0),
  };
}
console.log(JSON.stringify(seen));
