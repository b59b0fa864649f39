import { expect, test } from '@jest/globals';
import { CLERK, OWNER, script, scriptHost } from '../run/script-host.ts';

const CODE = `
  function guard(warning) {
    const sheet = SpreadsheetApp.getActiveSheet();
    const protection = sheet.getRange('1:1').protect().setDescription('headers');
    if (warning) protection.setWarningOnly(true);
    else { protection.removeEditors(protection.getEditors()); if (protection.canDomainEdit()) protection.setDomainEdit(false); }
  }
  function write() { SpreadsheetApp.getActiveSheet().getRange('B1').setValue('new'); SpreadsheetApp.flush(); return 'written'; }
  function below() { SpreadsheetApp.getActiveSheet().getRange('B2').setValue('new'); SpreadsheetApp.flush(); return 'written'; }
  function cut() { SpreadsheetApp.getActiveSheet().deleteRow(1); return 'deleted'; }`;

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

test('a warning stops no script', async () => {
  const { host } = scriptHost(CODE);
  await host.run(OWNER, 'guard', [true]);
  expect(await host.run(CLERK, 'write')).toMatchObject({ ok: true, value: 'written' });
});

test('protected cells are the owner’s alone once the others are removed', async () => {
  const { host } = scriptHost(CODE);
  await host.run(OWNER, 'guard', [false]);
  expect(await host.run(CLERK, 'write')).toMatchObject({ ok: false, error: PROTECTED });
  expect(await host.run(CLERK, 'cut')).toMatchObject({ ok: false, error: PROTECTED });
  expect(await host.run(CLERK, 'below')).toMatchObject({ ok: true });
  expect(await host.run(OWNER, 'write')).toMatchObject({ ok: true });
});

test('until its editors are changed a protection protects nothing', async () => {
  const { host } = scriptHost(
    `function guard() { SpreadsheetApp.getActiveSheet().getRange('1:1').protect(); } ${CODE.slice(CODE.indexOf('function write'))}`,
  );
  await host.run(OWNER, 'guard');
  expect(await host.run(CLERK, 'write')).toMatchObject({ ok: true });
});

test('protecting a tab twice gives the same protection, a range another one each time', async () => {
  expect(
    await script(`
      sheet.protect().setDescription('tab');
      const again = sheet.protect().getDescription();
      sheet.getRange('A1').protect(); sheet.getRange('A1').protect();
      return [again, sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length,
        ss.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];`),
  ).toEqual(['tab', 1, 2, 2]);
});

test('a protection can be found, read, changed and removed', async () => {
  expect(
    await script(`
      sheet.getRange('A1:C1').protect().setDescription('headers').setWarningOnly(true);
      const found = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0];
      const seen = [found.getDescription(), found.isWarningOnly(), found.getRange().getA1Notation(), found.getEditors().length];
      found.setRange(sheet.getRange('A1:D1')).addEditor('clerk@shop.example');
      const changed = [found.getRange().getA1Notation(), found.getEditors().map((each) => each.getEmail())];
      found.remove();
      return [seen, changed, sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];`),
  ).toEqual([['headers', true, 'A1:C1', 0], ['A1:D1', ['clerk@shop.example']], 0]);
});
