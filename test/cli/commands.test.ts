import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseCsv } from '../../local/cli/csv.ts';
import { runCli } from '../../local/cli/main.ts';
import { openFile } from '../../local/file/file-of-record.ts';
import { inFolder } from '../file/temporary.ts';

interface Said {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line as in a shop, in Chinese, at a fixed time. */
async function ledger(args: string[], input = ''): Promise<Said> {
  const said: Said = { code: 0, out: '', err: '' };
  const output = {
    out: (text: string) => {
      said.out += `${text}\n`;
    },
    err: (text: string) => {
      said.err += `${text}\n`;
    },
  };
  const surroundings = { input: async () => input };
  said.code = await runCli([...args, ...(args[0] ? ['--now', '2026-11-20T09:00:00+08:00'] : [])], output, surroundings);
  return said;
}

const made = async (folder: string, ...options: string[]) => {
  const path = join(folder, '台账.xlsx');
  const said = await ledger(['new', path, '--zone', 'Asia/Shanghai', ...options]);
  expect([said.code, said.err]).toEqual([0, '']);
  return path;
};
const show = async (path: string, tab: string, ...options: string[]) =>
  parseCsv((await ledger(['show', path, tab, ...options])).out);

test('a new ledger has the tabs of the trade, and a file that is there is not overwritten', () =>
  inFolder(async (folder) => {
    const path = await made(folder);
    expect((await show(path, '基本信息'))[0]).toEqual(expect.arrayContaining(['客户编号', '客户姓名', '联系电话']));
    expect(await readdir(folder)).toEqual(['台账.xlsx']);
    const again = await ledger(['new', path]);
    expect([again.code, again.err]).toEqual([1, `${path} 已经存在，没有覆盖。\n`]);
  }));

test('a shop in another country has its zone, and its phones are read as its own', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'shop.xlsx');
    expect((await ledger(['new', path, '--locale', 'en_GB', '--template', 'cafe'])).code).toBe(0);
    await ledger(['paste', path, 'Customers', '-'], 'Customer name,Phone\r\nAmy Clark,020 7946 0005\r\n');
    expect((await show(path, 'Customers'))[1]?.[2]).toBe('020 7946 0005');
    expect(await ledger(['new', join(folder, 'b.xlsx'), '--zone', 'Mars/Base'])).toMatchObject({ code: 2 });
  }));

test('a CSV is pasted below the last row by the labels of either language, and the checks run', () =>
  inFolder(async (folder) => {
    const path = await made(folder);
    const csv = '客户姓名,Phone,客户类型\r\n李芳,+86 138-0013-8000,VIP客户\r\n王小明,12,VIP客户\r\n';
    const first = await ledger(['paste', path, 'Customers', '-', '--json', '--trace'], csv);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toEqual({ ok: true, tab: '基本信息', rows: 2, firstRow: 2, lastRow: 3 });
    const cost = JSON.parse(first.err.trim().split('\n').at(-1)!) as Record<string, number>;
    expect(Object.keys(cost)).toEqual([
      'serviceCalls',
      'reads',
      'writes',
      'lookups',
      'queuedWrites',
      'cellsRead',
      'cellsWritten',
      'simulatedMsP50',
      'simulatedMsP95',
      'cpuMs',
      'bill',
    ]);
    const bill = Object.values(cost.bill as unknown as Record<string, { msP50: number }>);
    expect(bill.reduce((sum, { msP50 }) => sum + msP50, 0)).toBeCloseTo(cost.simulatedMsP50!, 1);
    expect(cost.serviceCalls).toBeGreaterThan(0);
    await writeFile(join(folder, 'more.csv'), '联系电话,客户姓名\n0571-87654321,赵敏');
    expect((await ledger(['paste', path, '基本信息', join(folder, 'more.csv')])).out).toContain('第 4–4 行');
    const [header = [], ...rows] = await show(path, '基本信息');
    const names = rows.map((row) => [
      row[header.indexOf('客户编号')],
      row[header.indexOf('客户姓名')],
      row[header.indexOf('客户类型')],
    ]);
    expect(names).toEqual([
      ['C000001', '李芳', 'VIP客户'],
      ['C000002', '王小明', 'VIP客户'],
      ['C000003', '赵敏', ''],
    ]);
    const notes = await show(path, '基本信息', '--notes');
    expect(notes[2]![header.indexOf('联系电话')]).not.toBe('');
    expect(notes[1]![header.indexOf('联系电话')]).toBe('');
  }));

