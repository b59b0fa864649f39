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
  const { session, events } = inWorkers(`
    function next() {
      const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
      const number = Number(cell.getValue()) + 1;
      SpreadsheetApp.getUi().alert('Write?');
      cell.setValue(number);
      return number;
    }`);
  const runs = [session.click('next'), session.click('next')];
  const alerts = () => events.flatMap((each) => (each.event === 'alert' ? [each.id] : []));
  await until(() => alerts().length === 2);
  for (const id of alerts()) session.answer(id, 'OK');
  expect((await Promise.all(runs)).map((result) => result.ok && result.value)).toEqual([1, 1]);
});

test('a lock let go of before its writes are flushed protects nothing', async () => {
  const { host, session, events } = inWorkers(`
    function careless() {
      const lock = LockService.getDocumentLock();
      lock.waitLock(1000);
      const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
      cell.setValue(Number(cell.getValue()) + 1);
      lock.releaseLock();
      SpreadsheetApp.getUi().alert('Wait');
    }
    function next() {
      const lock = LockService.getDocumentLock();
      lock.waitLock(1000);
      return SpreadsheetApp.getActiveSheet().getRange('A1').getValue();
    }`);
  const careless = session.click('careless');
  await until(() => alertOf(events) !== undefined);
  expect(await host.run(CLERK, 'next')).toMatchObject({ value: '' });
  session.answer(alertOf(events)!.id, 'OK');
  await careless;
  expect(await host.run(CLERK, 'next')).toMatchObject({ value: 1 });
});

test('the user’s lock holds up the same user only, the script’s and the document’s everybody', async () => {
  const { host, session, events } = inWorkers(`
    function hold() {
      LockService.getUserLock().waitLock(1000);
      LockService.getScriptLock().waitLock(1000);
      SpreadsheetApp.getUi().alert('Wait');
    }
    function want() { return [LockService.getUserLock(), LockService.getScriptLock(), LockService.getDocumentLock()].map((lock) => lock.tryLock(1)); }`);
  const held = session.click('hold');
  await until(() => alertOf(events) !== undefined);
  expect(await host.run(OWNER, 'want')).toMatchObject({ value: [false, false, true] });
  expect(await host.run(CLERK, 'want')).toMatchObject({ value: [true, false, true] });
  session.answer(alertOf(events)!.id, 'OK');
  await held;
});

test('a user runs thirty executions at a time; the thirty-first fails at once, another user’s does not', async () => {
  const waits: (() => void)[] = [];
  const { host } = inWorkers('function busy() { Session.getActiveUserLocale(); return 1; } function free() { return 2; }', {
    gate: (name) => (name === 'busy' ? new Promise<void>((resolve) => waits.push(resolve)) : Promise.resolve()),
  });
  const busy = Array.from({ length: 30 }, () => host.run(OWNER, 'busy'));
  expect(await host.run(OWNER, 'free')).toMatchObject({
    ok: false,
    error: 'There are too many scripts running simultaneously for this Google user account.',
  });
  expect(await host.run(CLERK, 'free')).toMatchObject({ ok: true, value: 2 });
  await until(() => waits.length === 30);
  for (const go of waits) go();
  expect((await Promise.all(busy)).every((result) => result.ok)).toBe(true);
}, 60_000);

test('a page has ten calls in flight; the eleventh starts when one has ended', async () => {
  const waits: (() => void)[] = [];
  const { session } = inWorkers('function work(n) { Session.getActiveUserLocale(); return n; }', {
    gate: () => new Promise<void>((resolve) => waits.push(resolve)),
  });
  const calls = Array.from({ length: 11 }, (_, n) => session.call('work', [n]));
  await until(() => waits.length === 10);
  const before = waits.length;
  waits[0]!();
  await until(() => waits.length === 11);
  for (const go of waits) go();
  expect([before, (await Promise.all(calls)).map((result) => result.ok && result.value)]).toEqual([
    10,
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ]);
}, 60_000);

test('a lock is let go of when its execution ends, and waiting for it longer than allowed throws', async () => {
  const { host, session, events } = inWorkers(`
    function hold() { LockService.getScriptLock().waitLock(1000); SpreadsheetApp.getUi().alert('Held'); }
    function want() { try { LockService.getScriptLock().waitLock(50); return 'had'; } catch (e) { return String(e); } }`);
  const held = session.click('hold');
  await until(() => alertOf(events) !== undefined);
  expect(await host.run(CLERK, 'want')).toMatchObject({
    value: 'Exception: Lock timeout: another process was holding the lock for too long.',
  });
  session.answer(alertOf(events)!.id, 'OK');
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
    { limits: { other: 3_000 }, deadlineBy: 'real' },
  );
  expect(await session.click('forever')).toMatchObject({ ok: false, error: 'Exceeded maximum execution time' });
  expect(await session.click('fine')).toMatchObject({ ok: true, value: ['flushed', '', '', ''] });
});

test('an alert nobody answers is withdrawn when the time is up', async () => {
  const { session, events } = inWorkers(`function ask() { SpreadsheetApp.getUi().alert('Well?'); }`, {
    limits: { other: 3_000 },
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
