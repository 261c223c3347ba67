// B24_COMPARE over the worked example: whether a number differs, from another period, other people or the time before an action.
import { againstWords } from '../../src/functions/arguments/against';
import { choiceWords } from '../../src/functions/arguments/choice';
import { functionTexts } from '../../src/functions/help/texts';
import { METRIC_IDS, metricOf } from '../../src/metrics/catalogue';
import { yearBefore } from '../../src/metrics/comparison';
import { shareCounts } from '../../src/metrics/share-counts';
import { isoDay } from '../../src/period';
import { newcombe, ratio } from '../../src/stats';
import { cohort, golden, goldenFacts, goldenNorms, may, rangeOf } from '../golden-kpi';
import { percent } from '../rounded';
import { askTable, complaintOf, type Desk } from './golden-desk';

const { expected } = golden;

describe('B24_COMPARE', () => {
  const compare = (metric: unknown, against: unknown, who: unknown = '', desk: Desk = {}) =>
    askTable('B24_COMPARE', ['2025-05', who, '', metric, against], desk);

  test('a sum beside the previous month: difference, its part, and the verdict', () => {
    expect(compare('', '')).toEqual([
      ['Кто', 'Сумма продаж', '01.04.2025–30.04.2025', 'Разница', 'Разница, %', 'От', 'До', 'Вывод'],
      ['все', 610000, 25000, 585000, 585000 / 25000, '', '', 'выше'],
    ]);
    expect(compare('Проиграно', 'Вера', 'Борис')[1]).toEqual(['Борис Б.', 2, 2, 0, 0, '', '', 'без разницы']);
  });

  test.each([
    ['прошлый период', '01.04.2025–30.04.2025'],
    // Ten working days of May had passed; without transferred days the tenth of April is the fourteenth.
    ['прошлый период на дату', '01.04.2025–14.04.2025'],
    ['год назад', '01.05.2024–31.05.2024'],
    ['2025-03', '01.03.2025–31.03.2025'],
    ['прошлый квартал', '01.01.2025–31.03.2025'],
    [2024, '01.01.2024–31.12.2024'],
    ['previous', '01.04.2025–30.04.2025'],
    ['остальные', 'остальные'],
    ['Борис', 'Борис'],
    [12, '12'],
    ['все', 'все'],
  ])('against %p it says %p', (against, name) => {
    expect(compare('', against, 'Анна')[0]?.[2]).toBe(name);
  });

  test('a share by count has Newcombe’s interval, as the worked example counts it', () => {
    const [, line = []] = compare('Доля побед', 'остальные', 'Борис');
    const [own, all] = [expected.byManager['12'], expected.company];
    const [k1, n1] = [own.wonCount, own.wonCount + own.lostCount];
    const [k2, n2] = [all.wonCount - k1, all.wonCount + all.lostCount - n1];
    const interval = newcombe(k1, n1, k2, n2);
    expect(line).toEqual([
      'Борис Б.',
      k1 / n1,
      k2 / n2,
      interval?.value,
      k1 / n1 / (k2 / n2) - 1,
      interval?.low,
      interval?.high,
      'без разницы',
    ]);
    expect(percent(Number(line[1]))).toBe(own.winRateCount);
  });

  test('with fewer records than the norm asks for there is no verdict, but the interval stands', () => {
    const [, line = []] = compare('Доля побед', 'остальные', 'Борис', { inputs: { norms: { ...goldenNorms, minCoaching: 7 } } });
    expect([typeof line[5], line[7]]).toEqual(['number', 'мало данных']);
  });

  test('a share that differs for certain is higher or lower', () => {
    const facts = goldenFacts();
    const count = 160;
    const made = {
      ...facts,
      deals: {
        count,
        id: Float64Array.from({ length: count }, (_, row) => row + 1),
        pipeline: new Int32Array(count),
        stage: new Int32Array(count).fill(-1),
        // Anna wins 8 of 20 that closed, Boris 60 of 80: the large sample of the definitions.
        state: Int32Array.from({ length: count }, (_, row) => (row < 8 || (row >= 20 && row < 80) ? 1 : row < 100 ? 2 : 0)),
        manager: Int32Array.from({ length: count }, (_, row) => (row < 20 ? 1 : 2)),
        createdDay: new Int32Array(count).fill(may.period.start),
        closeDay: Int32Array.from({ length: count }, (_, row) => (row < 100 ? may.period.start : -1)),
        amount: new Float64Array(count),
        flags: new Int32Array(count),
      },
    };
    const rows = askTable('B24_COMPARE', ['2025-05', [['Анна'], ['Борис']], '', 'Доля побед', 'остальные'], { facts: made }).slice(1);
    expect(rows.map((row) => [percent(Number(row[3])), percent(Number(row[5])), percent(Number(row[6])), row[7]])).toEqual([
      [-35, -54.89, -11.22, 'ниже'],
      [35, 11.22, 54.89, 'выше'],
    ]);
  });

  test('a column of names: a line for each cell, blank for blank, its sentence for an unknown name', () => {
    const rows = compare('Средний чек', 'все', [['Анна'], [''], ['Никто'], ['Вера']]).slice(1);
    expect(rows.map((row) => [row[0], row[1]])).toEqual([
      ['Анна', 190000 / 3],
      ['', ''],
      ['Никто', 'Аргумент «кто»: нет сотрудника или отдела «Никто». Напишите имя, часть имени, e-mail, id, название отдела или "все".'],
      ['Вера', 70000],
    ]);
    expect(rows.every((row) => row.length === 8)).toBe(true);
  });

  test.each(METRIC_IDS)('%s: one person of a column is told the same as alone', (id) => {
    const alone = ['Анна', 'Борис', 'Вера'].map((name) => compare(id, '2025-04', name)[1]?.slice(1));
    expect(
      compare(id, '2025-04', [['Анна'], ['Борис'], ['Вера']])
        .slice(1)
        .map((row) => row.slice(1)),
    ).toEqual(alone);
  });

  test.each(METRIC_IDS)('%s: the others are everybody else, counted by themselves', (id) => {
    const names = ['Анна А.', 'Борис Б.', 'Вера В.', 'Без менеджера'];
    const shown = compare(id, 'остальные', [['Анна'], ['Борис'], ['Вера']]).slice(1);
    const alone = names.slice(0, 3).map((name) => compare(id, '', names.filter((other) => other !== name).join('; '))[1]?.[1]);
    expect(shown.map((row) => row[2])).toEqual(alone);
  });

  test('nothing to compare with is blank and no verdict', () => {
    expect(compare('Доля побед', '2023')[1]).toEqual(['все', 7 / 11, '', '', '', '', '', 'мало данных']);
    expect(askTable('B24_COMPARE', ['2025-06', '', '', '', 'прошлый период на дату'])[0]?.[2]).toBe('—');
  });

  test('what is open now has no past to compare with, but people to compare', () => {
    for (const metric of ['openCount', 'openSum', 'salesVelocity'])
      expect(compare(metric, '')[1]?.slice(2)).toEqual(['', '', '', '', '', 'мало данных']);
    expect(compare('Сумма открытых', 'Борис', 'Анна')[1]).toEqual(['Анна А.', 295000, 150000, 145000, 145000 / 150000, '', '', 'выше']);
  });

  describe('before an action', () => {
    const day = (iso: string) => rangeOf([iso, iso]).start;
    const action = (iso: string, managerId: number | null, measure: string) => ({
      day: day(iso),
      managerId,
      stageId: '',
      measure,
      responsible: '',
    });
    const actions = [
      action('2025-05-05', 12, 'Скрипт'),
      action('2025-04-20', null, 'Прошлый месяц'),
      action('2025-05-10', null, 'Тренинг'),
      action('2025-05-25', null, 'Ещё не было'),
    ];
    const asked = (who: unknown, metric = 'Сумма продаж', desk: Desk = {}) =>
      compare(metric, 'до меры', who, { inputs: { actions }, ...desk });
    const end = isoDay(goldenFacts().labels.asOfDay);
    const spans = (start: string): [string, string] => {
      const [first, last] = [day(start), day(end)];
      return [`${start}..${end}`, `${isoDay(2 * first - last - 1)}..${isoDay(first - 1)}`];
    };
    const alone = (who: unknown, metric: string, start: string) => {
      const [since, before] = spans(start);
      return (askTable('B24_COMPARE', [since, who, '', metric, before])[1] ?? []).slice(1);
    };

    test.each(['Сумма продаж', 'Доля побед', 'Средний чек', 'Сумма открытых'])(
      '%s: each action of the period that has come, the latest first, from its day to now beside as many days before',
      (metric) => {
        const open = (line: unknown[]) => (metric === 'Сумма открытых' ? [line[0], '', '', '', '', '', 'мало данных'] : line);
        expect(asked('Борис', metric)).toEqual([
          ['Мера', expect.any(String), 'до меры', 'Разница', 'Разница, %', 'От', 'До', 'Вывод'],
          ['10.05.2025 Тренинг', ...open(alone('Борис', metric, '2025-05-10'))],
          ['05.05.2025 Скрипт', ...open(alone('Борис', metric, '2025-05-05'))],
        ]);
      },
    );

    test('an action for everybody is measured by those asked for, one for a manager by that manager', () => {
      expect(asked('').slice(1)).toEqual([
        ['10.05.2025 Тренинг', ...alone('', 'Сумма продаж', '2025-05-10')],
        ['05.05.2025 Скрипт (Борис Б.)', ...alone('Борис', 'Сумма продаж', '2025-05-05')],
      ]);
      expect(asked('Анна').slice(1)).toEqual([['10.05.2025 Тренинг', ...alone('Анна', 'Сумма продаж', '2025-05-10')]]);
    });

    test('a column of names: the latest action of each', () => {
      expect(asked([['Анна'], [''], ['Борис']]).slice(1)).toEqual([
        ['Анна', ...alone('Анна', 'Сумма продаж', '2025-05-10')],
        ['', '', '', '', '', '', '', ''],
        ['Борис', ...alone('Борис', 'Сумма продаж', '2025-05-10')],
      ]);
    });

    test('no action is a sentence; days that were not loaded are no days without sales', () => {
      expect(compare('', 'before action', 'Анна')[1]).toEqual(['Мер за период нет', '', '', '', '', '', '', '']);
      const line = asked('Борис', 'Сумма продаж', { labels: { horizonDay: day('2025-05-01') } })[2] ?? [];
      expect(line.slice(1)).toEqual([alone('Борис', 'Сумма продаж', '2025-05-05')[0], '', '', '', '', '', 'мало данных']);
    });
  });

  test('what it is compared with is understood or told: a word, a period, a name, everybody else, the horizon', () => {
    expect(complaintOf('B24_COMPARE', ['', '', '', '', 'чепуха'])).toMatch(
      /^Аргумент «с чем»: не понимаю «чепуха»\. Можно: "прошлый период"/,
    );
    expect(complaintOf('B24_COMPARE', ['', '', '', '', 'остальные'])).toMatch(/^Аргумент «с чем»: «остальные» – это все, кроме выбранных/);
    expect(askTable('B24_COMPARE', ['', [['все'], ['Анна']], '', '', 'остальные'])[1]?.[1]).toContain('«остальные»');
    const desk = { labels: { horizonDay: may.period.start } };
    for (const [against, start] of [
      ['прошлый период', '01.04.2025'],
      ['2025-03', '01.03.2025'],
    ])
      expect(complaintOf('B24_COMPARE', ['2025-05', '', '', '', against], desk)).toBe(
        `Аргумент «с чем»: «${against}» начинается ${start}, а данные загружены с 01.05.2025. Сравните с более поздним периодом или поставьте раньше «Загружать историю с» в настройках и загрузите всё заново.`,
      );
  });

  test('the year before is the same days, a whole week a whole week, a February all of it', () => {
    const yearAgo = (start: string, end: string) => {
      const { start: first, end: last } = yearBefore(rangeOf([start, end]));
      return [isoDay(first), isoDay(last)];
    };
    expect(yearAgo('2025-05-01', '2025-05-31')).toEqual(['2024-05-01', '2024-05-31']);
    expect(yearAgo('2025-02-01', '2025-02-28')).toEqual(['2024-02-01', '2024-02-29']);
    expect(yearAgo('2024-02-01', '2024-02-29')).toEqual(['2023-02-01', '2023-02-28']);
    expect(yearAgo('2025-05-12', '2025-05-18')).toEqual(['2024-05-13', '2024-05-19']);
    expect(yearAgo('2025-05-12', '2025-05-16')).toEqual(['2024-05-12', '2024-05-16']);
  });

  test('k of n is the share of the catalogue, for every share by count', () => {
    const facts = goldenFacts();
    const shares = METRIC_IDS.filter((id) => metricOf(id).unit === 'share' && !id.endsWith('Value') && !id.endsWith('Sum'));
    expect(Object.keys(shareCounts).sort()).toEqual([...shares].sort());
    for (const id of shares) {
      for (const asked of [may, cohort]) {
        const [counts = [0, 0]] = shareCounts[id]?.of(facts, asked, null) ?? [];
        expect([id, ratio(...counts)]).toEqual([id, metricOf(id).compute(facts, asked)]);
      }
    }
  });
});

test('the help names every word that people may choose', () => {
  for (const lang of ['ru', 'en'] as const) {
    for (const word of choiceWords(againstWords, lang)) expect(functionTexts.B24_COMPARE.params.against?.[lang]).toContain(`"${word}"`);
  }
});
