import { expect, test } from '@jest/globals';
import { CLERK, NOON, OWNER, scriptHost, thrownBy } from '../run/script-host.ts';

const DAY = 86_400_000;

test('a user has 50,000 reads and writes of properties a day, which begins with the first of them', async () => {
  let now = NOON;
  const { host } = scriptHost(
    `function use(times) { const store = PropertiesService.getUserProperties(); for (let i = 0; i < times; i++) store.getProperty('k'); return 'fine'; }
     function many() { return PropertiesService.getUserProperties().setProperties({ a: '1', b: '2', c: '3' }).getKeys().length; }`,
    { clock: () => now, deadlineBy: 'real' },
  );
  const over = 'Service invoked too many times for one day: properties.';
  expect(await host.run(OWNER, 'use', [49_997])).toMatchObject({ value: 'fine' });
  expect(await host.run(OWNER, 'many')).toMatchObject({ ok: false, error: over });
  expect(await host.run(CLERK, 'many')).toMatchObject({ value: 3 });
  now += DAY - 1;
  expect(await host.run(OWNER, 'use', [1])).toMatchObject({ ok: false, error: over });
  now += 1;
  expect(await host.run(OWNER, 'use', [1])).toMatchObject({ value: 'fine' });
});

test('a hundred recipients a day, counted from the first message for 24 hours', async () => {
  let now = NOON;
  const { host } = scriptHost(
    `function send(count) { MailApp.sendEmail({ to: Array.from({ length: count }, (_, i) => 'a' + i + '@x.example').join(','), subject: 's', body: 'b' }); return MailApp.getRemainingDailyQuota(); }`,
    { clock: () => now },
  );
  expect(await host.run(OWNER, 'send', [50])).toMatchObject({ value: 50 });
  now += DAY / 2;
  expect(await host.run(OWNER, 'send', [49])).toMatchObject({ value: 1 });
  expect(await host.run(OWNER, 'send', [2])).toMatchObject({ error: 'Service invoked too many times for one day: email.' });
  expect(await host.run(CLERK, 'send', [2])).toMatchObject({ value: 98 });
  now += DAY / 2;
  expect(await host.run(OWNER, 'send', [2])).toMatchObject({ value: 98 });
});

test.each([
  [
    'fifty-one recipients',
    "{ to: Array(51).fill('a@x.example').join(','), subject: 's', body: 'b' }",
    'Limit Exceeded: Email Recipients Per Message.',
  ],
  [
    'a body above 200 KB',
    "{ to: 'a@x.example', subject: 's', body: 'x'.repeat(200 * 1024 + 1) }",
    'Limit Exceeded: Email Body Size.',
  ],
  ['no recipient', "{ subject: 's', body: 'b' }", 'Failed to send email: no recipient'],
  ['an address that is none', "{ to: 'nobody', subject: 's', body: 'b' }", 'Invalid email: nobody'],
  [
    'what the outbox cannot show',
    "{ to: 'a@x.example', subject: 's', body: 'b', attachments: [] }",
    'The option attachments of MailApp.sendEmail is not part of the local workbook.',
  ],
])('a message with %s is refused', async (_, options, text) => {
  expect(await thrownBy(`MailApp.sendEmail(${options})`)).toBe(`Exception: ${text}`);
});

test('a cache keeps an entry ten minutes unless told otherwise, six hours at most', async () => {
  let now = NOON;
  const { host } = scriptHost(
    `function put(seconds) { const cache = CacheService.getScriptCache(); if (seconds) cache.put('k', 'v', seconds); else cache.put('k', 'v'); }
     function get() { return CacheService.getScriptCache().get('k'); }`,
    { clock: () => now },
  );
  await host.run(OWNER, 'put', [null]);
  now += 599_000;
  expect(await host.run(CLERK, 'get')).toMatchObject({ value: 'v' });
  now += 1_000;
  expect(await host.run(CLERK, 'get')).toMatchObject({ value: null });
  expect(await host.run(OWNER, 'put', [21_601])).toMatchObject({ ok: false });
});
