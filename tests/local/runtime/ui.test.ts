// Ui and HtmlService: apps-script reference 2.2, 6, 7.
import { script, thrown } from './script';

it('a menu is a tree; a menu of the same name replaces the one shown', () => {
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

it('alerts and prompts wait for the person’s answer', () => {
  const code = `function f() { const ui = SpreadsheetApp.getUi(); const a = ui.alert('Удалить?', 'Точно?', ui.ButtonSet.YES_NO); const p = ui.prompt('Имя');
    return [a === ui.Button.NO, String(p.getSelectedButton()), p.getResponseText()]; }`;
  const runtime = script(code, { answer: ({ kind }) => (kind === 'alert' ? { button: 'NO' } : { button: 'OK', text: 'Анна' }) });
  expect(runtime.run('f')).toEqual([true, 'OK', 'Анна']);
  expect(runtime.uiEvents).toEqual([
    { kind: 'alert', title: 'Удалить?', message: 'Точно?', buttons: 'YES_NO', answer: 'NO' },
    { kind: 'prompt', title: '', message: 'Имя', buttons: 'OK', answer: 'OK', text: 'Анна' },
  ]);
});

it('sidebars and dialogs carry their html', () => {
  const code = `function f() { const ui = SpreadsheetApp.getUi(); ui.showSidebar(HtmlService.createHtmlOutputFromFile('ui/panel').setTitle('Панель'));
    ui.showModalDialog(HtmlService.createHtmlOutput('<p>1</p>').setWidth(400).setHeight(200), 'Окно'); }`;
  const runtime = script(code, { html: { 'ui/panel': '<b>x</b>' } });
  runtime.run('f');
  expect(runtime.uiEvents).toEqual([
    { kind: 'sidebar', title: 'Панель', html: '<b>x</b>' },
    { kind: 'dialog', title: 'Окно', html: '<p>1</p>', width: 400, height: 200, modal: true },
  ]);
});

it('a missing html file is named (2.2), case counts', () => {
  expect(thrown("HtmlService.createHtmlOutputFromFile('Sidebar')", { html: { sidebar: '' } })).toBe(
    'Exception: No HTML file named Sidebar was found.',
  );
});

it('templates print escaped and raw values and run code of the script', () => {
  const code = `function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
    function f() { const t = HtmlService.createTemplateFromFile('page'); t.rows = ['<1>', '2']; return t.evaluate().getContent(); }`;
  const html = {
    page: "<ul><? for (var row of rows) { ?><li><?= row ?></li><? } ?></ul><?!= include('style'); ?>",
    style: '<style></style>',
  };
  expect(script(code, { html }).run('f')).toBe('<ul><li>&#60;1&#62;</li><li>2</li></ul><style></style>');
});

it('wrong arguments are signature errors', () => {
  expect(thrown("SpreadsheetApp.getUi().alert('a', 'b')")).toBe(
    "Exception: The parameters (String,String) don't match the method signature for Ui.alert.",
  );
  expect(thrown("SpreadsheetApp.getUi().showSidebar('<b>')")).toBe(
    "Exception: The parameters (String) don't match the method signature for Ui.showSidebar.",
  );
});
