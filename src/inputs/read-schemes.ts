// «Схема мотивации» as records (M34): the parts of each scheme, its tiers in their order, and who has it.
import { metricWords } from '../locale/metric-words';
import { listed, plain } from '../matching';
import type { BonusAssignment, BonusScheme, BonusTier } from './bonus-scheme';
import { personOrDepartment } from './read-plans';
import { filledRows, type InputRow, type Reading } from './rows';
import type { ColumnKey } from './sheets';
import { asPercent, idOf, keyOf, missing, numberOf, only, type Seen, setBefore, shareOf, textOf, wordIn } from './values';
import { type PartKey, partKey, partNames, wordOf } from './words';

type SchemeRow = InputRow<ColumnKey<'bonusSchemes'>>;
type Parts = Partial<Omit<BonusScheme, 'name' | 'tiers'>>;

interface TypedTier {
  readonly row: SchemeRow;
  /** null = where the one before it ends. */
  readonly from: number | null;
  readonly upTo: number | null;
  /** null = the rate cannot be read: nothing is paid for this part, and no other rate moves into it. */
  readonly rate: number | null;
}

interface SchemeLine {
  readonly row: SchemeRow;
  readonly part: PartKey;
  /** Of a row «Кому»; null = blank or not understood. */
  readonly owner: BonusAssignment['owner'] | null;
}

interface TypedScheme {
  readonly name: string;
  readonly lines: SchemeLine[];
  readonly tiers: TypedTier[];
  parts: Parts;
  /** A row besides «Кому» was typed, be it a bad one. */
  known: boolean;
  /** A row «Кому» was typed, be it a blank one. */
  given: boolean;
}

interface TypedAssignment {
  readonly row: SchemeRow;
  readonly owner: BonusAssignment['owner'];
  readonly key: string;
}

/** The largest attainment of a tier: 1000 %. */
const MOST_ATTAINMENT = 10;
const MOST_THRESHOLD = 2;
const USUAL_MULTIPLIER = 1.2;
/** What holds until something else is typed. */
export const SCHEME_DEFAULTS: Omit<BonusScheme, 'name' | 'tiers'> = {
  fixed: 0,
  base: 'wonSum',
  mode: 'marginal',
  threshold: 0,
  capTotal: null,
  kpiMultiplier: false,
  kpiMultiplierMax: USUAL_MULTIPLIER,
};

export interface Pay {
  readonly bonusSchemes: BonusScheme[];
  readonly bonusAssignments: BonusAssignment[];
}

/** A row of «Схема мотивации» that says a part of a scheme. */
export interface PlacedPart {
  /** From 1. */
  readonly row: number;
  readonly part: PartKey;
  readonly owner: BonusAssignment['owner'] | null;
  readonly blank: boolean;
}

/** What is typed under one name. */
export interface PlacedScheme {
  readonly name: string;
  /** null = nothing but for whom it is. */
  readonly scheme: BonusScheme | null;
  readonly owners: readonly BonusAssignment['owner'][];
  readonly parts: readonly PlacedPart[];
}

/** Schemes in the order of their first rows. Of two rows of one part the first holds; of two schemes of one person too. */
export function readSchemes(reading: Reading): Pay {
  const { known, assigned } = typedSchemes(reading);
  return { bonusSchemes: [...known.values()], bonusAssignments: assigned };
}

/** The same with the rows they stand in. */
export function placedSchemes(reading: Reading): PlacedScheme[] {
  const { schemes, known, assigned } = typedSchemes(reading);
  return schemes.map((typed) => ({
    name: typed.name,
    scheme: known.get(typed) ?? null,
    owners: assigned.flatMap(({ owner, scheme }) => (scheme === typed.name ? owner : [])),
    parts: typed.lines.map(({ row, part, owner }) => ({ row: row.number, part, owner, blank: row.cell('value') === '' })),
  }));
}

interface Schemes {
  readonly schemes: readonly TypedScheme[];
  /** Those that say more than for whom they are. */
  readonly known: ReadonlyMap<TypedScheme, BonusScheme>;
  readonly assigned: BonusAssignment[];
}

function typedSchemes(reading: Reading): Schemes {
  const seen: Seen = new Map();
  const schemes = new Map<string, TypedScheme>();
  const assignments: TypedAssignment[] = [];
  for (const row of filledRows('bonusSchemes', reading)) {
    const name = textOf(row, 'scheme');
    const part = keyOf(row, 'part', 'part', partKey, partNames(row.directory.lang));
    if (name === null || part === null) continue;
    const key = plain(name);
    const scheme: TypedScheme = schemes.get(key) ?? { name, lines: [], tiers: [], parts: {}, known: false, given: false };
    schemes.set(key, scheme);
    const owner = part === 'owner' && row.cell('value') !== '' ? ownerOf(row) : null;
    scheme.lines.push({ row, part, owner });
    if (part === 'owner') {
      scheme.given = true;
      if (owner !== null) assignments.push({ row, owner, key });
      continue;
    }
    scheme.known = true;
    if (part === 'tier') scheme.tiers.push(...tierOf(row));
    else {
      const change = hasNoBounds(row) ? partOf(row, part) : null;
      if (change === null) continue;
      const first = setBefore(seen, [key, part], row.number);
      if (first === null) scheme.parts = { ...scheme.parts, ...change };
      else row.bad('part', 'inputRowTwice', { first });
    }
  }
  const known = [...schemes.values()].filter((scheme) => scheme.known);
  return {
    schemes: [...schemes.values()],
    known: new Map(known.map((scheme) => [scheme, schemeOf(scheme)])),
    assigned: assignmentsOf(assignments, schemes, known),
  };
}

