import { expect, test } from '@jest/globals';
import { CLERK, OWNER, script, scriptHost, thrownBy } from '../run/script-host.ts';

test('properties are text, kept by script, document and user', async () => {
  const { host } = scriptHost(`
    function put() { PropertiesService.getUserProperties().setProperty('mine', 'a'); PropertiesService.getDocumentProperties().setProperties({ x: '1', y: '2' }); }
    function get() { return [PropertiesService.getUserProperties().getProperty('mine'), PropertiesService.getDocumentProperties().getProperties(), PropertiesService.getScriptProperties().getKeys()]; }`);
  await host.run(OWNER, 'put');
  expect(await host.run(OWNER, 'get')).toMatchObject({ value: ['a', { x: '1', y: '2' }, []] });
  expect(await host.run(CLERK, 'get')).toMatchObject({ value: [null, { x: '1', y: '2' }, []] });
});

test('a property holds 9 KB, a store 500 KB', async () => {
  const store = 'PropertiesService.getScriptProperties()';
  expect(await thrownBy(`${store}.setProperty('k', 'x'.repeat(9 * 1024 + 1))`)).toBe('Exception: Argument too large: value');
  expect(await thrownBy(`for (let i = 0; i < 60; i++) ${store}.setProperty('k' + i, 'x'.repeat(9000))`)).toBe(
    'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
  );
  expect(await thrownBy(`${store}.setProperty('k', 5)`)).toBe(
    "Exception: The parameters (String,number) don't match the method signature for PropertiesService.Properties.setProperty.",
  );
});

test('a cache forgets after its time, and refuses long keys and large values', async () => {
  let now = Date.UTC(2026, 0, 1);
  const { host } = scriptHost(
    `function put() { CacheService.getScriptCache().put('k', 'v', 60); } function get() { return CacheService.getScriptCache().get('k'); }`,
    { clock: () => now },
  );
  await host.run(OWNER, 'put');
  expect(await host.run(OWNER, 'get')).toMatchObject({ value: 'v' });
  now += 61_000;
  expect(await host.run(OWNER, 'get')).toMatchObject({ value: null });
  expect(await thrownBy("CacheService.getScriptCache().get('x'.repeat(251))")).toBe('Exception: Argument too large: key');
  expect(await thrownBy("CacheService.getScriptCache().put('x', 'x'.repeat(102401))")).toBe(
    'Exception: Argument too large: value',
  );
});

test('a cache drops a tenth of its entries, oldest first, above a thousand', async () => {
  expect(
    await script(`
      const cache = CacheService.getDocumentCache();
      for (let i = 0; i < 1001; i++) cache.put('k' + i, 'v');
      return [cache.get('k0'), cache.get('k100'), cache.get('k101'), cache.get('k1000')];`),
  ).toEqual([null, null, 'v', 'v']);
});

test('a lock that another execution holds cannot be had, and is free when that one ends', async () => {
  const { host } = scriptHost(`
    function hold() { return LockService.getDocumentLock().tryLock(0); }
    function twice() { const lock = LockService.getDocumentLock(); lock.waitLock(10); lock.waitLock(10); return [lock.hasLock(), (lock.releaseLock(), lock.hasLock())]; }`);
  expect(await host.run(OWNER, 'hold')).toMatchObject({ value: true });
  expect(await host.run(CLERK, 'hold')).toMatchObject({ value: true });
  expect(await host.run(OWNER, 'twice')).toMatchObject({ value: [true, false] });
});

test('waiting for less than no time times out', async () => {
  expect(await thrownBy('LockService.getScriptLock().waitLock(-1)')).toBe(
    'Exception: Lock timeout: another process was holding the lock for too long.',
  );
});

test('mail goes to the outbox until the day’s recipients are used up', async () => {
  const { host } = scriptHost(`
    function one() { MailApp.sendEmail({ to: 'a@x.example', subject: 's', body: 'b', name: 'Shop' }); MailApp.sendEmail('c@x.example', 'hello', 'text', { cc: 'd@x.example' }); return MailApp.getRemainingDailyQuota(); }
    function many() { for (let i = 0; i < 200; i++) MailApp.sendEmail('a@x.example', 's', 'b'); }`);
  expect(await host.run(OWNER, 'one')).toMatchObject({ value: 97 });
  expect(host.state.outbox).toMatchObject([
    { to: 'a@x.example', subject: 's', body: 'b', name: 'Shop', by: OWNER.email },
    { to: 'c@x.example', subject: 'hello', body: 'text', cc: 'd@x.example' },
  ]);
  expect(await host.run(OWNER, 'many')).toMatchObject({ error: 'Service invoked too many times for one day: email.' });
});
