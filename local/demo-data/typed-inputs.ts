// What the people of the demo company typed into the input sheets: plans near to what they sell, KPI sets, the scheme of pay, costs, a training.
import { WEAK_STAGE } from './directory';
import type { Lang } from './words';
import { wordsEn } from './words-en';
import { wordsRu } from './words-ru';

/** What the plans start from: what somebody sold in a usual month, as the workbook itself shows it. */
export interface UsualMonth {
  readonly manager: string;
  readonly wonSum: number;
  readonly wonCount: number;
}

/** Rows to paste into a sheet below its header. */
export interface TypedSheet {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

/** The manager whose deals die at one stage, and that stage. */
const WEAK_MANAGER = 3;
/** Plans ask for a little more than what is usual. */
const STRETCH = 1.08;

const typedWords = {
  ru: {
    sheets: { plans: 'Планы', kpiSets: 'Наборы KPI', costs: 'Расходы', actions: 'Обучение и меры' },
    manager: 'менеджер',
    company: 'компания',
    pipeline: 'воронка',
    wonSum: 'Сумма продаж',
    wonCount: 'Выиграно',
    winRate: 'Доля побед, шт.',
    calls: 'Звонки',
    up: 'больше',
    measure: 'Тренинг: защита цены в предложении',
    responsible: 'РОП',
  },
  en: {
    sheets: { plans: 'Plans', kpiSets: 'KPI sets', costs: 'Costs', actions: 'Training and actions' },
    manager: 'manager',
    company: 'company',
    pipeline: 'pipeline',
    wonSum: 'Won sum',
    wonCount: 'Won',
    winRate: 'Win rate, count',
    calls: 'Calls',
    up: 'more',
    measure: 'Training: defending the price of a proposal',
    responsible: 'Head of sales',
  },
} as const;

/** `now` in epoch milliseconds; plans are for every month of its year and the next quarter. */
export function typedInputs(lang: Lang, now: number, months: readonly UsualMonth[]): TypedSheet[] {
  const words = typedWords[lang];
  const data = lang === 'ru' ? wordsRu : wordsEn;
  const date = new Date(now);
  const year = date.getUTCFullYear();
  const periods = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
  const usual = months.reduce((sum, { wonSum }) => sum + wonSum, 0);
  const percent = (share: number): string => `${share}%`;
  const weak = data.managers[WEAK_MANAGER];
  const channels = data.sources.slice(0, 3);
  const monthsAgo = (back: number): string => new Date(Date.UTC(year, date.getUTCMonth() - back, 15)).toISOString().slice(0, 10);
  return [
    {
      sheet: words.sheets.plans,
      rows: [
        ...months.flatMap(({ manager, wonSum }) =>
          periods.map((period) => [period, words.manager, manager, words.wonSum, String(rounded(wonSum * STRETCH)), '']),
        ),
        ...months.flatMap(({ manager, wonCount }) =>
          periods.slice(-3).map((period) => [period, words.manager, manager, words.wonCount, String(Math.max(1, Math.round(wonCount)))]),
        ),
        ...[1, 2, 3, 4].map((quarter) => [
          `${year}-Q${quarter}`,
          words.company,
          '',
          words.wonSum,
          String(rounded(usual * 3 * STRETCH * 1.03)),
        ]),
        // Two thirds of what is sold are first sales.
        ...[1, 2, 3, 4].map((quarter) => [
          `${year}-Q${quarter}`,
          words.pipeline,
          data.salesPipeline,
          words.wonSum,
          String(rounded(usual * 2 * STRETCH)),
        ]),
      ],
    },
    {
      sheet: words.sheets.kpiSets,
      rows: months.flatMap(({ manager, wonSum }) => [
        [manager, words.wonSum, percent(50), String(rounded(wonSum * STRETCH)), words.up, percent(50), percent(150)],
        [manager, words.winRate, percent(30), percent(40), words.up, '', ''],
        [manager, words.calls, percent(20), '60', words.up, '', ''],
      ]),
    },
    {
      sheet: words.sheets.costs,
      rows: channels.flatMap((channel, at) => periods.map((period) => [period, channel, String(rounded((usual / 100) * (3 - at)))])),
    },
    {
      sheet: words.sheets.actions,
      rows: [
        [
          monthsAgo(2),
          weak === undefined ? '' : `${weak[0]} ${weak[1]}`,
          data.salesStages[WEAK_STAGE] ?? '',
          words.measure,
          words.responsible,
        ],
      ],
    },
  ];
}

/** Two digits, as people type plans. */
function rounded(amount: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 1);
  return Math.round(amount / unit) * unit;
}
