// Words about people in tables and arguments.
import type { Sentence } from './sentence';

export const personWords = {
  /** Typed for "everybody"; the first of each language is the one in drop-downs. */
  everybody: ['все', 'all', 'всё', 'всего', 'компания', 'everybody', 'everyone', 'company'] as readonly string[],
  /** Typed for deals without a responsible person. */
  nobody: ['без ответственного', 'no manager', 'без менеджера', 'не назначен', 'unassigned'] as readonly string[],
  noManager: { ru: 'Без ответственного', en: 'No manager' } satisfies Sentence,
  left: { ru: 'уволен', en: 'left' } satisfies Sentence,
  all: { ru: 'Все', en: 'All' } satisfies Sentence,
};
