// The same block in a plain store and in the formula engine, side by side: why sheets of values stay outside the engine.
import { modelData } from '../local/runtime/spreadsheet/engine/model-data';
import { Workbook } from '../local/runtime/spreadsheet/workbook';
import { figure, heapMegabytes, timed, versus } from './figures';

const COLS = 25;

/** A block like a raw sheet: ids, texts, names that repeat, moments, money. */
const block = (rows: number, from: number): unknown[][] =>
  Array.from({ length: rows }, (_, down) => {
    const row = from + down;
    return Array.from({ length: COLS }, (_, col) => {
      const kinds = [
        row + col,
        `Сделка ${row}, поле ${col}`,
        ['Новая', 'В работе', 'Успех'][row % 3],
        new Date(17e11 + row * 6e4),
        row * 1.37,
      ];
      return kinds[col % kinds.length];
    });
  });

export function plainAndEngine(rows: number): void {
  const side = (inEngine: boolean) => {
    const book = new Workbook({
      locale: 'ru_RU',
      timeZone: 'Europe/Moscow',
      customFunctionNames: [],
      callCustomFunction: () => ({ value: '' }),
    });
    const id = book.insertSheet('Данные', 1, { rows, cols: COLS });
    const before = heapMegabytes();
    if (inEngine) book.promote(id);
    const written = timed(() => {
      for (let from = 0; from < rows; from += 1000) book.write(id, from, 0, block(Math.min(1000, rows - from), from) as never);
      book.flush();
    });
    const megabytes = heapMegabytes() - before;
    const read = timed(() => book.store(id).values({ top: 0, left: 0, bottom: rows - 1, right: COLS - 1 }));
    const saved = timed(() => JSON.stringify(book.save()).length);
    return { book, id, megabytes, written, read, saved };
  };
  const plain = side(false);
  const engine = side(true);
  figure(`${rows} × ${COLS} cells: plain store, engine`);
  versus('memory', plain.megabytes, engine.megabytes, 'MB');
  versus('bytes a cell', (plain.megabytes * 1e6) / (rows * COLS), (engine.megabytes * 1e6) / (rows * COLS), 'bytes');
  versus('write (processor)', plain.written.processorSeconds, engine.written.processorSeconds, 's');
  versus('read (processor)', plain.read.processorSeconds, engine.read.processorSeconds, 's');
  versus('save as text (processor)', plain.saved.processorSeconds, engine.saved.processorSeconds, 's');
  const promoted = timed(() => plain.book.promote(plain.id));
  figure('The plain one enters the engine (processor)', promoted.processorSeconds, 's');
  const page = timed(() => JSON.stringify(modelData(plain.book.model)).length);
  figure('  what a page that opens is sent (processor)', page.processorSeconds, 's');
  figure('  its size', page.result / 1e6, 'MB');
}
