// Names beside ids: users, stages, pipelines, sources, clients, looked up in the records.
import type { Lang } from '../cell';
import type { Records } from './records';

export interface Names {
  /** Host of the portal, for links. */
  readonly portal: string;
  user(id: number): string;
  department(id: number): string;
  category(id: number): string;
  dealStage(categoryId: number, stageId: string): string;
  leadStage(stageId: string): string;
  source(id: string): string;
  company(id: number): string;
  contact(id: number): string;
  dealTitle(id: number): string;
}

/** An id that resolves to nothing reads "#id" (users: "User #id"); 0 reads ''. */
export function namesOf(_records: Records, _portal: string, _lang: Lang): Names {
  throw new Error('not yet');
}
