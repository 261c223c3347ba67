// B24_KPI: any metric of the catalogue by its name.
import { dataParam, type FunctionDefinition, periodParam, pipelineParam, whoParam } from './definition';
import { metricAnswer } from './metric-answer';
import { metricArgument } from './metric-names';

export const kpiFunction: FunctionDefinition = {
  name: 'B24_KPI',
  params: [
    periodParam,
    whoParam,
    pipelineParam,
    {
      name: 'metric',
      text: {
        ru: 'Показатель: название, как в таблицах, например "Сумма продаж" (по умолчанию), "Доля побед", "Средний чек", "Зрелость".',
        en: 'Metric: a name as in the tables, for example "Won sum" (default), "Win rate", "Average deal", "Maturity".',
      },
    },
    dataParam,
  ],
  text: {
    ru: 'Любой показатель по названию: удобно строить таблицу, где показатели стоят в строке заголовка, а менеджеры – в столбце. Список показателей – в справке по функциям.',
    en: 'Any metric by its name: handy for a grid with metrics in the header row and managers in a column. The list of metrics stands in the help on functions.',
  },
  examples: [
    { ru: '=B24_KPI("этот месяц";A2:A15;;B$1;B24_DATA)', en: '=B24_KPI("this month",A2:A15,,B$1,B24_DATA)' },
    { ru: '=B24_KPI("2026-Q3";"Иванова";;"Цикл";B24_DATA)', en: '=B24_KPI("2026-Q3","Smith",,"Cycle",B24_DATA)' },
  ],
  rules: ['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M11'],
  answer: (args, question) => metricAnswer(metricArgument(args[3], 'metric', 'wonSum', question.labels.lang), args, question),
};