/** «От» and «До» stand at rates only. */
function hasNoBounds(row: SchemeRow): boolean {
  const filled = (['from', 'to'] as const).filter((key) => row.cell(key) !== '');
  for (const key of filled) row.bad(key, 'inputTierOnly');
  return filled.length === 0;
}

function ownerOf(row: SchemeRow): BonusAssignment['owner'] | null {
  if (!hasNoBounds(row)) return null;
  return wordOf(row.shown('value'), ['everybody']) ? { scope: 'company', id: null } : personOrDepartment(row, 'value');
}

/** A part without a value is not filled in yet: the default holds. */
function partOf(row: SchemeRow, part: Exclude<ReturnType<typeof partKey>, 'owner' | 'tier' | undefined>): Parts | null {
  if (row.cell('value') === '') return {};
  switch (part) {
    case 'fixed':
      return only<Parts>('fixed', numberOf(row, 'value'));
    case 'threshold':
      return only<Parts>('threshold', shareOf(row, 'value', { most: MOST_THRESHOLD }));
    case 'mode':
      return only<Parts>('mode', wordIn(row, 'value', ['marginal', 'cliff']));
    case 'base':
      return only<Parts>('base', baseOf(row));
    case 'cap':
      return only<Parts>('capTotal', numberOf(row, 'value'));
    case 'multiplier': {
      const word = wordOf(row.shown('value'), ['yes', 'no']);
      if (word !== undefined) return { kpiMultiplier: word === 'yes' };
      const most = shareOf(row, 'value', { most: MOST_ATTAINMENT, sign: 'positive' });
      return most === null ? null : { kpiMultiplier: true, kpiMultiplierMax: most };
    }
  }
}

/** A metric in money whose values add up: a rate pays a share of it. */
function baseOf(row: SchemeRow): string | null {
  const metric = idOf(row, 'value', 'metric', row.directory.metric);
  const kind = metric === null ? null : row.directory.metricKind(metric);
  if (kind === null || (kind.unit === 'money' && kind.additive)) return metric;
  return row.bad('value', 'inputBase', { example: metricWords.wonSum.name[row.directory.lang] });
}

function tierOf(row: SchemeRow): TypedTier[] {
  const rate = row.cell('value') === '' ? missing(row, 'value') : shareOf(row, 'value');
  const from = row.cell('from') === '' ? undefined : shareOf(row, 'from', { most: MOST_ATTAINMENT });
  const upTo = row.cell('to') === '' ? undefined : shareOf(row, 'to', { most: MOST_ATTAINMENT, sign: 'positive' });
  if (from === null || upTo === null) return [];
  if (from !== undefined && upTo !== undefined && from >= upTo) {
    row.bad('to', 'inputTierOrder', { from: asPercent(from), to: asPercent(upTo) });
    return [];
  }
  return [{ row, from: from ?? null, upTo: upTo ?? null, rate }];
}

function schemeOf({ name, lines, tiers, parts, given }: TypedScheme): BonusScheme {
  const first = lines[0]?.row;
  if (tiers.length === 0) first?.hint('scheme', 'inputNoTiers', { scheme: name });
  if (!given) first?.hint('scheme', 'inputSchemeNobody', { scheme: name });
  return { name, ...SCHEME_DEFAULTS, ...parts, tiers: orderedTiers(tiers) };
}

/** Tiers by their bounds; where no rate was typed a rate of 0 stands, so that none is paid by its neighbour. Overlapping rows are left out. */
function orderedTiers(typed: readonly TypedTier[]): BonusTier[] {
  const ends = (tier: TypedTier) => tier.upTo ?? Number.POSITIVE_INFINITY;
  const tiers: BonusTier[] = [];
  let reached = 0;
  let start = 0;
  let before: TypedTier | null = null;
  for (const tier of [...typed].sort((one, other) => ends(one) - ends(other))) {
    const from: number = tier.from ?? reached;
    if (before !== null && (from < reached || ends(tier) <= reached)) {
      tier.row.bad('from', 'inputTierOverlap', { from: asPercent(Number.isFinite(from) ? from : start), first: before.row.number });
      continue;
    }
    if (from > reached) {
      tier.row.hint('from', 'inputTierGap', { from: asPercent(reached), to: asPercent(from) });
      tiers.push({ upTo: from, rate: 0 });
    }
    tiers.push({ upTo: tier.upTo, rate: tier.rate ?? 0 });
    start = from;
    reached = ends(tier);
    before = tier;
  }
  if (before !== null && before.upTo !== null) before.row.hint('to', 'inputTierEnd', { to: asPercent(before.upTo) });
  return tiers;
}

function assignmentsOf(
  typed: readonly TypedAssignment[],
  schemes: ReadonlyMap<string, TypedScheme>,
  known: readonly TypedScheme[],
): BonusAssignment[] {
  const holders = new Map<string, TypedAssignment>();
  return typed.flatMap((assignment): BonusAssignment[] => {
    const { row, owner, key } = assignment;
    const scheme = schemes.get(key);
    if (scheme === undefined || !scheme.known) {
      row.bad('scheme', 'inputNoScheme', { allowed: listed(known.map(({ name }) => name)) });
      return [];
    }
    const id = JSON.stringify(owner);
    const before = holders.get(id);
    if (before !== undefined) {
      const other = schemes.get(before.key)?.name ?? '';
      row.bad('value', 'inputTwoSchemes', { scheme: other, first: before.row.number });
      return [];
    }
    holders.set(id, assignment);
    return [{ owner, scheme: scheme.name }];
  });
}
