// The file as Excel may have it: what is seen, without functions of the script and without the hidden sheets.
import { Workbook } from '../../../local/runtime/spreadsheet/workbook';
import { excelData } from '../../../local/workbench/excel-data';

const table = [
  ['Стадия', 'Вошло', 'День'],
  ['=Новая', 7, new Date('2026-11-20T21:00:00Z')],
  ['007', 0.5, ''],
];

function made() {
  const book = new Workbook({
    locale: 'ru_RU',
    timeZone: 'Europe/Moscow',
    customFunctionNames: ['B24_FUNNEL'],
    callCustomFunction: () => ({ value: table }),
  });
  book.store('0').format({ top: 0, left: 0, bottom: 9, right: 9 }, { numberFormat: '#,##0' } as never);
  book.write('0', 0, 0, [['=B24_FUNNEL()']]);
  const plain = book.insertSheet('Данные', 1);
  book.write(plain, 0, 0, [['ID'], [1]]);
  const hidden = book.insertSheet('_b24_store', 2);
  book.write(hidden, 0, 0, [['x'.repeat(49_000)]]);
  book.hideSheet(hidden, true);
  book.flush();
  return book;
}

interface Made {
  readonly sheets: readonly { readonly name: string; readonly cells: Record<string, string> }[];
}

test('what a function spills becomes values, also in cells that only had a format', () => {
  const [sheet] = (excelData(made(), 'dd.MM.yyyy') as Made).sheets;
  expect(sheet?.cells).toEqual({ A1: 'Стадия', B1: 'Вошло', C1: 'День', A2: "'=Новая", B2: '7', C2: '46347', A3: "'007", B3: '0.5' });
});

test('hidden sheets of the script stay out; sheets of plain values are in', () => {
  const { sheets } = excelData(made(), 'dd.MM.yyyy') as Made;
  expect(sheets.map(({ name }) => name)).toEqual(['Лист1', 'Данные']);
  expect(sheets[1]?.cells).toEqual({ A1: 'ID', A2: '1' });
});
