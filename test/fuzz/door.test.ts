/** The server's door: strangers, wrong tokens, messages that are none. It stays open for the page, and nothing changes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { hasShape } from '../../local/file/state-shape.ts';
import type { ServerMessage } from '../../local/server/protocol.ts';
import { type RunningServer, startServer } from '../../local/server/server.ts';
import { style as styleShape } from '../../local/server/value-shapes.ts';
import { createFakeHost, type FakeHost } from '../page/fake-host.ts';
import { sampleState } from '../page/sample-state.ts';
import { connectPage, type SocketClient } from '../page/socket-client.ts';
import { bent, intents, junk, messages } from './bent-messages.ts';
import { patience, runs } from './seeded.ts';

let folder: string;
let host: FakeHost;
let server: RunningServer;
let problems: unknown[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'door-'));
  writeFileSync(join(folder, 'panel-shim.js'), '');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, '..', 'door-secret.js'), 'secret');
  host = createFakeHost(sampleState(30));
  problems = [];
  const user = { email: 'owner@shop.test', locale: 'zh-CN' };
  server = await startServer({ host, user, folder, onProblem: (problem) => problems.push(problem) });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'door-secret.js'), { force: true });
});

/** Sends bytes as they are; answers all that came back until the server hung up or said enough. */
function raw(text: string | Buffer, wait = 300): Promise<string> {
  return new Promise((done) => {
    let said = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    const finish = () => {
      socket.destroy();
      done(said);
    };
    const timer = setTimeout(finish, wait);
    socket.on('data', (data) => {
      said += data.toString('latin1');
      clearTimeout(timer);
      setTimeout(finish, 30);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      done(said);
    });
  });
}

const state = () => JSON.stringify(host.state);
const own = () => `127.0.0.1:${server.port}`;

/** The page still works: an edit goes through and is seen. */
async function stillOpen(): Promise<void> {
  const page = await connectPage(server);
  page.send({ type: 'intent', id: 'alive', intent: { kind: 'type', sheet: 0, row: 20, column: 1, text: '在' } });
  expect((await page.next('result', ({ id }) => id === 'alive')).result).toMatchObject({ ok: true });
  await page.close();
}

const upgrade = (path: string, headers: Record<string, string>) =>
  `GET ${path} HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${Object.entries(
    headers,
  )
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

test('only the page’s own origin, under this machine’s own name and with the token, gets a socket', async () => {
  const before = state();
  const origin = `http://${own()}`;
  const right = { Host: own(), Origin: origin };
  const path = `/socket?token=${server.token}`;
  const strangers: [string, Record<string, string>][] = [
    [path, { ...right, Origin: 'http://evil.test' }],
    [path, { ...right, Origin: 'null' }],
    [path, { ...right, Origin: `http://127.0.0.1:${server.port + 1}` }],
    [path, { ...right, Origin: `https://${own()}` }],
    [path, { ...right, Origin: `${origin}.evil.test` }],
    [path, { ...right, Origin: `http://localhost:${server.port}` }],
    [path, { Host: own() }],
    [path, { ...right, Host: `evil.test:${server.port}`, Origin: `http://evil.test:${server.port}` }],
    [path, { ...right, Host: '127.0.0.1', Origin: 'http://127.0.0.1' }],
    [path, { ...right, Host: `[::1]:${server.port}`, Origin: `http://[::1]:${server.port}` }],
    [path, { Origin: origin }],
    ['/socket', right],
    ['/socket?token=', right],
    [`/socket?token=${server.token}x`, right],
    [`/socket?token=${server.token.slice(0, -1)}`, right],
    [`/socket?token=x&token=${server.token}`, right],
    [`/socket?token=${server.token.toLowerCase()}`, right],
    [`/other?token=${server.token}`, right],
    ['//', right],
    ['http://[', right],
    ['/%', right],
    [`//evil.test/socket?token=${server.token}`, { ...right, Origin: 'http://evil.test' }],
  ];
  for (const [target, headers] of strangers) {
    const answer = await raw(upgrade(target, headers));
    expect([target, headers, answer]).toEqual([target, headers, expect.stringMatching(/^HTTP\/1\.1 (?:403|400)/)]);
  }
  expect(await raw(upgrade(path, right))).toMatch(/^HTTP\/1\.1 101/);
  expect(state()).toBe(before);
  expect(problems).toEqual([]);
  await stillOpen();
});

