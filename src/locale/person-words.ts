// Words about people in tables and arguments.
import type { Sentence } from './sentence';

export const personWords = {
  /** Typed for "everybody"; the first of each language is the one in drop-downs. */
  everybody: ['все', 'all', 'всё', 'всего', 'компания', 'everybody', 'everyone', 'company'] as readonly string[],
  /** Typed for deals without a responsible person. */
  nobody: ['без менеджера', 'no manager', 'без ответственного', 'не назначен', 'unassigned'] as readonly string[],
  left: { ru: 'уволен', en: 'left' } satisfies Sentence,
  all: { ru: 'Все', en: 'All' } satisfies Sentence,
};
