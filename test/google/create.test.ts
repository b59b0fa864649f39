import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { create } from '../../.config/google/create.mjs';
import { isPlaceholder, placeholder, readProject, writeProject } from '../../.config/google/project.mjs';
import { at, root } from '../../.config/parts/paths.mjs';
import { StandIn } from './stand-in.ts';

// clasp takes seconds to start, and several times as long on a busy machine
jest.setTimeout(90_000);

let google: StandIn;
let folder: string;
beforeAll(async () => {
  google = await new StandIn().start();
});
afterAll(() => google.stop());
beforeEach(() => {
  google.logIn();
  google.refusal = undefined;
  google.calls.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'ledger-project-'));
  writeProject(folder, { scriptId: placeholder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const calls = (path: string) => google.calls.filter((call) => call.method === 'POST' && call.path === path);

test('a new sheet is made with its script, whose id is kept and whose default files stay out of the project', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'ledger-scratch-'));
  await create({ folder, title: '\u5ba2\u6237\u53f0\u8d26', env: google.env, scratch });
  expect(calls('/www.googleapis.com/drive/v3/files')[0]?.body).toMatchObject({
    name: '\u5ba2\u6237\u53f0\u8d26',
    mimeType: 'application/vnd.google-apps.spreadsheet',
  });
  expect(calls('/script.googleapis.com/v1/projects')[0]?.body).toMatchObject({ parentId: 'new-sheet' });
  expect(readProject(folder)).toEqual({ scriptId: 'new-script', rootDir: 'dist', parentId: 'new-sheet' });
  expect(readdirSync(folder)).toEqual(['.clasp.json']);
  expect(readdirSync(scratch)).toEqual([]);
  rmSync(scratch, { recursive: true });
});

test('an existing sheet gets a script and no second sheet is made', async () => {
  await create({ folder, title: 'Ledger', parent: 'shop-sheet', env: google.env });
  expect(calls('/www.googleapis.com/drive/v3/files')).toEqual([]);
  expect(calls('/script.googleapis.com/v1/projects')[0]?.body).toEqual({ parentId: 'shop-sheet', title: 'Ledger' });
  expect(readProject(folder)).toMatchObject({ scriptId: 'new-script', parentId: 'shop-sheet' });
});

test('a project that names a script already is left alone, unless told otherwise', async () => {
  writeProject(folder, { scriptId: 'shop-script' });
  await expect(create({ folder, env: google.env })).rejects.toThrow('shop-script');
  expect(google.calls).toEqual([]);
  await create({ folder, force: true, env: google.env });
  expect(readProject(folder).scriptId).toBe('new-script');
});

test('a refusal by Google leaves the placeholder', async () => {
  google.refusal = [403, { error: { code: 403, message: 'User has not enabled the Apps Script API.' } }];
  await expect(create({ folder, env: google.env })).rejects.toThrow('has not enabled');
  expect(isPlaceholder(readProject(folder))).toBe(true);
});

test('nobody logged in is refused with the next step', async () => {
  rmSync(join(google.home, '.clasprc.json'));
  await expect(create({ folder, env: google.env })).rejects.toThrow('npx clasp login');
});

test('the repository’s own .clasp.json sends dist and nothing else', () => {
  expect(readProject(root).rootDir).toBe('dist');
  expect(JSON.parse(readFileSync(at('.clasp.json'), 'utf8'))).not.toHaveProperty('filePushOrder');
});
