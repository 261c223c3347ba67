// The field of loss reasons (M18): asked for by the name a person typed into «Нормы». Its values come with the deals; the texts of a list
// are asked for once in each run of a load, so that a renamed value is renamed in the numbers.
import { readAnswer } from '../bitrix24/answer';
import { callRequest } from '../bitrix24/call';
import type { Send } from '../bitrix24/http';
import type { Lang } from '../cell';
import type { Deal } from '../raw/records';
import { itemFieldName, USER_FIELD_METHOD, type UserField, userFieldOf, userFieldParams } from '../raw/user-field';
import type { StoreIndex } from './store';

/** The field as the portal knows it, with the name it was asked by. */
export interface ReasonField extends UserField {
  readonly typed: string;
}

/**
 * The field of this typed name; null when none is typed. Where the portal does not say, or has no such field, the earlier answer to the
 * same name stands, or the name as it is: then every reason is empty, and nothing else suffers.
 */
export function reasonField(typed: string, known: ReasonField | null | undefined, lang: Lang, send: Send): ReasonField | null {
  if (typed === '') return null;
  const [response] = send([callRequest(USER_FIELD_METHOD, userFieldParams(lang))]);
  const answer = response && readAnswer(response);
  const found = answer?.kind === 'result' ? userFieldOf(answer.result, typed) : null;
  if (found) return { ...found, typed };
  return known?.typed === typed ? known : { typed, name: itemFieldName(typed), texts: {} };
}

/** What an incremental load starts from: deals that were loaded without the field are asked for again, all of them. */
export function marksWith(field: ReasonField | null, { marks }: StoreIndex, deals: readonly Deal[]): StoreIndex['marks'] {
  if (!field || deals.every((deal) => field.name in deal.custom)) return marks;
  const { deals: _, ...rest } = marks;
  return rest;
}
