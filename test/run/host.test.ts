import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { HostEvent } from '../../local/host-contract.ts';
import { loadBundle } from '../../local/run/load-bundle.ts';
import { CLERK, NOON, OWNER, scriptHost } from './script-host.ts';

const HOUR = 3_600_000;

test('every page hears of every change, once and in order', async () => {
  const { host, session, events } = scriptHost('function onEdit(e) { e.range.setNote("n"); }');
  const others: HostEvent[] = [];
  const journal: number[] = [];
  host.onOps((_, revision) => journal.push(revision));
  const clerk = host.connect(CLERK, (event) => others.push(event));
  await clerk.intent({ kind: 'type', sheet: 0, row: 0, column: 0, text: 'x' });
  await host.idle();
  const revisions = (list: HostEvent[]) => list.flatMap((each) => (each.event === 'ops' ? [[each.revision, each.by]] : []));
  expect(revisions(events)).toEqual([
    [1, CLERK.email],
    [2, CLERK.email],
  ]);
  expect(revisions(others)).toEqual(revisions(events));
  expect(journal).toEqual([1, 2]);
  expect(host.revision).toBe(2);
  session.close();
});

test('a closed page hears nothing more, and the others see it go', async () => {
  const { host, session, events } = scriptHost('');
  const clerk = host.connect(CLERK, () => undefined);
  clerk.close();
  expect(events.filter(({ event }) => event === 'users').at(-1)).toMatchObject({ users: [{ email: OWNER.email }] });
  events.length = 0;
  session.close();
  await host.run(OWNER, 'nowhere');
  expect(events).toEqual([]);
});

test('running executions and their cost are told', async () => {
  const { session, events } = scriptHost('function work() { SpreadsheetApp.getActiveSheet().getRange("A1").getValue(); }');
  await session.click('work');
  const running = events.flatMap((each) =>
    each.event === 'executions' ? [each.running.map((one) => [one.function, one.user, one.since])] : [],
  );
  expect(running).toEqual([[['work', OWNER.email, NOON]], []]);
  expect(events.find(({ event }) => event === 'cost')).toMatchObject({ function: 'work', trace: { reads: 1, writes: 0 } });
});

test('a service call can be made to fail, or be followed by somebody else’s edit', async () => {
  const { host } = scriptHost(
    `function test() {
      const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
      const seen = [cell.getValue(), cell.getValue()];
      try { cell.getNote(); } catch (error) { seen.push(error.toString()); }
      return seen;
    }`,
    {
      onCall: (_, service, method) => {
        if (method === 'getNote') throw new Error('Service Spreadsheets timed out while accessing document with id book.');
        if (service === 'SpreadsheetApp.Range' && method === 'getValue' && ++reads === 2) void clerkTypes();
      },
      doubts: { readAgain: 'fresh' },
    },
  );
  let reads = 0;
  const clerk = host.connect(CLERK, () => undefined);
  const clerkTypes = () => clerk.intent({ kind: 'type', sheet: 0, row: 0, column: 0, text: 'meanwhile' });
  expect(await host.run(OWNER, 'test')).toMatchObject({
    value: ['', 'meanwhile', 'Exception: Service Spreadsheets timed out while accessing document with id book.'],
    trace: { reads: 2 },
  });
});

test('time triggers are listed with their next run, fire by the host’s clock, and run as their creator', async () => {
  let now = NOON;
  const { host, events, logs } = scriptHost(
    `function nightly(e) { console.log([Session.getEffectiveUser().getEmail(), e.authMode, e.hour, e.triggerUid.length > 0].join()); }
     function install() {
       ScriptApp.newTrigger('nightly').timeBased().everyDays(1).atHour(2).nearMinute(30).create();
       ScriptApp.newTrigger('nightly').timeBased().after(60000).create();
       return ScriptApp.getProjectTriggers().map((each) => [each.getHandlerFunction(), String(each.getEventType()), String(each.getTriggerSource())]);
     }
     function clear() { ScriptApp.getProjectTriggers().forEach((each) => ScriptApp.deleteTrigger(each)); }
     function ui() { SpreadsheetApp.getUi(); }`,
    { clock: () => now },
  );
  expect(await host.run(OWNER, 'install')).toMatchObject({
    value: [
      ['nightly', 'CLOCK', 'CLOCK'],
      ['nightly', 'CLOCK', 'CLOCK'],
    ],
  });
  const [daily, once] = host.state.triggers;
  expect(new Date(daily!.nextRun!).getUTCHours()).toBe(18);
  expect(once!.nextRun).toBe(NOON + 60_000);
  now += 61_000;
  expect(await host.fireDue()).toHaveLength(1);
  // it stays in the list and eats one of the twenty
  expect(host.state.triggers.map((each) => each.nextRun)).toEqual([daily!.nextRun, undefined]);
  now += 24 * HOUR;
  await host.fireDue();
  expect(logs).toHaveLength(2);
  expect(logs[0]).toBe(`log: ${OWNER.email},FULL,2,true`);
  expect(events.filter(({ event }) => event === 'triggers').length).toBeGreaterThan(0);
  await host.run(CLERK, 'clear');
  expect(host.state.triggers).toHaveLength(2);
  await host.run(OWNER, 'clear');
  expect(host.state.triggers).toHaveLength(0);
});

test('a time trigger has no page', async () => {
  const { host } = scriptHost(
    `function ui() { SpreadsheetApp.getUi(); } function install() { ScriptApp.newTrigger('ui').timeBased().everyHours(1).create(); }`,
  );
  await host.run(OWNER, 'install');
  expect(await host.fireTrigger(host.state.triggers[0]!.id)).toMatchObject({
    ok: false,
    error: 'Cannot call SpreadsheetApp.getUi() from this context.',
  });
});

test('twenty triggers, and no more', async () => {
  const { host } = scriptHost(
    `function x() {} function install() { for (let i = 0; i < 21; i++) ScriptApp.newTrigger('x').timeBased().everyHours(1).create(); }`,
  );
  expect(await host.run(OWNER, 'install')).toMatchObject({
    error: 'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  });
  expect(host.state.triggers).toHaveLength(20);
});

test('all that one menu action did is undone in one step', async () => {
  const { host, session } = scriptHost(`function work() {
    const sheet = SpreadsheetApp.getActiveSheet();
    for (let i = 1; i <= 3; i++) { sheet.getRange(i, 1).setValue(i); SpreadsheetApp.flush(); }
  }`);
  await session.click('work');
  expect(host.state.sheets[0]!.cells.flat().filter(Boolean)).toHaveLength(3);
  await session.intent({ kind: 'undo' });
  expect(host.state.sheets[0]!.cells.flat().filter(Boolean)).toHaveLength(0);
});

test('a bundle is read from the folder that is pushed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  writeFileSync(join(folder, 'Code.js'), 'function a() {}');
  writeFileSync(join(folder, 'form.html'), '<p>form</p>');
  writeFileSync(join(folder, 'appsscript.json'), '{"timeZone":"Asia/Shanghai"}');
  expect(loadBundle(folder)).toEqual({
    code: 'function a() {}',
    files: { form: '<p>form</p>' },
    manifest: { timeZone: 'Asia/Shanghai' },
  });
  rmSync(folder, { recursive: true });
  expect(() => loadBundle(folder)).toThrow();
});
