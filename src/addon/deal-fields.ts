// Custom fields of deals that people ask for: the one of loss reasons (M18), and those shown in the sheet of deals. Values come with the deals; what the portal says of
// the fields is asked for once in each run of a load, so that a renamed value of a list is renamed here.
import { readAnswer } from '../bitrix24/answer';
import { callRequest } from '../bitrix24/call';
import { complaint } from '../bitrix24/complaint';
import type { Send } from '../bitrix24/http';
import type { Lang } from '../cell';
import type { Deal } from '../raw/records';
import { itemFieldName, USER_FIELD_METHOD, type UserField, userFieldOf, userFieldParams, userFieldsOf } from '../raw/user-field';
import type { StoreIndex } from './store';

/** A field as the portal knows it, with the name it was asked by. */
export interface DealField extends UserField {
  readonly typed: string;
  /** Has a column in the sheet of deals. */
  readonly shown: boolean;
}

/** Names as people typed them. */
export interface TypedFields {
  /** The field of loss reasons; '' = none. */
  readonly reason: string;
  readonly shown: readonly string[];
}

/**
 * The fields of these names. Where the portal does not say, or has no such field, the earlier answer to the same name stands, or the name as
 * it is: then every value is empty, and nothing else suffers.
 */
export function dealFields({ reason, shown }: TypedFields, known: readonly DealField[], lang: Lang, send: Send): DealField[] {
  const names = [...new Set([...shown, ...(reason === '' ? [] : [reason])])];
  if (names.length === 0) return [];
  const [response] = send([callRequest(USER_FIELD_METHOD, userFieldParams(lang))]);
  const answer = response && readAnswer(response);
  const fields = answer?.kind === 'result' ? answer.result : null;
  return names.map((typed) => {
    const found = userFieldOf(fields, typed) ?? known.find((one) => one.typed === typed);
    return {
      ...(found ?? { name: itemFieldName(typed), title: typed, type: 'string', multiple: false, texts: {} }),
      typed,
      shown: shown.includes(typed),
    };
  });
}

/** All custom fields of deals, by title. Throws as any request to the portal does. */
export function fieldChoices(lang: Lang, send: Send): Pick<UserField, 'name' | 'title'>[] {
  const [response] = send([callRequest(USER_FIELD_METHOD, userFieldParams(lang))]);
  const answer = response ? readAnswer(response) : null;
  if (answer?.kind === 'error') throw complaint({ ...answer, method: USER_FIELD_METHOD, what: 'deals', scope: 'crm' });
  return userFieldsOf(answer?.result).sort((a, b) => a.title.localeCompare(b.title));
}

/** What an incremental load starts from: deals that were loaded without one of the fields are asked for again, all of them. */
export function marksWith(fields: readonly DealField[], { marks }: StoreIndex, deals: readonly Deal[]): StoreIndex['marks'] {
  if (deals.every((deal) => fields.every(({ name }) => name in deal.custom))) return marks;
  const { deals: _, ...rest } = marks;
  return rest;
}
