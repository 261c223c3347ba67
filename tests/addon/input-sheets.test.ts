// Sheets that people type into: made on request, read at once, never written over; whatever happens to a run, formulas stand on what was typed before or on
// what is typed now. On the built bundle.
import fc from 'fast-check';
import type { InterleavedRun } from '../../local/runtime/contract';
import type { Kill } from '../../local/runtime/kill';
import { INPUT_SHEETS } from '../../src/inputs/sheet';
import { inputSheet } from '../../src/inputs/sheets';
import { settingKey, wordName } from '../../src/inputs/words';
import { FUZZ } from '../fuzz';
import golden from '../golden/kpi-example/kpi-example.json';
import { builtWorker } from '../local/built-worker';
import { act, connected, type Desk, fresh, loadedDesk, sheetNames, won107 } from './loaded-desk';
import { shownRows, stampOf, typedInputs } from './typed-inputs';

const tabs = (lang: 'ru' | 'en'): string[] => INPUT_SHEETS.map((id) => inputSheet(id).name[lang]);
const columns = inputSheet('plans').columns.map(({ name }) => name.ru);
/** Column letter of a header of «Планы». */
const at = (header: string): string => String.fromCharCode(65 + columns.indexOf(header));

let made: Desk | null = null;
/** A desk with the input sheets, its «Планы» with nothing but the header. */
function withSheets(options: Parameters<typeof fresh>[1] = {}): Desk {
  if (!made) {
    made = loadedDesk();
    made.call('createInputSheets');
    act(made, "const s = file.getSheetByName('Планы'); s.getRange(2, 1, s.getMaxRows() - 1, s.getMaxColumns()).setValue('')");
  }
  return fresh(made, options);
}

/** A person types a plan cell by cell, as far as given. */
function typePlan(desk: Desk, row: number, plan: Readonly<Record<string, string>>): void {
  for (const [header, text] of Object.entries(plan)) desk.runtime.edit('Планы', `${at(header)}${row}`, text);
}
const companyPlan = (period: string, target: string) => ({ Период: period, Область: 'Компания', Показатель: 'Выручка', План: target });

/** Plans that formulas would count with: [target, scope, id]. */
const plans = (desk: Desk): unknown[] => (typedInputs(desk)?.inputs.plans ?? []).map(({ target, scope, id }) => [target, scope, id]);
const checks = (desk: Desk, name = 'Планы'): string[] => {
  const [head = [], ...rows] = shownRows(desk, name);
  return rows.map((row) => row[head.findIndex((header) => header === 'Проверка' || header === 'Check')] ?? '');
};

