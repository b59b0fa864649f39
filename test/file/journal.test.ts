import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Op } from '../../local/contract.ts';
import { openJournal, readJournal } from '../../local/file/journal.ts';
import { inFolder } from './temporary.ts';

const ops = (text: string): Op[] => [{ op: 'cells', sheet: 0, row: 0, column: 0, cells: [[{ v: text }]] }];
const empty = { lines: [], goodBytes: 0 };

test('what was acknowledged is read again, in order', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'j');
    const journal = await openJournal(path, empty);
    await Promise.all([journal.append(1, ops('一')), journal.append(2, ops('line\nbreak')), journal.append(3, ops('🙂'))]);
    expect((await readJournal(path)).lines).toEqual([
      { revision: 1, ops: ops('一') },
      { revision: 2, ops: ops('line\nbreak') },
      { revision: 3, ops: ops('🙂') },
    ]);
    await journal.close();
  }));

test('a torn last line is dropped and writing goes on behind the whole ones', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'j');
    const journal = await openJournal(path, empty);
    await journal.append(1, ops('a'));
    await journal.close();
    const whole = await readFile(path, 'utf8');
    for (let cut = 1; cut < whole.length; cut += 7) {
      await writeFile(path, whole + whole.slice(0, cut));
      const found = await readJournal(path);
      expect(found.fault).toBe('torn');
      expect(found.lines).toHaveLength(1);
      const again = await openJournal(path, found);
      await again.append(2, ops('b'));
      await again.close();
      expect((await readJournal(path)).lines.map(({ revision }) => revision)).toEqual([1, 2]);
    }
  }));

test('a broken line with whole ones behind it is damage, not a torn end', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'j');
    const journal = await openJournal(path, empty);
    for (let i = 1; i <= 3; i++) await journal.append(i, ops(`text ${i}`));
    await journal.close();
    await writeFile(path, (await readFile(path, 'utf8')).replace('text 2', 'text 7'));
    const found = await readJournal(path);
    expect(found.fault).toBe('damaged');
    expect(found.lines.map(({ revision }) => revision)).toEqual([1]);
  }));

test('lines that a save holds are forgotten, later ones stay', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'j');
    const journal = await openJournal(path, empty);
    const appended = [1, 2, 3].map((i) => journal.append(i, ops(`${i}`)));
    const forgotten = journal.forget(2);
    await Promise.all([...appended, forgotten, journal.append(4, ops('4'))]);
    expect((await readJournal(path)).lines.map(({ revision }) => revision)).toEqual([3, 4]);
    expect(journal.length).toBe(2);
    await journal.close();
  }));

test('an empty line of zeros, as a power cut may leave, is a torn end', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'j');
    const journal = await openJournal(path, empty);
    await journal.append(1, ops('a'));
    await journal.close();
    await appendFile(path, Buffer.alloc(512));
    expect((await readJournal(path)).fault).toBe('torn');
    expect((await readJournal(path)).lines).toHaveLength(1);
  }));
