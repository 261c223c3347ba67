// The argument "who": whom a text, an id or a range means among three people and a fired one in nested departments.
import type { Cell, Table } from '../../../src/cell';
import { answerForWho, askedPeople, peopleArgument, personName } from '../../../src/functions/arguments/who';
import { labels } from '../small-company';

const found = (raw: unknown): unknown => {
  const people = peopleArgument(raw, labels);
  return people === null ? 'everybody' : [...people].sort();
};
const complaint = (raw: unknown): unknown => {
  try {
    return found(raw);
  } catch (error) {
    const { key, params } = error as { key: string; params: object };
    return [key, params];
  }
};

test.each([
  [undefined, 'everybody'],
  ['', 'everybody'],
  ['  ', 'everybody'],
  ['Все', 'everybody'],
  ['всё', 'everybody'],
  ['all', 'everybody'],
  ['b24:2026-10-15T15:00:00Z#7.0', 'everybody'],
  ['Анна Иванова', [1]],
  ['иванова  анна', [1]],
  ['Анна', [1]],
  ['борис', [2]],
  ['Пётр', [4]],
  ['петр петров', [4]],
  ['Вер', [3]],
  ['Вера Иванченко (уволен)', [3]],
  ['Вера Иванченко (уволена)', [3]],
  ['Aннa', [1]],
  ['Бopиc Петpoв', [2]],
  ['Б', [2]],
  ['Иванова А.', [1]],
  ['А. Иванова', [1]],
  ['boris@example.ru', [2]],
  ['11', [1]],
  [12, [2]],
  ['Анна Иванова #11', [1]],
  ['Без менеджера', [0]],
  ['no manager', [0]],
  [0, [0]],
  ['Партнёрский отдел', [3]],
  ['партнерский', [3]],
  ['Отдел продаж', [1, 2, 3]],
  ['Компания «Ромашка»', [1, 2, 3, 4]],
  ['Анна; Борис', [1, 2]],
  [
    [['Анна'], ['Борис'], ['']],
    [1, 2],
  ],
])('%p means %p', (raw, people) => {
  expect(found(raw)).toEqual(people);
});

test('a name that fits several people is not guessed', () => {
  expect(complaint('Петров')).toEqual(['argWhoSeveral', { found: 'Петров', similar: '"Борис Петров", "Пётр Петров"' }]);
  expect(complaint('Иван')).toEqual(['argWhoSeveral', { found: 'Иван', similar: '"Анна Иванова", "Вера Иванченко (уволен)"' }]);
});

test('an unknown name is answered with the nearest ones', () => {
  expect(complaint('Иваноав')).toEqual(['argWhoSimilar', { found: 'Иваноав', similar: '"Анна Иванова"' }]);
  expect(complaint('Кузнецова')).toEqual(['argWho', { found: 'Кузнецова' }]);
  expect(complaint(999)).toEqual(['argWho', { found: '999' }]);
  expect(complaint(new Date(0))).toEqual(['argWho', { found: '01.01.1970' }]);
});

test('a slip of one sign is no name: nothing is called similar to it', () => {
  for (const slip of ['-', '*', ',']) expect(complaint(slip)).toEqual(['argWho', { found: slip }]);
});

test('what stands in a cell is repeated as the cell shows it: the day of its zone, a logical word, a decimal comma', () => {
  expect(complaint(new Date('2026-04-30T21:00:00Z'))).toEqual(['argWho', { found: '01.05.2026' }]);
  expect(complaint(true)).toEqual(['argWho', { found: 'ИСТИНА' }]);
  expect(complaint(11.5)).toEqual(['argWho', { found: '11,5' }]);
});

test('a range answers cell by cell in its own shape: blanks stay blank, an unknown name gets its sentence', () => {
  const answer = (raw: unknown): Cell | Table => answerForWho(raw, labels, (people) => (people === null ? 'все' : people.size));
  expect(
    answer([
      ['Анна', 'Отдел продаж'],
      ['', 'Кузнецова'],
      ['все', 12],
    ]),
  ).toEqual([
    [1, 3],
    ['', 'Аргумент «кто»: нет сотрудника или отдела «Кузнецова». Напишите имя, часть имени, e-mail, id, название отдела или "все".'],
    ['все', 1],
  ]);
  expect(answer([['Борис']])).toBe(1);
});

test('names in tables are read back: people who left are marked, namesakes carry their id', () => {
  const namesakes = {
    ...labels,
    managers: [
      ...labels.managers,
      { ...labels.managers[1], id: 21, name: 'Анна Иванова', email: '', active: true, hasDeals: true, department: 2 },
    ],
  };
  const names = namesakes.managers.map((_, index) => personName(namesakes, index));
  expect(names).toEqual([
    'Без менеджера',
    'Анна Иванова #11',
    'Борис Петров',
    'Вера Иванченко (уволен)',
    'Пётр Петров',
    'Анна Иванова #21',
  ]);
  expect(names.map((name) => [...(peopleArgument(name, namesakes) ?? [])])).toEqual([[0], [1], [2], [3], [4], [5]]);
});

test.each([
  [undefined, ['company null']],
  ['все', ['company null']],
  ['Анна; все', ['company null']],
  ['Анна', ['manager 11']],
  ['Без менеджера', ['manager 0']],
  ['Отдел продаж', ['department 3']],
  ['Анна; Борис; Анна Иванова', ['manager 11', 'manager 12']],
  ['Отдел продаж; Вера; Пётр', ['department 3', 'manager 14']],
  ['Партнёрский отдел; Отдел продаж', ['department 3']],
  ['Вера; Партнёрский отдел', ['department 4']],
  [
    [['Пётр'], [''], ['Партнёрский отдел']],
    ['manager 14', 'department 4'],
  ],
])('the plans of %p are those of %p: each once, nobody beside their own department', (raw, owners) => {
  expect(askedPeople(raw, labels).owners.map(({ scope, id }) => `${scope} ${id}`)).toEqual(owners);
});
