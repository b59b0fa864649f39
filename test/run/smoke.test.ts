import { expect, test } from '@jest/globals';
import { resultOf, script, scriptHost, thrownBy } from './script-host.ts';

test('a script writes and reads cells', async () => {
  expect(await script("sheet.getRange('A1:B1').setValues([['x', 2]]); return sheet.getRange(1, 1, 1, 3).getValues();")).toEqual([
    ['x', 2, ''],
  ]);
});
test('dates are dates of the script’s own realm', async () => {
  expect(
    await script(
      "sheet.getRange('A1').setValue(new Date(0)); const v = sheet.getRange('A1').getValue(); return [v instanceof Date, v.getTime(), Array.isArray(sheet.getRange('A1:B2').getValues())];",
    ),
  ).toEqual([true, 0, true]);
});
test('texts', async () => {
  expect(await thrownBy("sheet.getRange('A1').setValues('x', [1])")).toBe(
    "Exception: The parameters (String,number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
  );
  expect(await thrownBy("sheet.getRange('A1').setGlow()")).toBe(
    'Exception: SpreadsheetApp.Range.setGlow is not part of the local workbook.',
  );
  expect(await thrownBy("UrlFetchApp.fetch('x')", { scopes: ['spreadsheets'] })).toMatch(/Specified permissions/);
  expect(
    await thrownBy(
      'return [typeof setTimeout, typeof URL, typeof process, typeof WebAssembly, typeof console, typeof Atomics].join()',
    ),
  ).toBe('undefined,undefined,undefined,undefined,object,undefined');
});
test('onEdit', async () => {
  const { host, session, events, logs } = scriptHost(
    "function onOpen(e) { SpreadsheetApp.getUi().createMenu('M').addItem('a', 'b').addToUi(); } function onEdit(e) { e.range.offset(0, 1).setValue([e.value, e.oldValue, e.authMode, e.user.getEmail(), e.source.getName()].join('|')); }",
  );
  await session.reload();
  expect(events.find((e) => e.event === 'menus')).toEqual({
    event: 'menus',
    menus: [{ title: 'M', items: [{ label: 'a', function: 'b' }] }],
  });
  await session.intent({ kind: 'type', sheet: 0, row: 0, column: 0, text: 'hello' });
  await host.idle();
  expect(logs).toEqual([]);
  expect(host.state.sheets[0]!.cells[0]?.[1]?.v).toBe('hello||LIMITED||Shop');
});
test('big', async () => {
  const { host } = scriptHost(
    'function fill() { const s = SpreadsheetApp.getActiveSheet(); s.insertRowsAfter(1000, 49000); const v = []; for (let i = 0; i < 50000; i++) { const r = []; for (let j = 0; j < 12; j++) r.push("c" + j + "-" + i); v.push(r); } s.getRange(1, 1, 50000, 12).setValues(v); } function read() { const t = Date.now(); const v = SpreadsheetApp.getActiveSheet().getRange(1,1,50000,12).getValues(); return [v.length, Date.now() - t]; }',
    { clock: Date.now },
  );
  const t = performance.now();
  await resultOf(host, 'fill');
  console.log('fill', performance.now() - t, await resultOf(host, 'read'), await resultOf(host, 'read'));
});
