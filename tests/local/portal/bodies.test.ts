// Bodies and queries (1.2): which parameters a portal reads out of a request, and which requests it reads as none.
import { manualClock } from '../../../local/clock';
import { createPortal } from '../../../local/portal/portal';
import { servePortal } from '../../../local/portal/server';
import { ids, noon, portalOf, reply } from './harness';

const path = '/rest/1/demo0secret0code/';
const deals = [1, 2, 3].map((id) => ({ id, title: `Deal ${id}` }));
const json = { 'content-type': 'application/json' };

describe('a JSON body [1.2 json-body]', () => {
  const post = (body: string, headers: Record<string, string> = json): ReturnType<typeof reply> =>
    reply(portalOf({ deals }).send({ method: 'POST', path: `${path}crm.item.list`, headers, body }));

  test('keeps nested filters nested, and numbers and texts are the same for ids', () => {
    const answers = [
      '{"entityTypeId":2,"filter":{"0":{"logic":"OR","0":{"id":1},"1":{"=id":"3"}}}}',
      '{"entityTypeId":"2","filter":{"@id":["1",3]}}',
    ].map((body) => ids(post(body)));
    expect(answers).toEqual([
      [1, 3],
      [1, 3],
    ]);
  });

  test.each(['{"entityTypeId":2', '', 'null', '2', '"entityTypeId=2"', "{'entityTypeId':2}"])('%j counts as no parameters', (body) => {
    expect(post(body).error).toEqual([100, 'Could not find value for parameter {entityTypeId}']);
  });

  test.each([
    ['a byte order mark', `\uFEFF{"entityTypeId":2}`],
    ['half of a surrogate pair', '{"entityTypeId":2,"filter":{"title":"\\ud83d"}}'],
    ['a name with half of a pair', '{"entityTypeId":2,"x\\ude00":1}'],
    ['513 arrays in each other', `{"entityTypeId":2,"filter":${'['.repeat(512)}${']'.repeat(512)}}`],
    ['millions of brackets', '['.repeat(2_000_000)],
  ])('with %s is none: it counts as no parameters', (_, body) => {
    expect(post(body).error).toEqual([100, 'Could not find value for parameter {entityTypeId}']);
  });

  test('may be 512 arrays deep, and long', () => {
    const deep = `${'['.repeat(511)}${']'.repeat(511)}`;
    expect(ids(post(`{"entityTypeId":2,"x":${deep},"y":"${'z'.repeat(2_000_000)}"}`))).toEqual([1, 2, 3]);
  });

  test('of bytes that are no UTF-8 counts as no parameters', async () => {
    const server = await servePortal(createPortal({ data: { deals }, clock: manualClock(Date.parse(noon)) }), { port: 0 });
    const statuses = await Promise.all(
      [Buffer.from('ю'), Buffer.from('\uFFFD'), Buffer.from([0xfe])].map(async (text) => {
        const body = Buffer.concat([Buffer.from('{"entityTypeId":2,"x":"'), text, Buffer.from('"}')]);
        return (await fetch(`${server.url}crm.item.list`, { method: 'POST', headers: json, body })).status;
      }),
    );
    await server.close();
    expect(statuses).toEqual([200, 200, 400]);
  });

  test('is one only under its type letter by letter; under any other it is read as a form', () => {
    const body = '{"entityTypeId":2}';
    expect(
      ['application/json; charset=utf-8', 'Application/JSON', 'text/plain'].map((type) => post(body, { 'content-type': type }).status),
    ).toEqual([200, 400, 400]);
  });
});

describe('a form, multipart and a query [1.2 form-body]', () => {
  const found = (request: { method?: string; headers?: Record<string, string>; body?: string; path: string }): number[] =>
    ids(reply(portalOf({ deals }).send(request)));

  test.each([
    ['brackets without a name append', 'filter[@id][]=1&filter[@id][]=3', [1, 3]],
    ['brackets with numbers keep their place', 'filter[@id][5]=3&filter[@id][2]=1', [1, 3]],
    ['the later of two equal names wins', 'filter[id]=1&filter[id]=3', [3]],
    ['a plus is a space', 'filter[title]=Deal+2', [2]],
    ['an encoded plus is a plus', 'filter[title]=Deal%2B2', []],
    ['names are decoded too', 'filter%5B%3E%3Did%5D=2', [2, 3]],
    ['an ampersand without a pair is nothing', '&&filter[id]=2&', [2]],
  ])('%s', (_, query, expected) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const list = `${path}crm.item.list`;
    const body = `entityTypeId=2&order[id]=ASC&${query}`;
    expect([found({ path: `${list}?${body}` }), found({ method: 'POST', path: list, headers: form, body })]).toEqual([expected, expected]);
  });

  test('a name of more than 64 brackets is forgotten, one of 64 is not', () => {
    const list = (levels: number): number[] =>
      found({ path: `${path}crm.item.list?entityTypeId=2&filter${'[0]'.repeat(levels - 1)}[id]=2` });
    expect([list(64), list(65), list(200_000)]).toEqual([[2], [1, 2, 3], [1, 2, 3]]);
  });

  test('an append takes the number after the highest, however many there are', () => {
    const many = 'filter[@id][]=9&'.repeat(50_000);
    expect(found({ path: `${path}crm.item.list?entityTypeId=2&${many}filter[@id][60000]=1&filter[@id][]=3` })).toEqual([1, 3]);
  });

  test('a file in multipart is no parameter', () => {
    const part = (head: string, value: string): string => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
    const body = `${part('name="entityTypeId"', '2')}${part('name="filter[id]"; filename="a.txt"', '1')}--b--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    expect(found({ method: 'POST', path: `${path}crm.item.list`, headers, body })).toEqual([1, 2, 3]);
  });

  test('only a POST has a body: other verbs are answered by their query', () => {
    const { send } = portalOf({ deals });
    const statuses = ['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'].map((method) => {
      const request = { method, path: `${path}crm.item.list`, headers: json, body: '{"entityTypeId":2}' };
      return [send(request).status, send({ ...request, path: `${request.path}?entityTypeId=2` }).status];
    });
    expect(statuses).toEqual(statuses.map(() => [400, 200]));
  });
});

test('the query is read first; a body overwrites whole top-level keys [1.2 mixed]', () => {
  const { send } = portalOf({ deals });
  const ask = (headers: Record<string, string>, body: string): number[] =>
    ids(reply(send({ method: 'POST', path: `${path}crm.item.list?entityTypeId=2&order[id]=DESC&filter[%3Eid]=1`, headers, body })));
  expect([
    ask(json, '{}'),
    ask(json, '{"filter":{"<id":3}}'),
    ask({}, 'filter[<id]=3&order[id]=ASC'),
    ask(json, '{"order":[]}').length,
  ]).toEqual([[3, 2], [2, 1], [1, 2], 2]);
});
