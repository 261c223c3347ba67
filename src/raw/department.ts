// Departments: department.get. The root has no PARENT; UF_HEAD is absent when nobody heads it.
import { directory } from './directory';
import type { EntitySpec } from './entity';
import { amount, identifier, itemOf, link, text } from './fields';
import type { Department } from './records';

export const departmentSpec: EntitySpec<Department> = {
  ...directory,
  method: 'department.get',
  params: { sort: 'ID', order: 'ASC' },
  paging: 'offset',
  scope: 'department',
  optional: true,
  decode: (value) => {
    const item = itemOf(value, 'departments');
    return {
      id: identifier(item, 'ID', 'departments'),
      name: text(item, 'NAME', 'departments'),
      sort: amount(item, 'SORT', 'departments'),
      parentId: link(item, 'PARENT', 'departments'),
      headId: link(item, 'UF_HEAD', 'departments'),
    };
  },
  key: (department) => department.id,
  columns: { id: 'id', name: 'text', sort: 'float', parentId: 'id', headId: 'id' },
};
