import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openShelf } from '../../local/file/shelf-folder.ts';
import { resultOf, scriptHost } from '../run/script-host.ts';
import { inFolder } from './temporary.ts';

const scopes = ['spreadsheets', 'drive'];

const CODE = `
  function make() {
    const folder = DriveApp.createFolder('Exports');
    const text = folder.createFile('a/b?.csv', '客户', MimeType.CSV).setDescription('list');
    const book = SpreadsheetApp.create('Backup');
    book.getSheets()[0].getRange('A1:B1').setValues([['王芳', 2]]);
    return [text.getId(), book.getId()];
  }
  function look(ids) {
    const file = DriveApp.getFileById(ids[0]);
    const book = SpreadsheetApp.openById(ids[1]);
    return [file.getName(), file.getBlob().getDataAsString(), file.getDescription(), file.getParents().next().getName(), book.getName(), book.getSheets()[0].getRange('A1:B1').getValues()];
  }
  function change(ids) { DriveApp.getFileById(ids[0]).setContent('new'); SpreadsheetApp.openById(ids[1]).getSheets()[0].getRange('A1').setValue('李娜'); }
  function count() { let n = 0; for (const files = DriveApp.getFiles(); files.hasNext(); n++) files.next(); return n; }`;

async function opened(path: string, name: string, ...args: unknown[]): Promise<unknown> {
  const shelf = openShelf(path);
  const { host } = scriptHost(CODE, { scopes, shelf });
  const value = await resultOf(host, name, ...args);
  await shelf.close();
  return value;
}

test('files that scripts made are there again when the workbook is opened again', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'ledger.xlsx');
    const ids = await opened(path, 'make');
    expect(readdirSync(join(folder, 'ledger-files')).sort()).toEqual(['Backup.xlsx', 'a_b_.csv', 'index.json']);
    expect(await opened(path, 'look', ids)).toEqual(['a/b?.csv', '客户', 'list', 'Exports', 'Backup', [['王芳', 2]]]);
    await opened(path, 'change', ids);
    expect(await opened(path, 'look', ids)).toMatchObject(['a/b?.csv', 'new', 'list', 'Exports', 'Backup', [['李娜', 2]]]);
    expect(readFileSync(join(folder, 'ledger-files', 'a_b_.csv'), 'utf8')).toBe('new');
  }));

test('two files of one name lie side by side', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'ledger.xlsx');
    const first = await opened(path, 'make');
    await opened(path, 'make');
    expect(readdirSync(join(folder, 'ledger-files'))).toEqual(
      expect.arrayContaining(['Backup.xlsx', 'Backup (2).xlsx', 'a_b_.csv', 'a_b_ (2).csv']),
    );
    expect(await opened(path, 'look', first)).toEqual(expect.arrayContaining(['a/b?.csv', '客户']));
  }));

test('a workbook whose scripts make no files gets no folder', () =>
  inFolder(async (folder) => {
    expect(await opened(join(folder, 'ledger.xlsx'), 'count')).toBe(1);
    expect(existsSync(join(folder, 'ledger-files'))).toBe(false);
  }));

test('an index that cannot be read is put aside, and no file is written over', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'ledger.xlsx');
    await opened(path, 'make');
    writeFileSync(join(folder, 'ledger-files', 'index.json'), '[{');
    const problems: Error[] = [];
    const shelf = openShelf(path, (error) => problems.push(error));
    await resultOf(scriptHost(CODE, { scopes, shelf }).host, 'make');
    await shelf.close();
    expect(problems).toHaveLength(1);
    expect(readdirSync(shelf.path)).toEqual(expect.arrayContaining(['damaged-index.json', 'Backup.xlsx', 'Backup (2).xlsx']));
  }));

test('a file that was taken away says so to the script as Google’s servers would', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'ledger.xlsx');
    const ids = (await opened(path, 'make')) as string[];
    const shelf = openShelf(path);
    const items = shelf.items().map((item) => ({ ...item, file: 'gone' }));
    writeFileSync(join(shelf.path, 'index.json'), JSON.stringify(items));
    const { host } = scriptHost(
      `function open(id) { SpreadsheetApp.openById(id); } function read(id) { DriveApp.getFileById(id).getBlob(); }`,
      {
        scopes,
        shelf,
      },
    );
    const user = { email: 'owner@shop.example', locale: 'en' };
    expect(await host.run(user, 'open', [ids[1]])).toMatchObject({
      error: `Service Spreadsheets failed while accessing document with id ${ids[1]}.`,
    });
    expect(await host.run(user, 'read', [ids[0]])).toMatchObject({
      error: "We're sorry, a server error occurred. Please wait a bit and try again.",
    });
  }));
