// Approving a month of pay: it is frozen whole or not at all, formulas follow at once, later changes come as corrections in the next month. On the built bundle.
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Kill } from '../../local/runtime/kill';
import { FUZZ } from '../fuzz';
import { act, type Desk, fresh, loadedDesk, sentence, sheetNames } from './loaded-desk';
import { stampOf } from './typed-inputs';

const LEDGER = '_b24_ledger';
let made: Desk | null = null;

/** The example's file with the example scheme for everybody, pay switched on; data as of 20 May 2025. */
function payDesk(options: Parameters<typeof fresh>[1] = {}): Desk {
  if (!made) {
    made = loadedDesk();
    made.call('createInputSheets');
    made.runtime.edit('Схема мотивации', 'E2', 'все');
    type(made, 'да');
  }
  return fresh(made, options);
}

/** Types the value of the setting that shows pay. */
function type(desk: Desk, value: string): void {
  const row = Number(
    act(
      desk,
      "return file.getSheetByName('Настройки').getDataRange().getValues().findIndex(([name]) => name === 'Показывать мотивацию') + 1",
    ),
  );
  desk.runtime.edit('Настройки', `B${row}`, value);
}

const pay = (desk: Desk, who: string, part: string, month = '2025-04'): unknown =>
  desk.value(`=B24_BONUS("${month}";"${who}";;"${part}";B24_DATA)`);
const approve = (desk: Desk, month = ''): string => String(desk.call('approveMonth', month));
const refused = (desk: Desk, month = ''): string => sentence(() => approve(desk, month));
const heads = (desk: Desk): unknown =>
  act(
    desk,
    `const s = file.getSheetByName('${LEDGER}'); return s ? s.getDataRange().getValues().map(([head]) => head).filter((head) => head !== '') : []`,
  );

/** Deal 113, won in April, turns out to cost more. */
const dearer = {
  deals: [{ id: 113, opportunity: 35000.5, updatedTime: '2025-05-20T18:20:00+03:00' }],
};

