import { expect, test } from '@jest/globals';
import { OWNER, scriptHost } from '../run/script-host.ts';

async function traceOf(body: string) {
  const { host } = scriptHost(`function test() { const sheet = SpreadsheetApp.getActiveSheet(); ${body} }`);
  const { trace } = await host.run(OWNER, 'test');
  return trace;
}

test('writes are queued and committed together at the end', async () => {
  const trace = await traceOf(`
    sheet.getRange('A1').setValue(1);
    sheet.getRange('A2:B3').setValues([[1, 2], [3, 4]]);
    sheet.getRange('A1').setBackground('red');`);
  expect(trace).toMatchObject({ reads: 0, writes: 1, queuedWrites: 3, cellsWritten: 6 });
});

test('a read after a write commits first', async () => {
  const trace = await traceOf(`
    for (let i = 1; i <= 3; i++) { sheet.getRange(i, 1).setValue(i); sheet.getRange(i, 1).getValue(); }`);
  expect(trace).toMatchObject({ reads: 3, writes: 3 });
});

test('reading what was read before costs nothing until the grid changes', async () => {
  const trace = await traceOf(`
    sheet.getRange('A1:C100').getValues();
    sheet.getRange('B2').getValue();
    sheet.getRange('A1:C100').getNotes();
    sheet.getRange('A5').setValue(1);
    sheet.getRange('B2').getValue();`);
  expect(trace).toMatchObject({ reads: 3, writes: 1, cellsRead: 601 });
});

test('prices follow the latency table', async () => {
  const trace = await traceOf('sheet.getRange(1, 1, 1000, 10).getValues();');
  // start 700, the tab and the range 1 each, the read 120 and 5 µs a cell; parsing of the bundle is next to nothing
  expect(trace.simulatedMsP50).toBeCloseTo(700 + 2 + 120 + 50, 1);
  expect(trace.simulatedMsP95).toBeCloseTo(1500 + 10 + 300 + 50, 1);
});

test('properties, cache, locks and metadata are look-ups', async () => {
  const trace = await traceOf(`
    PropertiesService.getDocumentProperties().getProperty('a');
    CacheService.getDocumentCache().put('a', 'b');
    LockService.getDocumentLock().waitLock(1000);
    sheet.createDeveloperMetadataFinder().withKey('a').find();`);
  expect(trace).toMatchObject({ lookups: 4, reads: 0, writes: 0 });
});

test('what fails is dropped with all that was queued behind it; what came before stays', async () => {
  const { host } = scriptHost(`function test() {
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange('A1').setValue('before');
    sheet.getRange('A2').setValue('x'.repeat(50001));
    sheet.getRange('A3').setValue('behind');
    try { sheet.getRange('A1').getValue(); } catch (error) { return error.message.slice(0, 10); }
  }`);
  expect(await host.run(OWNER, 'test')).toMatchObject({ ok: true, value: 'Your input' });
  const { cells } = host.state.sheets[0]!;
  expect([cells[0]?.[0]?.v, cells[1]?.[0]?.v, cells[2]?.[0]?.v]).toEqual(['before', undefined, undefined]);
});

test('what a script wrote before it failed stays written', async () => {
  const { host } = scriptHost(
    `function test() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('kept'); throw new Error('late'); }`,
  );
  expect(await host.run(OWNER, 'test')).toMatchObject({ ok: false, error: 'late', name: 'Error' });
  expect(host.state.sheets[0]!.cells[0]?.[0]?.v).toBe('kept');
});

test('a write that fails only at the end fails the execution', async () => {
  const { host } = scriptHost(`function test() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'.repeat(50001)); }`);
  expect(await host.run(OWNER, 'test')).toMatchObject({ ok: false, name: 'Exception' });
});

test('a commit reaches listeners as one list of operations', async () => {
  const { host } = scriptHost(
    `function test() { const s = SpreadsheetApp.getActiveSheet(); s.getRange('A1').setValue(1); s.getRange('B1').setNote('n'); s.setFrozenRows(1); }`,
  );
  const lists: string[][] = [];
  host.onOps((ops) => lists.push(ops.map(({ op }) => op)));
  await host.run(OWNER, 'test');
  expect(lists).toEqual([['cells', 'fill', 'sheet']]);
});

test('a script is stopped when its simulated time is up', async () => {
  const { host } = scriptHost(
    `function test() { const s = SpreadsheetApp.getActiveSheet(); for (let i = 1; i < 900; i++) { s.getRange(i, 1).setValue(i); SpreadsheetApp.flush(); } }`,
  );
  expect(await host.run(OWNER, 'test')).toMatchObject({ ok: false, error: 'Exceeded maximum execution time' });
  expect(host.state.sheets[0]!.cells.length).toBeLessThan(500);
});

test('a script’s clock can be let go on by what its calls would have taken', async () => {
  const { host } = scriptHost(
    `function test() { const since = Date.now(); Utilities.sleep(1000); SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); return Date.now() - since; }`,
    { timeFlows: 'p50' },
  );
  const { value } = (await host.run(OWNER, 'test')) as { value: number };
  expect(value).toBeGreaterThanOrEqual(1120);
  expect(value).toBeLessThan(1130);
});
