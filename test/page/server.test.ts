import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { type RunningServer, startServer } from '../../local/server/server.ts';
import { createFakeHost, type FakeHost } from './fake-host.ts';
import { sampleState } from './sample-state.ts';
import { connectPage, type SocketClient } from './socket-client.ts';

const OWNER = { email: 'owner@shop.test', locale: 'zh-CN' };

let folder: string;
let host: FakeHost;
let server: RunningServer;
let durable: (() => void) | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(folder, 'panel-shim.js'), 'window.google = {};');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  host = createFakeHost(sampleState(30));
  durable = undefined;
  const whenDurable = () => (durable ? new Promise<void>((done) => (durable = done)) : Promise.resolve());
  server = await startServer({ host, user: OWNER, folder, whenDurable });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string; policy: string }> {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers }, (answer) => {
      let body = '';
      answer.on('data', (data) => (body += data));
      const policy = String(answer.headers['content-security-policy']);
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body, policy }));
    });
    asked.once('error', failed).end();
  });
}

function refusedUpgrade(path: string, origin: string): Promise<number> {
  return new Promise((done) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { origin });
    socket.once('unexpected-response', (_request, answer) => done(answer.statusCode ?? 0));
    socket.once('error', () => {});
    socket.once('open', () => done(101));
  });
}

const type = (page: SocketClient, id: string, text: string) =>
  page.send({ type: 'intent', id, intent: { kind: 'type', sheet: 0, row: 1, column: 1, text } });

test('the page is served with a policy that lets nothing in from elsewhere', async () => {
  const { status, body, policy } = await get('/');
  expect({ status, body }).toEqual({ status: 200, body: '<!doctype html><title>page</title>' });
  expect(policy).toContain("default-src 'none'");
});

test('files outside of the page are not served', async () => {
  expect((await get('/../package.json')).status).toBe(404);
  expect((await get('/%2e%2e/package.json')).status).toBe(404);
});

test('a request under another name, or from another site, is refused', async () => {
  expect((await get('/', { host: 'evil.test' })).status).toBe(403);
  expect((await get('/', { origin: 'https://evil.test' })).status).toBe(403);
});

test('a socket needs the token and the page\u2019s own origin', async () => {
  const own = `http://127.0.0.1:${server.port}`;
  expect(await refusedUpgrade('/socket?token=guess', own)).toBe(403);
  expect(await refusedUpgrade(`/socket?token=${server.token}`, 'https://evil.test')).toBe(403);
  expect(await refusedUpgrade(`/socket?token=${server.token}`, 'null')).toBe(403);
});

test('a malformed message is answered, and the connection goes on', async () => {
  const page = await connectPage(server);
  page.send('{"type":');
  page.send('{"type":"intent","id":"a","intent":{"kind":"type","sheet":0,"row":-1,"column":0,"text":"x"}}');
  expect((await page.next('refused', (message) => message.id === 'a')).message).toContain('row');
  type(page, 'b', '赵敏');
  expect((await page.next('result')).result).toMatchObject({ ok: true });
});

test('the tab being looked at comes first, with texts as they are shown', async () => {
  const page = await connectPage(server);
  const rows = await page.next('rows');
  expect(rows.sheet).toBe(0);
  const [, first] = rows.rows;
  expect(first?.slice(0, 3)).toEqual(['C000001', '王小明', '13800130000']);
  expect(first?.slice(4, 6)).toEqual(['2025-12-09', ['0.00', expect.any(Number), { e: '0' }]]);
});

test('an edit is acknowledged only once it would survive a crash, though all see it before', async () => {
  const page = await connectPage(server);
  const other = await connectPage(server);
  await other.next('rows');
  durable = () => {};
  type(page, 'a', '钱');
  await other.next('change');
  expect(page.heard.some((message) => message.type === 'result')).toBe(false);
  durable();
  await page.next('result');
});

