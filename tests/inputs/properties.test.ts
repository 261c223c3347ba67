// Whatever people, other programs or a hostile person put into the cells: nothing throws, no row vanishes, what was read survives the store.
import fc from 'fast-check';
import { packInputs, unpackInputs } from '../../src/inputs/pack';
import { complaintText, readInputs } from '../../src/inputs/read';
import { INPUT_SHEETS, type InputSheetId, type TypedInputs } from '../../src/inputs/sheet';
import { FUZZ, HEAVY } from '../fuzz';
import { anyCell, rowsOf, type Told } from './any-rows';
import { directory, english, headersOf } from './typed';

const lang = fc.constantFrom('ru' as const, 'en' as const);

const small: Told = {
  directories: [directory, english],
  names: ['Анна Иванова', 'Борис', 'Петров', 'Отдел продаж', 'Продажи', 'Новая', 'Переговоры', 'Спам', 'Звонок'],
  periods: ['2026-11', '2026-Q4'],
};

const sheetCells = fc.record(
  Object.fromEntries(INPUT_SHEETS.map((id) => [id, rowsOf(id, small)])) as Record<InputSheetId, fc.Arbitrary<unknown[][]>>,
);

test('any tables whatever are read without a throw, and every complaint is a sentence in both languages', () => {
  const table = fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 5 });
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(INPUT_SHEETS.map((id) => [id, table])) as Record<InputSheetId, typeof table>),
      lang,
      fc.boolean(),
      (cells, own, headed) => {
        const given = Object.fromEntries(INPUT_SHEETS.map((id) => [id, headed ? [headersOf(id, own), ...cells[id]] : cells[id]]));
        const { complaints } = readInputs(given, own === 'ru' ? directory : english);
        for (const complaint of complaints) {
          const texts = [complaintText({ ...complaint, header: '' }, 'ru'), complaintText({ ...complaint, header: '' }, 'en')];
          expect(
            texts.every((text) => text.length > 10 && !/\{[a-z]+\}|undefined|\[object/.test(text.split(complaint.found).join(''))),
          ).toBe(true);
        }
      },
    ),
    HEAVY,
  );
});

/** Records of a sheet whose every row makes one. */
function recordsOf(id: InputSheetId, { inputs }: TypedInputs): number {
  switch (id) {
    case 'plans':
      return inputs.plans.length;
    case 'kpiSets':
      return inputs.kpiSets.reduce((count, { items }) => count + items.length, 0);
    case 'costs':
      return inputs.costs.length;
    case 'rates':
      return inputs.rates.length;
    case 'actions':
      return inputs.actions.length;
    default:
      return 0;
  }
}

test.each(['plans', 'kpiSets', 'costs', 'rates', 'actions'] as const)(
  'each filled row of %s is either a record or left out with a complaint',
  (id) => {
    fc.assert(
      fc.property(rowsOf(id, small), (rows) => {
        const read = readInputs({ [id]: [headersOf(id), ...rows] }, directory);
        const remarks = new Set(id === 'plans' ? [5, 6, 7] : []);
        const isBlank = (cell: unknown) =>
          !(typeof cell === 'number' || typeof cell === 'boolean' || Object.prototype.toString.call(cell) === '[object Date]') &&
          (typeof cell !== 'string' || cell.trim() === '');
        const filled = rows.filter(
          (row) =>
            row.some((cell, column) => !remarks.has(column) && !isBlank(cell)) &&
            !/^\s*пример\s*$/i.test(typeof row[0] === 'string' ? row[0] : ''),
        );
        const leftOut = new Set(read.complaints.filter(({ level }) => level === 'error').map(({ row }) => row));
        expect(recordsOf(id, read) + leftOut.size).toBe(filled.length);
      }),
      FUZZ,
    );
  },
);

test('rows of settings, norms, the calendar, seasons and schemes that hold a wrong value are told by row', () => {
  const wrong: [InputSheetId, unknown[]][] = [
    ['settings', ['Показывать мотивацию', 'xx']],
    ['norms', ['Дней без активности', '', 'xx']],
    ['calendar', ['2026-11-27', 'xx']],
    ['seasonality', ['май', 'xx']],
    ['bonusSchemes', ['А', 'Оклад', '', '', 'xx']],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...wrong), fc.nat(5), ([id, row], blanks) => {
      const { complaints } = readInputs({ [id]: [headersOf(id), ...Array.from({ length: blanks }, () => []), row] }, directory);
      expect(complaints.filter(({ level }) => level === 'error').map(({ row: number, column }) => [number, column === null])).toEqual([
        [blanks + 2, false],
      ]);
    }),
    FUZZ,
  );
});

test('tiers ascend, cover every attainment once, and no rate is more than all', () => {
  fc.assert(
    fc.property(rowsOf('bonusSchemes', small), (rows) => {
      const { inputs } = readInputs({ bonusSchemes: [headersOf('bonusSchemes'), ...rows] }, directory);
      for (const { tiers } of inputs.bonusSchemes) {
        const ends = tiers.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
        expect(ends.every((end, index) => end > (ends[index - 1] ?? 0))).toBe(true);
        expect(tiers.every(({ rate }) => rate >= 0 && rate <= 1)).toBe(true);
      }
    }),
    FUZZ,
  );
});

test('what was read is packed and unpacked as it was', () => {
  fc.assert(
    fc.property(sheetCells, lang, (cells, own) => {
      const given = Object.fromEntries(INPUT_SHEETS.map((id) => [id, [headersOf(id, own), ...cells[id]]]));
      const read = readInputs(given, own === 'ru' ? directory : english);
      const text = packInputs(read);
      expect(unpackInputs(text)).toEqual(read);
      expect(packInputs(unpackInputs(text))).toBe(text);
    }),
    HEAVY,
  );
});

test('a text that was not packed, or not whole, is unreadable', () => {
  const text = packInputs(readInputs({}, directory));
  const unreadable = expect.objectContaining({ name: 'KpiError', kind: 'data', key: 'inputsUnreadable' });
  for (const wrong of [
    '',
    '{}',
    'b24inputs 1 ',
    'b24inputs 1 {}',
    'b24inputs 1 null',
    text.slice(1),
    text.slice(0, -1),
    text.replace('inputs 1', 'inputs 0'),
  ])
    expect(() => unpackInputs(wrong)).toThrow(unreadable);
});
