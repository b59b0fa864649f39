import { afterEach, expect, test } from '@jest/globals';
import type { HostEvent } from '../../local/host-contract.ts';
import { CLERK, OWNER, type ScriptHost, scriptHost } from './script-host.ts';

let open: ScriptHost | undefined;

function inWorkers(code: string, options: Parameters<typeof scriptHost>[1] = {}): ScriptHost {
  open = scriptHost(code, { mode: 'worker', clock: Date.now, ...options });
  return open;
}

afterEach(async () => {
  await open?.host.close();
  open = undefined;
});

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const alertOf = (events: HostEvent[]) =>
  events.find((each) => each.event === 'alert') as Extract<HostEvent, { event: 'alert' }> | undefined;

test('an alert holds the script while another person goes on editing', async () => {
  const { host, session, events } = inWorkers(`
    function ask() {
      const sheet = SpreadsheetApp.getActiveSheet();
      const answer = SpreadsheetApp.getUi().alert('Sure?', SpreadsheetApp.getUi().ButtonSet.YES_NO);
      return [String(answer), answer === SpreadsheetApp.getUi().Button.YES, sheet.getRange('A1').getValue()];
    }`);
  const asked = session.click('ask');
  await until(() => alertOf(events) !== undefined);
  const clerk = host.connect(CLERK, () => undefined);
  await clerk.intent({ kind: 'type', sheet: 0, row: 0, column: 0, text: 'meanwhile' });
  session.answer(alertOf(events)!.id, 'YES');
  expect(await asked).toMatchObject({ ok: true, value: ['YES', true, 'meanwhile'] });
});

test('two executions that lock never give the same number twice', async () => {
  const { host } = inWorkers(`
    function next() {
      const lock = LockService.getDocumentLock();
      lock.waitLock(20000);
      const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
      const number = Number(cell.getValue()) + 1;
      Utilities.sleep(20);
      cell.setValue(number);
      SpreadsheetApp.flush();
      lock.releaseLock();
      return number;
    }`);
  const results = await Promise.all(Array.from({ length: 6 }, () => host.run(OWNER, 'next')));
  expect(results.map((result) => result.ok && result.value).sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('without a lock they do', async () => {
  const { host } = inWorkers(`
    function next() {
      const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
      const number = Number(cell.getValue()) + 1;
      Utilities.sleep(50);
      cell.setValue(number);
      return number;
    }`);
  const results = await Promise.all([host.run(OWNER, 'next'), host.run(OWNER, 'next')]);
  expect(results.map((result) => result.ok && result.value)).toEqual([1, 1]);
});

test('a lock is let go of when its execution ends, and waiting for it longer than allowed throws', async () => {
  const { host } = inWorkers(`
    function hold() { LockService.getScriptLock().waitLock(1000); Utilities.sleep(300); }
    function want() { try { LockService.getScriptLock().waitLock(50); return 'had'; } catch (e) { return String(e); } }`);
  const held = host.run(OWNER, 'hold');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await host.run(CLERK, 'want')).toMatchObject({
    value: 'Exception: Lock timeout: another process was holding the lock for too long.',
  });
  await held;
  expect(await host.run(CLERK, 'want')).toMatchObject({ value: 'had' });
});

test('an execution over its time is killed: no finally runs, what it had queued is lost, others go on', async () => {
  const { session } = inWorkers(
    `
    function forever() {
      const sheet = SpreadsheetApp.getActiveSheet();
      sheet.getRange('A1').setValue('flushed');
      SpreadsheetApp.flush();
      sheet.getRange('A2').setValue('queued');
      try { for (;;); } catch (e) { sheet.getRange('A3').setValue('caught'); } finally { sheet.getRange('A4').setValue('finally'); SpreadsheetApp.flush(); }
    }
    function fine() { return SpreadsheetApp.getActiveSheet().getRange('A1:A4').getValues().flat(); }`,
    { limits: { other: 400 }, deadlineBy: 'real' },
  );
  expect(await session.click('forever')).toMatchObject({ ok: false, error: 'Exceeded maximum execution time' });
  expect(await session.click('fine')).toMatchObject({ ok: true, value: ['flushed', '', '', ''] });
});

test('an alert nobody answers is withdrawn when the time is up', async () => {
  const { session, events } = inWorkers(`function ask() { SpreadsheetApp.getUi().alert('Well?'); }`, {
    limits: { other: 300 },
    deadlineBy: 'real',
  });
  expect(await session.click('ask')).toMatchObject({ ok: false, error: 'Exceeded maximum execution time' });
  expect(events.at(-1)?.event === 'withdrawAlert' || events.some((each) => each.event === 'withdrawAlert')).toBe(true);
});

test('an edit while a script holds an alert fires its trigger at once', async () => {
  const { host, session, events } = inWorkers(`
    function ask() { SpreadsheetApp.getUi().alert('Well?'); return SpreadsheetApp.getActiveSheet().getRange('B1').getValue(); }
    function onEdit(e) { e.range.offset(0, 1).setValue('checked ' + e.value); }`);
  const asked = session.click('ask');
  await until(() => alertOf(events) !== undefined);
  const clerk = host.connect(CLERK, () => undefined);
  await clerk.intent({ kind: 'type', sheet: 0, row: 0, column: 0, text: 'x' });
  await until(() => host.state.sheets[0]!.cells[0]?.[1]?.v === 'checked x');
  session.answer(alertOf(events)!.id, 'OK');
  expect(await asked).toMatchObject({ value: 'checked x' });
});

test('a prompt gives the text and the button', async () => {
  const { session, events } = inWorkers(`
    function ask() { const r = SpreadsheetApp.getUi().prompt('Name', 'Who?', SpreadsheetApp.getUi().ButtonSet.OK_CANCEL); return [r.getResponseText(), r.getSelectedButton().toString()]; }`);
  const asked = session.click('ask');
  await until(() => alertOf(events) !== undefined);
  expect(alertOf(events)).toMatchObject({ title: 'Name', message: 'Who?', buttons: 'OK_CANCEL', prompt: true });
  session.answer(alertOf(events)!.id, 'OK', '王芳');
  expect(await asked).toMatchObject({ value: ['王芳', 'OK'] });
});
