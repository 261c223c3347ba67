// The third aim: a method that has used up its operating time rests, and only that one; nothing storms against the limit, nothing is lost.
import type { HttpRequest } from '../../src/bitrix24/http';
import type { LoadCursor } from '../../src/load/load';
import { type Desk, desk, load, NOW } from '../../tests/load/drive';
import { dense, historyOf, portalOfDeals } from '../../tests/load/many-deals';
import { atMost, fullLoad, hasAll, type Target } from './aims';
import { DEALS, LATENCY_MS } from './side-by-side';

const LIMITS = { latencyMs: LATENCY_MS, pageMs: 300, operatingLimit: 480 };
/** Requests of a wave: more refusals for one resting would be a storm. */
const WAVE = 10;

interface Watched extends Desk {
  /** Requests in whose answers a command was refused for its operating time. */
  refusals(): number;
  /** Told of each wave: how often a method began to rest, which ones, and rows of history that came meanwhile. */
  readonly onWave: (wave: number, cursor: LoadCursor) => void;
  readonly seen: { rests: Set<string>; methods: Set<string>; history: number };
}

function watched(at: Desk): Watched {
  let refusals = 0;
  let history = 0;
  const seen = { rests: new Set<string>(), methods: new Set<string>(), history: 0 };
  return {
    ...at,
    seen,
    refusals: () => refusals,
    send: (requests: readonly HttpRequest[]) => {
      const answers = at.send(requests);
      for (const answer of answers) if ('body' in answer && answer.body.includes('OPERATION_TIME_LIMIT')) refusals++;
      return answers;
    },
    onWave: (_, { parked, work }) => {
      const resting = Object.entries(parked).filter(([, until]) => until > at.clock.now());
      for (const [method, until] of resting) {
        seen.rests.add(`${method} ${until}`);
        seen.methods.add(method);
      }
      const rows = work.stageHistory?.rows ?? 0;
      if (resting.length > 0) seen.history += rows - history;
      history = rows;
    },
  };
}

export function operating(): Target[] {
  return [...alone(), ...besideSomebody()];
}

/** More deals than ten minutes allow. */
function alone(): Target[] {
  const at = watched(desk(portalOfDeals(dense(DEALS)), LIMITS));
  const loaded = fullLoad(at, at.onWave);
  const minutes = ((at.clock.now() - NOW) / 60_000).toFixed(1);
  const name = `3 p = 0.3 s, ${minutes} simulated min`;
  const whole = hasAll(loaded, dense(DEALS));
  return [storm(name, at, whole), atMost(`${name}: all requests`, at.portal.stats().requests, 90, 'requests', whole)];
}

/** Somebody else has used up most of the time of deals; history is loaded beside them. */
function besideSomebody(): Target[] {
  const [deals, history] = [40_000, 60_000];
  const at = watched(desk({ ...portalOfDeals(dense(deals)), stageHistory: historyOf(dense(history)) }, LIMITS));
  const cmd = dense(50).map(() => 'crm.item.list?entityTypeId=2&start=-1');
  for (let batch = 0; batch < 30; batch++) at.send([{ method: 'POST', suffix: 'batch', body: JSON.stringify({ halt: 0, cmd }) }]);
  const loaded = load(at, { mode: 'full', entities: ['deals', 'stageHistory'] }, { direct: true, onWave: at.onWave });
  const whole = hasAll(loaded, dense(deals)) && loaded.records.stageHistory.length === history;
  const methods = [...at.seen.methods].join(', ');
  const name = '3 deals used up by somebody else';
  return [
    storm(name, at, whole),
    { name: `${name}: methods that rested`, measured: methods, bound: 'crm.item.list', holds: whole && methods === 'crm.item.list' },
    { name: `${name}: history rows meanwhile`, measured: at.seen.history, bound: '> 0', holds: whole && at.seen.history > 0 },
  ];
}

function storm(name: string, at: Watched, whole: boolean): Target {
  const rests = at.seen.rests.size;
  return atMost(`${name}: refused in ${rests} rests`, at.refusals(), rests * WAVE, 'requests', whole);
}
