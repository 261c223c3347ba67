// The sheet «Сводка»: the essentials of the chosen period on one screen. Its switches are what the other sheets follow.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { usualChoices } from './choices';
import { listRows } from './list-block';
import { openPage } from './page';
import type { ReportSheet } from './spec';
import { drawFunnel, drawYear } from './summary-charts';
import { bestSellers, dearestStuck, TOP } from './summary-lists';
import { askedFor } from './summary-sources';
import { summaryTiles } from './summary-tiles';

const SPANS = [
  [1, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [8, 9],
  [10, 11],
] as const;

export function summarySheet(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({
    id: 'summary',
    labels,
    lang,
    choices: usualChoices(lang),
    widths: [200, 96, 96, 96, 96, 96, 96, 96, 96, 96, 96],
    shares: true,
  });
  const sources = askedFor(page);
  page.tiles('tiles', summaryTiles(page, sources), SPANS);
  const pictures = page.chartRow(300);
  page.block(listRows({ lines: TOP }), (row) => bestSellers(page, sources, row));
  page.block(listRows({ lines: TOP }), (row) => dearestStuck(page, sources, row));
  drawYear(page, sources, pictures);
  drawFunnel(page, pictures);
  return page.sheet();
}
