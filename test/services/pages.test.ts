import { expect, test } from '@jest/globals';
import { script, scriptHost, thrownBy } from '../run/script-host.ts';

const FILES = {
  form: '<script>var data = "<?= name ?>";</script><b><?= name ?></b><?!= include("style") ?><? for (var i = 0; i < 2; i++) { ?><i><?= i ?></i><? } ?>',
  style: '<style>b { color: red }</style>',
};
const INCLUDE = 'function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }';

test('a template prints values escaped for their place, includes files and runs loops', async () => {
  const { host } = scriptHost(
    `${INCLUDE}
    function page() { const t = HtmlService.createTemplateFromFile('form'); t.name = '<王"芳>'; return t.evaluate().setTitle('T').getContent(); }`,
    { files: FILES },
  );
  expect(await host.run({ email: 'o', locale: 'en' }, 'page')).toMatchObject({
    value:
      '<script>var data = "\\u003c王\\u0022芳\\u003e";</script><b>&lt;王&#34;芳&gt;</b><style>b { color: red }</style><i>0</i><i>1</i>',
  });
});

test('a file that is not there is named', async () => {
  expect(await thrownBy("HtmlService.createHtmlOutputFromFile('none')")).toBe('Exception: No HTML file named none was found.');
});

test('a sidebar replaces the one before it; dialogs tell their size', async () => {
  const { session, events } = scriptHost(`
    function side() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>s</p>').setTitle('Side')); }
    function dialog() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>d</p>').setWidth(500).setHeight(300), 'Dialog'); }`);
  await session.click('side');
  await session.click('side');
  await session.click('dialog');
  const shown = events.filter(({ event }) => event === 'sidebar' || event === 'closePanel' || event === 'dialog');
  expect(shown).toMatchObject([
    { event: 'sidebar', title: 'Side', html: '<p>s</p>' },
    { event: 'closePanel' },
    { event: 'sidebar' },
    { event: 'dialog', title: 'Dialog', width: 500, height: 300, modal: true },
  ]);
});

test('toasts, selections and alerts reach the page of the user who acts', async () => {
  const { session, events } = scriptHost(
    `function act() {
      const ss = SpreadsheetApp.getActive();
      ss.toast('done', 'Title', -1);
      ss.getSheets()[0].getRange('B2:C3').activate();
      return [ss.getActiveRange().getA1Notation(), String(SpreadsheetApp.getUi().alert('Really?', SpreadsheetApp.getUi().ButtonSet.YES_NO))];
    }`,
    { answer: () => ({ button: 'NO' }) },
  );
  expect(await session.click('act')).toMatchObject({ value: ['B2:C3', 'NO'] });
  expect(events).toContainEqual({ event: 'toast', message: 'done', title: 'Title', seconds: -1 });
  expect(events).toContainEqual({ event: 'activate', sheet: 0, rect: { row: 1, column: 1, rows: 2, columns: 2 } });
});

test('an alert that nobody can answer says so', async () => {
  expect(await thrownBy("SpreadsheetApp.getUi().alert('Sure?')")).toBe('Exception: Nobody is there to answer: Sure?');
});

test('submenus, separators and several menus', async () => {
  const { session, events } = scriptHost(`function onOpen() {
    const ui = SpreadsheetApp.getUi();
    ui.createMenu('台账').addItem('登记', 'register').addSeparator().addSubMenu(ui.createMenu('更多').addItem('检查', 'check')).addToUi();
    ui.createAddonMenu().addItem('x', 'y').addToUi();
  }`);
  await session.reload();
  expect(events.find(({ event }) => event === 'menus')).toEqual({
    event: 'menus',
    menus: [
      {
        title: '台账',
        items: [{ label: '登记', function: 'register' }, {}, { label: '更多', items: [{ label: '检查', function: 'check' }] }],
      },
      { title: 'Extensions', items: [{ label: 'x', function: 'y' }] },
    ],
  });
});

test('what the user has selected is what the script finds active', async () => {
  const { session } = scriptHost(`function where() { return SpreadsheetApp.getActiveSheet().getActiveRange().getA1Notation(); }`);
  await session.intent({ kind: 'select', sheet: 0, rect: { row: 4, column: 1, rows: 2, columns: 1 } });
  expect(await session.click('where')).toMatchObject({ value: 'B5:B6' });
});

test('script zone, locale and address of the workbook', async () => {
  expect(
    await script(
      `return [Session.getScriptTimeZone(), ss.getSpreadsheetTimeZone(), ss.getSpreadsheetLocale(), Session.getActiveUserLocale(), Session.getActiveUser().getEmail(), ss.getUrl().includes(ss.getId())];`,
    ),
  ).toEqual(['Asia/Shanghai', 'Asia/Shanghai', 'zh_CN', 'zh-CN', 'owner@shop.example', true]);
});
