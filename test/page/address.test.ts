import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { addressPath, keepAddress, keptAddress } from '../../local/cli/address.ts';

const ledger = () => join(mkdtempSync(join(tmpdir(), 'address-')), 'ledger.xlsx');
const address = { port: 40_123, token: 'a'.repeat(32) };

test('a ledger opens where it was open last, and only its owner can read where', async () => {
  const path = ledger();
  expect(await keptAddress(path)).toBeUndefined();
  await keepAddress(path, address);
  expect(await keptAddress(path)).toEqual(address);
  expect(statSync(addressPath(path)).mode & 0o777).toBe(0o600);
  await keepAddress(path, { ...address, port: 40_124 });
  expect(JSON.parse(readFileSync(addressPath(path), 'utf8'))).toMatchObject({ port: 40_124 });
});

test('an address that others may have read, or that makes no sense, is given up', async () => {
  const path = ledger();
  await keepAddress(path, address);
  chmodSync(addressPath(path), 0o644);
  expect(await keptAddress(path)).toBeUndefined();
  for (const text of ['', 'null', '{"port":0,"token":"x"}', `{"port":80,"token":"short"}`]) {
    writeFileSync(addressPath(path), text);
    chmodSync(addressPath(path), 0o600);
    expect(await keptAddress(path)).toBeUndefined();
  }
});
