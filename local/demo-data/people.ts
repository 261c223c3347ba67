// The sales team of the demo company: fourteen managers in three departments, one gone, one new, one weak at one stage.

import type { DepartmentRecord, UserRecord } from './portal-shape';
import { DAY, dateFieldText, dateText, dayOf, startOfDay, timeText, type WorkCalendar } from './portal-time';
import { type Random, runningSums, weightedIndex } from './random';
import type { PersonName, Words } from './words';

/** A manager as the generator knows him; `until` and `from` bound his employment (epoch milliseconds). */
export interface Manager {
  readonly id: number;
  readonly name: string;
  readonly person: PersonName;
  readonly department: number;
  /** Share of new work he gets, 1 is usual. */
  readonly volume: number;
  /** Shift of the log-odds of passing any stage. */
  readonly skill: number;
  /** Multiplies the time every stage takes. */
  readonly pace: number;
  readonly from: number;
  readonly until: number;
}

export interface Team {
  readonly managers: readonly Manager[];
  readonly fired: Manager;
  readonly hired: Manager;
  readonly weak: Manager;
  /** The head of sales, who is also the portal's administrator. */
  readonly headId: number;
  readonly users: UserRecord[];
  readonly departments: DepartmentRecord[];
}

const HEAD_ID = 1;
const FIRST_MANAGER_ID = 11;
const ROOT_DEPARTMENT = 1;
const FIRST_DEPARTMENT = 3;
const FIRED = 7;
const HIRED = 12;
const WEAK = 3;

const DEPARTMENT_OF = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2];
const VOLUME = [1.25, 0.9, 1.1, 1.15, 0.8, 1.3, 1.0, 0.95, 0.7, 1.05, 1.2, 0.9, 0.65, 1.0];
const SKILL = [0.5, -0.1, 0.25, 0.1, 0.05, 0.3, -0.25, -0.15, 0.4, 0, 0.15, -0.3, -0.1, -0.4];
const PACE = [0.8, 1.1, 0.95, 1, 1.25, 0.85, 1.2, 1.1, 0.9, 1, 0.9, 1.3, 1.1, 1.15];

const fullName = (person: PersonName): string => `${person[0]} ${person[1]}`;

/** Builds the team as it stands at `now`: the fired one left about ten weeks ago, the new one came about six weeks ago, both on a working day. */
export function salesTeam(words: Words, calendar: WorkCalendar, now: number): Team {
  const workdayBefore = (days: number): number => {
    let day = dayOf(now - days * DAY);
    while (!calendar.isWorkday(day)) day--;
    return startOfDay(day);
  };
  const leftOn = workdayBefore(72);
  const hiredOn = workdayBefore(45);
  const managers = words.managers.map(
    (person, at): Manager => ({
      id: FIRST_MANAGER_ID + at,
      name: fullName(person),
      person,
      department: FIRST_DEPARTMENT + (DEPARTMENT_OF[at] ?? 0),
      volume: VOLUME[at] ?? 1,
      skill: SKILL[at] ?? 0,
      pace: PACE[at] ?? 1,
      from: at === HIRED ? hiredOn : Number.NEGATIVE_INFINITY,
      // He closes his last day at six in the evening.
      until: at === FIRED ? leftOn + 18 * (DAY / 24) : Number.POSITIVE_INFINITY,
    }),
  );
  const [fired, hired, weak] = [managers[FIRED], managers[HIRED], managers[WEAK]];
  if (!fired || !hired || !weak) throw new Error('The demo words must name fourteen managers.');
  const user = (
    id: number,
    person: PersonName,
    position: string,
    department: number,
    registered: number,
    lastSeen: number,
  ): UserRecord => ({
    ID: String(id),
    ACTIVE: id !== fired.id,
    NAME: person[0],
    LAST_NAME: person[1],
    SECOND_NAME: '',
    EMAIL: `user${id}@example.com`,
    DATE_REGISTER: dateFieldText(dayOf(registered)),
    LAST_LOGIN: timeText(lastSeen),
    TIME_ZONE: '',
    IS_ONLINE: 'N',
    PERSONAL_GENDER: person[2],
    WORK_POSITION: position,
    UF_DEPARTMENT: [department],
    USER_TYPE: 'employee',
  });
  const longAgo = now - 900 * DAY;
  const headOf = new Map<number, number>();
  for (const manager of managers) if (!headOf.has(manager.department)) headOf.set(manager.department, manager.id);
  return {
    managers,
    fired,
    hired,
    weak,
    headId: HEAD_ID,
    users: [
      user(HEAD_ID, words.head, words.headPosition, ROOT_DEPARTMENT, now - 1200 * DAY, now),
      ...managers.map((manager) =>
        user(
          manager.id,
          manager.person,
          headOf.get(manager.department) === manager.id ? words.leadPosition : words.managerPosition,
          manager.department,
          Math.max(manager.from, longAgo + manager.id * 11 * DAY),
          Math.min(manager.until, now),
        ),
      ),
    ],
    departments: [
      { ID: String(ROOT_DEPARTMENT), NAME: words.company, SORT: 500, UF_HEAD: String(HEAD_ID) },
      ...words.departments.map((name, at) => ({
        ID: String(FIRST_DEPARTMENT + at),
        NAME: name,
        SORT: 500 + at * 10,
        PARENT: String(ROOT_DEPARTMENT),
        UF_HEAD: String(headOf.get(FIRST_DEPARTMENT + at) ?? HEAD_ID),
      })),
    ],
  };
}

/** Chooses who gets new work at a moment: by volume, among those employed then; a newcomer starts with less. */
export function dutyRoster(team: Team): (time: number, random: Random) => Manager {
  // Three spells: before the fired one left, between, after the new one came. Each has its own fixed weights.
  const spell = (time: number): { sums: number[]; people: Manager[] } => {
    const people = team.managers.filter((manager) => manager.from <= time && time < manager.until);
    return { people, sums: runningSums(people.map((manager) => manager.volume * (manager === team.hired ? 0.8 : 1))) };
  };
  const spells = new Map<string, ReturnType<typeof spell>>();
  return (time, random) => {
    const key = `${time < team.fired.until}${time >= team.hired.from}`;
    let current = spells.get(key);
    if (!current) {
      current = spell(time);
      spells.set(key, current);
    }
    return current.people[weightedIndex(random, current.sums)] ?? team.weak;
  };
}

/** A local date as text, for summaries. */
export function dayText(time: number): string {
  return dateText(dayOf(time));
}
