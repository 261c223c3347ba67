// A small company by hand: four people, three departments, two pipelines, nine deals; asOf is Thursday 15 October 2026, 18:00 in Moscow.
import { FLAG, type FlagName, type Labels, LOST, OPEN, TRANSFERRED, WON } from '../../src/facts/facts';
import { parseIsoDay } from '../../src/period';

/** A day of the year. */
export const day = (text: string): number => {
  const found = parseIsoDay(`2026-${text}`);
  if (found === null) throw new Error(`no such day: ${text}`);
  return found;
};

const noFlags = Object.fromEntries(Object.keys(FLAG).map((flag) => [flag, 0])) as Record<FlagName, number>;

export const labels: Labels = {
  pipelines: [
    {
      id: 0,
      name: 'Продажи',
      wonName: 'Сделка успешна',
      stages: [
        { id: 'NEW', name: 'Новая' },
        { id: 'PREPARATION', name: 'Подготовка документов' },
        { id: 'EXECUTING', name: 'Переговоры' },
      ],
    },
    {
      id: 5,
      name: 'Повторные продажи',
      wonName: 'Успех',
      stages: [
        { id: 'C5:NEW', name: 'Новая' },
        { id: 'C5:WORK', name: 'В работе' },
      ],
    },
  ],
  managers: [
    { id: 0, name: 'Без менеджера', email: '', active: true, hasDeals: true, department: -1 },
    { id: 11, name: 'Анна Иванова', email: 'anna@example.ru', active: true, hasDeals: true, department: 1 },
    { id: 12, name: 'Борис Петров', email: 'boris@example.ru', active: true, hasDeals: true, department: 1 },
    { id: 13, name: 'Вера Иванченко', email: 'vera@example.ru', active: false, hasDeals: true, department: 2 },
    { id: 14, name: 'Пётр Петров', email: 'petr@example.ru', active: true, hasDeals: true, department: 0 },
  ],
  departments: [
    { id: 1, name: 'Компания «Ромашка»', parent: -1 },
    { id: 3, name: 'Отдел продаж', parent: 0 },
    { id: 4, name: 'Партнёрский отдел', parent: 1 },
  ],
  baseCurrency: 'RUB',
  asOf: Date.UTC(2026, 9, 15, 15) / 1000,
  asOfDay: day('10-15'),
  timeZone: 'Europe/Moscow',
  zone: { name: 'Europe/Moscow', from: [Number.MIN_SAFE_INTEGER], offset: [3 * 3600] },
  horizonDay: 0,
  lang: 'ru',
  defaultPipelines: [],
  flagCounts: { ...noFlags, NO_SOURCE: 3, NO_CLIENT: 1200 },
  transfersHidden: false,
  portal: 'romashka.bitrix24.ru',
  userName: 'Анна Иванова',
  generation: 7,
  productsPending: false,
  rows: { deals: 6012, leads: 900 },
};

interface Row {
  id: number;
  manager: number;
  pipeline: number;
  state: number;
  /** Index of the stage an open deal stands on. */
  stage?: number;
  created: string;
  closed?: string;
  amount: number;
  cycleDays?: number;
  /** Journey: furthest stage, 1-based, and the days it was reached. */
  reached: string[];
  outcome: number;
}

/** The deals. */
export const rows: Row[] = [
  {
    id: 1,
    manager: 1,
    pipeline: 0,
    state: WON,
    created: '10-01',
    closed: '10-10',
    amount: 100000,
    cycleDays: 9,
    reached: ['10-01', '10-02', '10-05'],
    outcome: WON,
  },
  {
    id: 2,
    manager: 1,
    pipeline: 0,
    state: LOST,
    created: '10-02',
    closed: '10-12',
    amount: 50000,
    reached: ['10-02', '10-03'],
    outcome: LOST,
  },
  { id: 3, manager: 1, pipeline: 0, state: OPEN, stage: 1, created: '10-05', amount: 70000, reached: ['10-05', '10-06'], outcome: OPEN },
  {
    id: 4,
    manager: 2,
    pipeline: 0,
    state: WON,
    created: '09-20',
    closed: '10-08',
    amount: 0,
    cycleDays: 18,
    reached: ['09-20', '09-25', '10-01'],
    outcome: WON,
  },
  {
    id: 5,
    manager: 2,
    pipeline: 0,
    state: WON,
    created: '10-03',
    closed: '10-14',
    amount: 300000,
    cycleDays: 12,
    reached: ['10-03', '10-04', '10-07'],
    outcome: WON,
  },
  { id: 6, manager: 2, pipeline: 0, state: LOST, created: '10-03', closed: '10-04', amount: 20000, reached: ['10-03'], outcome: LOST },
  { id: 7, manager: 2, pipeline: 1, state: OPEN, stage: 0, created: '10-07', amount: 30000, reached: ['10-07'], outcome: OPEN },
  {
    id: 8,
    manager: 3,
    pipeline: 1,
    state: WON,
    created: '09-01',
    closed: '09-30',
    amount: 40000,
    cycleDays: 29,
    reached: ['09-01', '09-10'],
    outcome: WON,
  },
  { id: 9, manager: 0, pipeline: 1, state: OPEN, stage: 1, created: '08-01', amount: 10000, reached: ['08-01', '08-05'], outcome: OPEN },
];

/** Deal 7 went from pipeline 0 to pipeline 1: two journeys. */
export const journeys = [
  ...rows.map((row, deal) => ({
    deal,
    pipeline: row.pipeline,
    reached: row.reached,
    outcome: row.outcome,
    stages: row.pipeline === 0 ? 3 : 2,
  })),
  { deal: 6, pipeline: 0, reached: ['10-06'], outcome: TRANSFERRED, stages: 3 },
].sort((one, other) => one.deal - other.deal || one.pipeline - other.pipeline);

/** Days on a stage; a stay without an exit goes on. */
export const stays = [
  { deal: 0, stage: 0, days: 1, exit: '10-02' },
  { deal: 0, stage: 1, days: 3, exit: '10-05' },
  { deal: 1, stage: 0, days: 2, exit: '10-03' },
  { deal: 1, stage: 1, days: 9, exit: '10-12' },
  { deal: 2, stage: 0, days: 6, exit: '10-06' },
  { deal: 2, stage: 1, days: 9, exit: '' },
];
