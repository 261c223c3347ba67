// Names of arguments as people see them in sentences and help.
import type { Sentence } from './sentence';

export const argumentWords = {
  period: { ru: 'период', en: 'period' },
  who: { ru: 'кто', en: 'who' },
  pipeline: { ru: 'воронка', en: 'pipeline' },
  stage: { ru: 'стадия', en: 'stage' },
  state: { ru: 'состояние', en: 'state' },
  mode: { ru: 'режим', en: 'mode' },
  by: { ru: 'по', en: 'by' },
  stat: { ru: 'статистика', en: 'stat' },
  metric: { ru: 'показатель', en: 'metric' },
  metrics: { ru: 'показатели', en: 'metrics' },
  method: { ru: 'метод', en: 'method' },
  level: { ru: 'уровень', en: 'level' },
  rule: { ru: 'правило', en: 'rule' },
  points: { ru: 'пункты', en: 'points' },
  against: { ru: 'с чем', en: 'against' },
  report: { ru: 'отчёт', en: 'report' },
  n: { ru: 'сколько', en: 'how many' },
  kind: { ru: 'вид', en: 'kind' },
  per: { ru: 'на', en: 'per' },
  part: { ru: 'часть', en: 'part' },
  what: { ru: 'что', en: 'what' },
  data: { ru: 'данные', en: 'data' },
} as const satisfies Record<string, Sentence>;

export type ArgumentName = keyof typeof argumentWords;