describe('input sheets on request', () => {
  test.each(['ru', 'en'] as const)('%s: all that are missing, behind the others, with headers, notes, drop-downs and formats', (lang) => {
    const desk = loadedDesk({ lang });
    const before = sheetNames(desk);
    desk.call('createInputSheets');
    const made = tabs(lang);
    expect(sheetNames(desk).filter((name) => !before.includes(name) && !name.startsWith('_b24'))).toEqual(made);
    expect(desk.runtime.failures).toEqual([]);
    for (const id of INPUT_SHEETS) {
      const spec = inputSheet(id);
      const name = spec.name[lang];
      const looks = act(
        desk,
        `const s = file.getSheetByName('${name}'); const n = ${spec.columns.length};
         return [s.getFrozenRows(), s.getMaxColumns(), s.getRange(1, 1, 1, n + 1).getValues()[0], s.getRange(1, 1, 1, n).getNotes()[0],
           s.getRange(2, 1, 1, n + 1).getNumberFormats()[0], s.getRange(2, 1, 1, n).getDataValidations()[0].map((rule) => rule && rule.getAllowInvalid())]`,
      ) as [number, number, string[], string[], string[], (boolean | null)[]];
      const [frozen, width, headers, notes, formats, refuses] = looks;
      expect([frozen, width]).toEqual([1, spec.columns.length + 1]);
      expect(headers).toEqual([...spec.columns.map((column) => column.name[lang]), lang === 'ru' ? 'Проверка' : 'Check']);
      expect(notes).toEqual(spec.columns.map((column) => column.note[lang]));
      spec.columns.forEach((column, index) => {
        if (column.kind === 'text') expect(formats[index]).toBe('@');
      });
      // A drop-down warns and refuses nothing.
      expect(refuses.every((allowed) => allowed !== false)).toBe(true);
      expect(checks(desk, name).filter((text) => text !== '')).toEqual([]);
    }
  });

  test('drop-downs hold the names of the portal, and learn new ones when asked again', () => {
    const desk = withSheets();
    const offered = (): unknown =>
      act(desk, `return file.getSheetByName('Планы').getRange('${at('Кто')}2').getDataValidation().getCriteriaValues()[0]`);
    expect(offered()).toEqual(expect.arrayContaining(['Анна А.']));
    desk.portal.mutate({ users: [{ ID: '77', ACTIVE: true, NAME: 'Новый', LAST_NAME: 'Человек', UF_DEPARTMENT: [3] }] } as never);
    desk.refresh();
    expect(desk.call('createInputSheets')).toContain('уже есть');
    expect(offered()).toEqual(expect.arrayContaining(['Новый Человек']));
  });

  test('asked twice, what people typed stays as it is', () => {
    const desk = withSheets();
    typePlan(desk, 2, companyPlan('2025-05', '1000'));
    act(
      desk,
      "const s = file.getSheetByName('Планы'); s.insertColumnsAfter(s.getMaxColumns(), 1); s.getRange(1, s.getMaxColumns(), 2, 1).setValues([['Моё'], ['заметка']])",
    );
    const before = [shownRows(desk, 'Планы'), sheetNames(desk), stampOf(desk)];
    desk.call('createInputSheets');
    expect([shownRows(desk, 'Планы'), sheetNames(desk), stampOf(desk)]).toEqual(before);
  });

  test('before the first load they are made too; what is typed counts from the first load on, and nothing fails', () => {
    const desk = connected();
    desk.call('createInputSheets');
    act(desk, "const s = file.getSheetByName('Планы'); s.getRange(2, 1, s.getMaxRows() - 1, s.getMaxColumns()).setValue('')");
    typePlan(desk, 2, { ...companyPlan('2025-05', '1000'), Область: 'Менеджер', Кто: 'Анна А.' });
    expect([desk.runtime.failures, checks(desk).filter((text) => text !== '')]).toEqual([[], []]);
    expect(sheetNames(desk)).not.toContain('_b24_inputs');
    desk.refresh();
    expect(plans(desk)).toEqual([[1000, 'manager', 11]]);
  });
});

