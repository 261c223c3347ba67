// What is planted, in words for the person who starts the demo.
import type { Planted, PlantedKind, StageScore } from './planted';
import { PLANTED_KINDS } from './planted';
import type { Lang } from './words';

const KINDS_RU: Record<PlantedKind, string> = {
  noSource: 'сделки без источника',
  noChannel: 'из них канал не найти и по лиду',
  leadsWithoutSource: 'лиды без источника',
  noClient: 'сделки без клиента',
  zeroAmountWon: 'выиграны с нулевой суммой',
  negativeAmount: 'отрицательная сумма',
  unknownCurrency: 'валюты нет в справочнике',
  productMismatch: 'сумма не равна товарам',
  testDeals: 'тестовые сделки',
  formulaTitles: 'название начинается как формула',
  futureClose: 'закрыты будущей датой',
  closeDateEdited: 'дата закрытия исправлена',
  createdClosed: 'заведены сразу выигранными',
  deletedStage: 'были на удалённой стадии',
  reopened: 'возвращены в работу',
  misclicks: 'выиграны по ошибке на секунды',
  transferred: 'перенесены в другую воронку',
  noHistory: 'нет истории стадий',
  historyGap: 'история обрывается раньше стадии',
  recurring: 'шаблоны регулярных сделок',
  orphans: 'открыты на уволенном',
  overdue: 'просрочена ожидаемая дата',
  stale: 'открыты, 14 дней без дел',
  returnBeforeData: 'повторные: первая покупка до начала данных',
};

const KINDS_EN: Record<PlantedKind, string> = {
  noSource: 'deals without source',
  noChannel: 'of these, not even the lead tells the channel',
  leadsWithoutSource: 'leads without source',
  noClient: 'deals without client',
  zeroAmountWon: 'won with a zero sum',
  negativeAmount: 'negative amount',
  unknownCurrency: 'currency missing from the directory',
  productMismatch: 'amount differs from the products',
  testDeals: 'test deals',
  formulaTitles: 'title begins like a formula',
  futureClose: 'closed with a future date',
  closeDateEdited: 'close date edited',
  createdClosed: 'entered straight as won',
  deletedStage: 'have been on a deleted stage',
  reopened: 're-opened',
  misclicks: 'won by mistake for seconds',
  transferred: 'moved to the other pipeline',
  noHistory: 'no stage history',
  historyGap: 'history ends before the stage',
  recurring: 'recurring templates',
  orphans: 'open on a fired manager',
  overdue: 'expected date overdue',
  stale: 'open, 14 days without activity',
  returnBeforeData: 'repeat: first purchase before the data',
};

const SHOWN_IDS = 5;

/** A readable summary, one line per planted thing with its count and first ids. */
export function describePlanted(planted: Planted, lang: Lang): string {
  const ru = lang === 'ru';
  const { counts, weak, fired, hired } = planted;
  const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ru ? '\u00a0' : ',');
  const kinds = ru ? KINDS_RU : KINDS_EN;
  const lines = PLANTED_KINDS.map((kind) => {
    const ids = planted.ids[kind];
    const shown = ids.slice(0, SHOWN_IDS).join(', ');
    const rest = ids.length > SHOWN_IDS ? ', …' : '';
    return `  ${kinds[kind]}: ${number(ids.length)}${ids.length > 0 ? ` (№ ${shown}${rest})` : ''}`;
  });
  const head = ru
    ? [
        `Демо-данные: ${planted.from.slice(0, 10)} – ${planted.now.slice(0, 10)}, зерно ${planted.seed}.`,
        `  сделок ${number(counts.deals)}, лидов ${number(counts.leads)}, компаний ${number(counts.companies)}, контактов ${number(counts.contacts)}, дел ${number(counts.activities)}, строк товаров ${number(counts.productRows)}, строк истории ${number(counts.dealHistory)} + ${number(counts.leadHistory)}`,
        'Заложено намеренно:',
        `  слабое место: ${weak.managerName}, стадия «${weak.stageName}» – проходит ${share(weak.own, lang)}, у остальных ${share(weak.others, lang)}`,
        `  уволен ${fired.leftOn}: ${fired.managerName}; новичок с ${hired.hiredOn}: ${hired.managerName}`,
      ]
    : [
        `Demo data: ${planted.from.slice(0, 10)} – ${planted.now.slice(0, 10)}, seed ${planted.seed}.`,
        `  ${number(counts.deals)} deals, ${number(counts.leads)} leads, ${number(counts.companies)} companies, ${number(counts.contacts)} contacts, ${number(counts.activities)} activities, ${number(counts.productRows)} product rows, ${number(counts.dealHistory)} + ${number(counts.leadHistory)} history rows`,
        'Planted on purpose:',
        `  weak spot: ${weak.managerName} at the stage "${weak.stageName}" – passes ${share(weak.own, lang)}, the others ${share(weak.others, lang)}`,
        `  left on ${fired.leftOn}: ${fired.managerName}; new since ${hired.hiredOn}: ${hired.managerName}`,
      ];
  return [...head, ...lines].join('\n');
}

function share(score: StageScore, lang: Lang): string {
  const decided = score.advanced + score.lost;
  if (decided === 0) return '—';
  const percent = ((100 * score.advanced) / decided).toFixed(1);
  return lang === 'ru'
    ? `${percent.replace('.', ',')}\u00a0% (${score.advanced} из ${decided})`
    : `${percent}% (${score.advanced} of ${decided})`;
}
