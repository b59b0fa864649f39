import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';

export interface ScriptFile {
  name: string;
  type: 'SERVER_JS' | 'HTML' | 'JSON';
  source: string;
}

interface Call {
  method: string;
  path: string;
  body: Record<string, unknown>;
  token?: string;
}

type Answer = [status: number, body: unknown];

const defaultFiles: ScriptFile[] = [
  { name: 'appsscript', type: 'JSON', source: '{ "timeZone": "America/New_York", "runtimeVersion": "V8" }' },
  { name: 'Code', type: 'SERVER_JS', source: 'function myFunction() {\n}\n' },
];

/**
 * As much of Google's Apps Script, Drive and OAuth interfaces as clasp uses to create and push, over HTTP on loopback,
 * with a home folder in which somebody is logged in.
 */
export class StandIn {
  readonly calls: Call[] = [];
  /** what the script holds now, by script id */
  readonly scripts = new Map<string, ScriptFile[]>();
  /** answers every Apps Script call, when set */
  refusal?: Answer;
  readonly home = mkdtempSync(join(tmpdir(), 'ledger-home-'));
  #server = createServer((request, response) => {
    void this.#take(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.home, { recursive: true, force: true });
  }

  /** @param expiresAt ms since 1970; a token of the past is renewed first */
  logIn(expiresAt = Date.now() + 3_600_000): void {
    const token = {
      type: 'authorized_user',
      client_id: 'client',
      client_secret: 'not-a-secret',
      refresh_token: 'refresh',
      access_token: 'first',
      expiry_date: expiresAt,
    };
    writeFileSync(join(this.home, '.clasprc.json'), JSON.stringify({ tokens: { default: token } }));
  }

  /** The environment in which clasp reaches this stand-in and nothing else. */
  get env(): NodeJS.ProcessEnv {
    const { port } = this.#server.address() as AddressInfo;
    const preload = pathToFileURL(join(import.meta.dirname, 'stand-in-preload.mjs')).href;
    return {
      PATH: process.env.PATH,
      HOME: this.home,
      USERPROFILE: this.home,
      NODE_OPTIONS: `--import ${preload}`,
      LEDGER_STAND_IN_PORT: String(port),
    };
  }

  async #take(request: IncomingMessage): Promise<Answer> {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const path = (request.url ?? '').split('?')[0]!;
    const method = request.method ?? '';
    const body = request.headers['content-type']?.includes('json') ? JSON.parse(text || '{}') : {};
    const token = request.headers.authorization?.replace('Bearer ', '');
    this.calls.push({ method, path, body, token });
    return this.#answer(method, path, body);
  }

  #answer(method: string, path: string, body: Record<string, unknown>): Answer {
    if (path.startsWith('/script.googleapis.com/') && this.refusal) return this.refusal;
    const route = `${method} ${path}`;
    if (route === 'POST /oauth2.googleapis.com/token')
      return [200, { access_token: 'renewed', expires_in: 3600, token_type: 'Bearer' }];
    if (path === '/www.googleapis.com/oauth2/v2/userinfo') return [200, { email: 'owner@example.org', id: '1' }];
    if (route === 'POST /www.googleapis.com/drive/v3/files') return [200, { id: 'new-sheet', name: body.name }];
    if (route === 'POST /script.googleapis.com/v1/projects') {
      this.scripts.set('new-script', defaultFiles);
      return [200, { scriptId: 'new-script', parentId: body.parentId, title: body.title }];
    }
    const id = /^\/script\.googleapis\.com\/v1\/projects\/([^/]+)\/content$/.exec(path)?.[1];
    if (!id) return [404, { error: { code: 404, message: `The stand-in does not know ${route}` } }];
    if (method === 'GET') return [200, { scriptId: id, files: this.scripts.get(id) ?? defaultFiles }];
    return this.#store(id, body.files as ScriptFile[]);
  }

  /** Like Google, which refuses the whole push for one file that its parser rejects. */
  #store(id: string, files: ScriptFile[]): Answer {
    for (const { name, type, source } of files) {
      try {
        if (type === 'SERVER_JS') parse(source, { ecmaVersion: 2019, sourceType: 'script' });
        if (type === 'JSON') JSON.parse(source);
      } catch (error) {
        return [
          400,
          {
            error: { code: 400, message: `Syntax error: ${(error as Error).message} file: ${name}`, status: 'INVALID_ARGUMENT' },
          },
        ];
      }
    }
    this.scripts.set(id, files);
    return [200, { scriptId: id, files }];
  }
}
