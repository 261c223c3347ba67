// What could not be used of the input sheets, as lines that a person can walk through cell by cell.
import type { Cell, Lang, Table } from '../cell';
import type { Complaint } from '../inputs/sheet';
import { sentence } from '../locale/describe';
import { inputSheetWords } from '../locale/input-words';
import { tableWords } from '../locale/table-words';
import { workWords } from '../locale/work-words';
import { redacted } from '../redact';

/** Lines before they become one (D8). */
const CAPACITY = 200;

/** Sheet, row, column, what was found, what is expected; errors before hints, in the order of the sheets. */
export function complaintLines(complaints: readonly Complaint[], lang: Lang): Table {
  const { sheet, row, column, found, expected, clean } = workWords;
  const sorted = [...complaints.filter(({ level }) => level === 'error'), ...complaints.filter(({ level }) => level === 'hint')];
  const lines = sorted.map((one): Cell[] => [
    inputSheetWords[one.sheet].name[lang],
    one.row,
    one.header,
    redacted(one.found),
    redacted(sentence(one.key, one.params, lang)),
  ]);
  const left = lines.length - CAPACITY + 1;
  const shown =
    left > 1 ? [...lines.slice(0, CAPACITY - 1), [tableWords.more[lang].replace('{count}', String(left)), '', '', '', '']] : lines;
  return [
    [sheet, row, column, found, expected].map((word) => word[lang]),
    ...(shown.length === 0 ? [[clean[lang], '', '', '', '']] : shown),
  ];
}
