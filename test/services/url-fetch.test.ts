import { expect, test } from '@jest/globals';
import type { WebRequest, WebResponse } from '../../local/services/web.ts';
import { CLERK, OWNER, resultOf, scriptHost } from '../run/script-host.ts';

const scopes = ['spreadsheets', 'script.external_request'];

/** What the statements give back, and what reached the web. */
async function fetching(
  body: string,
  web?: (request: WebRequest) => WebResponse,
): Promise<{ value: unknown; seen: WebRequest[] }> {
  const seen: WebRequest[] = [];
  const fetch =
    web &&
    ((request: WebRequest) => {
      seen.push(request);
      return web(request);
    });
  const code = `function test() { try { ${body} } catch (error) { return String(error); } }`;
  const { host } = scriptHost(code, { scopes, ...(fetch ? { fetch } : {}) });
  return { value: await resultOf(host, 'test'), seen };
}

test('without anybody to answer no address is available', async () => {
  const { value } = await fetching("UrlFetchApp.fetch('https://shop.example/hook')");
  expect(value).toBe('Exception: Address unavailable: https://shop.example/hook');
});

test('a request carries its method, headers and payload', async () => {
  const { seen } = await fetching(
    `UrlFetchApp.fetch('https://x.example/a', { method: 'POST', contentType: 'application/json', headers: { 'X-Key': 1 }, payload: JSON.stringify({ n: '客' }) });
     UrlFetchApp.fetch('x.example', { method: 'put', payload: { a: 'b c', n: 1 } });
     UrlFetchApp.fetch('https://x.example/', { method: 'post', payload: { file: Utilities.newBlob('a,b', 'text/csv', 'x.csv'), n: 1 } });`,
    () => ({}),
  );
  expect(seen.map(({ url, method, headers, body }) => [url, method, headers, body?.toString()])).toMatchObject([
    ['https://x.example/a', 'post', { 'X-Key': '1', 'Content-Type': 'application/json' }, '{"n":"客"}'],
    ['http://x.example', 'put', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'a=b+c&n=1'],
    [
      'https://x.example/',
      'post',
      {},
      expect.stringMatching(/name="file"; filename="x.csv"\r\nContent-Type: text\/csv\r\n\r\na,b\r\n/),
    ],
  ]);
});

test('an answer has a code, headers, text in its charset and a blob', async () => {
  const { value } = await fetching(
    `const answer = UrlFetchApp.fetch('https://x.example/list.csv?x=1');
     return [answer.getResponseCode(), answer.getHeaders()['Set-Cookie'], answer.getAllHeaders()['Set-Cookie'], answer.getContentText(), answer.getContent(),
       answer.getBlob().getName(), answer.getBlob().getContentType(), answer.getAs('text/csv').getDataAsString('GBK'), String(answer)];`,
    () => ({
      status: 201,
      headers: { 'content-type': 'text/csv; charset=GBK', 'Set-Cookie': ['a=1', 'b=2'] },
      body: Uint8Array.from([0xbf, 0xcd]),
    }),
  );
  expect(value).toEqual([201, 'b=2', ['a=1', 'b=2'], '客', [-65, -51], 'list.csv', 'text/csv', '客', 'HTTPResponse']);
});

test('a failure throws Google’s text unless it is muted', async () => {
  const web = () => ({ status: 404, body: 'x'.repeat(400) });
  const { value } = await fetching("UrlFetchApp.fetch('https://x.example/secret/path')", web);
  expect(value).toBe(
    `Exception: Request failed for https://x.example returned code 404. Truncated server response: ${'x'.repeat(147)}... (use muteHttpExceptions option to examine full response)`,
  );
  const muted = "return UrlFetchApp.fetch('https://x.example', { muteHttpExceptions: true }).getResponseCode();";
  expect((await fetching(muted, web)).value).toBe(404);
});

test('redirects are followed unless told otherwise', async () => {
  const web = ({ url }: WebRequest): WebResponse =>
    url.endsWith('/a') ? { status: 302, headers: { Location: '/b' } } : { body: url };
  const body = `return [UrlFetchApp.fetch('https://x.example/a').getContentText(), UrlFetchApp.fetch('https://x.example/a', { followRedirects: false }).getResponseCode()];`;
  expect((await fetching(body, web)).value).toEqual(['https://x.example/b', 302]);
  const circle = await fetching("UrlFetchApp.fetch('https://x.example/a')", () => ({ status: 301, headers: { Location: '/a' } }));
  expect(circle.value).toBe('Exception: Exceeded maximum redirects for https://x.example/a');
});

test('several requests at once, and a look at one that is not sent', async () => {
  const { value, seen } = await fetching(
    `const all = UrlFetchApp.fetchAll(['https://x.example/1', { url: 'https://x.example/2', method: 'delete' }]).map((each) => each.getContentText());
     return [all, UrlFetchApp.getRequest('https://x.example/3', { payload: 'p' })];`,
    ({ url, method }) => ({ body: `${method} ${url.at(-1)}` }),
  );
  expect(value).toEqual([
    ['get 1', 'delete 2'],
    expect.objectContaining({ url: 'https://x.example/3', method: 'get', payload: 'p', followRedirects: true }),
  ]);
  expect(seen).toHaveLength(2);
});

test.each([
  ["''", 'Attribute provided with no value: url'],
  ["'http://'", 'Invalid argument: http://'],
  ["'https://x.example/?' + 'a'.repeat(2100)", 'Limit Exceeded: URLFetch URL Length.'],
  ["'https://x.example', { method: 'fly' }", 'Attribute provided with invalid value: method'],
  ["'https://x.example', { headers: { Host: 'y' } }", 'Attribute provided with invalid value: Header:Host'],
  ["'https://x.example', { headers: { a: 'a'.repeat(9000) } }", 'Limit Exceeded: URLFetch Header Size.'],
])('fetch(%s) is refused', async (args, message) => {
  expect((await fetching(`UrlFetchApp.fetch(${args})`, () => ({}))).value).toBe(`Exception: ${message}`);
});

test('a handler’s error reaches the script, and the day’s requests run out', async () => {
  const { value } = await fetching("UrlFetchApp.fetch('https://nowhere.example')", ({ url }) => {
    throw new Error(`DNS error: ${url}`);
  });
  expect(value).toBe('Exception: DNS error: https://nowhere.example');
  const { host } = scriptHost("function test() { for (let i = 0; i < 10001; i++) UrlFetchApp.fetch('https://x.example'); }", {
    scopes,
    fetch: () => ({}),
    deadlineBy: 'real',
  });
  expect(await host.run(OWNER, 'test')).toMatchObject({ ok: true });
  expect(await host.run(OWNER, 'test')).toMatchObject({ error: 'Service invoked too many times for one day: urlfetch.' });
  expect(await host.run(CLERK, 'test')).toMatchObject({ ok: true });
});

test('in a worker the web may take its time', async () => {
  const { host } = scriptHost("function test() { return UrlFetchApp.fetch('https://x.example').getContentText(); }", {
    scopes,
    mode: 'worker',
    fetch: async ({ url }) => ({ body: url }),
  });
  expect(await resultOf(host, 'test')).toBe('https://x.example');
  await host.close();
});
