// B24_STATUS: what the numbers stand on — as of when, which portal, whose rights, how much data, and what is wrong with it.
import type { Cell, Lang } from '../cell';
import { FLAG, type FlagName, type Labels } from '../facts/facts';
import type { Sentence } from '../locale/sentence';
import { flagWords, statusWords } from '../locale/status-words';
import { workWords } from '../locale/work-words';
import { civilDate, dayOf, dayStart, isoDay } from '../period';
import { offsetAt } from '../zone';
import { type Choice, chosen } from './arguments/choice';
import { shownDay } from './arguments/given';
import type { FunctionDefinition } from './definition';

type StatusItem = 'all' | 'updated' | 'generation' | 'portal' | 'deals' | 'leads' | 'zone' | 'currency' | 'rights' | 'horizon' | 'quality';

const statusItems: readonly Choice<StatusItem>[] = [
  { value: 'all', ru: ['всё', 'коротко'], en: ['all', 'summary'] },
  { value: 'updated', ru: ['обновлено', 'время', 'дата'], en: ['updated', 'as of', 'time'] },
  { value: 'generation', ru: ['поколение'], en: ['generation'] },
  { value: 'portal', ru: ['портал'], en: ['portal'] },
  { value: 'deals', ru: ['сделок', 'сделки'], en: ['deals'] },
  { value: 'leads', ru: ['лидов', 'лиды'], en: ['leads'] },
  { value: 'zone', ru: ['часовой пояс', 'пояс'], en: ['time zone', 'zone'] },
  { value: 'currency', ru: ['валюта'], en: ['currency'] },
  { value: 'rights', ru: ['права', 'чьи права'], en: ['rights', 'user'] },
  { value: 'horizon', ru: ['горизонт', 'загружено с'], en: ['horizon', 'loaded from'] },
  { value: 'quality', ru: ['качество', 'замечания'], en: ['quality', 'remarks'] },
];

export const statusFunction: FunctionDefinition = {
  name: 'B24_STATUS',
  params: ['what', 'data'],
  rules: ['R1', 'R4', 'R17'],
  answer: (args, { labels }) => statusOf(chosen(args[0], 'what', statusItems, 'all', labels), labels),
};

function statusOf(item: StatusItem, labels: Labels): Cell {
  switch (item) {
    case 'all':
      return summary(labels);
    case 'updated':
      return new Date(labels.asOf * 1000);
    case 'generation':
      return labels.generation;
    case 'portal':
      return labels.portal;
    case 'deals':
      return labels.rows['deals'] ?? 0;
    case 'leads':
      return labels.rows['leads'] ?? 0;
    case 'zone':
      return labels.timeZone;
    case 'currency':
      return labels.baseCurrency;
    case 'rights':
      return labels.userName;
    case 'horizon':
      return labels.horizonDay > 0 ? new Date(dayStart(labels.horizonDay, labels.zone) * 1000) : statusWords.everything[labels.lang];
    case 'quality':
      return quality(labels);
  }
}

function summary(labels: Labels): string {
  const { lang } = labels;
  const text = filled(statusWords.line, lang, {
    time: localTime(labels),
    zone: labels.timeZone,
    portal: labels.portal,
    user: labels.userName,
    deals: grouped(labels.rows['deals'] ?? 0, lang),
    leads: grouped(labels.rows['leads'] ?? 0, lang),
  });
  const day = shownDay(labels.horizonDay, lang);
  const notes = [
    ...(labels.horizonDay > 0 ? [filled(statusWords.loadedFrom, lang, { day })] : []),
    ...(labels.transfersHidden ? [statusWords.transfersHidden[lang]] : []),
  ];
  return [text, ...notes].join(' · ');
}

/** «без клиента 12 · без источника 40», most frequent first. */
function quality(labels: Labels): string {
  const { flagCounts, lang } = labels;
  const flags = (Object.keys(FLAG) as FlagName[]).filter((flag) => (flagCounts[flag] ?? 0) > 0);
  flags.sort((one, other) => flagCounts[other] - flagCounts[one]);
  const parts = flags.map((flag) => `${flagWords[flag][lang]} ${grouped(flagCounts[flag], lang)}`);
  const said = parts.length > 0 ? parts : [statusWords.clean[lang]];
  return [...said, ...missingParts(labels)].join(' · ');
}

/** What of the portal's data is not here, a sentence each. */
export function missingParts({ horizonDay, productsPending, lang }: Labels): string[] {
  return [
    ...(horizonDay > 0 ? [filled(workWords.history, lang, { day: shownDay(horizonDay, lang) })] : []),
    ...(productsPending ? [workWords.productsPending[lang]] : []),
  ];
}

/** Moment of the data on the clock of the file's zone. */
export function localTime({ asOf, zone, lang }: Labels): string {
  const day = dayOf(asOf, zone);
  const minutes = Math.floor(((((asOf + offsetAt(zone, asOf)) % 86400) + 86400) % 86400) / 60);
  const clock = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  if (lang === 'en') return `${isoDay(day)} ${clock}`;
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${pad(dayOfMonth)}.${pad(month)}.${year} ${clock}`;
}

function filled(text: Sentence, lang: Lang, params: Readonly<Record<string, string>>): string {
  return text[lang].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

/** Thousands apart: a no-break space in Russian, a comma in English. */
function grouped(value: number, lang: Lang): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, lang === 'ru' ? '\u00a0' : ',');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
