import { expect, test } from '@jest/globals';
import { CLERK, OWNER, script, scriptHost, thrownBy } from '../run/script-host.ts';

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
      found.setRange(sheet.getRange('A1:D1')).setWarningOnly(false).addEditor('clerk@shop.example');
      const changed = [found.getRange().getA1Notation(), found.getEditors().map((each) => each.getEmail())];
      found.remove();
      return [seen, changed, sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];`),
  ).toEqual([['headers', true, 'A1:C1', 0], ['A1:D1', ['clerk@shop.example']], 0]);
});

test('a warning has no editors, whoever was on the list', async () => {
  expect(
    await script(`
      const protection = sheet.getRange('A1').protect().addEditor('clerk@shop.example').setWarningOnly(true);
      const warned = protection.getEditors().length;
      return [warned, protection.setWarningOnly(false).getEditors().map((each) => each.getEmail())];`),
  ).toEqual([0, ['clerk@shop.example']]);
});

test('an owner who was put on the list cannot be taken off it', async () => {
  expect(
    await script(`
      const protection = sheet.getRange('A1').protect();
      const fresh = protection.getEditors().length;
      protection.addEditor(Session.getEffectiveUser()).addEditors(['clerk@shop.example', 'Clerk@shop.example']);
      const listed = protection.getEditors().map((each) => each.getEmail());
      protection.removeEditors(protection.getEditors());
      return [fresh, listed, protection.getEditors().map((each) => each.getEmail())];`),
  ).toEqual([0, [OWNER.email, CLERK.email], [OWNER.email]]);
});

test('whoever a protection keeps out may neither read its editors, change it nor remove it', async () => {
  const { host } = scriptHost(`
    function guard() { const p = SpreadsheetApp.getActiveSheet().getRange('A1').protect(); p.removeEditors(p.getEditors()); p.setDomainEdit(false); }
    function tries() {
      const protection = SpreadsheetApp.getActiveSheet().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0];
      const attempt = (work) => { try { work(); SpreadsheetApp.flush(); return 'done'; } catch (error) { return error.message; } };
      return [protection.canEdit(), attempt(() => protection.getEditors()), attempt(() => protection.canDomainEdit()),
        attempt(() => protection.addEditor('clerk@shop.example')), attempt(() => protection.remove())];
    }`);
  await host.run(OWNER, 'guard');
  expect(await host.run(CLERK, 'tries')).toMatchObject({ value: [false, PROTECTED, PROTECTED, PROTECTED, PROTECTED] });
  expect(await host.run(OWNER, 'tries')).toMatchObject({ value: [true, 'done', 'done', 'done', 'done'] });
});

test('the owner’s domain may be let in as a whole, and is kept out again', async () => {
  const { host } = scriptHost(`
    function domain(may) {
      const sheet = SpreadsheetApp.getActiveSheet();
      const protection = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0] || sheet.getRange('1:1').protect();
      protection.removeEditors(protection.getEditors()).setDomainEdit(may);
      return protection.canDomainEdit();
    } ${CODE.slice(CODE.indexOf('function write'))}`);
  expect(await host.run(OWNER, 'domain', [true])).toMatchObject({ value: true });
  expect(await host.run(CLERK, 'write')).toMatchObject({ ok: true });
  expect(await host.run({ email: 'guest@elsewhere.example', locale: 'en' }, 'write')).toMatchObject({ error: PROTECTED });
  expect(await host.run(OWNER, 'domain', [false])).toMatchObject({ value: false });
  expect(await host.run(CLERK, 'write')).toMatchObject({ error: PROTECTED });
});

test('a protected tab has a range without a notation, and only it can leave ranges open', async () => {
  expect(
    await script(`
      const tab = sheet.protect();
      const open = tab.setUnprotectedRanges([sheet.getRange('B2:C3')]).getUnprotectedRanges().map((each) => each.getA1Notation());
      const range = tab.getRange();
      return [String(tab), open, range.getA1Notation(), range.getNumRows(), range.getNumColumns(), sheet.getRange('D:D').protect().getRange().getA1Notation()];`),
  ).toEqual(['Protection', ['B2:C3'], '', 1000, 26, 'D:D']);
  expect(await thrownBy("sheet.getRange('A1').protect().setUnprotectedRanges([sheet.getRange('A1')])")).toBe(
    'Exception: Only a protected sheet can have unprotected ranges.',
  );
  expect(await thrownBy("sheet.protect().setRange(sheet.getRange('A1'))")).toBe(
    'Exception: Cannot change sheet protection to range protection (or vice versa).',
  );
});

test('a protection of whole rows covers columns that come later', async () => {
  const { host } = scriptHost(`
    function guard() {
      const sheet = SpreadsheetApp.getActiveSheet();
      const protection = sheet.getRange('1:1').protect();
      protection.removeEditors(protection.getEditors()).setDomainEdit(false);
      sheet.insertColumnsAfter(26, 2);
    }
    function write() { SpreadsheetApp.getActiveSheet().getRange('AB1').setValue(1); SpreadsheetApp.flush(); }`);
  await host.run(OWNER, 'guard');
  expect(await host.run(CLERK, 'write')).toMatchObject({ error: PROTECTED });
});

test('a protection can follow a named range, its name included', async () => {
  expect(
    await script(`
      ss.setNamedRange('names', sheet.getRange('A1:A5'));
      const protection = sheet.getRange('C1').protect().setRangeName('names');
      const [named] = ss.getNamedRanges();
      const seen = [[protection.getRangeName(), protection.getRange().getA1Notation()]];
      named.setRange(sheet.getRange('B:B')).setName('people');
      seen.push([protection.getRangeName(), protection.getRange().getA1Notation()]);
      protection.setRange(sheet.getRange('D1'));
      seen.push([protection.getRangeName(), protection.getRange().getA1Notation()]);
      protection.setNamedRange(named);
      named.remove();
      seen.push([protection.getRangeName(), protection.getRange().getA1Notation()]);
      return seen;`),
  ).toEqual([
    ['names', 'A1:A5'],
    ['people', 'B:B'],
    [null, 'D1'],
    [null, 'B:B'],
  ]);
});

test('everybody who has been here is an editor of the workbook, and of a protection until its list is changed', async () => {
  const { host } = scriptHost(`
    function people() { return SpreadsheetApp.getActive().getEditors().map((each) => each.getEmail()); }
    function guard() {
      const protection = SpreadsheetApp.getActiveSheet().getRange('1:1').protect();
      const before = protection.getEditors().map((each) => each.getEmail());
      protection.removeEditors(before);
      return [before, protection.getEditors().length];
    }
    ${CODE.slice(CODE.indexOf('function write'))}`);
  host.connect(CLERK, () => undefined);
  expect(await host.run(OWNER, 'people')).toMatchObject({ value: [OWNER.email, CLERK.email] });
  expect(await host.run(OWNER, 'guard')).toMatchObject({ value: [[CLERK.email], 0] });
  expect(await host.run(CLERK, 'write')).toMatchObject({ ok: false, error: PROTECTED });
});

test('an installable trigger writes with its creator’s rights where who edits may not, a simple one does not', async () => {
  const { host, logs } = scriptHost(`
    ${CODE}
    function onEdit(e) { try { e.range.getSheet().getRange('B1').setValue('simple'); SpreadsheetApp.flush(); } catch (error) { console.log(error.message); } }
    function full(e) { e.range.getSheet().getRange('C1').setValue('installed'); }
    function install() { ScriptApp.newTrigger('full').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`);
  await host.run(OWNER, 'guard', [false]);
  await host.run(OWNER, 'install');
  const clerk = host.connect(CLERK, () => undefined);
  await clerk.intent({ kind: 'type', sheet: 0, row: 4, column: 0, text: 'x' });
  await host.idle();
  expect(logs).toEqual([`log: ${PROTECTED}`]);
  expect(host.state.sheets[0]!.cells[0]!.map((cell) => cell?.v)).toEqual([undefined, undefined, 'installed']);
});
