// Words of the notices that rules of «Настройки» send, in both languages; {name} marks a parameter.
import type { Lang } from '../cell';
import type { Sentence } from './sentence';

const alertWords = {
  paceSubject: { ru: 'Битрикс24 KPI: план отстаёт на {behind} – {file}', en: 'Bitrix24 KPI: {behind} behind plan – {file}' },
  pace: {
    ru: 'План компании на {month} отстаёт на {behind}: выиграно на {fact}, а по плану на {day} должно быть {toDate}, это {attainment} плана на дату.',
    en: "The company's plan of {month} is {behind} behind: {fact} won, while the plan to {day} is {toDate}, which is {attainment} of the plan to date.",
  },
  paceLeft: {
    ru: 'До плана {target} осталось {gap}: нужно по {perDay} в рабочий день, рабочих дней осталось {days}.',
    en: '{gap} is left of the plan of {target}: {perDay} is needed a working day, working days left: {days}.',
  },
  paceNoDays: {
    ru: 'До плана {target} осталось {gap}, а рабочих дней в месяце больше нет.',
    en: '{gap} is left of the plan of {target}, and no working day of the month.',
  },
  stuckSubject: { ru: 'Битрикс24 KPI: застряли сделки на {sum} – {file}', en: 'Bitrix24 KPI: stuck deals of {sum} – {file}' },
  stuck: {
    ru: 'Застряло сделок: {count}, на сумму {sum}. Это больше, чем {limit}.',
    en: 'Stuck deals: {count}, worth {sum}. That is more than {limit}.',
  },
  stuckDearest: { ru: 'Самые дорогие: {deals}.', en: 'The dearest: {deals}.' },
  stuckDeal: { ru: '«{title}», {manager}, {sum}', en: '"{title}", {manager}, {sum}' },
  unpricedWon: {
    ru: 'Без выигранных сделок, для валюты которых нет курса: {count}.',
    en: 'Without won deals in a currency that has no rate: {count}.',
  },
  unpricedStuck: {
    ru: 'Без застрявших сделок, для валюты которых нет курса: {count}.',
    en: 'Without stuck deals in a currency that has no rate: {count}.',
  },
  doubt: {
    ru: 'Правило о застрявших сделках не сработало, но проверено не по всем. {detail}',
    en: 'The rule about stuck deals does not hold, but was not checked by all of them. {detail}',
  },
  body: {
    ru: '{sentence}\n\nФайл: {file}\n{url}\n\nВторого письма об этом не будет, пока правило не перестанет выполняться и не сработает снова. Правила и уведомления – на листе «Настройки».',
    en: '{sentence}\n\nFile: {file}\n{url}\n\nThere will be no second mail about this until the rule holds no more, and then again. Rules and notices are in the sheet "Settings".',
  },
  chat: { ru: 'Битрикс24 KPI, файл «{file}»: {sentence} {url}', en: 'Bitrix24 KPI, file "{file}": {sentence} {url}' },
  untold: { ru: 'О правилах из настроек сообщить не удалось: {detail}', en: 'The rules of the settings could not be told of: {detail}' },
} as const satisfies Record<string, Sentence>;

/** The text with its parameters filled in; what they hold is not looked into. */
export function alertText(key: keyof typeof alertWords, lang: Lang, params: Readonly<Record<string, string | number>> = {}): string {
  return alertWords[key][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
