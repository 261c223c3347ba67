// A team that outgrows the table of pay: the sheet says so instead of cutting people off, and building it again makes room. On the built bundle.
import golden from './kpi-example/kpi-example.json';
import { typedDesk } from './typed-desk';

test('the table of pay that is too small shows no part of it; built again it shows everybody', () => {
  const desk = typedDesk('the add-on');
  const build = (): unknown => desk.call('buildReports', { ids: ['bonus'], restore: false });
  const people = (): string[] => {
    const rows = desk.runtime.spreadsheet.dump('Мотивация').slice(28);
    return rows
      .slice(
        0,
        rows.findIndex(([name]) => name === ''),
      )
      .map(([name]) => String(name));
  };
  build();
  expect(people()).toEqual(['Борис Б.', 'Анна А.', 'Вера В. (уволен)', 'Итого']);
  const [user] = golden.inputs.users;
  const [deal] = golden.inputs.deals;
  const many = Array.from({ length: 14 }, (_, at) => 50 + at);
  const now = '2025-05-20T19:00:00+03:00';
  desk.portal.mutate({
    now,
    users: many.map((id) => ({ ...user, ID: String(id), NAME: 'Новичок', LAST_NAME: `Н${id}` })),
    deals: many.map((id) => ({ ...deal, id: 1000 + id, assignedById: id, updatedTime: now })),
  } as never);
  desk.clock.advance(3_600_000);
  desk.refresh();
  expect(desk.runtime.spreadsheet.dump('Мотивация').slice(27, 39).flat().filter(String)).toEqual(['#REF!']);
  build();
  expect(people()).toHaveLength(3 + many.length + 1);
});
