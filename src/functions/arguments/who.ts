// The argument "who" (D5): a name or a part of it, an e-mail, an id, a department with its children, or a range with one answer per cell.
import type { Cell, Lang, Table } from '../../cell';
import { isKpiError, KpiError } from '../../errors';
import type { Labels } from '../../facts/facts';
import { sentence } from '../../locale/describe';
import { personWords } from '../../locale/person-words';
import { listed, partMatches, plain, sameWords, similarNames } from '../../matching';
import { managersOfDepartment } from '../../metrics/breakdown';
import { cellValue, filledCells, type Given, isBlock, isDate, shown } from './given';

/** Indices in `labels.managers`; null = everybody. */
export type People = ReadonlySet<number> | null;

/**
 * One answer, or one per cell of a range in the same shape: a blank cell answers blank, an unknown name its sentence in its own cell.
 * A wrong single argument is KpiError('argument').
 */
export function answerForWho(raw: unknown, labels: Labels, answer: (people: People) => Cell): Cell | Table {
  if (!isBlock(raw)) return answer(peopleOf(cellValue(raw), labels));
  return raw.map((row) => (Array.isArray(row) ? row : [row]).map((cell) => answerForCell(cell, labels, answer)));
}

function answerForCell(cell: unknown, labels: Labels, answer: (people: People) => Cell): Cell {
  const value = cellValue(cell);
  if (value === undefined) return '';
  try {
    return answer(peopleOf(value, labels));
  } catch (error) {
    if (isKpiError(error) && error.kind === 'argument') return sentence(error.key, error.params, labels.lang);
    throw error;
  }
}

/** For functions that answer with a table: the union of a range's cells; everybody when omitted. */
export function peopleArgument(raw: unknown, labels: Labels): People {
  if (!isBlock(raw)) return peopleOf(cellValue(raw), labels);
  const cells = filledCells(raw);
  return cells.length === 0 ? null : unionOf(cells, labels);
}

/** Everybody for an omitted value or «все»; else the people the value means. */
function peopleOf(value: Given | undefined, labels: Labels): People {
  if (value === undefined) return null;
  if (isDate(value) || typeof value === 'boolean') throw unknown(value, labels);
  if (typeof value === 'number') return byId(value, labels) ?? fail(value, labels);
  const text = plain(value);
  if (personWords.everybody.some((word) => plain(word) === text)) return null;
  const found = exactly(text, labels) ?? byPart(value, labels);
  if (found) return found;
  const parts = value.split(/[;,]/).filter((part) => part.trim() !== '');
  return parts.length > 1 ? unionOf(parts, labels) : fail(value, labels);
}

function unionOf(values: readonly Given[], labels: Labels): People {
  const all = new Set<number>();
  for (const value of values) {
    const people = peopleOf(typeof value === 'string' ? value.trim() : value, labels);
    if (people === null) return null;
    for (const person of people) all.add(person);
  }
  return all;
}

/** Id (also `#12` behind a name), "no manager", e-mail, the whole name in either order, the whole name of a department. */
function exactly(text: string, labels: Labels): People {
  const id = /^(?:.*#)?(\d+)$/.exec(text)?.[1];
  if (id !== undefined) return byId(Number(id), labels);
  if (personWords.nobody.some((word) => plain(word) === text)) return new Set([0]);
  const same = peopleCalled(text, labels);
  if (same.length > 1)
    throw several(
      text,
      same.map((index) => personName(labels, index)),
      labels,
    );
  if (same.length === 1) return new Set(same);
  const department = labels.departments.findIndex((known) => plain(known.name) === text);
  return department < 0 ? null : managersOfDepartment({ labels }, department);
}

/** A part that fits one person, or no person and one department. */
function byPart(found: string, labels: Labels): People {
  const name = withoutLeft(plain(found));
  const people = peopleLike(name, labels);
  if (people.length > 1)
    throw several(
      found,
      people.map((index) => personName(labels, index)),
      labels,
    );
  if (people.length === 1) return new Set(people);
  const departments = partMatches(
    name,
    labels.departments.map((department) => department.name),
  );
  if (departments.length > 1)
    throw several(
      found,
      departments.map((index) => labels.departments[index]?.name ?? ''),
      labels,
    );
  return departments[0] === undefined ? null : managersOfDepartment({ labels }, departments[0]);
}

/** Indices of the people with this e-mail, or whose whole name it is, in either order (text made `plain`). */
export function peopleCalled(text: string, { managers }: Pick<Labels, 'managers'>): number[] {
  const name = withoutLeft(text);
  const byMail = indices(managers, (manager) => manager.email !== '' && plain(manager.email) === name);
  return byMail.length > 0 ? byMail : indices(managers, (manager) => sameWords(manager.name, name));
}

/** Indices of the people whose name has this part. The line without a manager is asked for by its whole name only. */
export function peopleLike(text: string, { managers }: Pick<Labels, 'managers'>): number[] {
  return partMatches(
    withoutLeft(text),
    managers.map((manager, index) => (index === 0 ? '' : manager.name)),
  );
}

function byId(id: number, labels: Labels): People {
  const index = labels.managers.findIndex((manager) => manager.id === id);
  return index < 0 ? null : new Set([index]);
}

/** The name shown in tables and drop-downs, which the argument also reads back: people who left are marked, namesakes carry their id. */
export function personName(labels: Pick<Labels, 'managers' | 'lang'>, index: number): string {
  const manager = labels.managers[index];
  if (!manager) return '';
  if (index === 0) return manager.name;
  const namesakes = labels.managers.filter((other) => plain(other.name) === plain(manager.name)).length;
  const name = namesakes > 1 ? `${manager.name} #${manager.id}` : manager.name;
  return manager.active ? name : `${name} ${leftMark(labels.lang)}`;
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
  const names = [...labels.managers.slice(1).map((manager) => manager.name), ...labels.departments.map((department) => department.name)];
  const similar = similarNames(String(value), names);
  const found = shown(value, labels);
  return similar.length > 0
    ? new KpiError('argument', 'argWhoSimilar', { found, similar: listed(similar) })
    : new KpiError('argument', 'argWho', { found });
}

function fail(value: Given, labels: Labels): never {
  throw unknown(value, labels);
}
