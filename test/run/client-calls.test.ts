import { expect, test } from '@jest/globals';
import { scriptHost } from './script-host.ts';

const { session } = scriptHost(`
  function echo(value) { return value; }
  function seen(value) { return JSON.stringify(value); }
  function dated() { return { ok: true, rows: [[1, new Date(0)]] }; }
  function ranged() { return [SpreadsheetApp.getActiveSheet().getRange('A1')]; }
  function nothing() {}
  function odd() { return { a: undefined, b: [undefined, 1] }; }
  function hidden_() { return 1; }
  function fails() { throw new Error('no customer'); }
  function service() { SpreadsheetApp.getActiveSheet().getRange(0, 0); }`);

test('plain data goes there and back', async () => {
  const value = { name: '王芳', phones: ['1', null], nested: { n: 1.5, yes: true } };
  expect(await session.call('echo', [value])).toMatchObject({ ok: true, value });
});

test.each([
  ['a date', { when: new Date(0) }, 'Failed due to illegal value in property: when'],
  ['a function', [() => 1], 'Failed due to illegal value in property: 0'],
  ['a map', { m: new Map() }, 'Failed due to illegal value in property: m'],
])('%s may not be sent', async (_, value, error) => {
  expect(await session.call('echo', [value])).toMatchObject({ ok: false, error });
});

test('a circle may not be sent', async () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(await session.call('echo', [circle])).toMatchObject({ ok: false, error: 'Failed due to circular reference.' });
});

test('undefined becomes null in arrays; keys that are undefined or end in two underscores are dropped', async () => {
  expect(await session.call('seen', [{ a: [undefined], b: undefined, c__: 1, d: 2 }])).toMatchObject({
    value: '{"a":[null],"d":2}',
  });
});

test('one date anywhere makes the whole result null, without an error', async () => {
  expect(await session.call('dated', [])).toMatchObject({ ok: true, value: null });
  expect(await session.call('ranged', [])).toMatchObject({ ok: true, value: null });
});

test('nothing returned is undefined, undefined inside is dropped', async () => {
  expect(await session.call('nothing', [])).toMatchObject({ ok: true, value: undefined });
  expect(await session.call('odd', [])).toMatchObject({ value: { b: [null, 1] } });
});

test('private and missing functions are not found', async () => {
  expect(await session.call('hidden_', [])).toMatchObject({ ok: false, error: 'Script function not found: hidden_' });
  expect(await session.call('nowhere', [])).toMatchObject({ ok: false, error: 'Script function not found: nowhere' });
});

test('the failure handler gets name and message', async () => {
  expect(await session.call('fails', [])).toMatchObject({ ok: false, name: 'Error', error: 'no customer' });
  expect(await session.call('service', [])).toMatchObject({
    ok: false,
    name: 'Exception',
    error: 'The starting row of the range is too small.',
  });
});