describe('a typed plan', () => {
  test('counts without a refresh: the stamp says so', () => {
    const desk = withSheets();
    const before = stampOf(desk);
    typePlan(desk, 2, companyPlan('2025-05', '1 200 000,50'));
    const after = stampOf(desk);
    expect([after.generation, after.version > before.version]).toEqual([before.generation, true]);
    expect(plans(desk)).toEqual([[1200000.5, 'company', null]]);
    expect([checks(desk), desk.runtime.failures]).toEqual([[''], []]);
  });

  test('of a month stays the text that was typed, and a date cell is its month', () => {
    const desk = withSheets();
    typePlan(desk, 2, companyPlan('2025-05', '1000'));
    expect(shownRows(desk, 'Планы')[1]?.[columns.indexOf('Период')]).toBe('2025-05');
    act(desk, `file.getSheetByName('Планы').getRange('${at('Период')}3').setNumberFormat('dd.MM.yyyy')`);
    typePlan(desk, 3, companyPlan('01.06.2025', '2000'));
    const periods = typedInputs(desk)?.inputs.plans.map(({ period }) => period.end - period.start + 1);
    expect(periods).toEqual([31, 30]);
  });

  test('with a mistake leaves its row out and nothing else, and its row says why until it is mended', () => {
    const desk = withSheets();
    typePlan(desk, 2, companyPlan('2025-05', '1000'));
    typePlan(desk, 3, { ...companyPlan('2025-05', '300'), Область: 'Менеджер', Кто: 'Онна' });
    expect(plans(desk)).toEqual([[1000, 'company', null]]);
    const [first, second] = checks(desk);
    expect([first, second]).toEqual(['', expect.stringContaining('Онна')]);
    expect(typedInputs(desk)?.complaints).toEqual([expect.objectContaining({ sheet: 'plans', row: 3, level: 'error' })]);
    typePlan(desk, 3, { Кто: 'Анна А.' });
    expect([plans(desk), checks(desk)]).toEqual([
      [
        [1000, 'company', null],
        [300, 'manager', 11],
      ],
      ['', ''],
    ]);
  });

  test('an edit elsewhere costs one look', () => {
    const desk = withSheets();
    act(desk, "file.insertSheet('Черновик')");
    const before = [stampOf(desk), desk.runtime.stats.serviceCalls] as const;
    desk.runtime.edit('Черновик', 'A1', 'мысль');
    expect(desk.runtime.stats.serviceCalls - before[1]).toBeLessThan(15);
    expect(stampOf(desk)).toEqual(before[0]);
  });

  test('five thousand pasted rows are read within the half minute Google gives', () => {
    const desk = withSheets();
    const row = (n: number): string[] => {
      const cells = {
        Период: `${2000 + (n % 100)}-${String((Math.floor(n / 100) % 12) + 1).padStart(2, '0')}`,
        Область: 'Менеджер',
        Кто: ['Анна А.', 'Борис Б.', 'Вера В.', 'Глеб', 'Никто'][Math.floor(n / 1200)] ?? '',
        Показатель: 'Выручка',
        План: String(n),
      };
      return columns.map((header) => (cells as Record<string, string>)[header] ?? '');
    };
    const before = desk.clock.now();
    desk.runtime.paste(
      'Планы',
      'A2',
      Array.from({ length: 5000 }, (_, n) => row(n)),
    );
    expect(desk.clock.now() - before).toBeLessThan(30_000);
    expect(desk.runtime.failures).toEqual([]);
    const typed = typedInputs(desk);
    expect((typed?.inputs.plans.length ?? 0) + new Set(typed?.complaints.map((complaint) => complaint.row)).size).toBe(5000);
  }, 60_000);

  test('written by a script or an API, which nobody tells us of, counts from the next refresh on', () => {
    const desk = withSheets();
    const before = stampOf(desk);
    act(
      desk,
      `file.getSheetByName('Планы').getRange(2, 1, 1, ${columns.length}).setValues([${JSON.stringify(columns.map((header) => (companyPlan('2025-05', '777') as Record<string, string>)[header] ?? ''))}])`,
    );
    expect(stampOf(desk)).toEqual(before);
    expect(desk.refresh().text).toContain('Новых данных нет');
    expect([plans(desk), stampOf(desk).generation]).toEqual([[[777, 'company', null]], before.generation]);
    const settled = stampOf(desk);
    desk.refresh();
    expect(stampOf(desk)).toEqual(settled);
  });

  test('for a new colleague is understood once the refresh has brought the name', () => {
    const desk = withSheets();
    typePlan(desk, 2, { ...companyPlan('2025-05', '10'), Область: 'Менеджер', Кто: 'Новый Человек' });
    expect([plans(desk), checks(desk)]).toEqual([[], [expect.stringContaining('Новый Человек')]]);
    desk.portal.mutate({ users: [{ ID: '77', ACTIVE: true, NAME: 'Новый', LAST_NAME: 'Человек', UF_DEPARTMENT: [3] }] } as never);
    desk.refresh();
    expect([plans(desk), checks(desk)]).toEqual([[[10, 'manager', 77]], ['']]);
  });
});

test('a sheet that is protected from whoever refreshes keeps its answers; its plans count, and the refresh goes on', () => {
  const desk = withSheets();
  const row = columns.map((header) => (companyPlan('2025-05', '5') as Record<string, string>)[header] ?? '');
  const wrong = columns.map((header) => (companyPlan('2025-13', '5') as Record<string, string>)[header] ?? '');
  act(desk, `file.getSheetByName('Планы').getRange(2, 1, 2, ${columns.length}).setValues(${JSON.stringify([row, wrong])})`);
  act(desk, "const p = file.getSheetByName('Планы').protect(); p.removeEditors(p.getEditors())");
  desk.runtime.run('connect', [desk.webhook], { as: 'sidebar', user: 'second@example.com' });
  desk.portal.mutate(won107);
  expect(desk.runtime.run('refresh', [], { as: 'sidebar', user: 'second@example.com' })).toMatchObject({ done: true, generation: 2 });
  expect([plans(desk), checks(desk)]).toEqual([[[5, 'company', null]], ['', '']]);
  desk.refresh();
  expect(checks(desk)).toEqual(['', expect.stringContaining('2025-13')]);
});

