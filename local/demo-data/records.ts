// Drafts become records: deals, leads and product rows in Bitrix24's shapes, with the fields Bitrix24 fills by itself.
import type { ClientBook } from './clients';
import type { DealDraft, DealSetting } from './deals';
import { DEAL_TYPE_CODES, lossReasonIds } from './directory';
import { closingTime } from './journeys';
import type { LeadDraft } from './leads';
import type { DealRecord, Flag, LeadRecord, ProductRowRecord } from './portal-shape';
import { DAY, dateFieldText, dayOf, timeText } from './portal-time';
import { type Random, runningSums, weightedIndex } from './random';
import type { Words } from './words';

const flag = (value: boolean): Flag => (value ? 'Y' : 'N');
const money = (minor: number): number => minor / 100;
const REASON_SUMS = runningSums([30, 22, 13, 9, 15, 5, 6]);

/** Deals in the order given (ids ascending). `lastActivity` comes from the activities; `isReturnCustomer` follows Bitrix24's rule (bitrix24-rest 5.1). */
export function dealRecords(
  setting: DealSetting,
  deals: readonly DealDraft[],
  lastActivity: ReadonlyMap<number, number>,
  random: Random,
): DealRecord[] {
  const { words, now } = setting;
  const reasons = lossReasonIds(words);
  const firstWins = firstWinByClient(deals);
  return deals.map((deal) => {
    const last = deal.moves[deal.moves.length - 1];
    if (!last) throw new Error('A demo deal has no stage.');
    const semantic = last.stage.semantic;
    const moved = last.time;
    const active = Math.min(now, Math.max(deal.created, lastActivity.get(deal.id) ?? 0));
    const updated = updatedTime(setting, deal, Math.max(moved, active), random);
    const author = (deal.former ?? deal.manager).id;
    const reason = semantic === 'F' && random.chance(0.88) ? (reasons[weightedIndex(random, REASON_SUMS)] ?? null) : null;
    const contact = deal.client?.contact ?? 0;
    return {
      id: deal.id,
      title: deal.title,
      typeId:
        DEAL_TYPE_CODES[
          deal.rows.length > 2 ? 1 : deal.rows.length > 0 && deal.rows.every((row) => row.service) ? 3 : deal.product % 3 === 0 ? 2 : 0
        ] ?? 'SALE',
      categoryId: last.stage.category,
      stageId: last.stage.code,
      stageSemanticId: semantic,
      opportunity: money(deal.amount),
      isManualOpportunity: flag(deal.manual),
      taxValue: 0,
      currencyId: deal.currency,
      probability: null,
      begindate: dateFieldText(deal.beginDay ?? dayOf(deal.created)),
      closedate: dateFieldText(closeDay(deal, now, random)),
      createdTime: timeText(deal.created),
      updatedTime: timeText(updated),
      movedTime: timeText(moved),
      movedBy: deal.former && moved < deal.former.until ? deal.former.id : deal.manager.id,
      lastActivityTime: timeText(active),
      lastActivityBy: deal.former && active < deal.former.until ? deal.former.id : deal.manager.id,
      assignedById: deal.manager.id,
      createdBy: author,
      updatedBy: deal.manager.id,
      opened: 'Y',
      closed: flag(semantic !== 'P'),
      isNew: flag(last.stage.index === 0),
      isReturnCustomer: flag(returns(deal, firstWins)),
      isRepeatedApproach: 'N',
      isRecurring: flag(deal.template === true),
      leadId: deal.lead?.id ?? null,
      quoteId: null,
      companyId: deal.client?.company ?? 0,
      contactId: contact,
      contactIds: contact > 0 ? [contact] : [],
      sourceId: deal.source,
      sourceDescription: null,
      utmSource: deal.utm.source,
      utmMedium: deal.utm.medium,
      utmCampaign: deal.utm.campaign,
      utmContent: null,
      utmTerm: null,
      comments: null,
      ufCrm_1715000001: reason,
    };
  });
}

// Setting a date by hand, or handing a deal over, saves the deal later than its last move.
function updatedTime(setting: DealSetting, deal: DealDraft, least: number, random: Random): number {
  const edited = deal.closeDay !== undefined || random.chance(0.2);
  const handed = deal.former ? deal.former.until : 0;
  const saved = Math.max(least, handed);
  return Math.min(setting.now, edited ? setting.calendar.atWork(saved + random.between(0, 4 * DAY), random) : saved);
}

