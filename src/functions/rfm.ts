// B24_RFM: clients of the last year by how recently, how often and for how much they bought, with a word for what to do.
import type { Cell } from '../cell';
import { breakdownWords, segmentWords } from '../locale/breakdown-words';
import { tableWords } from '../locale/table-words';
import { type RfmRow, rfmTable } from '../metrics/clients';
import { segmentOf } from '../metrics/rfm-segments';
import { added } from '../money';
import { pipelinesArgument } from './arguments/pipeline';
import { peopleArgument } from './arguments/who';
import { clientNames } from './client-names';
import { withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';

/** Clients a table shows one by one (D8). */
const CLIENT_CAPACITY = 200;

export const rfmFunction: FunctionDefinition = {
  name: 'B24_RFM',
  params: ['who', 'pipeline', 'data'],
  rules: ['M23', 'R13'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const managers = peopleArgument(args[0], labels);
    const pipelines = pipelinesArgument(args[1], labels);
    const facts = question.load(['deals', 'origins', 'clients']);
    const nameOf = clientNames(facts.clients, lang);
    // The window is a year up to the day of the data; the period of the slice does not matter.
    const rows = rfmTable(facts, { period: { start: labels.asOfDay, end: labels.asOfDay }, managers, pipelines });
    // By key they come; a stable sort keeps that order among equal sums.
    rows.sort((one, other) => other.monetary - one.monetary);
    const line = (row: RfmRow): Cell[] => [
      nameOf(row.client),
      row.recencyDays,
      row.frequency,
      row.monetary,
      row.R,
      row.F,
      row.M,
      segmentWords[segmentOf(row)][lang],
    ];
    const rest = (left: readonly RfmRow[]): Cell[] => {
      const purchases = left.reduce((sum, { frequency }) => sum + frequency, 0);
      return ['', '', purchases, added(left.map(({ monetary }) => monetary)), '', '', '', ''];
    };
    const { client, daysSince, purchases, segment } = breakdownWords;
    return [
      [client[lang], daysSince[lang], purchases[lang], tableWords.sum[lang], 'R', 'F', 'M', segment[lang]],
      ...withinCapacity(rows, CLIENT_CAPACITY, line, rest, labels),
    ];
  },
};
