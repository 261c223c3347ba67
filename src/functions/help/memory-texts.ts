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
} as const satisfies Record<string, FunctionText>;
