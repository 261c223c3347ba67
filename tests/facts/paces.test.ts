// How long deals usually stand on a stage: the stays that count.
import { FLAG, NO_DAY, type PipelineLabel, type StayFacts } from '../../src/facts/facts';
import { paceFacts } from '../../src/facts/paces';

const TODAY = 20_000;
const pipelines = [
  { id: 0, name: 'Sales', stages: [{ id: 'NEW' }, { id: 'OFFER' }] },
  { id: 5, name: 'Repeat', stages: [{ id: 'C5:NEW' }] },
] as unknown as readonly PipelineLabel[];

/** Stays as [deal, pipeline, stage, days, day of the exit]. */
function stays(rows: readonly (readonly [number, number, number, number, number])[]): StayFacts {
  const column = (at: number) => Int32Array.from(rows, (row) => row[at] ?? 0);
  return {
    count: rows.length,
    deal: column(0),
    pipeline: column(1),
    stage: column(2),
    seconds: Float64Array.from(rows, (row) => row[3] * 86_400),
    exitDay: column(4),
    openSince: Float64Array.from(rows, () => Number.NaN),
  };
}

const shown = (rows: Parameters<typeof stays>[0], flags: readonly number[] = []) => {
  const paces = paceFacts(stays(rows), Int32Array.from(flags), pipelines, TODAY);
  return Array.from({ length: paces.count }, (_, at) => [paces.pipeline[at], paces.stage[at], paces.stays[at], paces.p90[at]]);
};

test('every stage of every pipeline has a line, also without a stay', () => {
  expect(shown([])).toEqual([
    [0, 0, 0, Number.NaN],
    [0, 1, 0, Number.NaN],
    [1, 0, 0, Number.NaN],
  ]);
});

test('stays that ended in the 365 days up to today count, by their nine tenths', () => {
  const ten = Array.from({ length: 10 }, (_, at) => [at, 0, 1, at + 1, TODAY - at] as const);
  expect(shown(ten)[1]).toEqual([0, 1, 10, expect.closeTo(9.1)]);
  const counted = (exitDay: number) => shown([[0, 1, 0, 4, exitDay]])[2]?.[2];
  expect([TODAY - 365, TODAY - 364, TODAY, TODAY + 1, NO_DAY].map(counted)).toEqual([0, 1, 1, 0, 0]);
});

test('a stay on a deleted stage, and one of a deal without history, is none', () => {
  const rows = [
    [0, 0, -1, 3, TODAY],
    [1, 0, 0, 5, TODAY],
    [2, 0, 0, 7, TODAY],
  ] as const;
  expect(shown(rows, [0, FLAG.NO_HISTORY, 0])).toEqual([
    [0, 0, 1, 7],
    [0, 1, 0, Number.NaN],
    [1, 0, 0, Number.NaN],
  ]);
});
