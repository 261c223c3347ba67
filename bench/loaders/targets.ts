// The six aims of the load, measured: a line each with what was found, the bound and whether it holds. The load machine on a simulated clock; counts alone are tests
// too (tests/load/requests.test.ts).
import { desk, load, marksAfter } from '../../tests/load/drive';
import { clustered, dense, portalOfDeals, sparse } from '../../tests/load/many-deals';
import { figure, table } from '../figures';
import { atMost, FULL, fullLoad, hasAll, none, type Target } from './aims';
import { operating } from './operating';
import { DEALS, LATENCY_MS, type Measured, OURS, sideBySide } from './side-by-side';

export async function targets(args: readonly string[]): Promise<void> {
  const lines = await sideBySide(args);
  const found = [...besideOthers(lines), ...wherever(), ...operating(), ...slow(), refreshed(), ...killed()];
  figure('The six aims');
  table(
    ['aim', 'measured', 'bound', 'holds'],
    found.map(({ name, measured, bound, holds }) => [name, measured, bound, holds ? 'yes' : 'NO']),
  );
  const missed = found.filter(({ holds }) => !holds).map(({ name }) => name);
  if (missed.length > 0) console.log(`\nNOT REACHED: ${missed.join('; ')}.`);
}

function besideOthers(lines: readonly Measured[]): Target[] {
  const ours = lines.find(({ name }) => name === OURS) as Measured;
  const sequential = Math.min(...lines.filter(({ name }) => /in turn|a page a request/.test(name)).map(({ seconds }) => seconds));
  return [
    atMost('1 dense ids: requests', ours.requests, 50, 'requests', ours.isWhole),
    none('1 dense ids: COUNTs', ours.counts),
    none('1 dense ids: requests rejected', ours.rejected),
    atMost('1 dense ids: half of the best client that asks in turn', ours.seconds, sequential / 2, 's', ours.isWhole),
  ];
}

function wherever(): Target[] {
  const of = (name: string, ids: readonly number[], most: number): Target[] => {
    const at = desk(portalOfDeals(ids), { latencyMs: LATENCY_MS });
    const loaded = fullLoad(at);
    const { requests, rejected } = at.portal.stats();
    return [atMost(`2 ${name}: requests`, requests, most, 'requests', hasAll(loaded, ids)), none(`2 ${name}: requests rejected`, rejected)];
  };
  return [
    ...of('nine ids of ten missing', sparse(DEALS), 65),
    ...of('ids in clusters', clustered(DEALS), 65),
    ...of('400,000 deals', dense(400_000), 180),
  ];
}

function slow(): Target[] {
  return [0, 480].map((operatingLimit) => {
    const at = desk(portalOfDeals(dense(20_000)), { latencyMs: LATENCY_MS, pageMs: 2000, operatingLimit });
    const loaded = fullLoad(at);
    const name = `4 p = 2 s, ${operatingLimit === 0 ? 'no operating limit' : 'operating limit 480 s'}: longest request`;
    return atMost(name, at.longest() / 1000, 60, 's', hasAll(loaded, dense(20_000)));
  });
}

function refreshed(): Target {
  const at = desk(
    portalOfDeals(dense(DEALS), (id) => (id % 2 === 0 ? 'S' : 'P')),
    { latencyMs: LATENCY_MS },
  );
  const entities = ['categories', 'statuses', 'currencies', 'departments', 'users', 'deals'] as const;
  const first = load(at, { mode: 'full', entities }, { direct: true });
  at.clock.advance(3_600_000);
  at.portal.mutate({ deals: dense(100).map((index) => ({ id: index * 997, title: 'changed' })) });
  at.clock.advance(60_000);
  const before = at.portal.stats().requests;
  const options = { mode: 'incremental', marks: marksAfter(first), entities: [...entities, 'productRows'] } as const;
  const second = load(at, options, { previous: first.records, direct: true });
  const changed = second.records.deals.filter(({ title }) => title === 'changed').length;
  return atMost('5 refresh, 100 of 100,000 changed', at.portal.stats().requests - before, 3, 'requests', changed === 100);
}

/** A run that dies after a wave was sent and before its cursor was kept, at every wave in turn. */
function killed(): Target[] {
  return [DEALS, 400_000].map((deals) => {
    const data = portalOfDeals(dense(deals));
    const run = (killed: number | null) => {
      const at = desk(data, { latencyMs: LATENCY_MS });
      const loaded = load(at, FULL, { direct: true, killAt: (wave) => wave === killed });
      return { requests: at.portal.stats().requests, waves: loaded.steps - loaded.waits, whole: hasAll(loaded, dense(deals)) };
    };
    const undisturbed = run(null);
    // Every wave of a short load. Of a long one those of the first fifty requests, where the bucket runs full, and some of the later ones, which are all alike.
    const waves = Array.from({ length: undisturbed.waves }, (_, wave) => wave).filter((wave) => wave < 12 || wave % 20 === 0);
    const tries = waves.map(run);
    const most = Math.max(...tries.map(({ requests }) => requests));
    const name = `6 ${deals.toLocaleString('en')} deals killed at ${waves.length === undisturbed.waves ? 'any wave' : 'one of many waves'}, cursor kept after each: requests`;
    return atMost(
      name,
      most,
      undisturbed.requests * 1.1,
      'requests',
      tries.every(({ whole }) => whole),
    );
  });
}
