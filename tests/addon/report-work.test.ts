// Report sheets about what to do, on the demo portal: their parts agree with each other, and switches and typed settings change what they show.
import { demoPortal } from '../../local/demo-data/demo-portal';
import { type Line, reportDesk } from './report-desk';

const now = '2026-11-23T12:00:00+03:00';
const { data } = demoPortal({ lang: 'ru', now: Date.parse(now), scale: 0.15 });

const BY_MANAGER = 'Воронка по менеджерам';
const STUCK = 'Зависшие сделки';
const LOSSES = 'Причины отказа';
const CHANGES = 'Изменения воронки';
const QUALITY = 'Качество данных';

const byManager = reportDesk(data, now, ['funnelByManager']);
const work = reportDesk(data, now, ['stuck', 'losses', 'changes', 'quality']);
const sum = (lines: readonly Line[], at: number): number => lines.reduce((total, line) => total + Number(line[at]), 0);
const textOf = (line: Line, at: number): string => String(line[at]);

beforeAll(() => {
  byManager.build();
  byManager.desk.runtime.edit(BY_MANAGER, 'B5', 'последние 12 месяцев');
  work.desk.call('createInputSheets');
  work.build();
});

describe('funnel by manager', () => {
  const lessons = () => byManager.table(BY_MANAGER, 'Менеджер', 'Стадия', 'Прошло дальше');
  const [rates, deviation] = [0, 1].map((nth) => () => {
    const all = byManager.cells(BY_MANAGER);
    const headers = all.flatMap(([first, second], row) => (first === 'Менеджер' && second !== 'Стадия' ? [row] : []));
    const [stages = [], ...below] = all.slice(headers[nth]);
    const lines = below.slice(
      0,
      below.findIndex(([first]) => first === ''),
    );
    return (manager: string, stage: string): unknown => lines.find(([name]) => name === manager)?.[stages.indexOf(stage)];
  }) as [() => (manager: string, stage: string) => unknown, () => (manager: string, stage: string) => unknown];

  test('the maps say what the table says: rates, and differences in percentage points; no difference where few are decided', () => {
    const [rate, points] = [rates(), deviation()];
    const lines = lessons();
    expect(lines.length).toBeGreaterThan(60);
    for (const line of lines) {
      const [manager, stage, difference] = [textOf(line, 0), textOf(line, 1), line[8]];
      expect(rate(manager, stage)).toBe(line[4]);
      if (difference === '') expect(points(manager, stage)).toBe('');
      else expect(points(manager, stage)).toBeCloseTo(100 * Number(difference), 9);
    }
    expect(lines.filter((line) => line[8] === '').length).toBeGreaterThan(0);
  });

  test('the line over the managers is the rate of all of them: each manager and the others make it', () => {
    const rate = rates();
    for (const [, stage, advanced, decided, , othersAdvanced, othersDecided] of lessons())
      expect(rate('Итого', String(stage))).toBeCloseTo(
        (Number(advanced) + Number(othersAdvanced)) / (Number(decided) + Number(othersDecided)),
        9,
      );
  });

  test('the manager whom the demo data makes weak at offers stands below the others there', () => {
    expect(deviation()('Павел Орлов', 'Коммерческое предложение')).toBeLessThan(-10);
  });
});

describe('stuck deals', () => {
  const deals = () => work.table(STUCK, 'Сделка', 'Ссылка', 'Менеджер');
  const reasons = () => work.table(STUCK, 'Почему', 'Сделок', 'Сумма', 'Что сделать');

  test('every reason counts the deals of the list that have it, and says what to do', () => {
    expect(reasons().map(([reason]) => reason)).toEqual(['долго на стадии', 'нет движения', 'нет дела', 'дата прошла']);
    for (const [reason, count, money, todo] of reasons()) {
      const own = deals().filter((line) => textOf(line, 11).split(', ').includes(String(reason)));
      expect(own.length).toBeGreaterThan(0);
      expect([count, todo]).toEqual([own.length, expect.stringMatching(/\p{L}{4}/u)]);
      expect(money).toBeCloseTo(sum(own, 7), 2);
    }
  });

  test('one reason chosen leaves its deals only', () => {
    work.desk.runtime.edit(STUCK, 'B7', 'нет движения');
    expect(deals().filter((line) => !textOf(line, 11).includes('нет движения'))).toEqual([]);
    expect(reasons().find(([reason]) => reason === 'нет движения')?.[1]).toBe(deals().length);
    work.desk.runtime.edit(STUCK, 'B7', 'все');
  });
});

