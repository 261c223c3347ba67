// Rules M20–M38 in words: breakdowns, plans, forecasts, pay, and Bitrix24's own figures.
import type { MetricRule } from './rule-text';

export const planRules = {
  M20: {
    name: { ru: 'По менеджерам', en: 'By manager' },
    formula: {
      ru: 'те же показатели по каждому ответственному (R12)',
      en: 'the same metrics for each responsible person (R12)',
    },
    period: { ru: 'как у самого показателя', en: 'as the metric itself' },
    note: {
      ru: 'Итог – по всем сделкам вместе, а не среднее по людям.',
      en: 'The total is computed from all deals together; it is not the mean of the people.',
    },
  },
  M21: {
    name: { ru: 'По товарам', en: 'By product' },
    formula: {
      ru: 'цена × количество строки по курсу сделки; строки складываются по товару',
      en: 'price × quantity of a row by the rate of the deal, added up by product',
    },
    period: { ru: 'сделки, выигранные в периоде', en: 'deals won in the period' },
    note: {
      ru: 'Цена уже со скидкой. Разница с суммой сделки – строка «Нераспределено», сделки без строк – «Без товаров»: вместе ровно сумма продаж.',
      en: 'The price is after discount already. What differs from the amount of the deal is a line of its own, so are deals without rows: together exactly the won sum.',
    },
  },
  M22: {
    name: { ru: 'По клиентам, ABC', en: 'By client, ABC' },
    formula: {
      ru: 'сумма продаж клиента (R13); класс – по накопленной доле до него: меньше 80 % – A, меньше 95 % – B, дальше C',
      en: 'won sum of a client (R13); the class goes by the cumulative share before the client: below 80 % A, below 95 % B, then C',
    },
    period: { ru: 'день закрытия', en: 'the closing day' },
    note: {
      ru: '«Без клиента» показан, но класса не имеет. Границы меняются в «Настройках».',
      en: '"No client" is shown and has no class. The bounds can be changed in "Settings".',
    },
  },
  M23: {
    name: { ru: 'RFM', en: 'RFM' },
    formula: {
      ru: 'давность, число и сумма покупок клиента, каждое в баллах 1–5 по тому, сколько клиентов строго хуже',
      en: 'how recent, how many and how large the purchases of a client are, each scored 1–5 by how many clients are strictly worse',
    },
    period: { ru: '365 дней до момента данных', en: 'the 365 days up to the data' },
  },
  M24: {
    name: { ru: 'Повторные продажи', en: 'Repeat sales' },
    formula: {
      ru: 'выигранные сделки клиентов, у которых уже был выигрыш раньше; доля – от всех выигранных',
      en: 'won deals of clients who had an earlier win; the share is of all won deals',
    },
    period: { ru: 'день закрытия', en: 'the closing day' },
    note: {
      ru: 'Раньше – по моменту закрытия среди всех загруженных сделок. Без клиента повторных не бывает.',
      en: 'Earlier means by the closing moment among all loaded deals. A deal without a client is never a repeat one.',
    },
    bitrix: {
      ru: 'Его отметка «повторный клиент» считает первой сделку с наименьшим номером; мы верим ей, только когда более ранней выигранной сделки клиента среди загруженных нет.',
      en: 'Its mark "return customer" takes the deal with the smallest number as the first; we believe it only where no win of that client with a smaller number is loaded.',
    },
  },
  M25: {
    name: { ru: 'По источникам', en: 'By channel' },
    formula: {
      ru: 'создано, выиграно, сумма, доля побед; стоимость сделки = расход / создано; ROMI = (сумма продаж − расход) / расход',
      en: 'created, won, sum, win rate; cost of a deal = cost / created; ROMI = (won sum − cost) / cost',
    },
    period: {
      ru: 'каждое число по своему правилу; расход, попавший в период частью, – пропорционально дням',
      en: 'each number by its own rule; a cost that lies in the period in part counts by its share of days',
    },
    note: {
      ru: 'Расходы вносят на листе «Расходы». Сдвига между расходом и выигрышем нет.',
      en: 'Costs are typed in the sheet "Costs". There is no lag between a cost and a win.',
    },
  },
  M26: {
    name: { ru: 'Вероятность стадии', en: 'Stage probability' },
    formula: {
      ru: '(выиграно + 5 × доля побед воронки) / (дошли до стадии и закрыты + 5)',
      en: '(won + 5 × win rate of the pipeline) / (reached the stage and closed + 5)',
    },
    period: { ru: 'закрытые за 365 дней до момента данных', en: 'closed in the 365 days up to the data' },
    note: {
      ru: 'Число 5 («Нормы») сглаживает малые выборки. Поле «вероятность» карточки не используется: его редко ведут.',
      en: 'The 5 ("Norms") smooths small samples. The field "probability" of the card is not used, because it is rarely kept up.',
    },
  },
  M27: {
    name: { ru: 'Взвешенная воронка и прогноз', en: 'Weighted pipeline and forecast' },
    formula: {
      ru: 'сумма открытых сделок × вероятность их стадий; прогноз = сумма продаж периода + взвешенные сделки со сроком в его остатке',
      en: 'amounts of open deals × probability of their stages; forecast = won sum of the period + weighted deals due in what is left of it',
    },
    period: { ru: '«дата завершения» от момента данных до конца периода', en: 'the closing date from the data to the end of the period' },
    note: {
      ru: 'Просроченные показаны отдельно: про их срок уже известно, что он неверен.',
      en: 'Overdue deals are shown apart: their date is known to be wrong.',
    },
  },
  M28: {
    name: { ru: 'План и выполнение', en: 'Plan and attainment' },
    formula: { ru: 'факт / план', en: 'fact / plan' },
    period: {
      ru: 'план месяца в квартале складывается; план квартала в месяце берётся по доле рабочих дней (R14)',
      en: 'plans of months add up in a quarter; a plan of a quarter counts in a month by its share of working days (R14)',
    },
    note: {
      ru: 'План отдела и компании – своя строка, без неё сумма планов людей. Доли и длительности не складываются и не делятся.',
      en: 'A department and the company have their own row, else the sum of the plans of their people. Rates and durations are neither added nor divided.',
    },
    bitrix: {
      ru: 'Один режим за раз, цель компании – сумма целей, без дробления и статуса.',
      en: 'One mode at a time, the goal of the company is the sum of goals, nothing is pro-rated and there is no status.',
    },
  },
  M29: {
    name: { ru: 'План на дату и статус', en: 'Plan to date and status' },
    formula: {
      ru: 'план × прошедшие / все рабочие дни; отклонение = факт − план на дату',
      en: 'plan × elapsed / all working days; deviation = fact − plan to date',
    },
    period: { ru: 'рабочие дни периода до момента данных', en: 'working days of the period up to the data' },
    note: {
      ru: 'Зелёный от 100 %, жёлтый от 80 %, ниже красный («Настройки»). У долей и длительностей план на дату – весь план.',
      en: 'Green from 100 %, yellow from 80 %, red below ("Settings"). Rates and durations take the whole plan.',
    },
  },
  M30: {
    name: { ru: 'Прогноз по темпу', en: 'Run-rate' },
    formula: { ru: 'факт / прошедшие × все рабочие дни', en: 'fact / elapsed × all working days' },
    period: { ru: 'рабочие дни периода', en: 'working days of the period' },
    note: {
      ru: 'До трёх прошедших рабочих дней – пусто («Настройки»). Только то, что складывается.',
      en: 'Empty before three elapsed working days ("Settings"). Only for metrics that add up.',
    },
  },
  M31: {
    name: { ru: 'Нужный темп', en: 'Required pace' },
    formula: {
      ru: 'остаток плана / оставшиеся рабочие дни; сделок нужно = остаток / средний чек, новых = ещё / доля побед, вверх до целого',
      en: 'what is left of the plan / remaining working days; deals needed = what is left / average deal, new ones = that / win rate, rounded up',
    },
    period: { ru: 'остаток периода', en: 'what is left of the period' },
  },
  M32: {
    name: { ru: 'Покрытие плана', en: 'Coverage' },
    formula: {
      ru: 'сумма открытых / остаток плана; нужное = 1 / доля побед по сумме',
      en: 'open sum / what is left of the plan; needed = 1 / win rate by sum',
    },
    period: {
      ru: 'все открытые и отдельно – со сроком в остатке периода',
      en: 'all open deals and, apart, those due in what is left of the period',
    },
  },
  M33: {
    name: { ru: 'Реалистичная цель', en: 'Realistic goal' },
    formula: {
      ru: 'темп последних шести полных месяцев в рабочий день: p25, медиана, p75 × рабочие дни месяца',
      en: 'daily rates of the last six complete months: p25, median and p75 × working days of the month',
    },
    period: {
      ru: 'полные месяцы до момента данных, где была хоть одна сделка в работе',
      en: 'complete months before the data with at least one deal in work',
    },
    note: {
      ru: 'Меньше трёх месяцев – пусто. С 24 месяцев учитывается сезонность, введённая вручную важнее.',
      en: 'Empty with fewer than three months. From 24 months on seasons count; typed ones go first.',
    },
  },
  M34: {
    name: { ru: 'Премия', en: 'Pay' },
    formula: {
      ru: 'меньшее из потолка и «оклад + переменная × множитель KPI»; переменная – по ступеням схемы от факта',
      en: 'the smaller of the cap and fixed + variable × KPI multiplier; the variable goes by the tiers of the scheme',
    },
    period: { ru: 'месяц; внутри месяца – «начислено на сегодня»', en: 'a month; inside it "accrued so far"' },
    note: {
      ru: 'Ниже порога переменной нет, ровно порог платится. Утверждённый месяц заморожен, изменения приходят поправками следующего (R1). Показывается, только когда включена.',
      en: 'Below the threshold nothing variable is paid, exactly at it is. An approved month is frozen, later changes are corrections of the next one (R1). Shown only while it is switched on.',
    },
  },
  M35: {
    name: { ru: 'Балл KPI', en: 'KPI score' },
    formula: {
      ru: 'взвешенное среднее выполнений: факт / цель, где меньше – лучше: цель / факт; ниже порога 0, выше потолка – потолок',
      en: 'weighted mean of the attainments: fact / target, target / fact where less is better; below the floor 0, above the cap the cap',
    },
    period: { ru: 'период целей; до его конца – «пока»', en: 'the period of the targets; "so far" until it ends' },
    note: {
      ru: 'Показатель без значения выпадает, веса пересчитываются; выпало больше половины веса – балла нет.',
      en: 'A metric without a value drops out and the weights are made up again; with more than half of the weight gone there is no score.',
    },
  },
  M36: {
    name: { ru: 'Чему учить', en: 'Coaching' },
    formula: {
      ru: 'доля прохождения стадии у менеджера против всех остальных; разница доказана, если интервал (R11) не содержит нуля',
      en: 'pass rate of a stage of a manager against everybody else; the difference is proven when its interval (R11) does not hold zero',
    },
    period: { ru: 'когорта периода (M11)', en: 'the cohort of the period (M11)' },
    note: {
      ru: 'Нужно не меньше 10 решённых сделок с обеих сторон («Нормы»); сравнений много, поэтому интервал 99 %.',
      en: 'It takes at least 10 decided deals on both sides ("Norms"); many comparisons are made, so the interval is that of 99 %.',
    },
  },
  M37: {
    name: { ru: 'Активность', en: 'Activity' },
    formula: {
      ru: 'число завершённых звонков (кроме пропущенных), встреч, писем, задач, дел ответственного',
      en: 'completed calls (missed ones left out), meetings, e-mails, tasks and to-dos of the responsible person',
    },
    period: {
      ru: 'звонки, встречи, письма – день начала; задачи и дела – срок, а если он впереди – последнее изменение',
      en: 'calls, meetings, e-mails by the day they began; tasks and to-dos by the deadline, or by the last change while it is still to come',
    },
    note: { ru: 'Чаты и события из других систем не считаются.', en: 'Chats and imported events are not counted.' },
    bitrix: { ru: 'Его статистика относит всё к сроку.', en: 'Its statistics put everything on the deadline.' },
  },
  M38: {
    name: { ru: 'Как в Битрикс24', en: "Bitrix24's own figures" },
    formula: {
      ru: '«план продаж» – выигранные по «дате завершения» карточки; «рейтинг менеджеров» – выигранные по времени последней смены стадии, одна воронка; «конверсия сделок» – доля с успешной стадией среди «живых» в периоде, одна воронка',
      en: '"sales plan": won by the closing date of the card; "manager rating": won by the time of the last move, one pipeline; "deal conversion": share with any success stage of the deals alive in the period, one pipeline',
    },
    period: { ru: 'как написано', en: 'as said' },
    note: {
      ru: 'Только для сверки. Восстановлено по опубликованному коду сервера, на живом портале не измерено: это написано рядом с каждым числом.',
      en: 'For reconciliation only. Reconstructed from published server code, not measured on a portal: each figure says so.',
    },
  },
} as const satisfies Record<string, MetricRule>;
