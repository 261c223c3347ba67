// «Карточка менеджера»: what was agreed, typed by people and kept over rebuilds, each line with the name of whom it is for.
import { cardWords } from '../locale/report-person-words';
import { area, cell } from './cells';
import { dateFormat } from './formats';
import { headLooks } from './manager-card-head';
import { emptyBlock } from './page-blocks';
import type { Page } from './page-specs';
import { palette } from './palette';
import type { Block } from './spec';

const AGREED_LINES = 10;
/** Title, remark, header, the lines. */
export const AGREED_ROWS = AGREED_LINES + 3;

/** Cells that people type in. */
export function agreedBlock(page: Page, people: readonly string[], row: number): Block {
  const { lang } = page;
  const header = row + 2;
  const titles = ['date', 'person', 'action', 'due', 'done'] as const;
  const columns = [1, 2, 4, 9, 10];
  const width = 11;
  const body = area(header + 1, 1, AGREED_LINES, width);
  const lines = Array.from({ length: AGREED_LINES }, (_, at) => header + 1 + at);
  const spans = [
    [2, 2],
    [4, 5],
    [10, 2],
  ] as const;
  return {
    ...emptyBlock('agreed', area(row, 1, AGREED_ROWS, width)),
    values: [
      { a1: cell(row, 1), value: cardWords.agreed[lang] },
      { a1: cell(row + 1, 1), value: cardWords.agreedHint[lang] },
      ...titles.map((title, at) => ({ a1: cell(header, columns[at] ?? 1), value: cardWords[title][lang] })),
    ],
    looks: [
      ...headLooks(row, header, width),
      {
        a1: body,
        background: palette.choice,
        color: palette.ink,
        align: 'left',
        wrap: true,
        borderBottom: palette.line,
      },
      { a1: area(header + 1, 1, AGREED_LINES, 1), numberFormat: dateFormat(lang) },
      { a1: area(header + 1, 9, AGREED_LINES, 1), numberFormat: dateFormat(lang) },
    ],
    merges: [header, ...lines].flatMap((line) => spans.map(([from, count]) => area(line, from, 1, count))),
    // Lines of the person the card is about stand out among those of the others.
    conditions: [
      { ranges: [body], formula: `=$B${header + 1}=${page.chosen('person')}`, bold: true, color: palette.ink },
      { ranges: [body], formula: `=$B${header + 1}<>""`, color: palette.muted },
    ],
    lists: [{ a1: area(header + 1, 2, AGREED_LINES, 1), values: people }],
    typed: [body],
  };
}