describe('approving a month', () => {
  test('freezes it and tells the formulas at once; what changes afterwards is paid in the next month', () => {
    const desk = payDesk();
    expect([pay(desk, 'Анна', 'база'), pay(desk, 'Анна', 'итог'), pay(desk, 'Анна', 'статус')]).toEqual([
      25000,
      20000,
      'проверить: нет плана',
    ]);
    const before = stampOf(desk);
    expect(approve(desk)).toBe(
      'Утверждён апрель 2025: сотрудников 2, сделок 1, к выплате 40000. Изменения в его сделках войдут поправками в май 2025.',
    );
    const after = stampOf(desk);
    expect([after.generation, after.version > before.version]).toEqual([before.generation, true]);
    expect(pay(desk, 'Анна', 'статус')).toBe('утверждено');
    expect(pay(desk, 'Анна', 'база', '2025-05')).toBe(190000);

    desk.portal.mutate(dearer as never);
    desk.refresh();
    expect([pay(desk, 'Анна', 'база'), pay(desk, 'Анна', 'база', '2025-05')]).toEqual([25000, 200000.5]);
    const lines = desk.value('=B24_BONUS_DEALS("2025-05";"Анна";;B24_DATA)') as unknown[][];
    expect(lines.filter((line) => line[5] === 'поправка').map((line) => [line[0], line[4], line[6]])).toEqual([
      [113, 'апрель 2025', 10000.5],
    ]);
    expect(desk.runtime.failures).toEqual([]);
  });

  test('a correction of somebody whom no scheme pays any more is not settled by approving: it stays due', () => {
    const desk = payDesk();
    approve(desk, 'апрель 2025');
    desk.runtime.edit('Схема мотивации', 'E2', 'Борис');
    desk.portal.mutate({ ...dearer, now: '2025-06-03T12:00:00+03:00' } as never);
    desk.refresh();
    const anna = (month: string) => [pay(desk, 'Анна', 'база', month), pay(desk, 'Анна', 'статус', month)];
    const due = [10000.5, 'проверить: нет плана, поправки без схемы мотивации'];
    expect(anna('2025-05')).toEqual(due);
    expect(approve(desk)).toContain('Утверждён май 2025');
    expect([anna('2025-05'), anna('2025-06')]).toEqual([['', ''], due]);
  });

  test('is refused while a won deal has no rate: nobody knows what it pays', () => {
    const desk = payDesk();
    desk.portal.mutate({ deals: [{ id: 113, currencyId: 'XXX', updatedTime: '2025-05-20T18:20:00+03:00' }] } as never);
    desk.refresh();
    expect(refused(desk)).toContain('в валюте, курса которой нет: "113".');
    expect(heads(desk)).toEqual([]);
  });

  test('May, approved with that correction, leaves nothing to correct in June', () => {
    const desk = payDesk();
    approve(desk, 'апрель 2025');
    desk.portal.mutate({ ...dearer, now: '2025-06-03T12:00:00+03:00' } as never);
    desk.refresh();
    expect(approve(desk)).toContain('Утверждён май 2025');
    expect([pay(desk, 'Анна', 'база', '2025-05'), pay(desk, 'Анна', 'статус', '2025-05'), pay(desk, 'Анна', 'база', '2025-06')]).toEqual([
      200000.5,
      'утверждено',
      0,
    ]);
    expect(heads(desk)).toEqual(['m2025-04 1', 'm2025-05 1']);
    expect(pay(fresh(desk), 'Анна', 'база', '2025-Q2')).toBe(225000.5);
  });

  test('the ledger is a hidden sheet of plain text; before the first approval there is none', () => {
    const desk = payDesk();
    expect(sheetNames(desk)).not.toContain(LEDGER);
    approve(desk);
    const looks = act(
      desk,
      `const s = file.getSheetByName('${LEDGER}'); return [s.isSheetHidden(), s.getRange('A1').getNumberFormat(), file.getActiveSheet().getName() !== '${LEDGER}']`,
    );
    expect(looks).toEqual([true, '@', true]);
  });

  test('from the menu: it asks for the month, and does nothing when cancelled', () => {
    const cancelled = payDesk({ runtime: { answer: () => ({ button: 'CANCEL' }) as never } });
    cancelled.runtime.run('menuApproveMonth', [], { as: 'menu' });
    expect(heads(cancelled)).toEqual([]);
    const asked: string[] = [];
    const desk = payDesk({
      runtime: {
        answer: (question) => {
          asked.push(question.message);
          return { button: 'OK', text: '2025-04' } as never;
        },
      },
    });
    desk.runtime.run('menuApproveMonth', [], { as: 'menu' });
    expect([heads(desk), asked[0]]).toEqual([['m2025-04 1'], expect.stringContaining('Пусто – 2025-04')]);
  });
});

describe('a month is not approved', () => {
  test('while pay is switched off', () => {
    const desk = payDesk();
    type(desk, 'нет');
    expect(refused(desk)).toContain('Мотивация выключена, утверждать нечего');
  });

  test('before it is over, or before the data reaches its end', () => {
    const desk = payDesk();
    expect(refused(desk, '2025-05')).toBe('Месяц май 2025 ещё не закончился: его можно утвердить с 01.06.2025.');
    const june = fresh(desk);
    june.clock.advance(Date.parse('2025-06-02T12:00:00+03:00') - june.clock.now());
    expect(refused(june, '2025-05')).toContain('Данные загружены до конца месяца май 2025');
  });

  test('twice, out of order, or when it is no month', () => {
    const desk = payDesk();
    approve(desk, '2025-03');
    expect(refused(desk, '2025-03')).toBe('Месяц март 2025 уже утверждён. Изменения в его сделках войдут поправками в апрель 2025.');
    expect(refused(desk, '2025-02')).toBe('Месяцы утверждают подряд. Следующий – апрель 2025, а не февраль 2025.');
    expect(refused(desk, '2025-Q1')).toBe(
      'Утвердить можно один целый месяц, а найдено 01.01.2025–31.03.2025. Напишите его, например "2025-04".',
    );
    expect(refused(desk, 'когда-нибудь')).toContain('Аргумент «период»');
    expect(heads(desk)).toEqual(['m2025-03 1']);
  });

  test('while rows it is paid by cannot be read, or nobody has a scheme', () => {
    const desk = payDesk();
    desk.runtime.edit('Схема мотивации', 'E6', 'много');
    expect(refused(desk)).toContain('На листе «Схема мотивации» есть строки, которые не удалось прочитать');
    const nobody = payDesk();
    nobody.runtime.edit('Схема мотивации', 'E2', '');
    expect(refused(nobody)).toContain('За апрель 2025 утверждать нечего: ни у кого нет схемы мотивации');
  });

  test('before the first load', () => {
    const desk = payDesk();
    act(desk, "file.removeNamedRange('B24_DATA')");
    expect(refused(desk)).toContain('Данных ещё нет');
  });
});