/** The automatic closing day of a closed deal (R6), the hand-set one, or the expected day of an open deal: often overdue where nobody looks. */
function closeDay(deal: DealDraft, now: number, random: Random): number {
  if (deal.closeDay !== undefined) return deal.closeDay;
  const closed = closingTime(deal.moves);
  if (closed !== undefined) return dayOf(closed);
  const kept = deal.activeUntil === now && random.chance(0.62);
  return kept ? dayOf(now) + random.int(45) : dayOf(deal.created) + 10 + random.int(35);
}

const clientKey = (deal: DealDraft): string | undefined => {
  if (!deal.client || deal.template) return undefined;
  return deal.client.company > 0 ? `company ${deal.client.company}` : `contact ${deal.client.contact}`;
};

/** Each client's won deal with the smallest id; 0 for clients whose first win lies before the data. */
function firstWinByClient(deals: readonly DealDraft[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const deal of deals) {
    const key = clientKey(deal);
    if (key === undefined || first.has(key)) continue;
    if (deal.client?.old) first.set(key, 0);
    else if (deal.moves[deal.moves.length - 1]?.stage.semantic === 'S') first.set(key, deal.id);
  }
  return first;
}

function returns(deal: DealDraft, firstWins: ReadonlyMap<string, number>): boolean {
  const key = clientKey(deal);
  const first = key === undefined ? undefined : firstWins.get(key);
  return first !== undefined && first !== deal.id;
}

/** Leads in the order given; a converted one bears the names of its contact and company. */
export function leadRecords(words: Words, leads: readonly LeadDraft[], book: ClientBook, random: Random): LeadRecord[] {
  return leads.map((lead) => {
    const last = lead.moves[lead.moves.length - 1];
    if (!last) throw new Error('A demo lead has no status.');
    const closed = last.stage.semantic !== 'P';
    const product = words.products[lead.product];
    const known = book.contacts[lead.contact - 1] ?? book.personName();
    const handed = lead.former ? Math.max(last.time, lead.former.until) : last.time;
    const step = words.roundTo * 100;
    const guess = random.chance(0.4) ? Math.round(((product?.price ?? 0) * random.between(2, 12) * 100) / step) * step : 0;
    return {
      id: lead.id,
      title: random.pick(words.leadTitles).replace('{topic}', product?.topic ?? ''),
      name: known.name,
      lastName: known.lastName,
      companyTitle: book.companies[lead.company - 1]?.title ?? null,
      stageId: last.stage.code,
      stageSemanticId: last.stage.semantic,
      opportunity: money(guess),
      currencyId: words.currencies[0]?.code ?? '',
      isManualOpportunity: 'Y',
      sourceId: lead.source,
      sourceDescription: null,
      assignedById: lead.manager.id,
      createdBy: (lead.former ?? lead.manager).id,
      createdTime: timeText(lead.created),
      updatedTime: timeText(handed),
      movedTime: timeText(last.time),
      movedBy: lead.former && last.time < lead.former.until ? lead.former.id : lead.manager.id,
      dateClosed: closed ? timeText(last.time) : null,
      opened: 'Y',
      isReturnCustomer: 'N',
      companyId: lead.company,
      contactId: lead.contact,
      utmSource: lead.utm.source,
      utmMedium: lead.utm.medium,
      utmCampaign: lead.utm.campaign,
      utmContent: null,
      utmTerm: null,
    };
  });
}

/** Product rows of all deals; `priceAccount` is the price at today's rate. */
export function productRowRecords(words: Words, deals: readonly DealDraft[]): ProductRowRecord[] {
  const rates = new Map(words.currencies.map((currency) => [currency.code, Number(currency.rate)]));
  const records: ProductRowRecord[] = [];
  for (const deal of deals) {
    const rate = rates.get(deal.currency) ?? 1;
    deal.rows.forEach((row, at) => {
      const price = money(row.price);
      const list = money(row.listPrice);
      records.push({
        id: records.length + 1,
        ownerId: deal.id,
        ownerType: 'D',
        productId: row.productId,
        productName: row.name,
        price,
        priceAccount: Math.round(row.price * rate) / 100,
        priceExclusive: price,
        priceNetto: list,
        priceBrutto: list,
        quantity: row.quantity,
        discountTypeId: 2,
        discountRate: row.discountRate,
        discountSum: money(row.listPrice - row.price),
        taxRate: null,
        taxIncluded: 'Y',
        customized: 'N',
        measureCode: row.service ? 9642 : 796,
        measureName: row.service ? words.service : words.piece,
        sort: (at + 1) * 10,
        type: row.service ? 7 : 1,
      });
    });
  }
  return records;
}
