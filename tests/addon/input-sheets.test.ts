// Sheets that people type into: made on request, read at once, never written over. On the built bundle.
import { INPUT_SHEETS } from '../../src/inputs/sheet';
import { inputSheet } from '../../src/inputs/sheets';
import { act, connected, loadedDesk, sheetNames, won107 } from './loaded-desk';
import { at, checks, columns, companyPlan, plans, typePlan, withSheets } from './plans-desk';
import { shownRows, stampOf, typedInputs } from './typed-inputs';

const tabs = (lang: 'ru' | 'en'): string[] => INPUT_SHEETS.map((id) => inputSheet(id).name[lang]);
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
  expect(desk.runtime.run('refresh', [], { as: 'sidebar', user: 'second@example.com' })).toMatchObject({ done: true, generation: 3 });
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
