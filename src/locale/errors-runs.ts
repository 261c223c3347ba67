// Sentences of runs: who is at it, schedules, what Google does to triggers.
import type { Sentence } from './sentence';

export const runErrors = {
  refreshRunningBy: {
    ru: 'Данные уже обновляются в этом файле: {what}, с {since}. Подождите, пока обновление закончится.',
    en: 'This file is being refreshed already: {what}, since {since}. Wait until that ends.',
  },
  scheduleOfOther: {
    ru: 'Расписание ведёт {owner}, изменить его может только он. Чтобы обновлять вместо него, подключите свой вебхук и нажмите «Взять на себя».',
    en: 'The schedule is kept by {owner}, and nobody else can change it. To refresh instead, connect your own webhook and choose "Take over".',
  },
  triggersUsedUp: {
    ru: 'Google не дал поставить расписание: у вас слишком много триггеров. Удалите лишние на script.google.com (раздел «Триггеры») или повторите через час.',
    en: 'Google did not allow the schedule: you have too many triggers. Delete those you do not need at script.google.com ("Triggers"), or try again in an hour.',
  },
  authorisationExpired: {
    ru: 'Разрешение Google для дополнения истекло или дано не полностью, обновление по расписанию не работает. Откройте {url} и подтвердите все разрешения.',
    en: "Google's permission for the add-on has expired or is incomplete, so the scheduled refresh does not work. Open {url} and grant all permissions.",
  },
  runKilled: {
    ru: 'Google прервал обновление по расписанию, не дав ему закончиться. Следующее продолжит с того же места.',
    en: 'Google cut the scheduled refresh short. The next one goes on from where it stopped.',
  },
} as const satisfies Record<string, Sentence>;

/** Words of the parameter `what`. */
export const runNouns = {
  somebody: { ru: 'кто-то', en: 'somebody' },
} as const satisfies Record<string, Sentence>;