test('a request repeated after the connection was lost is carried out once', async () => {
  const page = await connectPage(server);
  const { page: name, boot, revision } = await page.next('hello');
  type(page, 'a', '孙');
  await page.next('result');
  await page.close();
  const again = await connectPage(server, { page: name, resume: { boot, revision: revision + 1 } });
  await again.next('resumed');
  type(again, 'a', '孙');
  await again.next('result', (message) => message.id === 'a');
  expect(host.intents).toHaveLength(1);
});

test('the first page is the owner\u2019s, the second somebody else\u2019s', async () => {
  const first = await connectPage(server);
  const second = await connectPage(server);
  expect((await first.next('hello')).user).toEqual(OWNER);
  expect((await second.next('hello')).user.email).toBe('clerk2@shop.test');
});

test('a page that is loaded again stays the same person\u2019s, and may become another\u2019s', async () => {
  const page = await connectPage(server);
  const { page: name } = await page.next('hello');
  await page.close();
  const again = await connectPage(server, { page: name, user: { email: 'lucy@shop.test', locale: 'en' } });
  const hello = await again.next('hello');
  expect({ page: hello.page, user: hello.user }).toEqual({ page: name, user: { email: 'lucy@shop.test', locale: 'en' } });
});

test('a panel\u2019s page has an address of its own and google.script in front', async () => {
  const page = await connectPage(server);
  await page.next('hello');
  host.sessions[0]!.emit({
    event: 'sidebar',
    panel: 'p',
    title: '登记',
    html: '<html><head><script>run()</script></head></html>',
  });
  const { event } = await page.next('event', (message) => message.event.event === 'sidebar');
  const panel = await get((event as { src: string }).src);
  expect(panel.body).toBe('<html><head><script>window.google = {};</script><script>run()</script></head></html>');
  expect(panel.policy).toContain('sandbox allow-scripts');
  expect(panel.policy).not.toContain('allow-same-origin');
  page.send({ type: 'panelClosed', panel: 'p' });
  while ((await get((event as { src: string }).src)).status !== 404) await new Promise((done) => setTimeout(done, 5));
});

test('a paste of 5,000 rows passes', async () => {
  const page = await connectPage(server);
  const cells = Array.from({ length: 5000 }, (_, i) => Array.from({ length: 12 }, (_, j) => `第 ${i} 行第 ${j} 列`));
  page.send({ type: 'intent', id: 'p', intent: { kind: 'paste', sheet: 1, row: 1, column: 0, cells } });
  expect((await page.next('result')).result).toMatchObject({ ok: true });
  expect(host.state.sheets[1]!.cells[5000]?.[11]?.v).toBe('第 4999 行第 11 列');
});

test('a formula\u2019s new result is shown though only its source was typed', async () => {
  host.change([{ op: 'cells', sheet: 1, row: 4, column: 0, cells: [[{ v: 2 }, { f: '=A5*3' }]] }]);
  const page = await connectPage(server);
  await page.next('rows', (message) => message.sheet === 1);
  page.send({ type: 'intent', id: 'f', intent: { kind: 'type', sheet: 1, row: 4, column: 0, text: '5' } });
  await page.next('result');
  const shown = page.heard.flatMap((message) => (message.type === 'change' ? message.changes : []));
  expect(shown).toContainEqual(
    expect.objectContaining({ change: 'cells', row: 4, column: 1, cells: [[expect.arrayContaining(['15'])]] }),
  );
});

test('a tick box with values of its own is ticked by its own value', async () => {
  const validation = { criteria: 'CHECKBOX', args: ['是', '否'], allowInvalid: false };
  host.change([{ op: 'fill', sheet: 0, rects: [{ row: 1, column: 12, rows: 3, columns: 1 }], patch: { d: validation } }]);
  host.change([{ op: 'cells', sheet: 0, row: 1, column: 12, cells: [[{ v: '是' }], [{ v: '否' }], [{ v: '也许' }]] }]);
  const page = await connectPage(server);
  const rows = await page.next('rows');
  const ticks = rows.rows.slice(1, 4).map((row) => row?.[12]);
  expect(ticks).toMatchObject([
    ['是', 0, { b: 1, t: '否' }],
    ['否', 0, { b: 0, t: '是' }],
    ['也许', 0, { x: 1 }],
  ]);
});
