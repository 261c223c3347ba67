// B24_TOP: the best by a metric – managers, departments, channels, products, clients – with the rest and the whole, so that it adds up.
import type { Slice } from '../metrics/slice';
import { type Choice, chosen } from './arguments/choice';
import { countArgument } from './arguments/count';
import { sliceArguments } from './arguments/slice';
import type { FunctionDefinition } from './definition';
import { metricArgument } from './metric-names';
import { namedPipelines } from './named-pipelines';
import type { Question } from './question';
import { type GroupDimension, topOfGroups } from './top-groups';
import { type Top, topTable } from './top-lines';
import { clientMetrics, productMetrics, topOfClients, topOfProducts } from './top-sold';

type TopDimension = GroupDimension | 'product' | 'client';

export const topDimensions: readonly Choice<TopDimension>[] = [
  {
    value: 'manager',
    ru: ['менеджер', 'менеджеры', 'менеджерам', 'менеджеров', 'сотрудник', 'сотрудники', 'сотрудникам', 'ответственный'],
    en: ['manager', 'managers', 'employee', 'employees'],
  },
  {
    value: 'product',
    ru: ['товар', 'товары', 'товарам', 'товаров', 'продукт', 'продукты', 'услуга', 'услуги', 'номенклатура'],
    en: ['product', 'products', 'item', 'items'],
  },
  {
    value: 'client',
    ru: ['клиент', 'клиенты', 'клиентам', 'клиентов', 'покупатель', 'покупатели', 'abc'],
    en: ['client', 'clients', 'customer', 'customers'],
  },
  {
    value: 'channel',
    ru: ['источник', 'источники', 'источникам', 'источников', 'канал', 'каналы', 'каналам', 'каналов'],
    en: ['source', 'sources', 'channels'],
  },
  { value: 'department', ru: ['отдел', 'отделы', 'отделам', 'отделов'], en: ['department', 'departments'] },
];

const DEFAULT_LINES = 10;
const MOST_LINES = 1000;

export const topFunction: FunctionDefinition = {
  name: 'B24_TOP',
  params: ['period', 'who', 'pipeline', 'by', 'n', 'metric', 'data'],
  rules: ['M20', 'M21', 'M22', 'M25', 'R12', 'R13'],
  answer: (args, question) => {
    const { labels } = question;
    const slice = sliceArguments(args, labels);
    const by = chosen(args[3], 'by', topDimensions, 'manager', labels);
    const count = countArgument(args[4], 'n', DEFAULT_LINES, MOST_LINES, labels);
    return topTable(topOf(by, args, slice, question), count, labels);
  },
};

function topOf(by: TopDimension, [, , pipeline, , , metric]: readonly unknown[], slice: Slice, question: Question): Top {
  const { labels } = question;
  if (by === 'product') return topOfProducts(chosen(metric, 'metric', productMetrics, 'sum', labels), slice, question);
  if (by === 'client') return topOfClients(chosen(metric, 'metric', clientMetrics, 'sum', labels), slice, question);
  const id = metricArgument(metric, 'metric', 'wonSum', labels);
  namedPipelines(pipeline, [id], labels);
  return topOfGroups(by, id, slice, question);
}
