// Which deals exist (R1, R4), on deals written by hand: what the worked example does not exercise.
import { at, madeDeal, madeFacts, madeHistory } from '../made-records';
import { dealOf, flagsOf } from './shown-facts';

describe('population (R1, R4)', () => {
  test('templates and deals created after asOf do not exist', () => {
    const facts = madeFacts({
      deals: [madeDeal(1), madeDeal(2, { recurring: true }), madeDeal(3, { createdTime: at('2025-05-20 18:01') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW']),
    });
    expect([...facts.deals.id]).toEqual([1]);
  });

  test('a history row after asOf does not exist, and the stage it led to is taken at asOf at the latest', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { stageId: 'WON', semantic: 'S', movedTime: at('2025-05-20 19:00') })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-20 19:00', 'WON']),
    });
    expect(dealOf(facts)).toEqual({ state: 'won', closed: '2025-05-20', flags: ['HISTORY_GAP'] });
  });

  test('a pipeline without a record is named by its number and loses no deal', () => {
    const facts = madeFacts({
      deals: [madeDeal(1, { categoryId: 9, stageId: 'C9:NEW' })],
      stageHistory: madeHistory(1, ['2025-05-01 10:00', 'C9:NEW']),
    });
    expect(facts.labels.pipelines.map(({ id, name, stages }) => [id, name, stages.length])).toEqual([
      [0, 'Sales', 3],
      [5, 'Repeat', 2],
      [9, '#9', 0],
    ]);
    expect([facts.deals.pipeline[0], facts.deals.stage[0], ...flagsOf(facts)]).toEqual([2, -1, 'DELETED_STAGE']);
  });

  test('stages go by their sort, then by their code', () => {
    const stage = (statusId: string, sort: number) =>
      ({ id: 0, entityId: 'DEAL_STAGE', statusId, name: statusId, sort, categoryId: 0, semantic: 'P' }) as const;
    const facts = madeFacts({ statuses: [stage('B', 20), stage('A', 20), stage('C', 10)] });
    expect(facts.labels.pipelines[0]?.stages.map(({ id }) => id)).toEqual(['C', 'A', 'B']);
  });
});
