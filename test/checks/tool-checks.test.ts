import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkGenerated, checkStyle, checkTypes, checkUnused } from '../../.config/check/tools.mjs';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-checks-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

test('a wrong type in any project is reported, a project without files is not', async () => {
  write({
    'tsconfig.json': '{ "files": [], "references": [{ "path": "right" }, { "path": "wrong" }, { "path": "empty" }] }',
    'right/tsconfig.json': '{ "include": ["*.ts"] }',
    'right/a.ts': 'export const a: number = 1;\n',
    'wrong/tsconfig.json': '{ "include": ["*.ts"] }',
    'wrong/a.ts': "export const a: number = 'one';\n",
    'empty/tsconfig.json': '{ "include": ["*.ts"] }',
  });
  const { problems } = await checkTypes(folder);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('wrong/a.ts(1,14)');
});

test('bad format and lint are reported', async () => {
  write({
    'biome.json': '{ "linter": { "rules": { "correctness": { "noUnusedImports": "error" } } } }\n',
    'a.ts': 'export const a = 1;\n',
  });
  expect((await checkStyle(folder)).problems).toEqual([]);
  write({ 'a.ts': 'export   const a = 1\n' });
  expect((await checkStyle(folder)).problems[0]).toContain('format');
  write({ 'a.ts': "import { b } from './b.ts';\n" });
  expect((await checkStyle(folder)).problems[0]).toContain('noUnusedImports');
});

test('a file or an export that nothing uses is reported', async () => {
  write({
    'package.json': '{ "name": "x", "type": "module" }',
    'tsconfig.json': '{}',
    'knip.json': '{ "entry": ["main.ts"], "project": ["**/*.ts"] }',
    'main.ts': "import { used } from './part.ts';\nused();\n",
    'part.ts': 'export const used = () => 1;\n',
  });
  expect((await checkUnused(folder)).problems).toEqual([]);
  write({ 'part.ts': 'export const used = () => 1;\nexport const spare = 2;\n', 'lost.ts': 'export const a = 1;\n' });
  const { problems } = await checkUnused(folder);
  expect(problems[0]).toContain('spare');
  expect(problems[0]).toContain('lost.ts');
});

test('a generated file that has drifted is reported, and a generator that could not tell', async () => {
  const samples = ['deaf', 'drifted'].map((name) => `test/checks/samples/${name}-generator.mjs`);
  const { problems } = await checkGenerated(samples);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('does not know --check');
  expect(problems[1]).toContain('the file has drifted');
  expect((await checkGenerated(['.config/no-such-generator.mjs'])).problems).toEqual([]);
});
