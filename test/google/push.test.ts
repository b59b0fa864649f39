import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import vm from 'node:vm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { placeholder, writeProject } from '../../.config/google/project.mjs';
import { mustBeReady, pushFolder } from '../../.config/google/push.mjs';
import { at, root } from '../../.config/parts/paths.mjs';
import { exportsOf } from '../../.config/parts/server.mjs';
import { type ScriptFile, StandIn } from './stand-in.ts';

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
  google.scripts.clear();
  google.calls.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'ledger-push-'));
  cpSync(at('dist'), join(folder, 'dist'), { recursive: true });
  writeProject(folder, { scriptId: 'shop-script' });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const push = (): Promise<string> => pushFolder({ folder, env: google.env, quiet: true });

/** What a file is called in the script: without its ending. */
const arrivedAs = (name: string): string => name.replace(/\.(?:js|html|json)$/, '');

test('what lies in dist is what clasp would send, and nothing else', async () => {
  const clasp = createRequire(import.meta.url).resolve('@google/clasp');
  const { stdout } = await promisify(execFile)(process.execPath, [clasp, 'show-file-status', '--json'], {
    cwd: root,
    env: google.env,
  });
  const { filesToPush, untrackedFiles } = JSON.parse(stdout);
  expect(filesToPush.sort()).toEqual(
    readdirSync(at('dist'))
      .map((name) => `dist/${name}`)
      .sort(),
  );
  expect(untrackedFiles.filter((name: string) => name.startsWith('dist'))).toEqual([]);
  expect(filesToPush).toEqual(expect.arrayContaining(['dist/Code.js', 'dist/appsscript.json']));
});

const sent = () => google.calls.filter(({ method }) => method === 'PUT');

/** One push after the other, as each start of clasp takes seconds. */
test('every file arrives byte for byte and runs without any service while loading; a sign-in that has run out is renewed on the way; what changed is sent again, a manifest without a question', async () => {
  google.logIn(Date.now() - 1000);
  await push();
  expect(sent()[0]?.token).toBe('renewed');
  const arrived = google.scripts.get('shop-script') ?? [];
  const names = readdirSync(join(folder, 'dist'));
  expect(arrived.map(({ name }) => name).sort()).toEqual(names.map(arrivedAs).sort());
  for (const name of names) {
    const file = arrived.find((one) => one.name === arrivedAs(name));
    expect(Buffer.from(file?.source ?? '').equals(readFileSync(join(folder, 'dist', name)))).toBe(true);
  }
  const code = arrived.find(({ type }) => type === 'SERVER_JS') as ScriptFile;
  const context = vm.createContext(Object.create(null));
  vm.runInContext(code.source, context);
  const entries: string[] = await exportsOf('src/entry.ts');
  expect(entries).toEqual(expect.arrayContaining(['onEdit', 'onOpen']));
  for (const name of entries) expect(vm.runInContext(`typeof ${name}`, context)).toBe('function');

  await push();
  expect(sent()).toHaveLength(1);
  const manifest = JSON.parse(readFileSync(join(folder, 'dist/appsscript.json'), 'utf8'));
  writeFileSync(join(folder, 'dist/appsscript.json'), JSON.stringify({ ...manifest, exceptionLogging: 'NONE' }));
  await push();
  expect(sent()).toHaveLength(2);
  expect(google.scripts.get('shop-script')?.find(({ type }) => type === 'JSON')?.source).toContain('NONE');
});

test('a refusal by Google is passed on and nothing is changed', async () => {
  const message = 'User has not enabled the Apps Script API.';
  google.refusal = [403, { error: { code: 403, message, status: 'PERMISSION_DENIED' } }];
  await expect(push()).rejects.toThrow(message);
  expect(google.scripts.size).toBe(0);
});

test('a script that Google’s parser rejects fails the push', async () => {
  writeFileSync(join(folder, 'dist/Code.js'), 'class A { #x; }');
  await expect(push()).rejects.toThrow('Syntax error');
});

test('the committed placeholder is refused with the next step', async () => {
  writeProject(folder, { scriptId: placeholder });
  await expect(mustBeReady({ folder, env: google.env })).rejects.toThrow('npm run create');
});

test('nobody logged in is refused with the next step', async () => {
  rmSync(join(google.home, '.clasprc.json'));
  await expect(mustBeReady({ folder, env: google.env })).rejects.toThrow('npx clasp login');
  google.logIn();
  await expect(mustBeReady({ folder, env: google.env })).resolves.toBeUndefined();
});
