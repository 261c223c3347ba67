// A scheme of pay as rows of «Схема мотивации»: what has to be typed, added and taken away so that the sheet says it. Rows that stay keep their place and
// whatever stands beside them.
import type { Lang } from '../cell';
import { schemeWords } from '../locale/input-rows';
import { metricWords } from '../locale/metric-words';
import type { BonusAssignment, BonusScheme } from './bonus-scheme';
import { type PlacedScheme, SCHEME_DEFAULTS } from './read-schemes';
import type { ColumnKey } from './sheets';
import { asPercent } from './values';
import { type PartKey, wordName } from './words';

type Owner = BonusAssignment['owner'];
export type SchemeColumn = ColumnKey<'bonusSchemes'>;
type SchemeCells = Readonly<Partial<Record<SchemeColumn, string | number>>>;

/** A scheme to be typed, with whom it is for; `owner` null = nobody of that name is known: the reader complains about it. */
export interface WantedScheme extends BonusScheme {
  readonly holders: readonly { readonly name: string; readonly owner: Owner | null }[];
}

/** Rows from 1, as they stand before anything is changed. */
export interface SchemeEdits {
  readonly cells: readonly { readonly row: number; readonly column: SchemeColumn; readonly cell: string | number }[];
  readonly gone: readonly number[];
  readonly fresh: readonly SchemeCells[];
  /** Below which row the new ones belong; null = below everything. */
  readonly below: number | null;
}

export function sameOwner(one: Owner | null, other: Owner | null): boolean {
  return one !== null && other !== null && one.scope === other.scope && one.id === other.id;
}

/** `placed`: what stands there under its name; `bad`: rows that cannot be read. Without a wanted scheme all its rows go. */
export function schemeEdits(
  wanted: WantedScheme | null,
  placed: PlacedScheme | undefined,
  bad: ReadonlySet<number>,
  lang: Lang,
): SchemeEdits {
  const parts = placed?.parts ?? [];
  if (!wanted) return { cells: [], gone: parts.map(({ row }) => row), fresh: [], below: null };
  const cells: SchemeEdits['cells'][number][] = [];
  const gone: number[] = [];
  const fresh: SchemeCells[] = [];
  const now = placed?.scheme ?? null;
  const type = (row: number, typed: SchemeCells): void => {
    for (const [column, cell] of Object.entries(typed)) cells.push({ row, column: column as SchemeColumn, cell });
  };
  const add = (part: PartKey, typed: SchemeCells): void => {
    const { name, note } = schemeWords[part];
    const texts = Object.entries(typed).map(([column, cell]) => [column, column === 'value' ? asText(cell, lang) : cell] as const);
    fresh.push({ scheme: wanted.name, part: name[lang], explanation: note[lang], ...Object.fromEntries(texts) });
  };
  if (placed && placed.name !== wanted.name) for (const { row } of parts) type(row, { scheme: wanted.name });
  for (const part of Object.keys(schemeWords) as PartKey[]) {
    const own = parts.filter((one) => one.part === part);
    if (part === 'owner') {
      const blank = own.filter((one) => one.blank).map(({ row }) => row);
      for (const { name, owner } of wanted.holders) {
        if (own.some((one) => sameOwner(one.owner, owner))) continue;
        const row = blank.shift();
        if (row === undefined) add(part, { value: name });
        else type(row, { value: name });
      }
      const isHeld = (owner: Owner | null): boolean => wanted.holders.some((holder) => sameOwner(holder.owner, owner));
      const was = placed?.owners ?? [];
      gone.push(...own.flatMap(({ row, owner }) => (was.some((one) => sameOwner(one, owner)) && !isHeld(owner) ? row : [])));
    } else if (part === 'tier') {
      if (now && JSON.stringify(now.tiers) === JSON.stringify(wanted.tiers) && !own.some(({ row }) => bad.has(row))) continue;
      wanted.tiers.forEach(({ upTo, rate }, at) => {
        const typed = { from: wanted.tiers[at - 1]?.upTo ?? 0, to: upTo ?? '', value: percent(rate, lang) };
        const row = own[at]?.row;
        if (row === undefined) add(part, typed);
        else type(row, typed);
      });
      gone.push(...own.slice(wanted.tiers.length).map(({ row }) => row));
    } else {
      const value = valueCell(part, wanted, lang);
      const row = (own.find((one) => !bad.has(one.row)) ?? own[0])?.row;
      if (row !== undefined) {
        if (!now || bad.has(row) || value !== valueCell(part, now, lang)) type(row, { value });
      } else if (!now || value !== valueCell(part, SCHEME_DEFAULTS, lang)) add(part, { value });
    }
  }
  return { cells, gone, fresh, below: parts.length === 0 ? null : Math.max(...parts.map(({ row }) => row)) };
}

/** The sheet as it would be, and which row each row was before: null = it is new. */
export interface EditedTable {
  readonly table: readonly (readonly unknown[])[];
  readonly before: readonly (number | null)[];
}

export function edited(
  table: readonly (readonly unknown[])[],
  place: ReadonlyMap<SchemeColumn, number>,
  { cells, gone, fresh, below }: SchemeEdits,
): EditedTable {
  const rows = table.map((row, at) => ({ row: [...row], before: (at + 1) as number | null }));
  for (const { row, column, cell } of cells) {
    const at = place.get(column);
    if (at !== undefined) (rows[row - 1]?.row ?? [])[at] = cell;
  }
  const width = Math.max(...place.values()) + 1;
  const made = fresh.map((typed) => {
    const row: unknown[] = Array.from({ length: width }, () => '');
    for (const [column, at] of place) row[at] = typed[column] ?? '';
    return { row, before: null };
  });
  rows.splice(below ?? rows.length, 0, ...made);
  const left = rows.filter(({ before }) => before === null || !gone.includes(before));
  return { table: left.map(({ row }) => row), before: left.map(({ before }) => before) };
}

function valueCell(part: Exclude<PartKey, 'owner' | 'tier'>, scheme: Omit<BonusScheme, 'name' | 'tiers'>, lang: Lang): string | number {
  switch (part) {
    case 'fixed':
      return scheme.fixed;
    case 'base':
      return Object.entries(metricWords).find(([id]) => id === scheme.base)?.[1].name[lang] ?? scheme.base;
    case 'threshold':
      return percent(scheme.threshold, lang);
    case 'mode':
      return wordName(scheme.mode, lang);
    case 'cap':
      return scheme.capTotal ?? '';
    case 'multiplier':
      return scheme.kpiMultiplier ? percent(scheme.kpiMultiplierMax, lang) : wordName('no', lang);
  }
}

function percent(share: number, lang: Lang): string {
  return `${asText(asPercent(share), lang)}${lang === 'ru' ? ' ' : ''}%`;
}

/** New cells of the column «Значение» are text: a sum stands under a percentage there. */
function asText(cell: string | number, lang: Lang): string {
  return typeof cell === 'number' && lang === 'ru' ? String(cell).replace('.', ',') : String(cell);
}
