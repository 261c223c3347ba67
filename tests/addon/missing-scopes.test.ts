// Each permission that the webhook lacks is told with what does not work without it, in the person's language. On the built bundle.
import type { PanelState } from '../../src/addon/server-api';
import golden from '../golden/kpi-example/kpi-example.json';
import { open } from './loaded-desk';

const desk = (scopes: readonly string[], lang: 'ru' | 'en' = 'ru') => open({ data: { ...golden.inputs, portal: { scopes } }, lang });
const missing = (one: ReturnType<typeof open>): readonly string[] => (one.call('sidebarState') as PanelState).missingScopes;

test('with every permission nothing is told', () => {
  const full = desk(['crm', 'user_basic', 'department', 'im']);
  full.connect();
  full.call('saveSettings', { chatNotices: true });
  expect(missing(full)).toEqual([]);
});

test('without department nothing by department works; without im only who wants notices by chat misses them', () => {
  const one = desk(['crm', 'user_basic']);
  expect(one.connect()).toMatchObject({ missingScopes: [expect.stringMatching(/department.*отделы не загрузятся.*Добавьте право/)] });
  one.refresh();
  one.call('saveSettings', { chatNotices: true });
  expect(missing(one)).toEqual([expect.stringContaining('department'), expect.stringMatching(/im.*не придут в чат/)]);
});

test('in English too', () => {
  expect(desk(['crm', 'user'], 'en').connect()).toMatchObject({
    missingScopes: [expect.stringContaining('plans and reports by department')],
  });
});
