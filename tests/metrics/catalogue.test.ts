// What the catalogue says of each metric: its rule, its unit, whether parts of a period add up, and which direction is good news.
import { METRIC_IDS, metricOf } from '../../src/metrics/catalogue';
import { evidenceOf } from '../../src/metrics/evidence';
import { requireTables } from '../../src/metrics/grouping';
import { madeFacts } from '../made-records';

const CATALOGUE = `
created            M01 count additive more  deals(count)
openCount          M02 count -        -     deals(count)
openSum            M02 money -        -     deals(amount)
inWorkDuring       M02 count -        -     deals(count)
wonCount           M03 count additive more  deals(count)
wonSum             M05 money additive more  deals(amount)
lostCount          M04 count additive less  deals(count)
lostSum            M05 money additive less  deals(amount)
winRateCount       M06 share -        more  deals(-)
winRateValue       M06 share -        more  deals(-)
avgCheque          M07 money -        more  deals(-)
avgChequeMedian    M07 money -        more  deals(-)
avgChequeNonZero   M07 money -        more  deals(-)
zeroAmountWon      M05 count additive less  deals(count)
junkCount          M04 count additive less  deals(count)
cycleMedianDays    M08 days  -        less  deals(-)
cycleMeanDays      M08 days  -        less  deals(-)
cycleP90Days       M08 days  -        less  deals(-)
cohortEntered      M11 count additive more  deals(count)
cohortConversion   M11 share -        more  deals(-)
cohortWinRateAll   M11 share -        more  deals(-)
maturity           M11 share -        -     deals(-)
salesVelocity      M09 money -        more  deals(-)
repeatCount        M24 count additive more  deals(count)
repeatSum          M24 money additive more  deals(amount)
repeatShareCount   M24 share -        -     deals(-)
repeatShareSum     M24 share -        -     deals(-)
leadsCreated       M10 count additive more  leads(count)
leadsConverted     M10 count additive more  leads(count)
leadsJunk          M10 count additive less  leads(count)
leadConversion     M10 share -        more  leads(-)
calls              M37 count additive more  -
meetings           M37 count additive more  -
emails             M37 count additive more  -
tasks              M37 count additive more  -
todos              M37 count additive more  -
`;

test('each metric has its rule, unit and direction, and the records behind it add up or do not', () => {
  const lines = METRIC_IDS.map((id) => {
    const metric = metricOf(id);
    const evidence = evidenceOf[id];
    const behind = evidence === null ? '-' : `${evidence.of}(${evidence.adds ?? '-'})`;
    return [metric.id, metric.rule, metric.unit, metric.additive ? 'additive' : '-', metric.better ?? '-', behind];
  });
  const expected = CATALOGUE.trim().split('\n');
  expect(lines).toEqual(expected.map((line) => line.split(/\s+/)));
});

test('a table that was not loaded is named in the complaint, one that was is not', () => {
  const { deals, labels } = madeFacts({});
  expect(() => requireTables({ labels, deals }, 'deals', 'cycles')).toThrow('Facts table "cycles" was not loaded');
  expect(requireTables({ labels, deals }, 'deals').deals).toBe(deals);
});