describe('whose sheet it is', () => {
  const header = ['Период', 'Область', 'Кто', 'Показатель', 'План'];

  test.each([
    ['Планы', header, ['2025-05', 'Компания', '', 'Выручка', '500']],
    ['Plans', ['Plan', 'Period', 'Scope', 'Metric'], ['500', '2025-05', 'company', 'Revenue']],
  ])('a tab «%s» that a person made is understood, columns in any order and language', (name, titles, row) => {
    const desk = loadedDesk();
    desk.runtime.paste(name, 'A1', [titles, row, row.map((cell) => cell.replace('2025-05', '2025-13'))]);
    expect(plans(desk)).toEqual([[500, 'company', null]]);
    expect(checks(desk, name)).toEqual(['', expect.stringContaining('2025-13')]);
    desk.call('createInputSheets');
    expect(sheetNames(desk).filter((tab) => /^(Планы|Plans)/.test(tab))).toEqual([name]);
    expect(plans(desk)).toEqual([[500, 'company', null]]);
  });

  test('renamed it is still ours; duplicated the copy is the user’s', () => {
    const desk = withSheets();
    act(desk, "file.getSheets().forEach((sheet) => sheet.showSheet()); file.getSheetByName('Планы').setName('План 2025')");
    act(desk, "file.getSheetByName('План 2025').copyTo(file).setName('Копия')");
    desk.runtime.edit('Копия', `${at('Период')}2`, '2025-05');
    desk.runtime.paste('Копия', 'A2', [columns.map((name) => (companyPlan('2025-05', '1') as Record<string, string>)[name] ?? '')]);
    expect(plans(desk)).toEqual([]);
    desk.runtime.paste('План 2025', 'A2', [columns.map((name) => (companyPlan('2025-05', '2') as Record<string, string>)[name] ?? '')]);
    expect(plans(desk)).toEqual([[2, 'company', null]]);
    desk.call('createInputSheets');
    expect(sheetNames(desk)).not.toContain('Планы');
  });

  test('deleted, nothing is typed any more; the hidden sheet deleted, formulas say so until the next refresh', () => {
    const desk = withSheets();
    typePlan(desk, 2, companyPlan('2025-05', '1000'));
    act(desk, "file.deleteSheet(file.getSheetByName('_b24_inputs'))");
    desk.refresh();
    expect(plans(desk)).toEqual([[1000, 'company', null]]);
    act(desk, "file.deleteSheet(file.getSheetByName('Планы'))");
    desk.refresh();
    expect(plans(desk)).toEqual([]);
  });
});

