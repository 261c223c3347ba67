// Commands as PHP reads them, and answers whose maps change their form.
import { batchRequest, commandText, readBatch, reference } from '../../src/bitrix24/batch';
import { callRequest } from '../../src/bitrix24/call';

describe('a command', () => {
  it('is written in PHP brackets, names and values encoded once', () => {
    const params = {
      entityTypeId: 2,
      select: ['id', 'title'],
      filter: { '>=updatedTime': '2026-10-15T12:00:00+03:00', '>id': 7 },
      start: -1,
    };
    expect(commandText('crm.item.list', params)).toBe(
      'crm.item.list?entityTypeId=2&select[0]=id&select[1]=title&filter[%3E%3DupdatedTime]=2026-10-15T12%3A00%3A00%2B03%3A00&filter[%3Eid]=7&start=-1',
    );
  });

  it('may refer to an earlier one', () => {
    expect(reference('a_0', 'items', 49, 'id')).toBe('$result[a_0][items][49][id]');
  });

  it('without parameters is its method', () => {
    expect(commandText('profile', {})).toBe('profile');
  });
});

describe('a batch', () => {
  it('is one POST with all commands', () => {
    const request = batchRequest([{ name: 'a', method: 'profile', params: {} }]);
    expect({ ...request, body: JSON.parse(request.body) as unknown }).toEqual({
      method: 'POST',
      suffix: 'batch',
      body: { halt: 0, cmd: { a: 'profile' } },
    });
  });

  it('takes 50 commands', () => {
    const commands = Array.from({ length: 51 }, (_, at) => ({ name: `c${at}`, method: 'profile', params: {} }));
    expect(() => batchRequest(commands)).toThrow('A batch takes 50 commands, got 51.');
  });

  it.each([['crm.deal.delete'], ['crm.item.add'], ['im.message.add'], ['crm.item.list/../x']])('never calls %s', (method) => {
    const refusal = expect.objectContaining({ kind: 'settings', key: 'methodNotAllowed', params: { method } });
    expect(() => batchRequest([{ name: 'a', method, params: {} }])).toThrow(refusal);
    expect(() => callRequest(method)).toThrow(refusal);
  });

  it('writes nothing but the notification that people switch on', () => {
    expect(callRequest('im.notify.system.add', { USER_ID: 1, MESSAGE: 'x' }).suffix).toBe('im.notify.system.add');
  });

  it('is read through maps, arrays and the empty list', () => {
    const read = readBatch({ result: { a: { items: [] }, b: 5 }, result_error: [], result_time: { a: { duration: 0.5 } } });
    expect(read?.('a')).toMatchObject({ result: { items: [] }, error: null, timing: { duration: 0.5 } });
    expect(read?.('b')).toEqual({ result: 5, error: null, timing: null, total: Number.NaN });
    expect(read?.('c')).toEqual({ result: undefined, error: null, timing: null, total: Number.NaN });
  });

  it('tells errors command by command', () => {
    const read = readBatch({
      result: [],
      result_error: { a: { error: 'OPERATION_TIME_LIMIT', error_description: 'wait' } },
      result_time: [],
    });
    expect(read?.('a')).toEqual({
      result: undefined,
      error: { trouble: 'operating', code: 'OPERATION_TIME_LIMIT', detail: 'wait' },
      timing: null,
      total: Number.NaN,
    });
  });

  it.each([[null], ['text'], [{}], [{ result: [] }]])('is not read from %j', (result) => {
    expect(readBatch(result)).toBeNull();
  });
});
