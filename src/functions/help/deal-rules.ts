// Rules M01–M19 in words: deals, money, the funnel, time, what stands still and what is lost.
import type { MetricRule } from './rule-text';

export const dealRules = {
  M01: {
    name: { ru: 'Создано сделок', en: 'Deals created' },
    formula: { ru: 'число сделок', en: 'the number of deals' },
    period: { ru: 'день создания карточки (R2)', en: 'the day the card was created (R2)' },
    note: {
      ru: 'Входят и сделки, внесённые сразу закрытыми. «Дата начала» не используется: её можно менять.',
      en: 'Deals entered as closed at once are in it. The field "start date" is not used, because people can change it.',
    },
    bitrix: {
      ru: 'Отчёты аналитики считают не созданные, а «живые» в периоде сделки (см. M38).',
      en: 'Its analytics count the deals that were alive in the period, not those created in it (see M38).',
    },
  },
  M02: {
    name: { ru: 'Открыто и в работе', en: 'Open and in work' },
    formula: {
      ru: '«Открыто сейчас» – число и сумма сделок на рабочих стадиях; «В работе» – сделки, которые были открыты хотя бы часть периода',
      en: '"Open now" is the number and the sum of deals on process stages; "In work" counts deals that were open during some part of the period',
    },
    period: {
      ru: '«Открыто сейчас» периода не имеет: это состояние на момент данных. «В работе»: создана не позже конца периода и не закрыта до его начала',
      en: '"Open now" has no period: it is the state as of the data. "In work": created by the end of the period and not closed before its start',
    },
    note: {
      ru: 'Внесённые сразу закрытыми в «В работе» не входят; перерыв между выигрышем и повторным открытием не вычитается.',
      en: 'Deals entered as closed are not "in work"; the time between a win and its re-opening is not taken out.',
    },
    bitrix: {
      ru: 'Виджет «сделки в работе» считает тронутые за период: со сменой стадии, запланированным делом или счётом.',
      en: 'Its widget of deals in work counts those touched in the period: with a stage change, a planned activity or an invoice.',
    },
  },
  M03: {
    name: { ru: 'Выигранные сделки', en: 'Won deals' },
    formula: { ru: 'число сделок в состоянии «успех»', en: 'the number of deals whose state is success' },
    period: { ru: 'день закрытия по истории стадий (R6)', en: 'the closing day by the stage history (R6)' },
    note: {
      ru: 'Сделка, выигранная, открытая снова и опять выигранная, считается один раз – в день последнего выигрыша.',
      en: 'A deal won, opened again and won again counts once, on the day of the last win.',
    },
    bitrix: {
      ru: 'План продаж берёт «дату завершения» из карточки, рейтинг менеджеров – время последней смены стадии: эти отчёты расходятся и между собой (M38).',
      en: 'The sales plan takes the closing date of the card, the manager rating the time of the last move: the two differ from each other, too (M38).',
    },
  },
  M04: {
    name: { ru: 'Проигранные сделки', en: 'Lost deals' },
    formula: {
      ru: 'число сделок на любой неуспешной стадии, кроме стадий, отмеченных в «Нормах» как мусор',
      en: 'the number of deals on any failure stage but those marked as junk in "Norms"',
    },
    period: { ru: 'день закрытия по истории стадий (R6)', en: 'the closing day by the stage history (R6)' },
    note: {
      ru: 'Мусорные не входят ни в проигрыши, ни в долю побед, ни в воронку; их число показано отдельно. Пока в «Нормах» ничего не отмечено, мусора нет.',
      en: 'Junk deals are in neither the losses nor the win rate nor the funnel; their number is shown apart. Nothing is junk until "Norms" says so.',
    },
  },
  M05: {
    name: { ru: 'Сумма продаж и сумма проигранных', en: 'Won sum and lost sum' },
    formula: { ru: 'сумма сделок в базовой валюте (R8)', en: 'the sum of the amounts in the base currency (R8)' },
    period: { ru: 'как у M03 и M04', en: 'as in M03 and M04' },
    note: {
      ru: 'Сделка с нулевой суммой добавляет 0 и считается отдельно («Выиграно без суммы»).',
      en: 'A deal of zero adds 0 and is counted apart ("Won without sum").',
    },
    bitrix: {
      ru: 'План продаж совпадёт с нашей суммой, если никто не менял «дату завершения» и валюта одна.',
      en: 'Its sales plan shows our sum when nobody edits the closing date and there is one currency.',
    },
  },
  M06: {
    name: { ru: 'Доля побед', en: 'Win rate' },
    formula: {
      ru: 'по числу: выиграно / (выиграно + проиграно); по сумме: сумма выигранных / (сумма выигранных + сумма проигранных)',
      en: 'by count: won / (won + lost); by sum: won sum / (won sum + lost sum)',
    },
    period: { ru: 'день закрытия', en: 'the closing day' },
    note: {
      ru: 'Открытые сделки не входят, поэтому у молодых продаж она завышена: смотрите рядом зрелость когорты (M11). Никто не закрыт – пусто, а не 0.',
      en: 'Open deals are not in it, so young sales look too good: look at the maturity of the cohort (M11) beside it. Nothing closed gives an empty cell, not 0.',
    },
    bitrix: {
      ru: '«Конверсия сделок» – доля «живых» в периоде сделок, у которых была успешная стадия: падает, когда много открытых, и помнит отменённые победы (M38).',
      en: 'Its "deal conversion" is the share of deals alive in the period that ever had a success stage: it falls when many are open and keeps cancelled wins (M38).',
    },
  },
  M07: {
    name: { ru: 'Средний чек', en: 'Average deal' },
    formula: {
      ru: 'сумма продаж / число выигранных; «медианный» – половина выигранных не дороже; «без нулевых» – только суммы больше нуля',
      en: 'won sum / number of won deals; the median: half of them are not larger; "non-zero": only sums above zero',
    },
    period: { ru: 'день закрытия', en: 'the closing day' },
    note: {
      ru: 'В среднем нулевые суммы участвуют, чтобы сумма равнялась числу × чек.',
      en: 'Zero sums are in the average, so that the sum equals number × average.',
    },
  },
  M08: {
    name: { ru: 'Цикл сделки', en: 'Sales cycle' },
    formula: {
      ru: 'от первого контакта (R15) до закрытия, в днях по 24 часа',
      en: 'from the first contact (R15) to the closing, in days of 24 hours',
    },
    period: { ru: 'сделки, выигранные в периоде', en: 'deals won in the period' },
    note: {
      ru: 'Главное число – медиана: распределение скошено. Внесённые сразу закрытыми не входят.',
      en: 'The headline is the median, because the distribution is skewed. Deals entered as closed are not in it.',
    },
    bitrix: {
      ru: 'Среднее время в его воронке – время одного пребывания на стадии, а не цикл.',
      en: 'The average time in its funnel is that of one stay on a stage, not a cycle.',
    },
  },
  M09: {
    name: { ru: 'Скорость продаж', en: 'Sales velocity' },
    formula: {
      ru: 'открытые сделки × доля побед по числу × средний чек / средний цикл, денег в день',
      en: 'open deals × win rate by count × average deal / mean cycle, money per day',
    },
    period: {
      ru: 'доля, чек и цикл – за период; открытые – на момент данных',
      en: 'rate, average and cycle of the period; open deals as of the data',
    },
    note: { ru: 'Нет хотя бы одного множителя – пусто.', en: 'Empty when any factor is missing.' },
  },
  M10: {
    name: { ru: 'Лиды', en: 'Leads' },
    formula: {
      ru: 'число созданных, сконвертированных, отказов; конверсия = сконвертированные / (сконвертированные + отказы)',
      en: 'created, converted, refused as junk; conversion = converted / (converted + junk)',
    },
    period: {
      ru: 'созданные – день создания; остальные – день последней смены стадии',
      en: 'created by creation day, the others by the day of the last stage change',
    },
    note: {
      ru: 'У лидов нет воронки: аргумент воронки на них не действует.',
      en: 'Leads stand in no pipeline, so a pipeline does not cut them.',
    },
  },
  M11: {
    name: { ru: 'Когортная воронка и конверсия', en: 'Cohort funnel and conversion' },
    formula: {
      ru: 'стадия пройдена: ушли дальше / (ушли дальше + потеряны на ней); сквозная: дошли / вошли; конверсия когорты: выиграно / (выиграно + проиграно); зрелость: (выиграно + проиграно) / (вошли − переданные)',
      en: 'a stage is passed: went on / (went on + lost there); cumulative: reached / entered; conversion of the cohort: won / (won + lost); maturity: (won + lost) / (entered − transferred)',
    },
    period: {
      ru: 'день входа в воронку; что стало со сделкой потом, учитывается до момента данных',
      en: 'the day of entry into the pipeline; what became of the deal later counts up to the data',
    },
    note: {
      ru: 'Пропущенная стадия считается пройденной, возврат назад не уменьшает достигнутого. Открытые – не потери: «пройдена» их не считает, «шаговая» считает ещё не прошедшими, правда между ними.',
      en: 'A skipped stage counts as passed, a move back takes nothing away. Open deals are no losses: the pass rate leaves them out, the step conversion takes them as not passed yet, the truth lies between.',
    },
    bitrix: {
      ru: 'Его воронка берёт сделки, «живые» в периоде, и делит на всех; отменённая победа остаётся победой.',
      en: 'Its funnel takes the deals alive in the period and divides by all of them; a cancelled win stays a win.',
    },
  },
  M12: {
    name: { ru: 'Из стадии в успех', en: 'From a stage to the win' },
    formula: {
      ru: 'выиграно из дошедших до стадии / (выиграно + проиграно из дошедших)',
      en: 'won of those that reached the stage / (won + lost of them)',
    },
    period: { ru: 'как у M11', en: 'as in M11' },
  },
  M13: {
    name: { ru: 'Потоковая воронка', en: 'Flow funnel' },
    formula: { ru: 'сколько сделок впервые дошло до каждой стадии', en: 'how many deals reached each stage for the first time' },
    period: { ru: 'день, когда сделка дошла до стадии', en: 'the day the deal reached the stage' },
    note: {
      ru: 'Только объёмы: делить соседние строки нельзя, это разные сделки.',
      en: 'Volumes only: neighbouring lines are different deals, so do not divide them.',
    },
  },
  M14: {
    name: { ru: 'Снимок воронки', en: 'Snapshot funnel' },
    formula: {
      ru: 'открытые сделки по текущей стадии: число, сумма, взвешенная сумма (M27), медиана возраста на стадии',
      en: 'open deals by their present stage: number, sum, weighted sum (M27), median age on the stage',
    },
    period: { ru: 'на момент данных', en: 'as of the data' },
  },
  M15: {
    name: { ru: 'Время на стадии', en: 'Time on a stage' },
    formula: {
      ru: 'все пребывания сделки на стадии вместе; медиана, p90, среднее, дни',
      en: 'all stays of a deal on the stage together; median, p90, mean, days',
    },
    period: { ru: 'день последнего ухода со стадии', en: 'the day the deal last left the stage' },
    note: {
      ru: 'Кто ещё стоит на стадии, в медиану не входит и показан отдельно. Сделки без истории и внесённые закрытыми не входят.',
      en: 'Deals still on the stage are not in the median and are shown apart. Deals without history and those entered as closed are not in it.',
    },
    bitrix: {
      ru: 'Берёт самое долгое пребывание каждой сделки и усредняет: выбросы тянут вверх, возвраты теряются.',
      en: 'It takes the longest stay of each deal and averages: outliers pull it up, returns are lost.',
    },
  },
  M16: {
    name: { ru: 'Узкое место', en: 'Bottleneck' },
    formula: {
      ru: 'три признака: интервал доли прохождения (R11) целиком хуже нормы; деньги, потерянные на стадии (сумма проигранных × вероятность выиграть со следующей стадии); медиана времени больше нормы в 1,5 раза',
      en: 'three signals: the interval of the pass rate (R11) lies wholly below the norm; money lost there (sum of the lost deals × probability to win from the next stage); the median time is more than 1.5 times the norm',
    },
    period: {
      ru: 'когорта периода; норма – из листа «Нормы», иначе те же стадии за 12 месяцев до периода',
      en: 'the cohort of the period; the norm is that of the sheet "Norms", else the same stages in the 12 months before',
    },
    note: {
      ru: 'Нужно не меньше 5 решённых сделок на стадии («Нормы»). Главная стадия – с самой большой потерей денег, а не с самым низким процентом.',
      en: 'It takes at least 5 decided deals on the stage ("Norms"). The main one is that with the most money lost, not that with the lowest per cent.',
    },
  },
  M17: {
    name: { ru: 'Зависшие сделки', en: 'Stuck deals' },
    formula: {
      ru: 'открытая сделка с признаком: на стадии дольше p90 этой стадии за 365 дней (если хватает примеров, иначе срок из «Норм»); без активности дольше 7 дней; нет следующего дела; «дата завершения» прошла',
      en: 'an open deal that is longer on its stage than the p90 of that stage in 365 days (with enough samples, else the days of "Norms"), or without activity for more than 7 days, or without a next activity, or past its closing date',
    },
    period: { ru: 'на момент данных', en: 'as of the data' },
    note: { ru: 'Дни и число примеров меняются в «Нормах».', en: 'Days and the number of samples can be changed in "Norms".' },
  },
  M18: {
    name: { ru: 'Причины отказа', en: 'Loss reasons' },
    formula: {
      ru: 'проигранные сделки по полю причины из «Норм», без него – по неуспешной стадии; и по стадии, с которой потеряны',
      en: 'lost deals by the reason field named in "Norms", without one by the failure stage; and by the stage they were lost from',
    },
    period: { ru: 'день закрытия', en: 'the closing day' },
    note: { ru: 'Пустая причина – строка «Не указано», её не прячут.', en: 'An empty reason is a line of its own and never hidden.' },
  },
  M19: {
    name: { ru: 'Что если', en: 'What if' },
    formula: {
      ru: 'вошло × произведение долей прохождения, ещё раз с одной поднятой; разница × средний чек',
      en: 'entered × the product of the pass rates, once more with one of them raised; the difference × the average deal',
    },
    period: { ru: 'когорта периода; чек – по выигранным в нём', en: 'the cohort of the period; the average of the deals won in it' },
    note: { ru: 'Оценка: остальные доли считаются неизменными.', en: 'An estimate: the other rates are taken as unchanged.' },
  },
} as const satisfies Record<string, MetricRule>;