describe('a run that dies, and people at the same moment', () => {
  const leavesTheScript = (call: string): boolean => !call.startsWith('Utilities.');
  const died = 'Exceeded maximum execution time';
  const planned = withSheets();
  typePlan(planned, 2, companyPlan('2025-05', '1000'));
  const runs = (count: number) => ({ ...FUZZ, numRuns: process.env['SOAK'] ? 200 : count });

  test('an edit whose run is killed at any call leaves the old plans or the new ones; the next edit or refresh settles it', () => {
    let calls = 0;
    const counts = (call: string): boolean => {
      if (leavesTheScript(call)) calls++;
      return false;
    };
    const counted = fresh(planned);
    counted.runtime.killNextRun({ at: 'call', nth: 1, unflushed: 'kept', counts }, 'onEdit');
    typePlan(counted, 2, { План: '2000' });
    const nth = fc.integer({ min: 1, max: calls });
    fc.assert(
      fc.property(nth, fc.constantFrom('kept' as const, 'lost' as const), fc.boolean(), (call, unflushed, refreshes) => {
        const desk = fresh(planned);
        desk.runtime.killNextRun({ at: 'call', nth: call, unflushed, counts: leavesTheScript }, 'onEdit');
        typePlan(desk, 2, { План: '2000' });
        expect([[[1000, 'company', null]], [[2000, 'company', null]]]).toContainEqual(plans(desk));
        expect(desk.runtime.failures.every(({ error }) => error.includes(died))).toBe(true);
        desk.runtime.killNextRun({ at: 'call', nth: 1e9, unflushed }, undefined);
        if (refreshes) desk.refresh();
        else typePlan(desk, 3, { Комментарий: 'и' });
        expect(plans(desk)).toEqual([[2000, 'company', null]]);
      }),
      runs(15),
    );
  });

  test('a refresh that is killed at any call while plans were written by a script leaves whole inputs and whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.constantFrom('kept' as const, 'lost' as const), (nth, unflushed) => {
        const desk = fresh(planned);
        act(desk, `file.getSheetByName('Планы').getRange('${at('План')}2').setValue(2000)`);
        desk.portal.mutate(won107);
        const kill: Kill = { at: 'call', nth, unflushed, counts: leavesTheScript };
        try {
          desk.runtime.run('refresh', [], { as: 'sidebar', kill });
        } catch (error) {
          expect(String(error)).toContain(died);
        }
        expect([[[1000, 'company', null]], [[2000, 'company', null]]]).toContainEqual(plans(desk));
        expect([7, 8]).toContain(fresh(desk).value('=B24_DEALS("2025-05";;;"выиграно";B24_DATA)'));
        desk.refresh();
        expect(plans(desk)).toEqual([[2000, 'company', null]]);
        expect(fresh(desk).value('=B24_DEALS("2025-05";;;"выиграно";B24_DATA)')).toBe(8);
      }),
      runs(12),
    );
  });

  const realmWorker = builtWorker('local/runtime/thread/realm-worker');
  const typing = (row: number, target: number, user?: string): InterleavedRun => ({
    functionName: 'actInTest',
    args: [
      `const s = file.getSheetByName('Планы'); const r = s.getRange(${row}, 1, 1, ${columns.length});
       r.setValues([${JSON.stringify(columns.map((header) => (companyPlan(row === 2 ? '2025-05' : `2025-0${row}`, String(target)) as Record<string, string>)[header] ?? ''))}]);
       SpreadsheetApp.flush(); onEdit({ range: r })`,
    ],
    as: 'menu',
    ...(user === undefined ? {} : { user }),
  });
  const dice = fc.record({ seed: fc.nat(), stay: fc.constantFrom(1, 2, 10, 100) });
  const schedule = ({ seed, stay }: { seed: number; stay: number }): ((ready: readonly number[]) => number) => {
    let state = seed;
    const chance = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    let last = 0;
    return (ready) => {
      if (!ready.includes(last) || chance() < 1 / stay) last = ready[Math.floor(chance() * ready.length)] ?? 0;
      return last;
    };
  };

  test('two people type at once: both plans count, and two different texts never share a version', () => {
    fc.assert(
      fc.property(dice, (thrown) => {
        const desk = withSheets({ runtime: { realmWorker } });
        const outcomes = desk.runtime.interleave([typing(2, 1000), typing(3, 2000, 'second@example.com')], schedule(thrown));
        expect(outcomes.filter((outcome) => 'error' in outcome)).toEqual([]);
        expect(plans(desk)).toEqual([
          [1000, 'company', null],
          [2000, 'company', null],
        ]);
      }),
      runs(5),
    );
  });

  test('one types while the other refreshes: the new numbers and the plan both stand, and the stamp never goes back', () => {
    fc.assert(
      fc.property(dice, (thrown) => {
        const desk = withSheets({ runtime: { realmWorker } });
        desk.portal.mutate(won107);
        const refreshing: InterleavedRun = { functionName: 'refresh', as: 'sidebar' };
        const outcomes = desk.runtime.interleave([refreshing, typing(2, 1000, 'second@example.com')], schedule(thrown));
        expect(outcomes.filter((outcome) => 'error' in outcome)).toEqual([]);
        expect([stampOf(desk).generation, plans(desk)]).toEqual([2, [[1000, 'company', null]]]);
      }),
      runs(5),
    );
  });
});

