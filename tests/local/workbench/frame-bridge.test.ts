// google.script.run in a frame of the page.
import { framedHtml } from '../../../local/workbench/frame-bridge';
import { frame } from './frame';

test('a call is posted and its answer reaches the success handler with the user object', () => {
  const { posted, run, answer } = frame();
  run(
    'google.script.run.withSuccessHandler(function (value, user) { window.got = [value, user]; }).withUserObject(7).sidebarState({ a: [1, null] })',
  );
  expect(posted).toEqual([{ type: 'run', id: 1, functionName: 'sidebarState', args: [{ a: [1, null] }] }]);
  answer({ id: 1, value: { ok: true } });
  expect(run('JSON.stringify(window.got)')).toBe('[{"ok":true},7]');
});

test('a failure reaches the failure handler as an Error with the sentence', () => {
  const { run, answer } = frame();
  run(
    'google.script.run.withFailureHandler(function (error) { window.got = error instanceof Error && error.name + ": " + error.message; }).refresh()',
  );
  answer({ id: 1, error: 'Вебхук не подошёл.' });
  expect(run('window.got')).toBe('ScriptError: Вебхук не подошёл.');
});

test.each([
  ['new Date(0)', 'Failed due to illegal value in property: 0'],
  ['{ f: function () {} }', 'Failed due to illegal value in property: f'],
  ['new Map()', 'Failed due to illegal value in property: 0'],
  ['(function () { var a = {}; a.a = a; return a; })()', 'Failed due to circular reference.'],
])('%s is refused as Google refuses it', (value, message) => {
  const { run } = frame();
  expect(() => run(`google.script.run.f(${value})`)).toThrow(message);
});

test('the bridge stands before the first script of the HTML', () => {
  expect(framedHtml('<!DOCTYPE html><html><head lang="ru"><script>a</script></head></html>')).toMatch(
    /^<!DOCTYPE html><html><head lang="ru"><script>\(function[\s\S]*<\/script><script>a<\/script><\/head>/,
  );
  expect(framedHtml('<p>x</p>')).toMatch(/^<!doctype html><script>[\s\S]*<\/script><p>x<\/p>$/);
});