describe('changes', () => {
  test('this week is shown first, and the steps of the waterfall lead to the deals open at the end', () => {
    expect(work.cells(CHANGES)[4]?.[4]).toBe('эта неделя');
    work.desk.runtime.edit(CHANGES, 'B5', 'этот месяц');
    const balance = work.table(CHANGES, 'Изменение', 'Сделок', 'Сумма');
    const steps = work.table(CHANGES, 'Как изменилась сумма открытых сделок', 'Отступ', 'Остаток', 'Прибыло', 'Убыло');
    expect(steps.map(([name]) => name)).toEqual(balance.slice(0, steps.length).map(([name]) => name));
    let stands = Number(balance[0]?.[2]);
    for (const [at, [, base, total, up, down]] of steps.entries()) {
      const money = Number(balance[at]?.[2]);
      if (at === 0 || at === steps.length - 1) {
        expect([base, up, down]).toEqual([0, 0, 0]);
        expect(total).toBeCloseTo(stands, 2);
        expect(total).toBeCloseTo(money, 2);
        continue;
      }
      expect(Number(up) - Number(down)).toBeCloseTo(money, 2);
      expect(base).toBeCloseTo(Math.min(stands, stands + money), 2);
      stands += money;
    }
    expect(sum(steps, 4)).toBeGreaterThan(0);
  });
});

describe('data quality', () => {
  test('the chosen check lists as many deals as the table counts, each with its link', () => {
    for (const check of ['без клиента', 'открыты у уволенных']) {
      work.desk.runtime.edit(QUALITY, 'B8', check);
      const counted = work.table(QUALITY, 'Проверка', 'Сделок', 'Сумма').find(([name]) => name === check);
      const listed = work.table(QUALITY, 'Сделка', 'Ссылка', 'Менеджер');
      expect(listed.length).toBe(counted?.[1]);
      expect(listed.filter((line) => !/^https:\/\/.+\/crm\/deal\/details\/\d+\/$/.test(textOf(line, 1)))).toEqual([]);
    }
  });

  test('a cell of an input sheet that cannot be used stands beside the deals', () => {
    const complaints = () => work.table(QUALITY, 'Лист', 'Строка', 'Столбец');
    expect(complaints()).toEqual([expect.arrayContaining(['Замечаний нет'])]);
    work.desk.runtime.edit('Планы', 'A2', 'когда-нибудь');
    expect(complaints()[0]?.slice(0, 2)).toEqual(['Планы', 2]);
  });
});

describe('loss reasons', () => {
  const tile = (): unknown => {
    const [row = 0, column = 0] = work.cells(LOSSES).flatMap((line, at) => {
      const found = line.indexOf('Причина не указана');
      return found < 0 ? [] : [at, found];
    });
    return work.cells(LOSSES)[row + 1]?.[column];
  };

  test('the third table is broken down as chosen, to the same total', () => {
    const totals = ['менеджер', 'источник', 'стадия отказа'].map((by, at) => {
      work.desk.runtime.edit(LOSSES, 'B8', by);
      const lines = work.table(LOSSES, ['Менеджер', 'Источник', 'Стадия отказа'][at] ?? '', 'Потеряно');
      expect(lines.length).toBeGreaterThan(2);
      return lines[lines.length - 1]?.slice(0, 2);
    });
    const reasons = work.table(LOSSES, 'Причина отказа', 'Потеряно', 'Сумма', 'Доля отказов');
    expect(totals).toEqual(Array(3).fill(reasons[reasons.length - 1]?.slice(0, 2)));
  });

  test('once reasons are a field, deals without one stand apart from the Pareto chart, which comes to all the others', () => {
    work.desk.runtime.edit(LOSSES, 'B5', 'этот год');
    const norms = work.cells('Нормы').findIndex(([norm]) => norm === 'Поле причины отказа') + 1;
    work.desk.runtime.edit('Нормы', `C${norms}`, 'UF_CRM_1715000001');
    work.desk.refresh();
    const reasons = work.table(LOSSES, 'Причина отказа', 'Потеряно', 'Сумма', 'Доля отказов').slice(0, -1);
    const notSet = reasons.find(([name]) => name === 'Не указано');
    expect(Number(notSet?.[1])).toBeGreaterThan(0);
    expect(tile()).toBe(notSet?.[1]);
    const pareto = work.table(LOSSES, 'Причина отказа', 'Потеряно', 'Нарастающая доля');
    expect(pareto.map((line) => line.slice(0, 2))).toEqual(reasons.filter((line) => line !== notSet).map((line) => line.slice(0, 2)));
    expect(pareto[pareto.length - 1]?.[2]).toBeCloseTo(1, 9);
  });
});