describe('settings that change facts', () => {
  const won = (desk: Desk): unknown => fresh(desk).value('=B24_DEALS("2025-05";;;"выиграно";B24_DATA)');

  test('the panel writes «Настройки», making it when it is missing, and the numbers follow', () => {
    const desk = loadedDesk();
    const active = act(desk, 'return file.getActiveSheet().getName()');
    desk.call('saveSettings', { closeDateSource: 'closedate', misclickSeconds: 0 });
    expect(sheetNames(desk)).toContain('Настройки');
    expect(act(desk, 'return file.getActiveSheet().getName()')).toBe(active);
    expect((desk.call('sidebarState') as { settings: unknown }).settings).toEqual({ closeDateSource: 'closedate', misclickSeconds: 0 });
    expect(stampOf(desk).generation).toBe(2);
    expect(Object.keys(desk.runtime.save().properties.document)).not.toContain('b24.settings');
    desk.call('saveSettings', { closeDateSource: 'history', misclickSeconds: 60 });
    expect((desk.call('sidebarState') as { settings: unknown }).settings).toEqual({ closeDateSource: 'history', misclickSeconds: 60 });
    expect(won(desk)).toBe(7);
  });

  test('a refused setting changes nothing', () => {
    const desk = loadedDesk();
    expect(() => desk.call('saveSettings', { closeDateSource: 'closedate', misclickSeconds: -1 })).toThrow('0…3600');
    expect(sheetNames(desk)).not.toContain('Настройки');
  });

  test('the field of loss reasons, typed into «Нормы», is asked for with all deals, and a value of its list is its text', () => {
    const field = {
      ENTITY_ID: 'CRM_DEAL',
      ID: '5',
      FIELD_NAME: 'UF_CRM_1721244482250',
      USER_TYPE_ID: 'enumeration',
      EDIT_FORM_LABEL: { ru: 'Почему' },
    };
    const list = [
      { ID: '44', VALUE: 'Дорого' },
      { ID: '45', VALUE: 'Долго' },
    ];
    const lost = golden.inputs.deals.filter((deal) => deal.stageSemanticId === 'F').map(({ id }) => id);
    const deals = golden.inputs.deals.map((deal) => ({
      ...deal,
      ufCrm_1721244482250: deal.id === lost[0] ? 44 : deal.id === lost[1] ? 45 : null,
    }));
    const desk = loadedDesk({ data: { ...golden.inputs, deals, userFields: [{ ...field, LIST: list }] } });
    const reasons = (): unknown =>
      act(fresh(desk), "return [...new Set(factsSource_().load(['losses']).losses.reason)].filter(Boolean).sort()");
    expect(reasons()).toEqual([]);
    desk.call('createInputSheets');
    const rows = shownRows(desk, 'Нормы');
    const row = rows.findIndex(([norm]) => norm === 'Поле причины отказа') + 1;
    desk.runtime.edit('Нормы', `C${row}`, 'UF_CRM_1721244482250');
    const { generation } = desk.refresh();
    expect([generation, reasons()]).toEqual([2, ['Долго', 'Дорого']]);
    expect(desk.refresh().generation).toBe(2);
    desk.portal.mutate({ userFields: [{ ...field, LIST: [{ ID: '44', VALUE: 'Цена' }, list[1]] }] } as never);
    expect([desk.refresh().generation, reasons()]).toEqual([3, ['Долго', 'Цена']]);
  });

  test('typed into the sheet they count from the next refresh on, or at once by «Пересчитать»', () => {
    const desk = withSheets();
    const rows = shownRows(desk, 'Настройки');
    const row = rows.findIndex(([name]) => settingKey(name ?? '') === 'closeDateSource') + 1;
    desk.runtime.edit('Настройки', `B${row}`, wordName('closedate', 'ru'));
    expect(stampOf(desk).generation).toBe(1);
    desk.runtime.run('menuRecalculate', [], { as: 'menu' });
    expect(stampOf(desk).generation).toBe(2);
    expect(desk.refresh().generation).toBe(2);
    desk.runtime.edit('Настройки', `B${row}`, wordName('history', 'ru'));
    expect(desk.refresh().generation).toBe(3);
  });
});
