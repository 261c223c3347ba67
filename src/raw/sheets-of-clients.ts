// Raw sheets of leads, clients and what was done for them.
import type { Lang } from '../cell';
import type { Names } from './names';
import type { Activity, Client, Lead } from './records';
import { cardUrl, column, linkCell, momentCell, type RawColumn, type RawSheet, semanticWord, yesNo } from './sheet';

export const leadSheet: RawSheet<Lead> = {
  id: 'leads',
  always: true,
  rows: (records) => records.leads,
  columns: [
    column('id', 'ID', 'ID', (lead) => lead.id),
    column('text', 'Название', 'Title', (lead) => lead.title),
    column('text', 'Стадия', 'Stage', (lead, names) => names.leadStage(lead.stageId)),
    column('text', 'Состояние', 'State', (lead, _names, lang) => semanticWord(lead.semantic, lang)),
    column('money', 'Сумма', 'Amount', (lead) => lead.opportunity),
    column('text', 'Валюта', 'Currency', (lead) => lead.currencyId),
    column('text', 'Ответственный', 'Responsible', (lead, names) => names.user(lead.assignedById)),
    column('id', 'ID ответственного', 'Responsible ID', (lead) => linkCell(lead.assignedById)),
    column('datetime', 'Создан', 'Created', (lead) => momentCell(lead.createdTime)),
    column('datetime', 'Изменён', 'Modified', (lead) => momentCell(lead.updatedTime)),
    column('datetime', 'Смена стадии', 'Stage changed', (lead) => momentCell(lead.movedTime)),
    column('text', 'Компания', 'Company', (lead, names) => names.company(lead.companyId)),
    column('text', 'Контакт', 'Contact', (lead, names) => names.contact(lead.contactId)),
    column('text', 'Источник', 'Source', (lead, names) => names.source(lead.sourceId)),
    column('text', 'UTM source', 'UTM source', (lead) => lead.utmSource),
    column('text', 'UTM medium', 'UTM medium', (lead) => lead.utmMedium),
    column('text', 'UTM campaign', 'UTM campaign', (lead) => lead.utmCampaign),
    column('url', 'Ссылка', 'Link', (lead, names) => cardUrl(names.portal, 'lead', lead.id)),
  ],
};

function clientColumns(kind: 'company' | 'contact', ru: string, en: string): RawColumn<Client>[] {
  return [
    column('id', 'ID', 'ID', (client) => client.id),
    column('text', ru, en, (client) => client.title),
    column('text', 'Ответственный', 'Responsible', (client, names) => names.user(client.assignedById)),
    column('datetime', 'Создано', 'Created', (client) => momentCell(client.createdTime)),
    column('datetime', 'Изменено', 'Modified', (client) => momentCell(client.updatedTime)),
    column('url', 'Ссылка', 'Link', (client, names) => cardUrl(names.portal, kind, client.id)),
  ];
}

export const companySheet: RawSheet<Client> = {
  id: 'companies',
  always: false,
  rows: (records) => records.companies,
  columns: clientColumns('company', 'Компания', 'Company'),
};

export const contactSheet: RawSheet<Client> = {
  id: 'contacts',
  always: false,
  rows: (records) => records.contacts,
  columns: clientColumns('contact', 'Контакт', 'Contact'),
};

const kinds: Readonly<Record<number, { readonly ru: string; readonly en: string }>> = {
  1: { ru: 'встреча', en: 'meeting' },
  2: { ru: 'звонок', en: 'call' },
  3: { ru: 'задача', en: 'task' },
  4: { ru: 'письмо', en: 'e-mail' },
  5: { ru: 'событие', en: 'event' },
};

const directions: Readonly<Record<number, { readonly ru: string; readonly en: string }>> = {
  1: { ru: 'входящее', en: 'incoming' },
  2: { ru: 'исходящее', en: 'outgoing' },
};

const owners: Readonly<Record<number, { readonly ru: string; readonly en: string }>> = {
  1: { ru: 'лид', en: 'lead' },
  2: { ru: 'сделка', en: 'deal' },
  3: { ru: 'контакт', en: 'contact' },
  4: { ru: 'компания', en: 'company' },
};

/** Kinds beyond the five are told by their provider (bitrix24-rest 5.8). */
function kindWord(activity: Activity, lang: Lang): string {
  return kinds[activity.typeId]?.[lang] ?? activity.providerId;
}

function ownerName(activity: Activity, names: Names): string {
  if (activity.ownerTypeId === 1) return names.leadTitle(activity.ownerId);
  if (activity.ownerTypeId === 2) return names.dealTitle(activity.ownerId);
  if (activity.ownerTypeId === 3) return names.contact(activity.ownerId);
  return activity.ownerTypeId === 4 ? names.company(activity.ownerId) : '';
}

export const activitySheet: RawSheet<Activity> = {
  id: 'activities',
  always: false,
  rows: (records) => records.activities,
  columns: [
    column('id', 'ID', 'ID', (activity) => activity.id),
    column('text', 'Вид', 'Kind', (activity, _names, lang) => kindWord(activity, lang)),
    column('text', 'Тема', 'Subject', (activity) => activity.subject),
    column('text', 'Ответственный', 'Responsible', (activity, names) => names.user(activity.responsibleId)),
    column('text', 'Направление', 'Direction', (activity, _names, lang) => directions[activity.direction]?.[lang] ?? ''),
    column('text', 'Выполнено', 'Completed', (activity, _names, lang) => yesNo(activity.completed, lang)),
    column('text', 'Пропущенный звонок', 'Missed call', (activity, _names, lang) => yesNo(activity.missedCall, lang)),
    column('datetime', 'Создано', 'Created', (activity) => momentCell(activity.createdTime)),
    column('datetime', 'Начало', 'Start', (activity) => momentCell(activity.startTime)),
    column('datetime', 'Срок', 'Deadline', (activity) => momentCell(activity.deadline)),
    column(
      'text',
      'К чему',
      'Belongs to',
      (activity, _names, lang) => owners[activity.ownerTypeId]?.[lang] ?? String(activity.ownerTypeId),
    ),
    column('id', 'ID владельца', 'Owner ID', (activity) => linkCell(activity.ownerId)),
    column('text', 'Владелец', 'Owner', (activity, names) => ownerName(activity, names)),
  ],
};
