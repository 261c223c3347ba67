// The sheet «Когорты»: how the deals that entered in a month ripen, month by month.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { cohortMetrics } from '../functions/cohort';
import { cohortSheetWords } from '../locale/report-who-words';
import { tableWords } from '../locale/table-words';
import { word } from './blocks';
import { pipelineChoice, whoChoice } from './choices';
import { countFormat, moneyFormat, shareFormat } from './formats';
import { lastMonths, stamped } from './formula';
import { openPage } from './page';
import type { AsideRef, Column, Page, TableRef } from './page-specs';
import { palette } from './palette';
import type { ChartOptions, ReportSheet } from './spec';

const MONTHS = 12;
/** Ages a cohort of twelve months can have. */
const AGES = 13;
/** Cohorts drawn as lines: the youngest have nothing to show yet. */
const LINES = 6;

export function cohortsSheet(labels: Labels, lang: Lang): ReportSheet {
  const page = openPage({
    id: 'cohorts',
    labels,
    lang,
    choices: [pipelineChoice(lang), whoChoice(lang)],
    widths: [150, 76, 90, ...Array.from({ length: AGES }, () => 94)],
  });
  const picture = page.chartRow();
  const share = triangle(page, 'share', shareFormat, cohortSheetWords.share[lang], cohortSheetWords.shareHint[lang]);
  triangle(page, 'sum', moneyFormat(labels.baseCurrency), cohortSheetWords.sum[lang]);
  page.chart(picture, {
    id: 'ripening',
    kind: 'LINE',
    title: cohortSheetWords.chart[lang],
    ranges: [byAge(page, share).range],
    options: { 'legend.position': 'right', 'vAxis.format': '0%', 'vAxis.viewWindow.min': 0, pointSize: 4, ...lineColors },
    column: 1,
    width: 1080,
  });
  return page.sheet();
}

const lineColors: ChartOptions = Object.fromEntries(
  [palette.line, palette.soft, palette.muted, palette.good, palette.accent, palette.second].map((color, at) => [
    `series.${at}.color`,
    color,
  ]),
);

function triangle(page: Page, metric: 'share' | 'sum', format: string, title: string, hint?: string): TableRef {
  const { lang } = page;
  const ages = Array.from({ length: AGES }, (_, age): Column => ({ key: `age${age}`, format, align: 'center' }));
  return page.table({
    id: metric,
    title,
    ...(hint ? { hint } : {}),
    formula: stamped(
      'B24_COHORT',
      lastMonths(12, page.labels, lang),
      page.chosen('who'),
      page.chosen('pipeline'),
      word(cohortMetrics, metric, lang),
    ),
    columns: [{ key: 'month' }, { key: 'entered', format: countFormat }, { key: 'moved', format: countFormat }, ...ages],
    lines: MONTHS + 1,
    conditions: (ref) => [
      {
        ranges: [`${ref.letter('age0')}${ref.first}:${ref.letter(`age${AGES - 1}`)}${ref.last}`],
        gradient: { min: palette.paper, max: palette.heatHigh },
      },
    ],
  });
}

/** Ages down, the last cohorts across. */
function byAge(page: Page, share: TableRef): AsideRef {
  const first = MONTHS - LINES - 1;
  const line = (at: number): string => String(first + at + 1);
  const cohorts = page.aside({
    id: 'cohorts',
    lines: LINES,
    cells: [
      { title: tableWords.month[page.lang], formula: (at) => `INDEX(${share.column('month')},${line(at)})&""` },
      ...Array.from({ length: AGES }, (_, age) => ({
        title: `${age}`,
        formula: (at: number) =>
          `IFERROR(IF(INDEX(${share.column(`age${age}`)},${line(at)})="","",INDEX(${share.column(`age${age}`)},${line(at)})),"")`,
        format: shareFormat,
      })),
    ],
  });
  return page.aside({
    id: 'ages',
    lines: AGES,
    table: { formula: `TRANSPOSE(${cohorts.range})`, formats: [undefined, ...Array.from({ length: LINES }, () => shareFormat)] },
  });
}
