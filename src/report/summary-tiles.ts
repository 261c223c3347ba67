// The tiles of «Сводка»: the essentials of the chosen period in twelve numbers.
import type { Lang } from '../cell';
import { planStatusWords } from '../locale/plan-words';
import { summaryWords } from '../locale/report-summary-words';
import type { MetricId } from '../metrics/catalogue';
import { metricNote } from './blocks';
import { countFormat, daysFormat, moneyFormat, shareFormat } from './formats';
import { quoted, stamped } from './formula';
import type { Page, TileSpec } from './page-specs';
import { STUCK } from './stuck-columns';
import { metricOf, planOf, type Sources } from './summary-sources';

export function summaryTiles(page: Page, sources: Sources): TileSpec[] {
  const { lang, labels } = page;
  const text = summaryWords;
  const money = moneyFormat(labels.baseCurrency);
  const [period = '', who = '', pipeline = ''] = ['period', 'who', 'pipeline'].map(page.chosen);
  const [target, runRate] = [planOf(sources, 'target'), planOf(sources, 'runRate')];
  const planned = (caption: string): string => `IF(${target}="",${quoted(text.noPlan[lang])},${caption})`;
  const metric = (id: MetricId): string => metricOf(sources, id, lang);
  const stuckSum = `SUM(${sources.stuck.column(STUCK.sum)})`;
  // Words stand in the format of the number: joined to it, it would lose its separators.
  const worded = (word: string, format = countFormat): string => `${quoted(word)}${format}`;
  return [
    {
      label: text.fact[lang],
      formula: planOf(sources, 'fact'),
      format: money,
      caption: metric('wonCount'),
      captionFormat: worded(text.won[lang]),
      note: metricNote('wonSum', lang),
    },
    {
      label: text.plan[lang],
      formula: target,
      format: money,
      caption: planned(planOf(sources, 'planToDate')),
      captionFormat: worded(text.toDate[lang]),
    },
    {
      label: text.attainment[lang],
      formula: planOf(sources, 'attainment'),
      format: shareFormat,
      caption: planned(statusCaption(planOf(sources, 'status'), lang)),
    },
    {
      label: text.pace[lang],
      formula: runRate,
      format: money,
      caption: `IF(OR(${target}="",${runRate}=""),"",${runRate}/${target})`,
      captionFormat: `0%${quoted(text.ofPlan[lang])}`,
    },
    {
      label: text.forecast[lang],
      formula: stamped('B24_FORECAST', period, who, pipeline),
      format: money,
      caption: metric('openSum'),
      captionFormat: worded(text.open[lang]),
    },
    {
      label: text.perDay[lang],
      formula: planOf(sources, 'requiredPerDay'),
      format: money,
      caption: planned(planOf(sources, 'gap')),
      captionFormat: worded(text.left[lang]),
    },
    {
      label: text.conversion[lang],
      formula: metric('cohortConversion'),
      format: shareFormat,
      caption: metric('maturity'),
      captionFormat: worded(text.ripe[lang], '0%'),
      note: metricNote('cohortConversion', lang),
    },
    {
      label: text.winRate[lang],
      formula: metric('winRateCount'),
      format: shareFormat,
      caption: metric('created'),
      captionFormat: worded(text.created[lang]),
      note: metricNote('winRateCount', lang),
    },
    {
      label: text.cheque[lang],
      formula: metric('avgCheque'),
      format: money,
      caption: metric('avgChequeMedian'),
      captionFormat: worded(text.median[lang]),
      note: metricNote('avgCheque', lang),
    },
    {
      label: text.cycle[lang],
      formula: metric('cycleMedianDays'),
      format: daysFormat,
      caption: quoted(text.firstContact[lang]),
      note: metricNote('cycleMedianDays', lang),
    },
    {
      label: text.coverage[lang],
      formula: stamped('B24_COVERAGE', period, who, pipeline),
      format: '0.0"×"',
      caption: quoted(text.needed[lang]),
    },
    {
      label: text.stuck[lang],
      formula: stuckSum,
      format: money,
      caption: `IFERROR(${stuckSum}/${metric('openSum')},"")`,
      captionFormat: `0%${quoted(text.stuckShare[lang])}`,
    },
  ];
}

/** The word of the status with a sign. */
function statusCaption(status: string, lang: Lang): string {
  const { green, yellow, red } = planStatusWords;
  return `IF(${status}=${quoted(green[lang])},"▲ ",IF(${status}=${quoted(yellow[lang])},"● ",IF(${status}=${quoted(red[lang])},"▼ ","")))&${status}`;
}
