// Every fault the portal can play, in a first load and in a refresh, once and for good: the load ends complete and equal to an undisturbed one, or with a sentence
// of ours and the old numbers untouched; when the portal is well again the next refresh catches up; and no secret is left in anything that is kept, shown, mailed or
// logged. On the built bundle.
import { type FaultKind, type FaultRule, faultKinds, isCommandError, isListFault } from '../../local/portal/faults';
import type { SavedState } from '../../local/runtime/state';
import golden from '../golden/kpi-example/kpi-example.json';
import { allRawCells, connected, type Desk, fresh, numbers, open, sentence, won107 } from './loaded-desk';
import { readable } from './oauth-desk';

const SECRET = 'every0fault0secret';
const data = { ...golden.inputs, portal: { webhook: { code: SECRET } } };
const goods = '=B24_TOP("2025";;;"товар";3;;B24_DATA)';
const unasked = /Непредвиденная|Unexpected|TypeError|undefined|\[object|every0fault/;

interface World {
  readonly numbers: unknown;
  readonly goods: unknown;
  /** Cells of the raw sheets, a text each: what differs stays readable. */
  readonly raw: Readonly<Record<string, string>>;
}

const world = (desk: Desk): World => ({ numbers: numbers(desk), goods: fresh(desk).value(goods), raw: allRawCells(desk) });

interface Stage {
  /** The file before the load. */
  readonly file: SavedState;
  /** What the portal has learned since. */
  readonly news: Parameters<Desk['portal']['mutate']>[0];
  readonly old: World;
  readonly next: World;
}

const quiet = connected({ data });
const nothing = world(quiet);
const empty = quiet.runtime.save();
quiet.refresh();
const first = world(quiet);
const loaded = quiet.runtime.save();
quiet.portal.mutate(won107);
quiet.refresh();
const later = world(quiet);
const began = quiet.clock.now();

const stages: Readonly<Record<string, Stage>> = {
  'a first load': { file: empty, news: {}, old: nothing, next: first },
  'a refresh': { file: loaded, news: won107, old: first, next: later },
};

/** A file as it was left, a moment later, before a portal with the news; nothing was asked of this portal yet. */
function begun(state: SavedState, at: number, { news }: Stage, options: Parameters<typeof open>[0] = {}): Desk {
  const { runtime, ...others } = options;
  const desk = open({ data, now: new Date(at + 1000).toISOString(), ...others, runtime: { state, ...runtime } });
  desk.portal.mutate(news);
  return desk;
}

/** Where a fault strikes: the whole request, or commands of these methods. */
const lists = ['crm.item.list', 'crm.stagehistory.list', 'user.get', 'crm.activity.list', 'crm.status.list', 'crm.item.productrow.list'];
const keys: Readonly<Record<string, string>> = {
  'crm.stagehistory.list': 'ID',
  'user.get': 'ID',
  'crm.activity.list': 'ID',
  'crm.status.list': 'STATUS_ID',
};
const ofCommands = faultKinds.filter((fault) => isCommandError(fault) || isListFault({ fault }));

/** These differ by where they strike; of the others one place is enough outside a soak. */
const everywhere: readonly FaultKind[] = ['timeout', 'cut-body', 'query-limit', 'server-error', 'unordered-rows', 'retyped-field'];
/** Lists that differ by how they are walked: by id, whole, deal by deal; all in a soak. */
const walks = ['crm.item.list', 'crm.status.list', 'crm.item.productrow.list'];
const soak = process.env['SOAK'] !== undefined;

type Case = readonly [name: string, rules: readonly FaultRule[]];

/** The fault once, and from there on for good. */
function casesOf(fault: FaultKind, { old }: Stage): Case[] {
  const all = everywhere.includes(fault) || soak;
  const struck = (name: string, method: string, after: number, more: Partial<FaultRule> = {}): Case[] => {
    const once: Case = [`${name}, once`, [{ fault, match: { method, after }, times: 1, ...more }]];
    const forGood: Case = [`${name}, for good`, [{ fault, match: { method, after }, ...more }]];
    return all ? [once, forGood] : [old === nothing ? once : forGood];
  };
  if (!ofCommands.includes(fault)) return (soak ? [0, 1, 2] : all ? [0, 2] : [1]).flatMap((at) => struck(`request ${at + 1}`, 'batch', at));
  return (soak ? lists : all ? walks : ['crm.item.list']).flatMap((method) => {
    if (fault !== 'retyped-field') return struck(method, method, 0);
    const types = method === 'crm.status.list' ? (['map', 'absent'] as const) : (['text', 'map', 'absent'] as const);
    return (soak ? types : types.slice(-1)).flatMap((as) =>
      struck(`key of ${method} as ${as}`, method, 0, { field: keys[method] ?? 'id', as }),
    );
  });
}

/** Deals are there; only their goods are not yet, and formulas of goods say so. */
const goodsWait = ({ numbers: seen, goods: said }: World, { next }: Stage): boolean =>
  JSON.stringify(seen) === JSON.stringify(next.numbers) && /товар/i.test(String(said)) && !Array.isArray(said);

describe.each(Object.entries(stages))('%s', (_name, stage) => {
  // Errors are told apart in the first load; a refresh differs by what it has to lose.
  const kinds =
    stage.old === nothing || soak
      ? faultKinds.filter((fault) => fault !== 'change' && fault !== 'payment-required')
      : ([...everywhere, 'auth', 'reset'] as const);
  test.each(kinds)('under %s is complete and equal, or a sentence and the old numbers', (fault) => {
    for (const [name, rules] of casesOf(fault, stage)) {
      const lines: string[] = [];
      const desk = begun(stage.file, began, stage, { portal: { faults: rules }, runtime: { log: (_level, line) => lines.push(line) } });
      const said = sentence(() => desk.refresh());
      const seen = world(desk);
      if (said === 'no error') expect([name, seen]).toEqual([name, stage.next]);
      else {
        expect([name, said]).toEqual([name, expect.not.stringMatching(unasked)]);
        if (!goodsWait(seen, stage)) expect([name, said, seen]).toEqual([name, said, stage.old]);
      }
      const panel = sentence(() => lines.push(JSON.stringify(desk.call('sidebarState'))));
      expect([name, readable(desk), said, panel, ...lines].join('\n')).not.toContain(SECRET);
      const well = begun(desk.runtime.save(), desk.clock.now(), stage);
      expect([name, said, sentence(() => well.refresh())]).toEqual([name, said, 'no error']);
      expect([name, world(well)]).toEqual([name, stage.next]);
    }
  });
});
