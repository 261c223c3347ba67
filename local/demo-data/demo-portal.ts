// The demo portal: a sales company's Bitrix24 over eighteen months up to `now`, the same for the same seed, language and moment.
import { activities } from './activities';
import { arrivals } from './arrivals';
import { clientBook } from './clients';
import { type DealSetting, dealDrafts, oldClients } from './deals';
import { categories, currencies, DELETED, LOSS_REASON_FIELD, SALES, statuses, UNKNOWN_CURRENCY, userFields, WEAK_STAGE } from './directory';
import { withDirt } from './dirt';
import { findings, weaknessScores } from './findings';
import { stageHistory } from './history';
import { leadDrafts } from './leads';
import { dayText, dutyRoster, salesTeam } from './people';
import type { Planted } from './planted';
import type { DemoPortalFile } from './portal-shape';
import { DAY, dayOf, startOfDay, timeText, workCalendar } from './portal-time';
import { chosenProduct } from './products';
import { randomStream } from './random';
import { dealRecords, leadRecords, productRowRecords } from './records';
import type { Lang } from './words';
import { wordsEn } from './words-en';
import { wordsRu } from './words-ru';

export { describePlanted } from './summary';

const DEFAULT_SEED = 20_250_401;
const MONTHS = 18;
/** Size at scale 1. */
const LEADS = 9000;
const DIRECT_DEALS = 1050;
const REPEAT_DEALS = 1350;
const OLD_CLIENTS = 70;
const NEW_COMPANY_SHARE = 0.31;

export interface DemoOptions {
  readonly lang: Lang;
  /** Another seed is another company; the default is fixed. */
  readonly seed?: number;
  /** Epoch milliseconds: the data ends here. */
  readonly now: number;
  /** The only zone the generator knows. */
  readonly timeZone?: 'Europe/Moscow';
  /** 1 is about 6,000 deals and 9,000 leads; 16 about 100,000 deals. */
  readonly scale?: number;
}

/** A portal file (design 4) and the list of what is planted in it. Nothing in it but plans and hand-set dates lies after `now`. */
export function demoPortal(options: DemoOptions): { data: DemoPortalFile; planted: Planted } {
  const { lang } = options;
  const seed = options.seed ?? DEFAULT_SEED;
  const scale = options.scale ?? 1;
  const now = Math.floor(options.now / 1000) * 1000;
  const timeZone = options.timeZone ?? 'Europe/Moscow';
  const words = lang === 'ru' ? wordsRu : wordsEn;
  const from = firstMoment(now);
  const stream = (name: string) => randomStream(seed, name);
  const sized = (count: number): number => Math.max(1, Math.round(count * scale));

  const calendar = workCalendar(words.holidays);
  const team = salesTeam(words, calendar, now);
  const roster = dutyRoster(team);
  const book = clientBook(words, seed);
  const setting: DealSetting = {
    words,
    team,
    roster,
    calendar,
    arrivals: arrivals(from, now, calendar, stream('arrivals')),
    book,
    from,
    now,
  };

  oldClients(setting, sized(OLD_CLIENTS), stream('old clients'));
  const leadSetting = { ...setting, engines: words.searchEngines, campaigns: words.campaigns, product: chosenProduct };
  const leads = leadDrafts(leadSetting, sized(LEADS), stream('leads'));
  const counts = { direct: sized(DIRECT_DEALS), repeat: sized(REPEAT_DEALS), newCompanyShare: NEW_COMPANY_SHARE };
  const honest = dealDrafts(setting, leads, counts, stream('deals'));
  const { deals, marks } = withDirt(setting, honest, scale, stream('dirt'));
  deals.sort((a, b) => a.created - b.created);
  deals.forEach((deal, at) => {
    deal.id = at + 1;
  });

  const done = activities(setting, deals, leads, stream('activities'));
  const dealList = dealRecords(setting, deals, done.lastOfDeal, stream('deal records'));
  const leadList = leadRecords(words, leads, book, stream('lead records'));
  const data: DemoPortalFile = {
    portal: { name: words.portalName, host: words.host, timeZone, plan: 'professional' },
    categories: categories(words),
    statuses: statuses(words),
    currencies: currencies(words, lang, now),
    users: team.users,
    departments: team.departments,
    deals: dealList,
    leads: leadList,
    contacts: book.contacts,
    companies: book.companies,
    stageHistory: stageHistory(deals, leads),
    activities: done.records,
    productRows: productRowRecords(words, deals),
    userFields: userFields(words),
  };
  const leadHistory = leads.reduce((sum, lead) => sum + lead.moves.length, 0);
  const planted: Planted = {
    seed,
    from: timeText(from),
    now: timeText(now),
    baseCurrency: words.currencies[0]?.code ?? '',
    counts: {
      deals: data.deals.length,
      leads: data.leads.length,
      companies: data.companies.length,
      contacts: data.contacts.length,
      activities: data.activities.length,
      productRows: data.productRows.length,
      dealHistory: data.stageHistory.length - leadHistory,
      leadHistory,
    },
    ids: findings(team, deals, dealList, leadList, marks, now),
    weak: {
      managerId: team.weak.id,
      managerName: team.weak.name,
      categoryId: SALES.id,
      stageId: SALES.process[WEAK_STAGE]?.code ?? '',
      stageName: words.salesStages[WEAK_STAGE] ?? '',
      ...weaknessScores(team, deals),
    },
    fired: { managerId: team.fired.id, managerName: team.fired.name, leftOn: dayText(team.fired.until) },
    hired: { managerId: team.hired.id, managerName: team.hired.name, hiredOn: dayText(team.hired.from) },
    deletedStage: { categoryId: DELETED.category, stageId: DELETED.code },
    unknownCurrency: UNKNOWN_CURRENCY,
    lossReasonField: LOSS_REASON_FIELD,
  };
  return { data, planted };
}

/** The start of the month nearest to eighteen months ago, so that every month of the data but the last is whole. */
function firstMoment(now: number): number {
  const local = new Date(dayOf(now) * DAY);
  const months = local.getUTCFullYear() * 12 + local.getUTCMonth() - MONTHS + (local.getUTCDate() > 15 ? 1 : 0);
  return startOfDay(Date.UTC(Math.floor(months / 12), months % 12, 1) / DAY);
}
