// B24_RESPONSE: the worked example by hand. Requests of May: leads 902 (answered by the meeting of its deal 107), 903, 904; deals without a
// lead 105, 106, 109, 202, 203. Deal 113 was entered already closed.
import fc from 'fast-check';
import { groupingByManager } from '../../src/metrics/grouping';
import { type ResponseSlice, responseStats } from '../../src/metrics/response';
import { HEAVY } from '../fuzz';
import { goldenNorms, may } from '../golden-kpi';
import { at, madeDeal, madeFacts } from '../made-records';
import { world } from '../made-worlds';
import { askGolden, type Desk } from './golden-desk';

const response = (who: unknown = '', stat = '', pipeline: unknown = '', desk: Desk = {}, period = '2025-05') =>
  askGolden('B24_RESPONSE', [period, who, pipeline, stat], desk);
const norm = (responseHours: number): Desk => ({ inputs: { norms: { ...goldenNorms, responseHours } } });

test('the worked example, person by person', () => {
  const people = [['Анна'], ['Борис'], ['Вера'], ['все'], [''], ['Никто']];
  const of = (stat: string) => (response(people, stat) as unknown[][]).slice(0, 5).flat();
  // Anna: 109 after 48 h. Boris: 902 after 217 h, 203 after 432 h − 1. Vera: 105 after 119 h.
  expect({
    median: of(''),
    mean: of('среднее'),
    p90: (of('p90') as number[]).map((value) => (value ? Number(value.toFixed(6)) : value)),
    count: of('количество'),
    unanswered: of('без ответа'),
  }).toEqual({
    median: [48, 324, 119, 168, ''],
    mean: [48, 324, 119, 203.75, ''],
    p90: [48, 409.6, 119, 366.8, ''],
    count: [5, 2, 1, 8, ''],
    unanswered: [4, 0, 0, 4, ''],
  });
  expect((response(people) as string[][])[5]?.[0]).toContain('нет сотрудника или отдела «Никто»');
});

test('the share within the norm is of those whose norm was met or has passed', () => {
  // Of Anna's five only 202, made on the 19th at 10:00, is younger than 48 hours.
  expect(response('Анна', 'доля в норме', '', norm(48))).toBe(1 / 4);
  expect(response('Анна', 'доля в норме', '', norm(47))).toBe(0);
  // Within 217 hours 105, 109 and 902; later 203; without a contact for longer 106 and 903; 904 and 202 may still be in time.
  expect([response('', 'доля в норме', '', norm(217)), response('', 'доля в норме')]).toEqual([3 / 6, 0]);
});

test('a named pipeline asks for its deals without leads; the pipelines of the settings keep the leads', () => {
  expect(response('', 'количество', 5)).toBe(2);
  expect(response('', 'количество', 0)).toBe(3);
  expect(response('', 'количество', 'все')).toBe(8);
  expect(response('', 'количество', '', { labels: { defaultPipelines: [1] } })).toBe(3 + 2);
});

test('nobody asked: counts are 0, the rest is empty', () => {
  const of = (stat: string) => response('', stat, '', {}, '2020');
  expect([of('количество'), of('без ответа'), of('медиана'), of('доля в норме')]).toEqual([0, 0, '', '']);
  expect(() => response('', 'мода')).toThrow('argChoice');
});

test('exactly the norm is within it; a request of exactly that age is not late yet', () => {
  const created = at('2025-05-19 18:00');
  const facts = madeFacts({ deals: [madeDeal(1, { createdTime: created })] });
  const slice: ResponseSlice = { ...may, leads: true };
  expect(responseStats(facts, slice, 24)[0]?.withinNorm).toBeNull();
  expect(responseStats(facts, slice, 23.99)[0]?.withinNorm).toBe(0);
  const answered = { ...facts, responses: { ...facts.responses, waited: Float64Array.from([86400]) } };
  expect(responseStats(answered, slice, 24)[0]?.withinNorm).toBe(1);
  expect(responseStats(answered, slice, 23.99)[0]?.withinNorm).toBe(0);
});

test('whatever the portal, people, days, and leads with the deals of each pipeline make the whole', () => {
  fc.assert(
    fc.property(world, fc.nat(29), (records, cut) => {
      const facts = madeFacts(records);
      const whole: ResponseSlice = { ...may, leads: true };
      const counts = (slice: ResponseSlice) => responseStats(facts, slice, 24).map(({ count, unanswered }) => [count, unanswered]);
      const sum = (parts: number[][]) => [0, 1].map((at) => parts.reduce((total, part) => total + (part[at] ?? 0), 0));
      const [all] = counts(whole);
      const middle = may.period.start + cut;
      expect(sum(responseStats(facts, whole, 24, groupingByManager(facts)).map(({ count, unanswered }) => [count, unanswered]))).toEqual(
        all,
      );
      expect(
        sum([
          ...counts({ ...whole, period: { start: may.period.start, end: middle } }),
          ...counts({ ...whole, period: { start: middle + 1, end: may.period.end } }),
        ]),
      ).toEqual(all);
      expect(
        sum([
          ...counts({ ...whole, pipelines: new Set() }),
          ...[0, 1].flatMap((pipeline) => counts({ ...whole, leads: false, pipelines: new Set([pipeline]) })),
        ]),
      ).toEqual(all);
    }),
    HEAVY,
  );
});
