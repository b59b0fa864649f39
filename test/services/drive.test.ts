import { expect, test } from '@jest/globals';
import { CLERK, OWNER, resultOf, scriptHost } from '../run/script-host.ts';

const scopes = ['spreadsheets', 'drive', 'script.scriptapp', 'userinfo.email'];

/** What the statements give back; `ss` is the workbook. */
async function drive(body: string, given = scopes): Promise<unknown> {
  const code = `function test() { const ss = SpreadsheetApp.getActive(); try { ${body} } catch (error) { return String(error); } }
    function names(found) { const all = []; while (found.hasNext()) all.push(found.next().getName()); return all; }`;
  return resultOf(scriptHost(code, { scopes: given }).host, 'test');
}

test('a file has contents, a type, addresses and a place', async () => {
  expect(
    await drive(`const folder = DriveApp.createFolder('Exports');
      const file = folder.createFile('客户.csv', '王芳', MimeType.CSV).setDescription('list');
      return [file.getName(), String(file), file.getMimeType(), file.getSize(), file.getBlob().getDataAsString(), file.getAs('text/csv').getName(), file.getDescription(),
        file.getParents().next().getName(), names(folder.getFiles()), file.getUrl().includes(file.getId()), file.getDownloadUrl().includes(file.getId()),
        folder.getUrl().endsWith(folder.getId()), String(folder), String(DriveApp), String(DriveApp.getRootFolder()), folder.getParents().next().getName(), file.getOwner().getEmail(),
        file.getDateCreated().getTime() === Date.now(), String(file.getAccess('x@y.example')), String(file.getAccess(Session.getEffectiveUser()))];`),
  ).toEqual([
    ...['客户.csv', '客户.csv', 'text/csv', 6, '王芳', '客户.csv', 'list', 'Exports', ['客户.csv'], true, true, true],
    ...['Exports', 'Drive', 'My Drive', 'My Drive', OWNER.email, true, 'NONE', 'OWNER'],
  ]);
});

test('the workbook is a file like any other, and bears one name with it', async () => {
  expect(
    await drive(`const file = DriveApp.getFileById(ss.getId());
      const before = [file.getName(), file.getMimeType(), file.getSize() > 0, names(DriveApp.getFilesByType(MimeType.GOOGLE_SHEETS))];
      file.setName('Ledger');
      const renamed = ss.getName();
      const other = SpreadsheetApp.create('Other');
      other.rename('Another');
      SpreadsheetApp.flush();
      return [before, renamed, DriveApp.getFileById(other.getId()).getName(), SpreadsheetApp.open(DriveApp.getFileById(other.getId())).getName()];`),
  ).toEqual([['Shop', 'application/vnd.google-apps.spreadsheet', true, ['Shop']], 'Ledger', 'Another', 'Another']);
});

test('a copy of the workbook has its cells, but neither its triggers nor its properties', async () => {
  expect(
    await drive(`ss.getSheets()[0].getRange('A1').setValue('王芳');
      PropertiesService.getScriptProperties().setProperty('a', 'b');
      ScriptApp.newTrigger('test').forSpreadsheet(ss).onOpen().create();
      const folder = DriveApp.createFolder('Backups');
      const file = DriveApp.getFileById(ss.getId()).makeCopy('Backup', folder);
      const copy = SpreadsheetApp.openById(file.getId());
      ss.getSheets()[0].getRange('A1').setValue('later');
      return [copy.getName(), copy.getSheets()[0].getRange('A1').getValue(), copy.getId() !== ss.getId(), names(folder.getFiles())];`),
  ).toEqual(['Backup', '王芳', true, ['Backup']]);
});

test('a spreadsheet turns into nothing but PDF, and that not here', async () => {
  expect(await drive('return DriveApp.getFileById(ss.getId()).getAs(MimeType.MICROSOFT_EXCEL)')).toBe(
    'Exception: Converting from application/vnd.google-apps.spreadsheet to application/vnd.openxmlformats-officedocument.spreadsheetml.sheet is not supported.',
  );
  expect(await drive('return DriveApp.getFileById(ss.getId()).getBlob()')).toMatch(/is not part of the local workbook\.$/);
});

test('what lies in a folder in the trash is in the trash, and is still found by its name', async () => {
  expect(
    await drive(`const folder = DriveApp.createFolder('Old'); const file = folder.createFile('a.txt', 'a');
      folder.setTrashed(true);
      return [file.isTrashed(), names(DriveApp.getFilesByName('a.txt')), names(DriveApp.getTrashedFiles()), names(DriveApp.getTrashedFolders()),
        names(DriveApp.searchFolders('trashed = false'))];`),
  ).toEqual([true, ['a.txt'], ['a.txt'], ['Old'], []]);
});

