// Employees and departments (bitrix24-rest, 5.6).
import { ids, portalOf } from './harness';

describe('people', () => {
  const people = {
    users: [
      { ID: '1', NAME: 'Ann', LAST_NAME: 'Ok', EMAIL: 'a@x.test', UF_DEPARTMENT: [1, 3] },
      { ID: '2', NAME: 'Bob', ACTIVE: false, UF_DEPARTMENT: [3] },
      { ID: '3', NAME: 'Mail', USER_TYPE: 'email' },
      { ID: '10', NAME: 'Cy', ACTIVE: 'Y', WORK_POSITION: null },
    ],
    departments: [
      { ID: '1', NAME: 'Company', UF_HEAD: '1' },
      { ID: '3', NAME: 'Sales', PARENT: '1' },
      { ID: '2', NAME: 'Accounts', PARENT: '1', SORT: 100 },
    ],
  };

  test('user.get answers dismissed people too, but no mail users; ACTIVE is a JSON boolean [5.6 users]', () => {
    const { ask } = portalOf(people);
    expect((ask('user.get').result as Record<string, unknown>[]).map((user) => [user['ID'], user['ACTIVE']])).toEqual([
      ['1', true],
      ['2', false],
      ['10', true],
    ]);
  });

  test.each<[Record<string, unknown>, number[]]>([
    [{ FILTER: { ACTIVE: true } }, [1, 10]],
    [{ filter: { ACTIVE: 'N' } }, [2]],
    [{ filter: { active: false } }, [2]],
    [{ FILTER: { '>ID': 1 }, sort: 'ID', order: 'DESC' }, [10, 2]],
    [{ ID: 2 }, [2]],
    [{ FILTER: { ID: [1, 10] } }, [1, 10]],
    [{ FILTER: { NO_SUCH: 1 } }, [1, 2, 10]],
    [{ UF_DEPARTMENT: 3 }, [1, 2]],
    [{ FILTER: { NAME: 'bob' } }, [2]],
    [{ FILTER: { '%NAME': 'o' } }, [2]],
    [{ FILTER: { USER_TYPE: 'email' } }, []],
    [{ FILTER: { '!ID': 2 } }, [1, 10]],
    [{ FILTER: { '>=ID': 2, '<=ID': 9 } }, [2]],
    [{ FILTER: { '@ID': [2, 10] } }, [2, 10]],
  ])('user.get %j finds %j [4.3 user-get]', (params, expected) => {
    expect(ids(portalOf(people).ask('user.get', params))).toEqual(expected);
  });

  test('user.current is the same object for the webhook’s user [5.6 users]', () => {
    const { ask } = portalOf({ ...people, portal: { webhook: { userId: 10 } } });
    expect(ask('user.current').result).toEqual((ask('user.get', { ID: 10 }).result as unknown[])[0]);
  });

  test('with the extranet module people without a department are missing [5.6 extranet]', () => {
    const listed = (extranet: boolean): number[] => ids(portalOf({ ...people, portal: { extranet } }).ask('user.get'));
    expect([listed(false), listed(true)]).toEqual([
      [1, 2, 10],
      [1, 2],
    ]);
  });

  test('what user.get shows depends on the scope; an empty page has no total [4.2 no-count] [5.6 users]', () => {
    const brief = portalOf({ ...people, portal: { scopes: ['user_brief'] } });
    const basic = portalOf({ ...people, portal: { scopes: ['user_basic'] } });
    const select = ['ID', 'EMAIL', 'WORK_POSITION', 'LAST_LOGIN'];
    expect([
      brief.ask('user.get', { ID: 1, select }).body,
      basic.ask('user.get', { ID: 10, start: -1, select }).body,
      basic.ask('user.get', { ID: 1, select: ['NOTHING'] }).body,
      basic.ask('user.get', { ID: 77 }).body,
    ]).toEqual([
      { result: [{ ID: '1', WORK_POSITION: '' }], total: 1, time: expect.anything() },
      { result: [{ ID: '10', EMAIL: '' }], total: 0, time: expect.anything() },
      { result: [[]], total: 1, time: expect.anything() },
      { result: [], time: expect.anything() },
    ]);
  });

  test('department.get matches its parameters exactly and leaves out what is not there [5.6 departments]', () => {
    const { ask } = portalOf(people);
    expect(ask('department.get', { sort: 'NAME', order: 'ASC', PARENT: 1 }).body).toMatchObject({
      result: [
        { ID: '2', NAME: 'Accounts', SORT: 100, PARENT: '1' },
        { ID: '3', NAME: 'Sales', SORT: 500, PARENT: '1' },
      ],
      total: 2,
    });
    expect(ask('department.get', { ID: 1 }).result).toEqual([{ ID: '1', NAME: 'Company', SORT: 500, UF_HEAD: '1' }]);
  });
});
