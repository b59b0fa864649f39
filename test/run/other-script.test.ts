import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { runCli } from '../../local/cli/main.ts';
import { openScript } from '../../local/host.ts';
import { loadBundle } from '../../local/run/load-bundle.ts';
import { inFolder } from '../file/temporary.ts';

const COUNTER = `
  function add(name, times) {
    const sheet = SpreadsheetApp.getActiveSheet();
    for (let i = 0; i < (times || 1); i++) sheet.appendRow([label_(name)]);
    return { rows: sheet.getLastRow(), last: sheet.getRange(sheet.getLastRow(), 1).getValue() };
  }
  function page() { return HtmlService.createTemplateFromFile('views/page').evaluate().getContent(); }
  function ask() {
    const ui = SpreadsheetApp.getUi();
    ui.alert('About to start');
    return String(ui.alert('Go on?', ui.ButtonSet.YES_NO));
  }
  function fail() { throw new Error('no stock'); }`;

/** A project as `clasp` lays it out, its root apart from its settings. */
function project(folder: string): string {
  mkdirSync(join(folder, 'src', 'views'), { recursive: true });
  mkdirSync(join(folder, 'src', 'node_modules'));
  writeFileSync(join(folder, '.clasp.json'), '{"scriptId":"","rootDir":"src","filePushOrder":["src/words.js"]}');
  writeFileSync(join(folder, 'src', 'appsscript.json'), '{"timeZone":"Europe/Berlin"}');
  writeFileSync(join(folder, 'src', 'a.gs'), COUNTER);
  writeFileSync(join(folder, 'src', 'words.js'), 'const PREFIX = "n:";');
  writeFileSync(join(folder, 'src', 'views', 'label.js'), 'function label_(name) { return PREFIX + name; }');
  writeFileSync(join(folder, 'src', 'views', 'page.html'), '<p><?= 1 + 1 ?></p>');
  writeFileSync(join(folder, 'src', 'node_modules', 'x.js'), 'not a script');
  return folder;
}

async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await runCli([...args, '--locale', 'en'], {
    out: (text) => (said.out += `${text}\n`),
    err: (text) => (said.err += `${text}\n`),
  });
  return { code, ...said };
}

test('a project is read as clasp would push it', () =>
  inFolder(async (folder) => {
    const { code, files, manifest } = loadBundle(project(folder));
    expect(code.indexOf('PREFIX =')).toBe(6);
    expect(code).not.toContain('not a script');
    expect([Object.keys(files), manifest]).toEqual([['views/page'], { timeZone: 'Europe/Berlin' }]);
  }));

test('another script runs in a workbook of its own, in the zone of its manifest', () =>
  inFolder(async (folder) => {
    const book = await openScript({ script: project(folder) });
    expect(await book.run('add', 'Li')).toEqual({ rows: 1, last: 'n:Li' });
    expect(await book.run('add', 'Wang', 2)).toEqual({ rows: 3, last: 'n:Wang' });
    expect(await book.run('page')).toBe('<p>2</p>');
    expect(book.host.state.timeZone).toBe('Europe/Berlin');
    await expect(book.run('fail')).rejects.toMatchObject({ name: 'Error', message: 'no stock' });
    await expect(book.run('nothing')).rejects.toMatchObject({ message: 'Script function not found: nothing' });
    await book.close();
  }));

test('what Google would not save is refused, though the engine reads it', async () => {
  const code = 'class A {\n  size = 1_000;\n  static #kept = 2n;\n}\nconst plain = { a_b: "1_0", ...null }?.a_b ?? 1;';
  await expect(openScript({ script: { code } })).rejects.toThrow(
    'Google would not save this script: a class field in line 2, a number with separators in line 2, ' +
      'a class field in line 3, a private name in line 3, a BigInt in line 3.',
  );
  await expect(openScript({ script: { code: 'function (' } })).rejects.toThrow(SyntaxError);
});

test('its workbook is kept in a file where one is named', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'book.xlsx');
    for (const rows of [1, 2]) {
      const book = await openScript({
        script: { code: 'function add() { SpreadsheetApp.getActiveSheet().appendRow([7]); }' },
        file,
      });
      await book.run('add');
      expect(book.host.state.sheets[0]!.cells).toHaveLength(rows);
      await book.close();
    }
  }));

test('the command line runs a function and prints what it returns', () =>
  inFolder(async (folder) => {
    project(folder);
    const file = join(folder, 'book.xlsx');
    expect(await cli('script', folder, '--list')).toEqual({ code: 0, out: 'add\npage\nask\nfail\n', err: '' });
    expect((await cli('script', folder, 'add', '["Li", 2]', '--file', file)).out).toContain('"rows": 2');
    expect((await cli('script', folder, 'add', '"Li"', '--file', file)).out).toContain('"rows": 3');
    expect(await cli('script', folder, 'ask', '--answer', 'YES')).toEqual({
      code: 0,
      out: '"YES"\n',
      err: 'About to start\nGo on?\n',
    });
    const unanswered = await cli('script', folder, 'ask');
    expect([unanswered.code, unanswered.err]).toEqual([1, expect.stringContaining('answer with --answer')]);
    const failed = await cli('script', folder, 'fail');
    expect([failed.code, failed.out, failed.err]).toEqual([1, '', expect.stringContaining('Error: no stock')]);
    expect((await cli('script', join(folder, 'nowhere'), 'add')).code).toBe(1);
  }));

test('other programs import it from the build', () => {
  const entry = fileURLToPath(new URL('../../build/local/host.js', import.meta.url));
  const program = `
    import { openScript, createHost, newWorkbook, loadBundle } from ${JSON.stringify(entry)};
    const book = await openScript({ script: { code: 'function sum(a, b) { return a + b; }' } });
    console.log(await book.run('sum', 2, 3), typeof createHost, typeof newWorkbook, typeof loadBundle);
    await book.close();`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(said).toBe('5 function function function\n');
});
