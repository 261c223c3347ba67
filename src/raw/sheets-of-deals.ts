// Raw sheets of deals and what hangs on them: deals, stage history, products.
import type { Deal, ProductRow, Records, StageChange } from './records';
import { cardUrl, column, dayCell, linkCell, momentCell, type RawSheet, semanticWord, yesNo } from './sheet';

export const dealSheet: RawSheet<Deal> = {
  id: 'deals',
  always: true,
  rows: (records) => records.deals,
  columns: [
    column('id', 'ID', 'ID', (deal) => deal.id),
    column('text', 'Название', 'Title', (deal) => deal.title),
    column('text', 'Воронка', 'Pipeline', (deal, names) => names.category(deal.categoryId)),
    column('text', 'Стадия', 'Stage', (deal, names) => names.dealStage(deal.stageId)),
    column('text', 'Состояние', 'State', (deal, _names, lang) => semanticWord(deal.semantic, lang)),
    column('money', 'Сумма', 'Amount', (deal) => deal.opportunity),
    column('text', 'Валюта', 'Currency', (deal) => deal.currencyId),
    column('text', 'Ответственный', 'Responsible', (deal, names) => names.user(deal.assignedById)),
    column('id', 'ID ответственного', 'Responsible ID', (deal) => linkCell(deal.assignedById)),
    column('datetime', 'Создана', 'Created', (deal) => momentCell(deal.createdTime)),
    column('datetime', 'Изменена', 'Modified', (deal) => momentCell(deal.updatedTime)),
    column('datetime', 'Смена стадии', 'Stage changed', (deal) => momentCell(deal.movedTime)),
    column('datetime', 'Последнее дело', 'Last activity', (deal) => momentCell(deal.lastActivityTime)),
    column('date', 'Дата начала', 'Start date', (deal) => dayCell(deal.begindate)),
    column('date', 'Дата завершения', 'Close date', (deal) => dayCell(deal.closedate)),
    column('text', 'Компания', 'Company', (deal, names) => names.company(deal.companyId)),
    column('text', 'Контакт', 'Contact', (deal, names) => names.contact(deal.contactId)),
    column('id', 'ID лида', 'Lead ID', (deal) => linkCell(deal.leadId)),
    column('text', 'Источник', 'Source', (deal, names) => names.source(deal.sourceId)),
    column('text', 'UTM source', 'UTM source', (deal) => deal.utmSource),
    column('text', 'UTM medium', 'UTM medium', (deal) => deal.utmMedium),
    column('text', 'UTM campaign', 'UTM campaign', (deal) => deal.utmCampaign),
    column('text', 'Повторный клиент', 'Return customer', (deal, _names, lang) => yesNo(deal.returnCustomer, lang)),
    column('url', 'Ссылка', 'Link', (deal, names) => cardUrl(names.portal, 'deal', deal.id)),
  ],
};

const changeKinds: Readonly<Record<number, { readonly ru: string; readonly en: string }>> = {
  1: { ru: 'создана', en: 'created' },
  2: { ru: 'переход', en: 'moved' },
  3: { ru: 'завершение', en: 'closed' },
  5: { ru: 'смена воронки', en: 'pipeline changed' },
};

export const historySheet: RawSheet<StageChange> = {
  id: 'stageHistory',
  always: false,
  rows: historyOfDeals,
  columns: [
    column('id', 'ID', 'ID', (change) => change.id),
    column('id', 'ID сделки', 'Deal ID', (change) => change.ownerId),
    column('text', 'Сделка', 'Deal', (change, names) => names.dealTitle(change.ownerId)),
    column('datetime', 'Время', 'Time', (change) => momentCell(change.time)),
    column('text', 'Событие', 'Event', (change, _names, lang) => changeKinds[change.typeId]?.[lang] ?? String(change.typeId)),
    column('text', 'Воронка', 'Pipeline', (change, names) => names.category(change.categoryId)),
    column('text', 'Стадия', 'Stage', (change, names) => names.dealStage(change.stageId)),
    column('text', 'Код стадии', 'Stage code', (change) => change.stageId),
    column('text', 'Состояние', 'State', (change, _names, lang) => semanticWord(change.semantic, lang)),
  ],
};

export const productSheet: RawSheet<ProductRow> = {
  id: 'products',
  always: false,
  rows: (records) => records.productRows,
  columns: [
    column('id', 'ID', 'ID', (row) => row.id),
    column('id', 'ID сделки', 'Deal ID', (row) => row.ownerId),
    column('text', 'Сделка', 'Deal', (row, names) => names.dealTitle(row.ownerId)),
    column('id', 'ID товара', 'Product ID', (row) => linkCell(row.productId)),
    column('text', 'Товар', 'Product', (row) => row.productName),
    column('money', 'Цена', 'Price', (row) => row.price),
    column('number', 'Количество', 'Quantity', (row) => row.quantity),
    column('money', 'Сумма', 'Sum', (row) => Math.round(row.price * row.quantity * 100) / 100),
  ],
};

/** The portal also tells the history of recurring templates, and of deals deleted a moment ago: no deal of ours (R4). */
function historyOfDeals({ deals, stageHistory }: Records): readonly StageChange[] {
  const ids = new Set(deals.map((deal) => deal.id));
  return stageHistory.filter((change) => ids.has(change.ownerId));
}
