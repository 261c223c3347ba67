// R12: whose result a deal is, and the departments people belong to.
import type { Lang } from '../cell';
import { labelWords } from '../locale/label-words';
import type { Activity, Deal, Department, Lead, User } from '../raw/records';
import type { DepartmentLabel, ManagerLabel } from './facts';

export interface People {
  /** "No manager" first, then everybody who works here or has, or is remembered to have had, a deal, a lead or an activity; by name. */
  readonly managers: readonly ManagerLabel[];
  readonly departments: readonly DepartmentLabel[];
  /** Index of a user among the managers; 0 for nobody and for ids the portal does not know (R12). */
  readonly managerOf: (userId: number) => number;
}

/** What people are responsible for. */
export interface Duties {
  readonly deals: readonly Deal[];
  readonly leads: readonly Lead[];
  readonly activities: readonly Activity[];
  /** Ids of users who are remembered as responsible for a deal (memory.ts). */
  readonly former: Iterable<number>;
}

/** The current responsible user gets the credit; nobody is left out for being fired. */
export function people(duties: Duties, users: readonly User[], departments: readonly Department[], lang: Lang): People {
  const sorted = [...departments].sort((a, b) => a.sort - b.sort || a.id - b.id);
  const departmentIndex = new Map(sorted.map((department, index) => [department.id, index]));
  const responsible = new Set(duties.deals.map((deal) => deal.assignedById));
  const busy = new Set(duties.former);
  for (const lead of duties.leads) busy.add(lead.assignedById);
  for (const activity of duties.activities) busy.add(activity.responsibleId);
  const labels = users
    .filter((user) => user.id > 0 && (user.active || responsible.has(user.id) || busy.has(user.id)))
    .map((user) => ({
      id: user.id,
      name: user.name.trim() || `${labelWords.user[lang]} #${user.id}`,
      email: user.email,
      active: user.active,
      hasDeals: responsible.has(user.id),
      department: departmentIndex.get(user.departmentId) ?? -1,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id));
  const managers = [{ id: 0, name: labelWords.noManager[lang], email: '', active: true, hasDeals: true, department: -1 }, ...labels];
  const managerIndex = new Map(managers.map((manager, index) => [manager.id, index]));
  return {
    managers,
    departments: sorted.map(({ id, name, parentId }) => ({ id, name, parent: departmentIndex.get(parentId) ?? -1 })),
    managerOf: (userId) => managerIndex.get(userId) ?? 0,
  };
}
