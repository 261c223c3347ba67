// The argument "who" (D5): a name or a part of it, an e-mail, an id, a department with its children, or a range with one answer per cell.
import type { Cell, Lang, Table } from '../../cell';
import { isKpiError, KpiError } from '../../errors';
import type { Labels } from '../../facts/facts';
import type { PlanOwner } from '../../inputs/plan';
import { sentence } from '../../locale/describe';
import { personWords } from '../../locale/person-words';
import { listed, partMatches, plain, sameWords, similarNames } from '../../matching';
import { managersOfDepartment } from '../../metrics/breakdown';
import { cellValue, filledCells, type Given, isBlock, isDate, shown } from './given';

/** Indices in `labels.managers`; null = everybody. */
export type People = ReadonlySet<number> | null;

/** Who was asked for: the people, and whose plans stand for them (M28). */
export interface Asked {
  readonly people: People;
  /** The company for everybody; else what was named: managers and departments, each once, nobody who is within a named department. */
  readonly owners: readonly PlanOwner[];
}

/** One thing that a name means. */
interface Named {
  readonly owner: PlanOwner;
  readonly people: ReadonlySet<number>;
}

const EVERYBODY: Asked = { people: null, owners: [{ scope: 'company', id: null }] };

/**
 * One answer, or one per cell of a range in the same shape: a blank cell answers blank, an unknown name its sentence in its own cell.
 * A wrong single argument is KpiError('argument').
 */
export function answerForWho(raw: unknown, labels: Labels, answer: (people: People, owners: readonly PlanOwner[]) => Cell): Cell | Table {
  const answered = (value: Given | undefined): Cell => {
    const { people, owners } = askedOf(value === undefined ? [] : [value], labels);
    return answer(people, owners);
  };
  if (!isBlock(raw)) return answered(cellValue(raw));
  return raw.map((row) => (Array.isArray(row) ? row : [row]).map((cell) => answerForCell(cell, labels, answered)));
}

function answerForCell(cell: unknown, labels: Labels, answered: (value: Given) => Cell): Cell {
  const value = cellValue(cell);
  if (value === undefined) return '';
  try {
    return answered(value);
  } catch (error) {
    if (isKpiError(error) && error.kind === 'argument') return sentence(error.key, error.params, labels.lang);
    throw error;
  }
}

/** For functions that answer with a table: the union of a range's cells; everybody when omitted. */
export function askedPeople(raw: unknown, labels: Labels): Asked {
  return askedOf(isBlock(raw) ? filledCells(raw) : [cellValue(raw)].filter((cell) => cell !== undefined), labels);
}

/** The people of `askedPeople`. */
export function peopleArgument(raw: unknown, labels: Labels): People {
  return askedPeople(raw, labels).people;
}

function askedOf(values: readonly Given[], labels: Labels): Asked {
  const found = values.map((value) => namedBy(value, labels));
  if (found.length === 0 || found.includes(null)) return EVERYBODY;
  const named = [...new Map(found.flatMap((all) => (all ?? []).map((one) => [`${one.owner.scope} ${one.owner.id}`, one]))).values()];
  const owners = named.filter((one, at) => !named.some((other, index) => isWithin(one, other, index < at)));
  return { people: new Set(named.flatMap(({ people }) => [...people])), owners: owners.map(({ owner }) => owner) };
}

/** Whether everybody of the one is within the other, a department; of two with the same people the one named first is kept. */
function isWithin(one: Named, other: Named, otherIsFirst: boolean): boolean {
  if (one === other || other.owner.scope !== 'department' || one.people.size === 0) return false;
  if (![...one.people].every((person) => other.people.has(person))) return false;
  return one.owner.scope === 'manager' || one.people.size < other.people.size || otherIsFirst;
}

/** null = everybody; else everything the value names. */
function namedBy(value: Given, labels: Labels): readonly Named[] | null {
  if (isDate(value) || typeof value === 'boolean') throw unknown(value, labels);
  if (typeof value === 'number') return [byId(value, labels) ?? fail(value, labels)];
  const text = plain(value);
  if (personWords.everybody.some((word) => plain(word) === text)) return null;
  const found = exactly(text, labels) ?? byPart(value, labels);
  if (found) return [found];
  const parts = value.split(/[;,]/).filter((part) => part.trim() !== '');
  if (parts.length <= 1) return fail(value, labels);
  const named = parts.map((part) => namedBy(part.trim(), labels));
  return named.includes(null) ? null : named.flatMap((one) => one ?? []);
}

