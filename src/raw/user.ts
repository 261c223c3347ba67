// Employees, dismissed ones included: user.get. Bots, guests and users hidden from the connected one are not returned.
import { directory } from './directory';
import type { EntitySpec } from './entity';
import { flag, type Item, identifier, itemOf, text } from './fields';
import type { User } from './records';

export const userSpec: EntitySpec<User> = {
  ...directory,
  method: 'user.get',
  select: ['ID', 'ACTIVE', 'NAME', 'LAST_NAME', 'EMAIL', 'WORK_POSITION', 'UF_DEPARTMENT'],
  paging: 'keyset',
  style: 'user',
  scope: 'user_brief',
  decode: decodeUser,
  key: (user) => user.id,
  columns: { id: 'id', name: 'text', email: 'text', active: 'flag', position: 'text', departmentId: 'id' },
};

function decodeUser(value: unknown): User {
  const item = itemOf(value, 'users');
  const id = identifier(item, 'ID', 'users');
  const email = text(item, 'EMAIL', 'users');
  const name = [text(item, 'NAME', 'users'), text(item, 'LAST_NAME', 'users')].filter((part) => part.trim() !== '').join(' ');
  return {
    id,
    name: name === '' ? email || `#${id}` : name,
    email,
    active: flag(item, 'ACTIVE', 'users'),
    position: text(item, 'WORK_POSITION', 'users'),
    departmentId: firstDepartment(item),
  };
}

// A list; `false` or `[]` for users without a department.
function firstDepartment(item: Item): number {
  const departments = item['UF_DEPARTMENT'];
  const first: unknown = Array.isArray(departments) ? departments[0] : departments;
  const id = Number(first ?? 0);
  return Number.isInteger(id) && id > 0 ? id : 0;
}
