import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Op, WorkbookState } from '../../local/contract.ts';
import { createFile, openFile } from '../../local/file/file-of-record.ts';
import { describeFinding, type FileProblem } from '../../local/file/file-problem.ts';
import { peekFile } from '../../local/file/peek-file.ts';
import { rebuildZip } from '../../local/file/zip-archive.ts';
import { readZip } from '../../local/file/zip-directory.ts';
import { Workbook } from '../../local/model/workbook.ts';
import { plain, sampleState } from './sample-state.ts';
import { inFolder } from './temporary.ts';

const typed = (row: number, v: string): Op[] => [{ op: 'cells', sheet: 0, row, column: 0, cells: [[{ v }]] }];
const valueAt = (state: WorkbookState, row: number) => state.sheets[0]!.cells[row]?.[0]?.v;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    (problem: FileProblem) => problem.code,
  );

test('edits that were never saved are there after a crash', () =>
  inFolder(async (folder) => {
    const path = join(folder, '台账.xlsx');
    const file = await createFile(path, sampleState());
    await file.append(typed(30, '甲'), 1);
    await Promise.all([file.append(typed(31, '乙'), 2), file.append(typed(32, '丙'), 3)]);
    await copyFile(path, join(folder, 'crashed.xlsx'));
    await copyFile(`${path}.journal`, join(folder, 'crashed.xlsx.journal'));
    const again = await openFile(join(folder, 'crashed.xlsx'));
    expect([30, 31, 32].map((row) => valueAt(again.state, row))).toEqual(['甲', '乙', '丙']);
    expect(again.revision).toBe(3);
    expect(again.notices.map(({ code }) => code)).toEqual(['journal-replayed']);
    await again.close();
    await file.close();
  }));

test('a crash between the rename and the shortening of the journal applies nothing twice', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    const file = await createFile(path, sampleState());
    const book = new Workbook(file.state);
    const inserted: Op[] = [{ op: 'insertRows', sheet: 0, at: 1, count: 1 }];
    book.apply(inserted);
    await file.append(inserted, 1);
    const journal = await readFile(`${path}.journal`);
    await file.save(book.state);
    await file.close();
    await writeFile(`${path}.journal`, journal);
    const again = await openFile(path);
    expect(valueAt(again.state, 2)).toBe('C000001');
    expect(again.revision).toBe(1);
    expect(again.notices).toEqual([]);
    await again.close();
  }));

test('a saved file needs no journal', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    const file = await createFile(path, sampleState());
    const book = new Workbook(file.state);
    book.apply(typed(40, '丁'));
    await file.append(typed(40, '丁'), 1);
    file.scheduleSave(() => book.state);
    await file.close();
    expect(await readdir(folder)).toEqual(['a.xlsx']);
    const again = await openFile(path);
    expect(again.state).toEqual(plain(book.state));
    await again.close();
  }));

test('what is no workbook, is damaged, locked or not there is refused and left as it is', () =>
  inFolder(async (folder) => {
    const at = (name: string) => join(folder, name);
    const good = await createFile(at('good.xlsx'), sampleState());
    const bytes = await readFile(at('good.xlsx'));
    expect(await codeOf(openFile(at('good.xlsx')))).toBe('locked-by-ledger');
    await good.close();

    await writeFile(at('text.xlsx'), 'name,phone\r\n');
    await writeFile(
      at('zip.xlsx'),
      rebuildZip(
        readZip(bytes),
        Object.fromEntries(
          [...readZip(bytes).entries.keys()].map((name) => [name, name.startsWith('xl/') ? null : Buffer.from('')]),
        ),
      ),
    );
    await writeFile(at('old.xlsx'), Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]));
    await writeFile(
      at('secret.xlsx'),
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    );
    await writeFile(at('cut.xlsx'), bytes.subarray(0, bytes.length - 400));
    const flipped = Buffer.from(bytes);
    const state = [...readZip(bytes).entries.values()].find(({ name }) => name === 'ledger/state.json')!;
    flipped[state.offset + 60]! ^= 0xff;
    await writeFile(at('flipped.xlsx'), flipped);
    await copyFile(at('good.xlsx'), at('excel.xlsx'));
    await writeFile(at('~$excel.xlsx'), '');
    await copyFile(at('good.xlsx'), at('office.xlsx'));
    await writeFile(at('.~lock.office.xlsx#'), '');
    await mkdir(at('folder.xlsx'));

    const codes: Record<string, string> = {};
    for (const name of ['none', 'text', 'zip', 'old', 'secret', 'cut', 'flipped', 'excel', 'office', 'folder']) {
      const before = name === 'none' || name === 'folder' ? undefined : await readFile(at(`${name}.xlsx`));
      codes[name] = await codeOf(openFile(at(`${name}.xlsx`)));
      if (before) expect(await readFile(at(`${name}.xlsx`))).toEqual(before);
    }
    expect(codes).toEqual({
      none: 'not-found',
      text: 'not-xlsx',
      zip: 'not-xlsx',
      old: 'not-xlsx',
      secret: 'encrypted',
      cut: 'damaged',
      flipped: 'damaged',
      excel: 'locked-by-excel',
      office: 'locked-by-excel',
      folder: 'not-xlsx',
    });
    expect(await codeOf(createFile(at('good.xlsx'), sampleState()))).toBe('exists');
  }));

