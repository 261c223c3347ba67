// Raw sheets of directories: stages and employees.
import { isDealStages } from './names';
import type { Status, User } from './records';
import { column, linkCell, type RawSheet, semanticWord, yesNo } from './sheet';

const leadWord = { ru: 'Лиды', en: 'Leads' } as const;

/** DEAL_STAGE_7 → 7; the portal's own CATEGORY_ID is empty for pipeline 0 only. */
function categoryOf(status: Status): number {
  return status.categoryId || Number(status.entityId.slice('DEAL_STAGE_'.length)) || 0;
}

export const stageSheet: RawSheet<Status> = {
  id: 'stages',
  always: true,
  rows: (records) => records.statuses.filter((status) => status.entityId === 'STATUS' || isDealStages(status.entityId)),
  columns: [
    column('id', 'ID', 'ID', (status) => status.id),
    column('text', 'Воронка', 'Pipeline', (status, names, lang) =>
      status.entityId === 'STATUS' ? leadWord[lang] : names.category(categoryOf(status)),
    ),
    column('text', 'Код стадии', 'Stage code', (status) => status.statusId),
    column('text', 'Стадия', 'Stage', (status) => status.name),
    column('number', 'Порядок', 'Order', (status) => status.sort),
    column('text', 'Состояние', 'State', (status, _names, lang) => semanticWord(status.semantic, lang)),
  ],
};

export const employeeSheet: RawSheet<User> = {
  id: 'employees',
  always: true,
  rows: (records) => records.users,
  columns: [
    column('id', 'ID', 'ID', (user) => user.id),
    column('text', 'Сотрудник', 'Employee', (user) => user.name),
    column('text', 'E-mail', 'E-mail', (user) => user.email),
    column('text', 'Должность', 'Position', (user) => user.position),
    column('text', 'Отдел', 'Department', (user, names) => names.department(user.departmentId)),
    column('id', 'ID отдела', 'Department ID', (user) => linkCell(user.departmentId)),
    column('text', 'Работает', 'Active', (user, _names, lang) => yesNo(user.active, lang)),
  ],
};
