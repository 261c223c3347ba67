// One custom field of deals: how each way of asking spells it, and the texts behind the ids of a list (bitrix24-rest 5.10).
import type { Params } from '../bitrix24/call';
import type { Lang } from '../cell';
import { plain } from '../matching';

export const USER_FIELD_METHOD = 'crm.deal.userfield.list';

export interface UserField {
  /** As crm.item.list spells it: `ufCrm_1721244482250`. */
  readonly name: string;
  /** As people see it, in the language asked for; the name where there is none. */
  readonly title: string;
  /** USER_TYPE_ID of Bitrix24: string, enumeration, money … */
  readonly type: string;
  readonly multiple: boolean;
  /** Texts of a list field by the ids that deals hold; empty for any other field. */
  readonly texts: Readonly<Record<string, string>>;
}

/** All custom fields of deals come in one answer, with their titles in one language. */
export function userFieldParams(lang: Lang): Params {
  return { filter: { LANG: lang } };
}

/** UF_CRM_1721244482250 → ufCrm_1721244482250: the underscore before digits stays. A name spelt so already is itself. */
export function itemFieldName(name: string): string {
  if (!/^UF_/i.test(name)) return name;
  return name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The field that a person means, by REST name of either spelling or by title; null when the portal has none such, or the answer is no list. */
export function userFieldOf(result: unknown, typed: string): UserField | null {
  if (!Array.isArray(result)) return null;
  const asked = plain(typed);
  const rows = result.filter((row): row is Readonly<Record<string, unknown>> => typeof row === 'object' && row !== null);
  const named = rows.find((row) => sameField(String(row['FIELD_NAME'] ?? ''), typed));
  const row = named ?? rows.find((one) => TITLES.some((title) => typeof one[title] === 'string' && plain(one[title]) === asked));
  if (!row) return null;
  const list = row['USER_TYPE_ID'] === 'enumeration' && Array.isArray(row['LIST']) ? row['LIST'] : [];
  const texts = (list as readonly Readonly<Record<string, unknown>>[]).map((item) => [String(item['ID']), String(item['VALUE'] ?? '')]);
  const code = String(row['FIELD_NAME']);
  const label = TITLES.map((title) => row[title]).find((text) => typeof text === 'string' && text !== '');
  return {
    name: itemFieldName(code),
    title: String(label ?? code),
    type: String(row['USER_TYPE_ID'] ?? ''),
    multiple: row['MULTIPLE'] === 'Y',
    texts: Object.fromEntries(texts),
  };
}

/** All fields of an answer, by name and title; none when it is no list. */
export function userFieldsOf(result: unknown): Pick<UserField, 'name' | 'title'>[] {
  if (!Array.isArray(result)) return [];
  return result
    .flatMap((row: Readonly<Record<string, unknown>> | null) => userFieldOf([row], String(row?.['FIELD_NAME'] ?? '')) ?? [])
    .map(({ name, title }) => ({ name, title }));
}

const TITLES = ['EDIT_FORM_LABEL', 'LIST_COLUMN_LABEL', 'LIST_FILTER_LABEL'] as const;

function sameField(name: string, typed: string): boolean {
  return itemFieldName(name).toLowerCase() === itemFieldName(typed.trim()).toLowerCase();
}