test('without the right to write, a file is refused', () =>
  inFolder(async (folder) => {
    // nobody keeps the administrator out
    if (process.getuid?.() === 0) return;
    const path = join(folder, 'a.xlsx');
    await (await createFile(path, sampleState())).close();
    await chmod(path, 0o444);
    expect(await codeOf(openFile(path))).toBe('no-permission');
  }));

test('the lock of a program that is gone is taken over', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    await (await createFile(path, sampleState())).close();
    const { hostname, uptime } = await import('node:os');
    const booted = Math.round(Date.now() - uptime() * 1000);
    await writeFile(join(folder, '.~ledger-a.xlsx.lock'), JSON.stringify({ pid: 2 ** 22 + 5, host: hostname(), booted }));
    const file = await openFile(path);
    expect(file.notices.map(({ code }) => code)).toEqual(['stale-lock']);
    await file.close();
    expect(await readdir(folder)).toEqual(['a.xlsx']);
  }));

test('a file with charts or macros is opened as a copy, and the original stays as it is', () =>
  inFolder(async (folder) => {
    const path = join(folder, '销售.xlsx');
    await (await createFile(path, sampleState())).close();
    const parts = { 'xl/charts/chart1.xml': Buffer.from('<chart/>'), 'xl/vbaProject.bin': Buffer.from('x') };
    await writeFile(path, rebuildZip(readZip(await readFile(path)), parts));
    const before = await readFile(path);
    const file = await openFile(path, { locale: 'zh-CN' });
    expect(file.path).toMatch(/销售-副本\.xlsx$/);
    expect(describeFinding(file.notices[0]!, 'zh-CN')).toContain('宏、图表');
    expect(valueAt(file.state, 1)).toBe('C000001');
    await file.save(file.state);
    await file.close();
    expect(await readFile(path)).toEqual(before);
    const second = await openFile(path, { locale: 'en' });
    expect(second.path).toMatch(/销售-copy\.xlsx$/);
    await second.close();
  }));

test('a workbook that was never ours is taken as it is, and its original kept', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'plain.xlsx');
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('客户');
    sheet.addRow(['姓名', '电话', '生日']);
    sheet.addRow(['李芳', '013800138000', new Date(Date.UTC(1990, 0, 2))]);
    await book.xlsx.writeFile(path);
    const before = await readFile(path);
    const file = await openFile(path, { locale: 'en' });
    expect(file.state.sheets.map(({ name, id }) => [name, id])).toEqual([['客户', 0]]);
    expect(file.state.sheets[0]!.cells[1]).toMatchObject([{ v: '李芳' }, { v: '013800138000' }, { v: 32_875 }]);
    await file.append(typed(5, '新'), 1);
    await copyFile(path, join(folder, 'crash.xlsx'));
    await copyFile(`${path}.journal`, join(folder, 'crash.xlsx.journal'));
    expect(valueAt((await peekFile(join(folder, 'crash.xlsx'))).state, 5)).toBe('新');
    await file.close();
    expect(await readFile(join(folder, 'plain-original.xlsx'))).toEqual(before);
  }));

test('a version that another program saved meanwhile is kept', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    const file = await createFile(path, sampleState());
    const foreign = await readFile(path);
    await writeFile(path, foreign);
    await utimes(path, 1, 1);
    await file.save(file.state);
    expect(file.notices.map(({ code }) => code)).toEqual(['changed-outside']);
    expect(await readFile(join(folder, 'a-changed-outside.xlsx'))).toEqual(foreign);
    await file.close();
  }));

test('while Excel has the file open, saving waits and the journal keeps the edits', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    const file = await createFile(path, sampleState());
    await file.append(typed(30, '甲'), 1);
    await writeFile(join(folder, '~$a.xlsx'), '');
    expect(await file.save(file.state)).toBe('postponed');
    await file.close();
    expect(existsSync(`${path}.journal`)).toBe(true);
    expect(valueAt((await peekFile(path)).state, 30)).toBe('甲');
  }));

test('the journal of another file is set aside, not applied', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    const file = await createFile(path, sampleState());
    const book = new Workbook(file.state);
    for (let i = 1; i <= 3; i++) {
      book.apply(typed(30, `${i}`));
      await file.append(typed(30, `${i}`), i);
      if (i === 2) await file.save(book.state);
    }
    const journal = await readFile(`${path}.journal`);
    const other = join(folder, 'b.xlsx');
    await (await createFile(other, sampleState())).close();
    await writeFile(`${other}.journal`, journal);
    const opened = await openFile(other);
    expect(opened.notices.map(({ code }) => code)).toEqual(['journal-set-aside']);
    expect(valueAt(opened.state, 30)).toBeUndefined();
    expect(opened.revision).toBe(0);
    await opened.close();
    await file.close();
  }));