/** Id (also `#12` behind a name), "no manager", e-mail, the whole name in either order, the whole name of a department. */
function exactly(text: string, labels: Labels): Named | null {
  const id = /^(?:.*#)?(\d+)$/.exec(text)?.[1];
  if (id !== undefined) return byId(Number(id), labels);
  if (personWords.nobody.some((word) => plain(word) === text)) return manager(0, labels);
  const same = peopleCalled(text, labels);
  if (same.length > 1)
    throw several(
      text,
      same.map((index) => personName(labels, index)),
      labels,
    );
  if (same.length === 1) return manager(same[0] ?? 0, labels);
  return department(
    labels.departments.findIndex((known) => plain(known.name) === text),
    labels,
  );
}

/** A part that fits one person, or no person and one department. */
function byPart(found: string, labels: Labels): Named | null {
  const name = withoutLeft(plain(found));
  const people = peopleLike(name, labels);
  if (people.length > 1)
    throw several(
      found,
      people.map((index) => personName(labels, index)),
      labels,
    );
  if (people[0] !== undefined) return manager(people[0], labels);
  const departments = partMatches(
    name,
    labels.departments.map((known) => known.name),
  );
  if (departments.length > 1)
    throw several(
      found,
      departments.map((index) => labels.departments[index]?.name ?? ''),
      labels,
    );
  return department(departments[0] ?? -1, labels);
}

/** Indices of the people with this e-mail, or whose whole name it is, in either order (text made `plain`). */
export function peopleCalled(text: string, { managers }: Pick<Labels, 'managers'>): number[] {
  const name = withoutLeft(text);
  const byMail = indices(managers, ({ email }) => email !== '' && plain(email) === name);
  return byMail.length > 0 ? byMail : indices(managers, (known) => sameWords(known.name, name));
}

/** Indices of the people whose name has this part. The line without a manager is asked for by its whole name only. */
export function peopleLike(text: string, { managers }: Pick<Labels, 'managers'>): number[] {
  return partMatches(
    withoutLeft(text),
    managers.map((known, index) => (index === 0 ? '' : known.name)),
  );
}

function byId(id: number, labels: Labels): Named | null {
  return manager(
    labels.managers.findIndex((known) => known.id === id),
    labels,
  );
}

function manager(index: number, { managers }: Labels): Named | null {
  const known = managers[index];
  return known ? { owner: { scope: 'manager', id: known.id }, people: new Set([index]) } : null;
}

function department(index: number, labels: Labels): Named | null {
  const known = labels.departments[index];
  return known ? { owner: { scope: 'department', id: known.id }, people: managersOfDepartment({ labels }, index) } : null;
}

/** The name shown in tables and drop-downs, which the argument also reads back: people who left are marked, namesakes carry their id. */
export function personName(labels: Pick<Labels, 'managers' | 'lang'>, index: number): string {
  const known = labels.managers[index];
  if (!known) return '';
  if (index === 0) return known.name;
  const namesakes = labels.managers.filter((other) => plain(other.name) === plain(known.name)).length;
  const name = namesakes > 1 ? `${known.name} #${known.id}` : known.name;
  return known.active ? name : `${name} ${leftMark(labels.lang)}`;
}

function leftMark(lang: Lang): string {
  return `(${personWords.left[lang]})`;
}

function withoutLeft(text: string): string {
  return text.replace(new RegExp(` ?\\((?:${personWords.left.ru}а?|${personWords.left.en})\\)$`), '');
}

function indices<T>(items: readonly T[], fits: (item: T) => boolean): number[] {
  const found: number[] = [];
  items.forEach((item, index) => {
    if (fits(item)) found.push(index);
  });
  return found;
}

function several(found: string, names: readonly string[], labels: Labels): KpiError {
  return new KpiError('argument', 'argWhoSeveral', { found: shown(found, labels), similar: listed(names) });
}

function unknown(value: Given, labels: Labels): KpiError {
  const names = [...labels.managers.slice(1), ...labels.departments].map(({ name }) => name);
  const similar = similarNames(String(value), names);
  const found = shown(value, labels);
  return similar.length > 0
    ? new KpiError('argument', 'argWhoSimilar', { found, similar: listed(similar) })
    : new KpiError('argument', 'argWho', { found });
}

function fail(value: Given, labels: Labels): never {
  throw unknown(value, labels);
}
