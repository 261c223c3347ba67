// Every report sheet and the diary on the worked example, with plans, KPI sets and pay typed: what people see in each cell was reviewed. On the built bundle.
import { reportSheetWords } from '../../src/locale/report-sheet-words';
import { REPORT_IDS } from '../../src/report/sheets';
import { reviewed, shownSheet } from './shown-sheet';
import { typedDesk } from './typed-desk';

const desk = typedDesk('the add-on');
desk.call('buildReports', { ids: REPORT_IDS, restore: false });

test.each(REPORT_IDS)('%s shows on the worked example what was reviewed', (id) => {
  const shown = shownSheet(desk, reportSheetWords[id].name.ru);
  expect(shown).toBe(reviewed('example-ru', id, shown));
});

test('the diary shows, after two mornings, what was reviewed', () => {
  const kept = typedDesk('the add-on');
  kept.call('buildReports', { ids: ['diary'], restore: false });
  for (const morning of ['2025-05-21T06:00:00+03:00', '2025-05-22T06:00:00+03:00']) {
    kept.clock.advance(Date.parse(morning) - kept.clock.now());
    kept.refresh();
  }
  const shown = shownSheet(kept, 'Дневник');
  expect(shown).toBe(reviewed('example-ru', 'diary', shown));
});