test('a column that the tab does not have is named, and nothing is pasted', () =>
  inFolder(async (folder) => {
    const path = await made(folder);
    const said = await ledger(['paste', path, '基本信息', '-'], '客户姓名,星座,Shoe size\n李芳,白羊,38\n');
    expect(said.code).toBe(1);
    expect(said.err).toContain('“星座”、“Shoe size”');
    expect(await show(path, '基本信息')).toHaveLength(1);
    const twice = await ledger(['paste', path, '基本信息', '-'], '联系电话,Phone\n1,2\n');
    expect([twice.code, twice.err]).toEqual([1, '列 “Phone” 重复了。\n']);
  }));

test('actions are listed and run, and one that says no ends with 1', () =>
  inFolder(async (folder) => {
    const path = await made(folder);
    const listed = JSON.parse((await ledger(['run', path, '--list', '--json'])).out) as { id: string }[];
    expect(listed.map(({ id }) => id)).toContain('set-up');
    const again = await ledger(['run', path, 'set-up', '{}', '--json']);
    expect([again.code, JSON.parse(again.out)]).toMatchObject([0, { ok: true }]);
    expect((await ledger(['run', path, 'no-such-action'])).code).toBe(1);
    const asked = await ledger(['run', path, 'choose-name']);
    expect([asked.code, asked.err]).toEqual([1, expect.stringMatching(/日志里怎么称呼你[\s\S]*没有人回答，所以没有做/)]);
    expect((await ledger(['run', path, '--list'])).out).toContain('choose-name\t填写名字\t{"name": "王店长"}');
    expect((await ledger(['run', path, 'set-up', '{no json'])).code).toBe(2);
    expect((await ledger(['run', path])).code).toBe(2);
  }));

test('what the sidebar calls can be called', () =>
  inFolder(async (folder) => {
    const path = await made(folder);
    const said = await ledger(['call', path, 'getForm', '{"tab":"customers"}', '--json']);
    expect(said.code).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({ tab: 'customers' });
    expect((await ledger(['call', path, 'noSuchFunction'])).code).toBe(1);
  }));

test('a tab can be looked at while the file is open elsewhere, but not changed', () =>
  inFolder(async (folder) => {
    const path = await made(folder);
    const open = await openFile(path);
    expect((await show(path, 'Customers'))[0]).toContain('客户姓名');
    const said = await ledger(['paste', path, '基本信息', '-'], '客户姓名\n李芳\n');
    expect([said.code, said.err]).toEqual([1, `${path} 正由另一个台账程序（进程 ${process.pid}）打开，请先关掉它。\n`]);
    await open.close();
    expect((await ledger(['show', path, '没有的表'])).err).toContain('没有“没有的表”这个表');
  }));

test('a command line that is wrong says how it should be, in the language asked for', async () => {
  expect((await ledger([])).code).toBe(2);
  expect((await ledger(['frob'])).err).toContain('没有命令“frob”');
  expect(await ledger(['paste', 'x.xlsx'])).toMatchObject({ code: 2, err: expect.stringContaining('ledger paste FILE TAB CSV') });
  expect(await ledger(['open', '--port', 'x'])).toMatchObject({ code: 2 });
  expect(await ledger(['show', 'x.xlsx', '基本信息', '--frob'])).toMatchObject({ code: 2 });
  for (const name of ['new', 'open', 'paste', 'run', 'call', 'show']) {
    const help = await ledger([name, '--help', '--locale', 'en']);
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toContain(`ledger ${name} `);
  }
  expect(await ledger(['show', 'none.xlsx', 'x', '--locale', 'en'])).toMatchObject({
    code: 1,
    err: 'There is no file none.xlsx. Check its name and folder; "ledger new" makes a new ledger.\n',
  });
});

test('a file that could not be set up is not left behind', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    expect((await ledger(['new', path, '--template', 'no-such-trade'])).code).toBe(2);
    expect(existsSync(path)).toBe(false);
  }));
