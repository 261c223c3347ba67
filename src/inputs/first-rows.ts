// What a new input sheet begins with: the defaults that hold, blanks to fill in, and example rows that count for nothing.
import type { Cell, Lang } from '../cell';
import { firstRowWords, normWords, schemeWords, settingWords } from '../locale/input-rows';
import { metricWords } from '../locale/metric-words';
import { monthNames } from '../locale/table-words';
import { civilDate, isoDay, monthOf } from '../period';
import { isProvisionalYear, russianCalendar } from './calendar-ru';
import { ACTIVITY_METRICS, DEFAULT_NORMS } from './norms';
import { DEFAULT_SETTINGS } from './settings';
import type { Directory, InputSheetId } from './sheet';
import { type NormKey, type PartKey, type SettingKey, wordName } from './words';

type FirstRows = (directory: Directory) => Cell[][];

const GENERAL_NORMS = ['idleDays', 'responseHours', 'minStays', 'minBottleneck', 'minCoaching', 'shrink', 'lossReasonField'] as const;

/** A month's pay to begin with: an order of magnitude, in roubles and in dollars or euros. */
const FIXED_PAY: Readonly<Record<Lang, number>> = { ru: 20000, en: 1500 };

/** Cells in the order of the columns; the rest of a row is blank. */
export const firstRows: Readonly<Record<InputSheetId, FirstRows>> = {
  plans: ({ lang, asOfDay, names }) => [
    [
      example(monthOf(asOfDay), lang),
      wordName('manager', lang),
      names.managers[0] ?? firstRowWords.somebody[lang],
      metricWords.wonSum.name[lang],
      1000000,
      firstRowWords.exampleNote[lang],
    ],
  ],
  calendar: ({ lang, asOfDay }) => {
    const { year } = civilDate(asOfDay);
    if (lang === 'en') return [];
    return [year, year + 1].flatMap((each) =>
      russianCalendar(each).map(({ day, working, name }) => [
        isoDay(day),
        wordName(working ? 'working' : 'dayOff', lang),
        isProvisionalYear(each) ? firstRowWords.provisional[lang] : name,
      ]),
    );
  },
  norms: ({ lang, names }) => {
    const row = (key: NormKey, subject: string, value: Cell): Cell[] => [
      normWords[key].name[lang],
      subject,
      value,
      normWords[key].note[lang],
    ];
    return [
      ...GENERAL_NORMS.map((key) => row(key, '', DEFAULT_NORMS[key])),
      ...ACTIVITY_METRICS.map((kind) => row('activities', metricWords[kind].name[lang], '')),
      ...names.stages.map((stage) => row('stageDays', stage, '')),
      ...names.stages.map((stage) => row('passShares', stage, '')),
    ];
  },
  kpiSets: ({ lang, names }) => [
    [
      example(names.managers[0] ?? firstRowWords.somebody[lang], lang),
      metricWords.wonSum.name[lang],
      0.5,
      1000000,
      wordName('up', lang),
      0.5,
      1.5,
    ],
  ],
  bonusSchemes: ({ lang }) => {
    const row = (key: PartKey, value: Cell, from: Cell = '', to: Cell = ''): Cell[] => [
      firstRowWords.scheme[lang],
      schemeWords[key].name[lang],
      from,
      to,
      value,
      schemeWords[key].note[lang],
    ];
    return [
      row('owner', ''),
      row('fixed', FIXED_PAY[lang]),
      row('base', metricWords.wonSum.name[lang]),
      row('threshold', percent(0.5, lang)),
      row('tier', percent(0.03, lang), 0, 1),
      row('tier', percent(0.05, lang), 1, 1.2),
      row('tier', percent(0.08, lang), 1.2),
      row('mode', wordName('marginal', lang)),
      row('cap', ''),
      row('multiplier', wordName('no', lang)),
    ];
  },
  costs: ({ lang, asOfDay, names }) => [[example(monthOf(asOfDay), lang), names.channels[0] ?? firstRowWords.channel[lang], 50000]],
  rates: ({ lang, asOfDay }) => [[example(monthOf(asOfDay), lang), 'USD', 92.5]],
  seasonality: ({ lang }) => monthNames[lang].map((name) => [name, '']),
  actions: ({ lang, asOfDay, names }) => [
    [
      example(isoDay(asOfDay), lang),
      names.managers[0] ?? firstRowWords.somebody[lang],
      names.stages[0] ?? firstRowWords.stage[lang],
      firstRowWords.training[lang],
      firstRowWords.head[lang],
    ],
  ],
  settings: ({ lang }) =>
    (Object.keys(settingWords) as SettingKey[]).map((key) => [
      settingWords[key].name[lang],
      settingDefaults(lang)[key],
      settingWords[key].note[lang],
    ]),
};

/** The defaults as a person would type them. */
function settingDefaults(lang: Lang): Readonly<Record<SettingKey, Cell>> {
  const { countToday, statusGreen, statusYellow, minElapsedDays, abc, closeDateSource, misclickSeconds, payVisible } = DEFAULT_SETTINGS;
  const { mailNotices, chatNotices, digestPersonal } = DEFAULT_SETTINGS;
  const yesOrNo = (value: boolean) => wordName(value ? 'yes' : 'no', lang);
  return {
    countToday: yesOrNo(countToday),
    statusGreen: percent(statusGreen, lang),
    statusYellow: percent(statusYellow, lang),
    minElapsedDays,
    abcA: percent(abc[0], lang),
    abcB: percent(abc[1], lang),
    closeDateSource: wordName(closeDateSource, lang),
    misclickSeconds,
    defaultPipelines: wordName('everybody', lang),
    dealFields: '',
    historyFrom: '',
    payVisible: yesOrNo(payVisible),
    rawSheets: wordName('everybody', lang),
    alertPace: '',
    alertStuck: '',
    mailNotices: yesOrNo(mailNotices),
    chatNotices: yesOrNo(chatNotices),
    digestHour: '',
    digestTo: '',
    digestPersonal: yesOrNo(digestPersonal),
    digestWithout: '',
  };
}

function percent(share: number, lang: Lang): string {
  return `${Math.round(share * 100)}${lang === 'ru' ? ' ' : ''}%`;
}

function example(text: string, lang: Lang): string {
  return firstRowWords.example[lang].replace('{text}', () => text);
}
