// Ui and HtmlService: apps-script reference 2.2, 6, 7.
import { manualClock } from '../../../local/clock';
import { failure, script, start, thrown, value } from './script';

it('a menu is a tree; a menu of the same name replaces the one shown [6 menus]', () => {
  const code = `function onOpen() { const ui = SpreadsheetApp.getUi(); ui.createMenu('KPI').addItem('Старое', 'old').addToUi();
    ui.createMenu('KPI').addItem('Обновить', 'refresh').addSeparator().addSubMenu(ui.createMenu('Отчёты').addItem('Воронка', 'funnel')).addToUi(); ui.createAddonMenu().addItem('x', 'y').addToUi(); }`;
  const runtime = script(code, { addonName: 'Битрикс24 KPI' });
  runtime.open();
  expect(runtime.menus()).toEqual([
    {
      label: 'KPI',
      place: 'bar',
      entries: [
        { kind: 'item', label: 'Обновить', functionName: 'refresh' },
        { kind: 'separator' },
        { kind: 'menu', label: 'Отчёты', entries: [{ kind: 'item', label: 'Воронка', functionName: 'funnel' }] },
      ],
    },
    { label: 'Битрикс24 KPI', place: 'extensions', entries: [{ kind: 'item', label: 'x', functionName: 'y' }] },
  ]);
});

it('alerts and prompts wait for the person’s answer [7 dialogs]', () => {
  const code = `function f() { const ui = SpreadsheetApp.getUi(); const a = ui.alert('Удалить?', 'Точно?', ui.ButtonSet.YES_NO); const p = ui.prompt('Имя');
    return [a === ui.Button.NO, String(p.getSelectedButton()), p.getResponseText()]; }`;
  const runtime = script(code, { answer: ({ kind }) => (kind === 'alert' ? { button: 'NO' } : { button: 'OK', text: 'Анна' }) });
  expect(runtime.run('f')).toEqual([true, 'OK', 'Анна']);
  expect(runtime.uiEvents).toEqual([
    { kind: 'alert', title: 'Удалить?', message: 'Точно?', buttons: 'YES_NO', answer: 'NO' },
    { kind: 'prompt', title: '', message: 'Имя', buttons: 'OK', answer: 'OK', text: 'Анна' },
  ]);
});

it('sidebars and dialogs carry their html, title and size [7 dialogs]', () => {
  const code = `function f() { const ui = SpreadsheetApp.getUi(); ui.showSidebar(HtmlService.createHtmlOutputFromFile('ui/panel').setTitle('Панель'));
    ui.showModalDialog(HtmlService.createHtmlOutput('<p>1</p>').setWidth(400).setHeight(200), 'Окно'); }`;
  const runtime = script(code, { html: { 'ui/panel': '<b>x</b>' } });
  runtime.run('f');
  expect(runtime.uiEvents).toEqual([
    { kind: 'sidebar', title: 'Панель', html: '<b>x</b>' },
    { kind: 'dialog', title: 'Окно', html: '<p>1</p>', width: 400, height: 200, modal: true },
  ]);
});

it('a missing html file is named, case and folder count [2.2 html-file]', () => {
  expect([
    thrown("HtmlService.createTemplateFromFile('panel')", { html: { 'ui/panel': '' } }),
    thrown("HtmlService.createHtmlOutputFromFile('toString')"),
  ]).toEqual(['Exception: No HTML file named panel was found.', 'Exception: No HTML file named toString was found.']);
  expect(thrown("HtmlService.createHtmlOutputFromFile('Sidebar')", { html: { sidebar: '' } })).toBe(
    'Exception: No HTML file named Sidebar was found.',
  );
});

it('templates print escaped and raw values and run code of the script [7 templates]', () => {
  const code = `function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
    function f() { const t = HtmlService.createTemplateFromFile('page'); t.rows = ['<1>', '2']; return t.evaluate().getContent(); }`;
  const html = {
    page: "<ul><? for (var row of rows) { ?><li><?= row ?></li><? } ?></ul><?!= include('style'); ?>",
    style: '<style></style>',
  };
  expect(script(code, { html }).run('f')).toBe('<ul><li>&#60;1&#62;</li><li>2</li></ul><style></style>');
});

