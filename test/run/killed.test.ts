import { afterEach, describe, expect, test } from '@jest/globals';
import { CLERK, OWNER, type ScriptHost, scriptHost } from './script-host.ts';

const KILLED = 'Exceeded maximum execution time';

/** Writes for so many seconds of Google's time. */
const SPEND = `function spend(seconds) {
  const cell = SpreadsheetApp.getActiveSheet().getRange('Z1');
  for (let i = 0; i < seconds / 0.8; i++) { cell.setValue(i); SpreadsheetApp.flush(); }
}`;

/** Works until it is killed, then tries everything a script might still do. */
const STUBBORN = `${SPEND}
  function stubborn() {
    const sheet = SpreadsheetApp.getActiveSheet();
    LockService.getScriptLock().waitLock(1000);
    SpreadsheetApp.getUi().createMenu('late').addItem('x', 'y').addToUi();
    sheet.getRange('A1').setValue('flushed');
    SpreadsheetApp.flush();
    try {
      spend(500);
    } catch (error) {
      try { sheet.getRange('A3').setValue('caught'); SpreadsheetApp.flush(); } catch (again) {}
      try { PropertiesService.getScriptProperties().setProperty('k', 'caught'); } catch (again) {}
      try { SpreadsheetApp.getActive().toast('caught'); } catch (again) {}
      try { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('caught')); } catch (again) {}
      try { MailApp.sendEmail('a@x.example', 's', 'caught'); } catch (again) {}
      console.log('caught');
      return 'survived';
    } finally {
      try { sheet.appendRow(['finally']); } catch (again) {}
    }
  }
  function free() { return [LockService.getScriptLock().tryLock(0), SpreadsheetApp.getActiveSheet().getRange('A1:A3').getValues().flat(),
    SpreadsheetApp.getActiveSheet().getLastRow(), PropertiesService.getScriptProperties().getProperty('k')]; }`;

let made: ScriptHost;
afterEach(() => made.host.close());

describe.each(['thread', 'worker'] as const)('in %s mode', (mode) => {
  test('a killed script ends there: no catch and no finally of it reaches anything, whatever it returns', async () => {
    made = scriptHost(STUBBORN, { mode, timeFlows: 'p95' });
    const { host, session, events, logs } = made;
    expect(await session.click('stubborn')).toMatchObject({ ok: false, name: 'Exception', error: KILLED });
    expect(events.map(({ event }) => event).filter((event) => ['toast', 'sidebar', 'menus'].includes(event))).toEqual([]);
    expect([logs, host.state.outbox]).toEqual([[], []]);
    expect(await host.run(CLERK, 'free')).toMatchObject({ value: [true, ['flushed', '', ''], 1, null] });
  });

  test('a simple trigger has half a minute, an installable one six', async () => {
    made = scriptHost(
      `${SPEND} function onEdit() { spend(31); console.log('simple'); } function long() { spend(31); console.log('installed'); }
       function install() { ScriptApp.newTrigger('long').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`,
      { mode, timeFlows: 'p95' },
    );
    const { host, session, logs } = made;
    await host.run(OWNER, 'install');
    await session.intent({ kind: 'type', sheet: 0, row: 0, column: 0, text: 'x' });
    await host.idle();
    expect(logs.filter((line) => line.startsWith('log'))).toEqual(['log: installed']);
    expect(host.failures).toMatchObject([{ function: 'onEdit', message: KILLED }]);
  });
});

test('a script whose last call goes over the time is killed, too', async () => {
  made = scriptHost('function last() { Utilities.sleep(300000); Utilities.sleep(61000); return 1; }');
  expect(await made.host.run(OWNER, 'last')).toMatchObject({ ok: false, error: KILLED });
});

test('what a killed script had queued is lost', async () => {
  made = scriptHost(`function queued() {
    SpreadsheetApp.getActiveSheet().getRange('A1').setValue('queued');
    try { Utilities.sleep(300000); Utilities.sleep(61000); } finally { SpreadsheetApp.flush(); }
  }`);
  expect(await made.host.run(OWNER, 'queued')).toMatchObject({ ok: false, error: KILLED });
  expect(made.host.state.sheets[0]!.cells).toEqual([]);
});