test.each([
  ["title contains 'back'", ['backup 2']],
  ["title contains 'report' or title = 'backup 2'", ['sales report', 'backup 2']],
  ["not (title contains 'report') and mimeType = 'text/plain'", ['backup 2']],
  ["starred = true and 'me' in owners", ['sales report']],
  ["modifiedDate > '2026-11-22T03:00:00'", []],
  ["'root' in parents and mimeType != 'application/vnd.google-apps.spreadsheet'", ['sales report', 'backup 2']],
  ['title contains', 'Exception: Invalid argument: q'],
  ["colour = 'red'", 'Exception: Invalid argument: q'],
])('searchFiles(%s)', async (query, found) => {
  expect(
    await drive(`DriveApp.createFile('backup 2', 'x'); DriveApp.createFile('sales report', 'y').setStarred(true);
      return names(DriveApp.searchFiles(${JSON.stringify(query)}));`),
  ).toEqual(found);
});

test('an iterator ends with an error, and can be taken up again', async () => {
  expect(await drive("return DriveApp.getFilesByName('none').next()")).toBe(
    'Exception: Cannot retrieve the next object: iterator has reached the end.',
  );
  expect(await drive("return DriveApp.continueFileIterator('x')")).toBe('Exception: Invalid argument: continuationToken');
  expect(
    await drive(`['a', 'b', 'c'].forEach((name) => DriveApp.createFolder(name));
      const folders = DriveApp.getFolders(); folders.next();
      return names(DriveApp.continueFolderIterator(folders.getContinuationToken()));`),
  ).toEqual(['b', 'a']);
});

test('what somebody may see and change depends on what they were given', async () => {
  const { host } = scriptHost(
    `function make() { return ['open', 'read', 'write', 'link'].map((name) => DriveApp.createFile(name, 'x')).map((file, i) => {
        if (i === 1) file.addViewer('clerk@shop.example');
        if (i === 2) file.addViewer('clerk@shop.example').addEditor('clerk@shop.example');
        if (i === 3) file.setSharing(DriveApp.Access.ANYONE_WITH_LINK, DriveApp.Permission.VIEW);
        return file.getId();
      }); }
     function look(ids) { return ids.map((id) => { try { return DriveApp.getFileById(id).setName('changed').getName(); } catch (error) { return error.message.slice(0, 13); } }); }
     function lists(id) { const file = DriveApp.getFileById(id); return [file.getEditors().map(String), file.getViewers().map(String)]; }`,
    { scopes },
  );
  const ids = (await resultOf(host, 'make')) as string[];
  expect(await host.run(CLERK, 'look', [ids])).toMatchObject({
    value: ['No item with ', 'Access denied', 'changed', 'Access denied'],
  });
  expect(await resultOf(host, 'lists', ids[2])).toEqual([[CLERK.email], []]);
});

test('another person’s spreadsheet cannot be opened until it is shared', async () => {
  const { host } = scriptHost(
    `function make() { return SpreadsheetApp.create('Mine').getId(); }
     function share(id) { DriveApp.getFileById(id).addViewer('clerk@shop.example'); }
     function open(id) { try { return SpreadsheetApp.openById(id).getName(); } catch (error) { return error.message; } }`,
    { scopes },
  );
  const id = await resultOf(host, 'make');
  expect(await host.run(CLERK, 'open', [id])).toMatchObject({
    value: 'You do not have permission to access the requested document.',
  });
  await resultOf(host, 'share', id);
  expect(await host.run(CLERK, 'open', [id])).toMatchObject({ value: 'Mine' });
});

test('the root folder cannot be changed, and reading needs less than writing', async () => {
  expect(await drive('DriveApp.getRootFolder().setTrashed(true)')).toBe('Exception: Access denied: DriveApp.');
  expect(await drive("return DriveApp.getFilesByName('x').hasNext()", ['spreadsheets', 'drive.readonly'])).toBe(false);
  expect(await drive("DriveApp.createFile('x', 'y')", ['spreadsheets', 'drive.readonly'])).toBe(
    'Exception: Specified permissions are not sufficient to call DriveApp.createFile. Required permissions: https://www.googleapis.com/auth/drive',
  );
});

test('what is not a plain file cannot be made as one', async () => {
  expect(await drive("DriveApp.createFile('x', '', MimeType.GOOGLE_SHEETS)")).toBe(
    'Exception: Invalid argument: file.contentType',
  );
  expect(await drive("DriveApp.getFolderById(DriveApp.createFile('x', '').getId())")).toMatch(
    /^Exception: No item with the given ID/,
  );
  expect(await drive("DriveApp.createFile('x', '').addEditor('nobody')")).toBe('Exception: Invalid email: nobody');
});
