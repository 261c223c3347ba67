// user.get, user.current, department.get (bitrix24-rest 5.6). Which fields of a user are shown depends on the scope; empty ones are absent.
import { type Condition, condition, splitKey } from '../list/filter';
import { pageSize, readPage } from '../list/page';
import type { Answer, Call, Method } from '../method';
import { isTruthy, PhpArray, type PhpValue, toInt, toText } from '../php/value';
import type { Field, Row } from '../store/fields';
import { oldList, phpMap } from './answers';
import { controllerStart, texts } from './parameters';

const userScopes = ['user', 'user_basic', 'user_brief'];

export const peopleMethods: readonly Method[] = [
  { name: 'user.get', scopes: userScopes, style: 'old', run: listUsers },
  { name: 'user.current', scopes: userScopes, style: 'old', run: currentUser },
  { name: 'department.get', scopes: ['department'], style: 'old', run: listDepartments },
];

const brief =
  'ID XML_ID ACTIVE NAME LAST_NAME SECOND_NAME TITLE IS_ONLINE TIME_ZONE TIMESTAMP_X DATE_REGISTER PERSONAL_PROFESSION PERSONAL_GENDER PERSONAL_BIRTHDAY PERSONAL_PHOTO PERSONAL_CITY WORK_POSITION LAST_ACTIVITY_DATE UF_EMPLOYMENT_DATE UF_DEPARTMENT UF_PHONE_INNER USER_TYPE'.split(
    ' ',
  );
const basic = [...brief, ...'EMAIL PERSONAL_MOBILE PERSONAL_PHONE PERSONAL_WWW WORK_PHONE WORK_COMPANY WORK_DEPARTMENT'.split(' ')];
const full = [...basic, 'LAST_LOGIN'];

function shownFields(call: Call): readonly string[] {
  if (call.scopes.includes('user')) return full;
  return call.scopes.includes('user_basic') ? basic : brief;
}

// Bots, mail users and open-channel guests are users to the portal, not to this method.
const hidden = ['bot', 'email', 'imconnector', 'replica'];
const isReal = (row: Row): boolean => !hidden.includes(String(row['USER_TYPE']));

// With the extranet module people without a department are left out.
const hasDepartment = (row: Row): boolean => Array.isArray(row['UF_DEPARTMENT']) && row['UF_DEPARTMENT'].length > 0;

function listUsers(call: Call): Answer {
  const query = call.params.upperKeys();
  const shown = shownFields(call);
  // A FILTER replaces all other parameters; without one they are the filter.
  const given = query.get('FILTER');
  const filter = given instanceof PhpArray ? given.upperKeys() : query;
  const conditions = [...filter.entries()].flatMap(([key, value]) => userCondition(key, value, shown));
  const page = readPage({
    table: call.store.users,
    filter: { any: false, conditions, groups: [] },
    order: userOrder(query.get('SORT'), query.get('ORDER'), shown),
    start: call.start,
    indexes: { values: [], times: [] },
    readable: call.store.file?.extranet === true ? (row) => isReal(row) && hasDepartment(row) : isReal,
    zone: call.store.zone,
    now: call.now,
  });
  const select = query.get('SELECT');
  const records = page.rows.map(userPrinter(shown, select instanceof PhpArray ? texts(select) : null));
  if (records.length === 0) return { result: [], rows: 0, pages: 1, counted: page.counted };
  return oldList(call, records, page);
}

function userCondition(key: string, value: PhpValue, shown: readonly string[]): Condition[] {
  const { operation, name, prefix } = splitKey(key);
  if (!shown.includes(name)) return [];
  if (name === 'ACTIVE')
    return [condition({ name, type: 'boolean' }, prefix === '' ? 'eq' : operation, isTruthy(value) && value !== 'N' ? 'Y' : 'N')];
  if (name === 'ID') return [condition({ name, type: 'integer' }, operation, value instanceof PhpArray ? value : toInt(value))];
  return [condition({ name, type: name === 'UF_DEPARTMENT' ? 'links' : 'string' }, operation, value)];
}

function userOrder(
  sort: PhpValue | undefined,
  order: PhpValue | undefined,
  shown: readonly string[],
): { field: Field; descending: boolean }[] {
  const name = toText(sort).toUpperCase();
  if (!isTruthy(sort) || !isTruthy(order) || !shown.includes(name)) return [];
  return [{ field: { name, type: name === 'ID' ? 'integer' : 'string' }, descending: /^desc/i.test(toText(order)) }];
}

function userPrinter(shown: readonly string[], select: readonly string[] | null): (row: Row) => unknown {
  const all = select === null || select.length === 0 || select.includes('*');
  const names = all ? shown : shown.filter((name) => select.includes(name) || (name.startsWith('UF_') && select.includes('UF_*')));
  return (row) =>
    phpMap(Object.fromEntries(names.flatMap((name) => (row[name] === undefined || row[name] === null ? [] : [[name, row[name]]]))));
}

function currentUser(call: Call): Answer {
  const user = call.store.users.get(call.userId) ?? { ID: String(call.userId), ACTIVE: true };
  return { result: userPrinter(shownFields(call), null)(user), rows: 1 };
}

const departmentFields = ['ID', 'NAME', 'PARENT', 'UF_HEAD'];

// Parameters are the filter, exact matches only.
function listDepartments(call: Call): Answer {
  const query = call.params.upperKeys();
  const wanted = departmentFields.flatMap((name) => {
    const value = query.get(name);
    if (value === undefined || value === null || value === '') return [];
    return [[name, value instanceof PhpArray ? value.values().map(toText) : [toText(value)]] as const];
  });
  const rows = call.store.departments.all().filter((row) => wanted.every(([name, values]) => values.includes(String(row[name] ?? ''))));
  const sort = toText(query.get('SORT')).toUpperCase();
  const sign = /^desc/i.test(toText(query.get('ORDER'))) ? -1 : 1;
  if (sort !== '') rows.sort((a, b) => sign * compare(a[sort], b[sort]));
  const start = controllerStart(call.start);
  const offset = Math.max(0, start);
  const next = offset + pageSize;
  const page = rows.slice(offset, next);
  const total = start < 0 ? 0 : rows.length;
  return { result: page, total, ...(total > next ? { next } : {}), rows: page.length, pages: 1, counted: start >= 0 };
}

function compare(a: unknown, b: unknown): number {
  const [left, right] = [a ?? '', b ?? ''];
  const numbers = [Number(left), Number(right)] as const;
  if (left !== '' && right !== '' && !Number.isNaN(numbers[0]) && !Number.isNaN(numbers[1])) return numbers[0] - numbers[1];
  return String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0;
}
