// What people read about the functions of what changed. The build and the documentation use it, the bundle does not.
import { dataText, periodText, pipelineText, whoTogetherText } from './param-texts';
import type { FunctionText } from './text';

export const memoryTexts = {
  B24_CHANGES: {
    text: {
      ru: 'Что произошло со сделками за период: новые, выигранные, проигранные, выросли и уменьшились в сумме, вернулись назад по воронке, стояли без движения, сменили ответственного, удалены. Строка – одно изменение с менеджером, стадией, «было», «стало» и тем, на сколько изменилась сумма открытых сделок; самые крупные сверху. Смены сумм и ответственных и удаления видны с первой загрузки в файл и относятся ко дню загрузки, которая их заметила; пустая ячейка – у этого изменения нет суммы или стадии.',
      en: 'What happened to deals over a period: new, won, lost, grown and shrunk in amount, moved back in the pipeline, idle, given to another owner, deleted. A line is one change with the manager, the stage, what was, what is, and what the sum of open deals gained or lost by it; the largest first. Changes of amounts and owners, and deletions, are known from the first load into the file on and belong to the day of the load that noticed them; an empty cell means that the change has no amount or no stage.',
    },
    examples: [
      { ru: '=B24_CHANGES("эта неделя";;;;B24_DATA)', en: '=B24_CHANGES("this week",,,,B24_DATA)' },
      {
        ru: '=B24_CHANGES("прошлый месяц";"Иванова";"Продажи";"сводка";B24_DATA)',
        en: '=B24_CHANGES("last month","Collins","Sales","summary",B24_DATA)',
      },
    ],
    params: {
      period: periodText,
      who: whoTogetherText,
      pipeline: pipelineText,
      kind: {
        ru: 'Вид: "все" (по умолчанию), "новая", "выиграна", "проиграна", "некачественная", "выросла", "уменьшилась", "исправлена после закрытия", "вернулась назад", "без движения" (открыта и не подавала признаков жизни с начала периода), "сменила ответственного", "удалена"; "сводка" – вид, число и сумма: от открытых на начало до открытых на конец строки складываются.',
        en: 'Kind: "all" (default), "new", "won", "lost", "junk", "grew", "shrank", "corrected after closing", "moved back", "idle" (open, without a sign of life since before the period), "owner changed", "gone"; "summary" gives kind, count and sum: the lines from the deals open at the start to those open at the end add up.',
        hint: {
          ru: 'Вид: "все" (по умолчанию), "сводка", "выиграна", "выросла", "удалена" и другие.',
          en: 'Kind: "all" (default), "summary", "won", "grew", "gone" and others.',
        },
      },
      data: dataText,
    },
  },
  B24_FORECAST_LOG: {
    text: {
      ru: 'Что говорили прогнозы прошлых недель и насколько они ошиблись. Раз в неделю, при первом обновлении с понедельника (по часовому поясу файла), файл сохраняет прогноз текущего месяца по каждому сотруднику в воронках из настроек; день прогноза – в строке. Факт – продажи этого месяца по нынешним данным: пока месяц идёт, в столбце «Факт на» стоит «сейчас», а отклонения – пустые ячейки; когда он закончился, отклонение – (прогноз − факт) / факт. Копится со дня первой загрузки, три года.',
      en: 'What forecasts of earlier weeks said and how wrong they were. Once a week, at the first refresh from Monday on (in the time zone of the file), the file keeps the forecast of the current month for everybody, in the pipelines of the settings; the line tells its day. The fact is what the present data says of that month: while it runs, the column "Fact as of" says "now" and the deviations are empty cells; when it is over, a deviation is (forecast − fact) / fact. Gathered from the first load on, for three years.',
    },
    examples: [
      { ru: '=B24_FORECAST_LOG("этот месяц";;B24_DATA)', en: '=B24_FORECAST_LOG("this month",,B24_DATA)' },
      { ru: '=B24_FORECAST_LOG("этот год";"Иванова";B24_DATA)', en: '=B24_FORECAST_LOG("this year","Collins",B24_DATA)' },
    ],
    params: {
      period: {
        ru: 'Период: прогнозы месяцев, которых он касается, например "2026-10", "этот квартал", "прошлый месяц". По умолчанию этот месяц.',
        en: 'Period: forecasts of the months it touches, for example "2026-10", "this quarter", "last month". This month by default.',
        hint: {
          ru: 'Месяцы прогнозов: "2026-10", "этот квартал"; по умолчанию этот.',
          en: 'Months of the forecasts: "2026-10", "this quarter"; this one by default.',
        },
      },
      who: whoTogetherText,
      data: dataText,
    },
  },
} as const satisfies Record<string, FunctionText>;
