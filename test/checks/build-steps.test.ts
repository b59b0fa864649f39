import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { printTable } from '../../.config/bench/table.mjs';
import { includes } from '../../.config/check/services.mjs';
import { filesUnder, swapFolder, writeWhole } from '../../.config/parts/files.mjs';
import { manifests, readManifest } from '../../.config/parts/manifest.mjs';
import { at } from '../../.config/parts/paths.mjs';
import { whenStale } from '../../.config/parts/stamp.mjs';

let folder: string;
let name: string;
beforeEach(() => {
  mkdirSync(at('build'), { recursive: true });
  folder = mkdtempSync(at('build/steps-'));
  name = `build/${basename(folder)}`;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(at('build/.stamps', basename(folder)), { force: true });
});

test('a part is built again when its content changes, a file is added, or its output is gone', async () => {
  let made = 0;
  const part = { inputs: [`${name}/source`], outputs: () => [`${name}/out.js`] };
  const build = () =>
    whenStale(basename(folder), part, async () => {
      made += 1;
      writeFileSync(join(folder, 'out.js'), String(made));
    });
  mkdirSync(join(folder, 'source'));
  writeFileSync(join(folder, 'source/a.ts'), '1');
  expect([await build(), await build()]).toEqual([true, false]);
  writeFileSync(join(folder, 'source/a.ts'), '2');
  expect([await build(), await build()]).toEqual([true, false]);
  writeFileSync(join(folder, 'source/b.ts'), '');
  expect([await build(), await build()]).toEqual([true, false]);
  rmSync(join(folder, 'out.js'));
  expect([await build(), await build()]).toEqual([true, false]);
});

test('a build that fails is tried again', async () => {
  const part = { inputs: [name], outputs: () => [] };
  const fail = () => Promise.reject(new Error('no'));
  await expect(whenStale(basename(folder), part, fail)).rejects.toThrow('no');
  await expect(whenStale(basename(folder), part, fail)).rejects.toThrow('no');
});

test('files are written whole and leave nothing beside them', () => {
  writeWhole(join(folder, 'deep/a.txt'), 'one');
  writeWhole(join(folder, 'deep/a.txt'), 'two');
  expect(readFileSync(join(folder, 'deep/a.txt'), 'utf8')).toBe('two');
  expect(filesUnder(folder).map((path: string) => basename(path))).toEqual(['a.txt']);
});

test('a folder that replaces another leaves nothing of it', () => {
  for (const [file, text] of Object.entries({ 'old/gone.html': 'x', 'new/kept.html': 'y' })) writeWhole(join(folder, file), text);
  swapFolder(join(folder, 'new'), join(folder, 'old'));
  expect(readdirSync(folder)).toEqual(['old']);
  expect(existsSync(join(folder, 'old/gone.html'))).toBe(false);
});

test('both manifests run on V8 in the same zone, and core asks for nothing that full does not', () => {
  const [full, core] = Object.keys(manifests).map((one) => JSON.parse(readManifest(one)));
  expect(core.timeZone).toBe(full.timeZone);
  // Google counts the narrower one in where the wider one is asked for.
  const granted = full.oauthScopes.flatMap((scope: string) => [scope, ...(includes[scope as keyof typeof includes] ?? [])]);
  expect(granted).toEqual(expect.arrayContaining(core.oauthScopes));
  expect(() => readManifest('none')).toThrow('full, core');
});

test('the suite ends with a line of its own that counts what could not start as failed, below what was tried twice', () => {
  const script = `import('./.config/plain-reporter.mjs').then(({ default: Reporter }) => {
    const tests = [
      { fullName: 'a', status: 'passed', invocations: 1 },
      { fullName: 'b', status: 'passed', invocations: 2 },
      { fullName: 'c', status: 'failed', invocations: 2 },
    ];
    const testResults = [{ testResults: tests }, { testResults: [] }];
    new Reporter().onRunComplete([], { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 1, testResults });
    console.log('Ran all test suites.');
  })`;
  const said = execFileSync(process.execPath, ['-e', script], { cwd: at(), encoding: 'utf8' });
  expect(said).toBe('Ran all test suites.\ntried twice, passed: b\ntried twice, failed: c\n3 passed, 2 failed\n');
});

test('tables line up, Chinese counted double', () => {
  const lines: string[] = [];
  const log = console.log;
  console.log = (line: string) => lines.push(line);
  try {
    printTable(
      'Cost',
      ['what', 'ms'],
      [
        ['登记', 12],
        ['paste', 3.5],
      ],
    );
  } finally {
    console.log = log;
  }
  expect(lines).toEqual(['\nCost', '  what    ms', '  -----  ---', '  登记    12', '  paste  3.5']);
});
