// The texts that fact tables are kept in: their shape is a promise to files that were saved before, and nothing else is read as one.
import { packColumns } from '../../src/columns';
import { KpiError } from '../../src/errors';
import { packFacts, stayTextNames, unpackStays, unpackTable } from '../../src/facts/pack';
import { madeDeal, madeFacts, madeHistory } from '../made-records';

const facts = madeFacts({
  deals: [madeDeal(1, { stageId: 'PREPARATION' }), madeDeal(2)],
  stageHistory: [
    ...madeHistory(1, ['2025-05-01 10:00', 'NEW'], ['2025-05-03 10:00', 'PREPARATION']),
    ...madeHistory(2, ['2025-05-01 10:00', 'NEW']),
  ],
});
const texts = packFacts(facts);
const unreadable = new KpiError('data', 'columnsUnreadable');

/** `name:type` of the columns in a text of columns. */
function shapeOf(text: string): string {
  const header = JSON.parse(text.slice(text.indexOf('{'), text.indexOf('\n'))) as { columns: { name: string; type: string }[] };
  return header.columns.map(({ name, type }) => `${name}:${type}`).join(' ');
}

test('a table is kept under the columns and types it was saved with', () => {
  expect(
    Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (/^b24columns/.test(text) ? [[name, shapeOf(text)]] : []))),
  ).toEqual({
    deals: 'id:id pipeline:int stage:int state:int manager:int createdDay:int closeDay:int amount:float flags:int',
    cycles: 'closeTime:time cycle:time',
    ...Object.fromEntries(
      ['0/-1', '0/0', '0/1', '0/2', '1/-1', '1/0', '1/1'].map((part) => [
        `stays/${part}`,
        'deal:int seconds:time exitDay:int openSince:time',
      ]),
    ),
    cards: 'closedate:int movedDay:int firstDay:int success:flag',
    origins: 'client:id channel:text repeat:flag',
    utm: 'utmSource:text utmMedium:text utmCampaign:text',
    losses: 'deal:int failStage:text fromStage:text reason:text',
    lines: 'deal:int product:id name:text quantity:float value:float',
    paces: 'pipeline:int stage:int stays:int p90:float',
    steps: 'deal:int since:time aliveAt:time nextStep:time subject:text',
    leads: 'id:id manager:int state:int createdDay:int closeDay:int channel:text',
    activities: 'day:int manager:int kind:int number:int',
    clients: 'client:id name:text',
    responses: 'pipeline:int manager:int createdDay:int createdTime:time waited:time',
    payees: 'payee:int',
    backs: 'deal:int day:int pipeline:int from:int to:int',
    changes:
      'deal:id row:int since:int day:int kind:int pipeline:int fromManager:int toManager:int fromAmount:float toAmount:float fromStage:int toStage:int fromState:int toState:int createdDay:int title:text',
  });
});

test('journeys are two texts behind the length of the first', () => {
  const [head = '', ...rest] = (texts['journeys'] ?? '').split('\n');
  const body = rest.join('\n');
  const first = Number(head.slice('b24journeys 1 '.length));
  expect([head, shapeOf(body.slice(0, first)), shapeOf(body.slice(first))]).toEqual([
    `b24journeys 1 ${first}`,
    'deal:int pipeline:int entryDay:int outcome:int maxIdx:int steps:int',
    'sinceEntry:int',
  ]);
});

test.each(['labels', 'journeys', 'directories'] as const)('%s of another make are refused', (name) => {
  const text = texts[name] ?? '';
  expect(text.startsWith(`b24${name} 1 `)).toBe(true);
  expect(unpackTable(name, text)).toEqual(facts[name]);
  expect(() => unpackTable(name, text.replace(`b24${name} 1 `, `b24${name} 2 `))).toThrow(unreadable);
  expect(() => unpackTable(name, '')).toThrow(unreadable);
  expect(() => unpackTable(name, `b24${name} 1 `)).toThrow(unreadable);
});

test('journeys whose steps are not the days that follow are refused', () => {
  const text = texts['journeys'] ?? '';
  const bodyStart = text.indexOf('\n') + 1;
  const middle = bodyStart + Number(text.slice('b24journeys 1 '.length, bodyStart - 1));
  const days = (sinceEntry: number[]) => packColumns([{ name: 'sinceEntry', type: 'int' }], { sinceEntry }, sinceEntry.length);
  const read = (sinceEntry: number[]) => unpackTable('journeys', text.slice(0, middle) + days(sinceEntry));
  expect(read([0, 2, 0])).toEqual(facts.journeys);
  expect(() => read([0, 2])).toThrow(unreadable);
  expect(() => read([0, 2, 0, 0])).toThrow(unreadable);
});

test('stays are read part by part, pipeline and stage written in the name', () => {
  const all = stayTextNames(facts.labels, { pipelines: null, stage: null });
  expect(all).toEqual(['stays/0/-1', 'stays/0/0', 'stays/0/1', 'stays/0/2', 'stays/1/-1', 'stays/1/0', 'stays/1/1']);
  expect(stayTextNames(facts.labels, { pipelines: new Set([1]), stage: null })).toEqual(['stays/1/-1', 'stays/1/0', 'stays/1/1']);
  expect(stayTextNames(facts.labels, { pipelines: null, stage: 0 })).toEqual(['stays/0/0', 'stays/1/0']);
  expect(stayTextNames(facts.labels, { pipelines: new Set([0]), stage: 5 })).toEqual([]);
  const read = unpackStays(Object.fromEntries(['stays/0/0', 'stays/0/1'].map((name) => [name, texts[name] ?? ''])));
  expect([read.count, [...read.deal], [...read.pipeline], [...read.stage]]).toEqual([3, [0, 1, 0], [0, 0, 0], [0, 0, 1]]);
  expect(unpackStays({}).count).toBe(0);
});
