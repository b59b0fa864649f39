import { expect, test } from '@jest/globals';
import { OWNER, resultOf, script, scriptHost, thrownBy } from '../run/script-host.ts';

test('what Apps Script lacks is not there', async () => {
  const absent = `setTimeout clearTimeout setInterval fetch URL URLSearchParams TextEncoder TextDecoder atob btoa Blob File FormData
    DOMException crypto performance navigator window process require Buffer global WebAssembly SharedArrayBuffer Atomics queueMicrotask structuredClone`;
  expect(
    await script(`return ${JSON.stringify(absent.split(/\s+/))}.filter((name) => typeof globalThis[name] !== 'undefined');`),
  ).toEqual([]);
});

test('a service call cannot be told from the language’s own: dates, arrays and errors are of the script’s realm', async () => {
  expect(
    await script(`
      sheet.getRange('A1').setValue(new Date(0));
      const values = sheet.getRange('A1:B2').getValues();
      let error;
      try { sheet.getRange(0, 1); } catch (caught) { error = caught; }
      return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, error instanceof Error, error.name, Object.prototype.toString.call(values)];`),
  ).toEqual([true, true, true, true, 'Exception', '[object Array]']);
});

test('a method of Google that is not there says so by name, and so does a service', async () => {
  expect(await thrownBy("sheet.getRange('A1').getDataSourceUrl()")).toBe(
    'Exception: SpreadsheetApp.Range.getDataSourceUrl is not part of the local workbook.',
  );
  expect(await thrownBy('SpreadsheetApp.newDataSourceSpec()')).toBe(
    'Exception: SpreadsheetApp.newDataSourceSpec is not part of the local workbook.',
  );
  expect(await thrownBy("CalendarApp.getCalendarById('x')", { scopes: ['spreadsheets.currentonly', 'calendar'] })).toBe(
    'Exception: CalendarApp.getCalendarById is not part of the local workbook.',
  );
});

test('a name that Google does not know either is undefined, as it is there', async () => {
  expect(await script("return [typeof sheet.getRange('A1').setGlow, typeof ScriptApp.isFake];")).toEqual([
    'undefined',
    'undefined',
  ]);
  expect(await thrownBy("sheet.getRange('A1').setGlow(1)")).toMatch(/^TypeError: .*setGlow is not a function$/);
});

test('service objects can be logged, compared with nothing and awaited', async () => {
  expect(
    await script(
      "return [String(sheet), String(ss), JSON.stringify({ sheet }), sheet == null, sheet.getRange('A1') + '', String(SpreadsheetApp)];",
    ),
  ).toEqual(['Sheet', 'Spreadsheet', '{"sheet":{}}', false, 'Range', 'SpreadsheetApp']);
});

test('enumeration values are themselves, with name and order', async () => {
  expect(
    await script(
      'const E = SpreadsheetApp.ProtectionType; return [E.SHEET === E.SHEET, String(E.SHEET), E.RANGE.ordinal(), E.SHEET.name(), JSON.stringify([E.SHEET])];',
    ),
  ).toEqual([true, 'SHEET', 0, 'SHEET', '["SHEET"]']);
});

test('each execution starts afresh', async () => {
  const { host } = scriptHost(
    'var count = 0; function test() { globalThis.more = (globalThis.more || 0) + 1; return [++count, more]; }',
  );
  expect(await resultOf(host, 'test')).toEqual([1, 1]);
  expect(await resultOf(host, 'test')).toEqual([1, 1]);
});

test('the clock and randomness come from outside', async () => {
  const body =
    'return [new Date().toISOString(), Date.now(), typeof Date(), new Date(2020, 1, 2) instanceof Date, Math.random()];';
  const first = await script(body);
  expect(first).toEqual(['2026-11-22T02:00:00.000Z', 1795312800000, 'string', true, expect.any(Number)]);
  expect(await script(body)).toEqual(first);
});

test('promises run as microtasks, and an async function’s value is waited for', async () => {
  const { host } = scriptHost(
    'async function test() { const a = await Promise.resolve(1); return a + (await 2); } async function fails() { await null; throw new Error("late"); }',
  );
  expect(await resultOf(host, 'test')).toBe(3);
  expect(await host.run(OWNER, 'fails')).toMatchObject({ ok: false, error: 'late' });
});

test('console and Logger write where they are told to', async () => {
  const { host, logs } = scriptHost(
    "function test() { console.log('%s is %d', 'a', 1, { b: 2 }); console.warn('w'); Logger.log('x %s', 'y'); return Logger.getLog(); }",
  );
  expect(await resultOf(host, 'test')).toBe('Sun Nov 22 10:00:00 GMT+08:00 2026 INFO: x y\n');
  expect(logs).toEqual(['log: a is 1 {"b":2}', 'warn: w', 'log: x y']);
});

test('an error names its place in the script', async () => {
  const { host } = scriptHost('function test() {\n  throw new TypeError("broken");\n}');
  const result = await host.run(OWNER, 'test');
  expect(result).toMatchObject({ ok: false, name: 'TypeError', error: 'broken' });
  expect(result.ok === false && result.stack).toBe('TypeError: broken\n    at test (Code.js:2:9)');
});

test('only functions declared at the top level can be called', async () => {
  const { host } = scriptHost(
    'function declared() { return 1; } globalThis.assigned = () => 2; const arrow = () => 3; (() => { function inner() {} })();',
  );
  expect(await resultOf(host, 'declared')).toBe(1);
  for (const name of ['assigned', 'arrow', 'inner', 'nowhere']) {
    expect(await host.run(OWNER, name)).toMatchObject({ ok: false, error: `Script function not found: ${name}` });
  }
});

test.each(['Asia/Shanghai', 'America/New_York', 'UTC'])('local time of the script is that of its zone: %s', async (timeZone) => {
  const { host } = scriptHost(
    `function test() {
    const zone = Session.getScriptTimeZone();
    const dates = [new Date(2026, 0, 2, 3, 4, 5), new Date('2026-07-02T03:04:05'), new Date('2026-07-02 03:04:05'), new Date(2026, 2, 8, 12)];
    const set = new Date(2026, 0, 31, 9); set.setMonth(1); dates.push(set);
    const written = dates.map((date) => Utilities.formatDate(date, zone, 'yyyy-M-d H:m:s'));
    const read = dates.map((d) => d.getFullYear() + '-' + (d.getMonth() + 1) + '-' + d.getDate() + ' ' + d.getHours() + ':' + d.getMinutes() + ':' + d.getSeconds());
    return [written, read, new Date('2026-01-02').getTime(), new Date(2026, 0, 2).toString().slice(0, 24), new Date(String(dates[0])).getTime() === dates[0].getTime()];
  }`,
    { timeZone },
  );
  const texts = ['2026-1-2 3:4:5', '2026-7-2 3:4:5', '2026-7-2 3:4:5', '2026-3-8 12:0:0', '2026-3-3 9:0:0'];
  expect(await resultOf(host, 'test')).toEqual([texts, texts, Date.UTC(2026, 0, 2), 'Fri Jan 02 2026 00:00:00', true]);
});