test('no path leads out of the page’s folder, and no method but reading is known', async () => {
  const names = [
    'door-secret.js',
    '../door-secret.js',
    '..%2fdoor-secret.js',
    '%2e%2e/door-secret.js',
    '..\\door-secret.js',
    '....//door-secret.js',
    '%00',
    'x%00.js',
    `${'a/'.repeat(3000)}b.js`,
  ];
  for (const name of names) {
    const answer = await raw(`GET /${name} HTTP/1.1\r\nHost: ${own()}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[034]/);
    expect(answer).not.toContain('secret');
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
    expect(await raw(`${method} / HTTP/1.1\r\nHost: ${own()}\r\nContent-Length: 0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 405/);
  expect(await raw(`GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n`)).toMatch(/^HTTP\/1\.1 403/);
  expect(await raw(`GET / HTTP/1.1\r\nHost: ${own()}\r\nOrigin: http://evil.test\r\n\r\n`)).toMatch(/^HTTP\/1\.1 403/);
  await stillOpen();
});

test(
  'what is no HTTP, or too much of it, is hung up on',
  async () => {
    const cases = [
      '\r\n\r\n\r\n',
      'GET\r\n\r\n',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00]),
      `GET / HTTP/1.1\r\nHost: ${own()}\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
      `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: ${own()}\r\n\r\n`,
      `POST / HTTP/1.1\r\nHost: ${own()}\r\nContent-Length: 99999999999\r\n\r\n${'x'.repeat(50_000)}`,
      `POST / HTTP/1.1\r\nHost: ${own()}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      `GET / HTTP/1.1\r\nHost: ${own()}\r\nHost: evil.test\r\n\r\n`,
      `GET // HTTP/1.1\r\nHost: ${own()}\r\n\r\n`,
    ];
    for (const text of cases) expect(await raw(text)).not.toMatch(/^HTTP\/1\.1 (?:2|5)/);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await raw(Buffer.concat([Buffer.from('GET '), bytes, Buffer.from('\r\n\r\n')]), 60)).not.toMatch(
          /^HTTP\/1\.1 (?:2|5)/,
        );
      }),
      runs(25),
    );
    await stillOpen();
  },
  patience,
);

test('whoever says nothing, or a letter at a time, is hung up on', async () => {
  const ended = await new Promise<string>((done) => {
    let said = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(`GET / HTTP/1.1\r\nHost: ${own()}\r\n`));
    const drip = setInterval(() => socket.write('X: y\r\n'), 500);
    socket.on('data', (data) => (said += data));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(drip);
      done(said);
    });
  });
  expect(ended).toMatch(/^HTTP\/1\.1 40[08]/);
  await stillOpen();
}, 30_000);

test('a message that is too large ends its own connection and no other', async () => {
  const other = await connectPage(server);
  const page = await connectPage(server);
  const socket = new WebSocket(`ws://${own()}/socket?token=${server.token}`, { origin: `http://${own()}` });
  await new Promise((done) => socket.once('open', done));
  const closed = new Promise<number>((done) => socket.once('close', (reason) => done(reason)));
  socket.on('error', () => {});
  socket.send(Buffer.alloc(65 * 2 ** 20, 32));
  expect(await closed).toBe(1009);
  page.send(Buffer.alloc(1000).toString());
  expect((await page.next('refused')).message).toBe('not JSON');
  await page.close();
  other.send({ type: 'options', id: 'o', sheet: 0, row: 1, column: 1 });
  await other.next('options', ({ id }) => id === 'o');
  await stillOpen();
}, 30_000);

let sent = 0;
/** Sends, waits until it must have been answered, and says how it was. */
async function exchange(page: SocketClient, message: unknown): Promise<ServerMessage[]> {
  const from = page.heard.length;
  const id = `after ${++sent}`;
  page.send(typeof message === 'string' ? message : JSON.stringify(message));
  page.send({ type: 'options', id, sheet: 0, row: 1, column: 1 });
  await page.next('options', (answer) => answer.id === id);
  await new Promise((done) => setImmediate(done));
  return page.heard.slice(from);
}

test(
  'an intent of the wrong shape changes nothing, one of the right shape leaves a sound workbook',
  async () => {
    const page = await connectPage(server);
    await page.next('hello');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(intents)),
        fc.nat(),
        fc.nat({ max: 5 }),
        junk,
        async (intent, place, how, by) => {
          const before = state();
          problems.length = 0;
          const id = `bent ${sent}`;
          const heard = await exchange(page, bent({ type: 'intent', id, intent }, place, how, by));
          const refused = heard.some(
            (message) => message.type === 'refused' || (message.type === 'result' && !message.result.ok),
          );
          if (refused) expect(state()).toBe(before);
          expect(hasShape(JSON.parse(state()))).toBe(true);
          for (const each of host.state.styles) expect(styleShape.safeParse(each)).toMatchObject({ success: true });
          // what a refusal was for is the page's to know, not a fault of the program
          expect(problems).toEqual([]);
        },
      ),
      runs(400),
    );
    await stillOpen();
  },
  patience,
);

test('every kind of intent and message is taken when it is whole', async () => {
  for (const intent of Object.values(intents)) {
    const page = await connectPage(server);
    page.send({ type: 'intent', id: 'i', intent });
    expect((await page.next('result', ({ id }) => id === 'i')).result).toHaveProperty('ok');
    await page.close();
  }
});

test(
  'messages of any other kind, bent or nested without end, change nothing either',
  async () => {
    const before = state();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...messages), fc.nat(), fc.nat({ max: 5 }), junk, async (message, place, how, by) => {
        const page = await connectPage(server);
        await exchange(page, bent(message, place, how, by));
        await page.close();
        expect(problems).toEqual([]);
      }),
      runs(80),
    );
    const page = await connectPage(server);
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const texts = [
      '',
      '{',
      'null',
      '"x"',
      '[]',
      '1',
      deep,
      `{"type":"call","id":"n","panel":"p","function":"f","args":${deep}}`,
      '{"type":"intent","id":"q","intent":null}',
      '\ud800',
    ];
    for (const text of texts) expect(await exchange(page, text)).toContainEqual(expect.objectContaining({ type: 'refused' }));
    expect(problems).toEqual([]);
    expect(state()).toBe(before);
    await stillOpen();
  },
  patience,
);