test('a ledger that somebody changed is told, not read as something else', () => {
  const desk = payDesk();
  approve(desk);
  act(desk, `file.getSheetByName('${LEDGER}').getRange('B1').setValue('z1.0:spoilt')`);
  expect(String(pay(fresh(desk), 'Анна', 'итог'))).toContain('Служебный лист с утверждёнными месяцами («_b24_ledger») повреждён');
  const moved = payDesk();
  approve(moved);
  act(moved, `file.getSheetByName('${LEDGER}').insertRowBefore(1)`);
  expect(String(pay(fresh(moved), 'Анна', 'итог'))).toContain('повреждён');
  expect(refused(moved)).toContain('повреждён');
});

test('killed at any call a month is approved or not; approving again ends with it approved once, and formulas know', () => {
  const counted = payDesk();
  let calls = 0;
  const counts = (call: string): boolean => !call.startsWith('Utilities.');
  const alive: Kill = {
    at: 'call',
    nth: 1000000,
    unflushed: 'kept',
    counts: (call) => {
      if (counts(call)) calls++;
      return counts(call);
    },
  };
  counted.runtime.run('approveMonth', ['2025-04'], { as: 'sidebar', kill: alive });
  const kill = fc.record({
    at: fc.constant('call' as const),
    nth: fc.integer({ min: Math.max(1, calls - 60), max: calls }),
    unflushed: fc.constantFrom('kept' as const, 'lost' as const),
    counts: fc.constant(counts),
  });
  fc.assert(
    fc.property(kill, (death) => {
      const desk = payDesk();
      expect(sentence(() => desk.runtime.run('approveMonth', ['2025-04'], { as: 'sidebar', kill: death }))).toContain(
        'Exceeded maximum execution time',
      );
      const seen = fresh(desk);
      const approved = pay(seen, 'Анна', 'статус') === 'утверждено';
      expect([approved ? 'утверждено' : 'проверить: нет плана', 25000]).toEqual([pay(seen, 'Анна', 'статус'), pay(seen, 'Анна', 'база')]);
      const again = sentence(() => approve(desk, '2025-04'));
      expect(again).toMatch(approved ? /уже утверждён/ : /no error/);
      expect([heads(desk), pay(desk, 'Анна', 'статус')]).toEqual([['m2025-04 1'], 'утверждено']);
    }),
    { ...FUZZ, numRuns: process.env['SOAK'] ? 200 : 12 },
  );
});

test('a month approved for another portal is none of this one, and its place is not taken', () => {
  const desk = payDesk();
  approve(desk);
  const cell = String(act(desk, `return file.getSheetByName('${LEDGER}').getRange('B1').getValue()`));
  const [mark = '', packed = ''] = cell.split(':');
  const text = gunzipSync(Buffer.from(packed, 'base64')).toString('utf8');
  const foreign = gzipSync(text.replace(/"portal":"[^"]*"/, '"portal":"other.bitrix24.ru"')).toString('base64');
  act(desk, `file.getSheetByName('${LEDGER}').getRange('B1').setValue('${mark}:${foreign}')`);
  expect([pay(fresh(desk), 'Анна', 'статус'), approve(desk)]).toEqual([
    'проверить: нет плана',
    expect.stringContaining('Утверждён апрель 2025'),
  ]);
  expect(heads(desk)).toEqual(['m2025-04 1', 'm2025-04 1']);
  expect(pay(fresh(desk), 'Анна', 'статус')).toBe('утверждено');
});
