// A portal that answers wrongly or not at all: the refresh stops with a sentence, the old numbers stay. On the built bundle.
import golden from '../golden/kpi-example/kpi-example.json';
import { formulas, fresh, loadedDesk, numbers, open, sentence, won107 } from './loaded-desk';

describe('the portal', () => {
  const page = (status: number, body: string, headers: Record<string, string> = {}) => ({ status, headers, body });
  test.each([
    ['an HTML page', page(200, '<html>вход</html>'), 'Битрикс24'],
    ['cut JSON', page(200, '{"result":{"result":{"a"'), 'Битрикс24'],
    ['a storm of 503', page(503, '{"error":"QUERY_LIMIT_EXCEEDED"}'), 'Битрикс24'],
    ['a storm of 429', page(429, '{"error":"OPERATION_TIME_LIMIT"}'), 'Битрикс24'],
    ['a redirect to another host', page(302, '', { Location: 'https://renamed.bitrix24.test/rest/1/secretcode1/' }), 'переехал'],
    ['a deleted webhook', page(401, '{"error":"INVALID_CREDENTIALS"}'), 'вебхук'],
    ['silence', { fault: 'unreachable' } as const, 'Портал не отвечает'],
  ])('that answers with %s stops the refresh with a sentence; the old numbers stay, and later it goes on', (_name, answer, words) => {
    let broken = false;
    const desk = loadedDesk({ intercept: () => (broken ? (answer as never) : null) });
    const whole = numbers(desk);
    desk.portal.mutate(won107);
    broken = true;
    const said = sentence(() => desk.refresh());
    expect(said).toContain(words);
    expect(said).not.toMatch(/Непредвиденная|secretcode1/);
    expect(numbers(desk)).toEqual(whole);
    broken = false;
    desk.clock.advance(3_600_000);
    desk.refresh();
    expect(numbers(desk)).not.toEqual(whole);
  });

  test.each([
    ['without an id', { id: undefined }],
    ['with an id that is no number', { id: 'abc' }],
    ['without a creation time', { createdTime: 'вчера' }],
  ])('that sends a deal %s stops the refresh with a sentence and the old numbers stay', (_name, change) => {
    const desk = loadedDesk();
    const whole = numbers(desk);
    const damaged = (body: string): string => {
      const answer = JSON.parse(body) as { result: { result: Record<string, { items?: Record<string, unknown>[] }> } };
      for (const part of Object.values(answer.result.result))
        for (const item of part.items ?? []) if ('stageId' in item && 'categoryId' in item) Object.assign(item, change);
      return JSON.stringify(answer);
    };
    desk.portal.mutate(won107);
    const spoilt = fresh(desk);
    const handle = desk.portal.handle;
    const bad = open({
      runtime: { state: desk.runtime.save() },
      now: new Date(desk.clock.now()).toISOString(),
      intercept: (body) => {
        const answer = handle({
          method: 'POST',
          path: `${desk.portal.webhookPath}batch`,
          headers: { 'content-type': 'application/json' },
          body,
        });
        return { status: answer.status, headers: answer.headers, body: damaged(answer.body) };
      },
    });
    expect(sentence(() => bad.refresh())).toMatch(/Битрикс24 (прислал запись|ответил|присылает)/);
    expect(numbers(bad)).toEqual(whole);
    expect(spoilt.value(formulas[0] ?? '')).toBe(7);
  });

  test('whose webhook lost most employees is not believed without a person’s word', () => {
    const users = [...golden.inputs.users];
    for (let id = 500; id < 560; id++) users.push({ ...(users[0] as (typeof users)[number]), ID: String(id), NAME: `Имя${id}` } as never);
    const desk = loadedDesk({ data: { ...golden.inputs, users } });
    const whole = numbers(desk);
    desk.portal.mutate({ delete: { users: Array.from({ length: 60 }, (_, at) => 500 + at) } } as never);
    expect(sentence(() => desk.refresh())).toMatch(/пропало слишком много: сотрудники.*60 из/);
    expect(numbers(desk)).toEqual(whole);
    expect(desk.call('refresh', true)).toMatchObject({ done: true });
    expect(desk.refresh()).toMatchObject({ done: true });
  });
});
