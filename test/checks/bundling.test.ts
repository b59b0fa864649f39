import vm from 'node:vm';
import { expect, test } from '@jest/globals';
import { compositionOf, partOf } from '../../.config/bench/composition.mjs';
import { asciiProblems, syntaxProblems } from '../../.config/check/script-text.mjs';
import { toAscii } from '../../.config/parts/ascii.mjs';
import { bundleServer, exportsOf, footerFor } from '../../.config/parts/server.mjs';
import { explainTrace } from '../../.config/trace.mjs';

const entry = 'test/checks/samples/entry.ts';

test('every export of the entry becomes a plain function that Google can call', async () => {
  const { code, names } = await bundleServer(entry);
  expect(names).toEqual(['greet', 'onOpen']);
  expect(syntaxProblems('Code.js', code)).toEqual([]);
  const context = vm.createContext({});
  vm.runInContext(code, context);
  expect(vm.runInContext("greet('\u674e')", context)).toBe('\u4f60\u597d\uff0c\u674e');
  expect(vm.runInContext("greet('\u2014')", context)).toBe('?');
});

test('the bundle is ASCII, regular expressions included', async () => {
  const { code } = await bundleServer(entry);
  expect(asciiProblems('Code.js', code)).toEqual([]);
});

test('bytes are told by package and folder', async () => {
  const { metafile } = await bundleServer(entry);
  const parts = compositionOf(metafile);
  expect(parts.map(({ part }: { part: string }) => part)).toEqual(expect.arrayContaining(['zod', 'test/checks/samples']));
});

test('a stack trace of the minified script leads back to the source', async () => {
  const { code, map } = await bundleServer('test/checks/samples/failing.ts');
  const context = vm.createContext({});
  vm.runInContext(code, context, { filename: 'Code.js' });
  const stack = String(vm.runInContext('try { fail() } catch (error) { error.stack }', context));
  expect(stack).not.toContain('refuse');
  expect(explainTrace(stack, JSON.parse(map))).toMatch(/Code\.js:\d+:\d+ = test\/checks\/samples\/failing\.ts:4/);
});

test('the exports are listed without running anything', async () => {
  expect(await exportsOf(entry)).toEqual(['greet', 'onOpen']);
  expect(footerFor(['onOpen'])).toBe('function onOpen() { return __ledger.onOpen.apply(null, arguments); }');
});

test.each([
  ['/[\u4e00-\u9fa5]/', '/[\\u4e00-\\u9fa5]/'],
  ['/\\\u2014/', '/\\u2014/'],
  ['/\\\\\u2014/', '/\\\\\\u2014/'],
  ['"\u{20bb7}"', '"\\ud842\\udfb7"'],
])('%s means the same in ASCII', (code, ascii) => {
  expect(toAscii(code)).toBe(ascii);
});

test('bytes are counted by package and by part', () => {
  expect(partOf('node_modules/@scope/name/x/y.js')).toBe('@scope/name');
  expect(partOf('node_modules/zod/v4/core/parse.js')).toBe('zod');
  expect(partOf('src/domain/phone/parse.ts')).toBe('src/domain/phone');
  expect(partOf('src/domain/phone/metadata.generated.ts')).toBe('src/domain/phone/metadata.generated.ts');
});
