// Words of the morning digest, in both languages; {name} marks a parameter.
import type { Lang } from '../cell';
import type { Sentence } from './sentence';

const digestWords = {
  subject: { ru: 'Сводка на {today}: {result}', en: 'Digest of {today}: {result}' },
  resultPlan: { ru: 'план на {month} выполнен на {attainment}', en: '{attainment} of the plan of {month}' },
  resultFact: { ru: 'выиграно за {month} {fact}', en: '{fact} won in {month}' },
  company: { ru: 'Компания', en: 'The company' },
  plan: {
    ru: 'План на {month}: выиграно {fact} из {target}, {attainment}. По плану на {day} должно быть {toDate}: выполнено {toDateShare}.',
    en: 'Plan of {month}: {fact} won of {target}, {attainment}. The plan to {day} is {toDate}: {toDateShare} of it.',
  },
  planNotBegun: {
    ru: 'План на {month}: выиграно {fact} из {target}, {attainment}.',
    en: 'Plan of {month}: {fact} won of {target}, {attainment}.',
  },
  noPlan: { ru: 'С начала месяца ({month}) выиграно {fact}. Плана нет.', en: '{fact} won this month ({month}). There is no plan.' },
  left: {
    ru: 'Осталось {gap}: по {perDay} в рабочий день, рабочих дней осталось {days}.',
    en: '{gap} is left: {perDay} a working day, working days left: {days}.',
  },
  leftNoDays: { ru: 'Не хватило {gap}: рабочие дни месяца кончились.', en: '{gap} is missing: no working day of the month is left.' },
  met: { ru: 'План выполнен.', en: 'The plan is met.' },
  runRate: { ru: 'Таким темпом месяц закончится на {runRate}.', en: 'At this pace the month ends at {runRate}.' },
  runRateShare: {
    ru: 'Таким темпом месяц закончится на {runRate}, {share} плана.',
    en: 'At this pace the month ends at {runRate}, {share} of the plan.',
  },
  days: {
    ru: 'За {range}: создано сделок {created}, выиграно {wonCount} на {wonSum}, проиграно {lostCount}; звонков {calls}, встреч {meetings}.',
    en: '{range}: {created} deals created, {wonCount} won worth {wonSum}, {lostCount} lost; {calls} calls, {meetings} meetings.',
  },
  daysWithoutWork: {
    ru: 'За {range}: создано сделок {created}, выиграно {wonCount} на {wonSum}, проиграно {lostCount}.',
    en: '{range}: {created} deals created, {wonCount} won worth {wonSum}, {lostCount} lost.',
  },
  unpriced: {
    ru: 'Без выигранных сделок, для валюты которых нет курса: {count}.',
    en: 'Without won deals in a currency that has no rate: {count}.',
  },
  stuck: { ru: 'Застряло сделок: {count} на {sum}. Самые дорогие:', en: 'Stuck deals: {count}, worth {sum}. The dearest:' },
  noStuck: { ru: 'Застрявших сделок нет.', en: 'No deal is stuck.' },
  stuckDeal: { ru: '«{title}», {stage}, {sum}', en: '"{title}", {stage}, {sum}' },
  stuckDealOf: { ru: '«{title}», {manager}, {stage}, {sum}', en: '"{title}", {manager}, {stage}, {sum}' },
  manager: { ru: 'Менеджер', en: 'Manager' },
  fact: { ru: 'Выиграно', en: 'Won' },
  target: { ru: 'План', en: 'Plan' },
  attainment: { ru: 'Выполнение', en: 'Attainment' },
  status: { ru: 'На дату', en: 'To date' },
  more: { ru: 'И ещё менеджеров: {count}, их сумма {fact}.', en: 'And {count} more managers with {fact}.' },
  asOf: {
    ru: 'Числа на конец {day}, данные на {time}. Воронки: {pipelines}.',
    en: 'As of the end of {day}, data of {time}. Pipelines: {pipelines}.',
  },
  file: { ru: 'Подробно: {file}', en: 'In detail: {file}' },
  headEnd: {
    ru: 'Чтобы сводка больше не приходила: меню «Битрикс24 KPI» → «Не присылать мне сводку» в файле, или сотрите адрес в строке «Сводка: кому» листа «Настройки».',
    en: 'To stop the digest: menu "Bitrix24 KPI" → "Send me no digest" in the file, or delete the address in the row "Digest: to whom" of the sheet "Settings".',
  },
  personalEnd: {
    ru: 'Здесь только ваши числа. Чтобы сводка больше не приходила: меню «Битрикс24 KPI» → «Не присылать мне сводку» в файле, или напишите {keeper}.',
    en: 'These are your own numbers only. To stop the digest: menu "Bitrix24 KPI" → "Send me no digest" in the file, or write to {keeper}.',
  },
  keeper: { ru: 'тому, кто ведёт файл', en: 'whoever keeps the file' },
  stop: { ru: 'Не присылать', en: 'Unsubscribe' },
  untold: { ru: 'Сводку отправить не удалось: {detail}', en: 'The digest could not be sent: {detail}' },
  untoldSome: { ru: 'Личная сводка не ушла ({names}): {detail}', en: 'No personal digest went to {names}: {detail}' },
  noAddress: { ru: 'в Битрикс24 нет почты этих людей', en: 'Bitrix24 has no e-mail of theirs' },
  noWay: {
    ru: 'Сводка включена, а письма и уведомления в Битрикс24 выключены: отметьте способ в настройках.',
    en: 'The digest is on, while mails and notifications in Bitrix24 are off: tick a way in the settings.',
  },
  quota: {
    ru: 'лимит Google на письма: сегодня можно отправить ещё {left}, остальным сводка не ушла',
    en: "Google's limit of mails: {left} more may be sent today, the others got no digest",
  },
  late: { ru: 'не хватило времени одного запуска', en: 'the time of one run was used up' },
  stoppedHead: {
    ru: 'Адрес {mail} убран из получателей сводки.',
    en: 'The address {mail} gets no digest any more.',
  },
  testSent: { ru: 'Сводка отправлена на {mail}.', en: 'The digest was sent to {mail}.' },
  stoppedPerson: {
    ru: 'Личная сводка больше не придёт: {name}.',
    en: 'No personal digest any more: {name}.',
  },
  stoppedNone: {
    ru: 'Сводка на {mail} не приходит: такого адреса нет ни в строке «Сводка: кому», ни среди менеджеров Битрикс24.',
    en: 'No digest goes to {mail}: the address is neither in the row "Digest: to whom" nor one of a manager in Bitrix24.',
  },
} as const satisfies Record<string, Sentence>;

export type DigestWord = keyof typeof digestWords;

/** The text with its parameters filled in; what they hold is not looked into. */
export function digestText(key: DigestWord, lang: Lang, params: Readonly<Record<string, string | number>> = {}): string {
  return digestWords[key][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