it('only the first statement of a print scriptlet prints [7 templates]', () => {
  expect(value('HtmlService.createTemplate(\'<?= 1; 2 ?>|<?!= "<b>"; "<i>" ?>\').evaluate().getContent()')).toBe('1|<b>');
});

it('scriptlets run once per evaluation, on the server, with escaped attributes [7 templates]', () => {
  const code = `var runs = 0; function next() { return ++runs; }
    function f() { const t = HtmlService.createTemplate('<a title="<?= name ?>"><?= next() ?></a>'); t.name = '"x" & <y>'; const page = t.evaluate(); return [page.getContent(), page.getContent(), runs]; }`;
  const html = '<a title="&#34;x&#34; &#38; &#60;y&#62;">1</a>';
  expect(script(code).run('f')).toEqual([html, html, 1]);
});

it('getCode shows raw text as output._ and escaped text as output._$ [7 templates]', () => {
  expect(value("HtmlService.createTemplate('a<?= b ?><? if (c) { ?>d<? } ?>').getCode()")).toBe(
    'output._ = "a";\noutput._$ =  b ;\n if (c) { \noutput._ = "d";\n } ',
  );
});

it('escaping inside a script, which Google does by other rules, is refused rather than done wrongly [7 templates]', () => {
  expect(thrown("HtmlService.createTemplate('<script>var a = <?= 1 ?>;</script>').evaluate()")).toMatch(
    /^Exception: .*not implemented in the local runtime/,
  );
  expect(value("HtmlService.createTemplate('<script>1</script><?= 1 ?><script>var a = <?!= 2 ?>;</script>').evaluate().getContent()")).toBe(
    '<script>1</script>1<script>var a = 2;</script>',
  );
});

it('an output is built up by chained setters [7 output]', () => {
  expect(
    value(
      "(() => { const o = HtmlService.createHtmlOutput('<p>').append('a<').appendUntrusted('<b>').setTitle('T').setWidth(300).setHeight(200).setSandboxMode(HtmlService.SandboxMode.IFRAME); return [o.getContent(), o.getTitle(), o.getWidth(), o.getHeight(), o.clear().setContent('x').getContent()]; })()",
    ),
  ).toEqual(['<p>a<&#60;b&#62;', 'T', 300, 200, 'x']);
});

it('time in an alert counts towards the six minutes, by switch it does not [7 alert-time]', () => {
  const run = (alertTimeCounts: boolean) => {
    const clock = manualClock(start);
    const runtime = script("function f() { SpreadsheetApp.getUi().alert('?'); CacheService.getUserCache().get('a'); return 'done'; }", {
      clock,
      switches: { alertTimeCounts },
      answer: () => ({ button: 'OK', afterMs: 400_000 }),
    });
    return [failure(() => runtime.run('f')), clock.now() - start >= 400_000];
  };
  expect([run(true), run(false)]).toEqual([
    ['Exception: Exceeded maximum execution time', true],
    ['no error', true],
  ]);
});

it('createAddonMenu of a bound script shows a menu, by switch nothing [6 addon-menu]', () => {
  const menus = (home: 'bound' | 'addon', boundScriptHasAddonMenu: boolean) => {
    const runtime = script("function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi(); }", {
      home,
      switches: { boundScriptHasAddonMenu },
    });
    runtime.open();
    return [runtime.menus().length, runtime.failures];
  };
  expect([menus('bound', true), menus('bound', false), menus('addon', false)]).toEqual([
    [1, []],
    [0, []],
    [1, []],
  ]);
});

it('wrong arguments are signature errors', () => {
  expect(thrown("SpreadsheetApp.getUi().alert('a', 'b')")).toBe(
    "Exception: The parameters (String,String) don't match the method signature for Ui.alert.",
  );
  expect(thrown("SpreadsheetApp.getUi().showSidebar('<b>')")).toBe(
    "Exception: The parameters (String) don't match the method signature for Ui.showSidebar.",
  );
});
