/** The local workbook's server: the page, its panels and the socket, for this machine only. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import type { User } from '../contract.ts';
import type { Host, HostEvent } from '../host-contract.ts';
import { hostAllowed, originAllowed, PANEL_POLICY, pagePolicy, sameToken } from './guard.ts';
import { Pages } from './pages.ts';
import { createPanelStore } from './panels.ts';
import { Showing } from './showing.ts';
import { createSight } from './sight.ts';
import { readStatic } from './statics.ts';

/** Bytes of one message from a page: a paste of 5,000 rows of 40 columns takes about 6 MB. */
const MAX_MESSAGE = 64 * 1024 * 1024;

/** Milliseconds for a request to say what it wants: a page on this machine needs none of them. */
const PATIENCE = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};
/** Far more than the pages of one shop; a flood of connections is turned away at the door. */
const MAX_CONNECTIONS = 256;

export interface ServerOptions {
  host: Host;
  /** 0 or absent: any free one */
  port?: number;
  /** the first page's user */
  user: User;
  /** the built page; by default the neighbour of the folder this program runs from */
  folder?: string;
  /** kept over a restart, so that open pages find back; by default a new one */
  token?: string;
  /** resolves once this revision would survive a crash; a page's edit is acknowledged after it */
  whenDurable?: (revision: number) => Promise<void>;
  /** what went wrong without anybody asking */
  onProblem?: (error: unknown) => void;
}

export interface RunningServer {
  /** with the token; to be opened in a browser */
  url: string;
  port: number;
  token: string;
  /** passes on to every page what happens outside of the workbook: `saved` above all */
  tell(event: HostEvent): void;
  close(): Promise<void>;
}

/**
 * Serves a workbook to pages on this machine.
 *
 * @throws Error with code `EADDRINUSE` where the port is taken
 * @example const { url } = await startServer({ host, user: { email: 'mei@shop.test', locale: 'zh-CN' } });
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const folder = options.folder ?? fileURLToPath(new URL('../page/', import.meta.url));
  const token = options.token ?? randomBytes(24).toString('base64url');
  const panels = createPanelStore(await readFile(join(folder, 'panel-shim.js'), 'utf8'));
  const whenDurable = options.whenDurable ?? (() => Promise.resolve());
  const onProblem = options.onProblem ?? (() => {});
  const showing = new Showing(options.host, createSight(options.host), panels, whenDurable, onProblem);
  const pages = new Pages(showing, options.user);

  const http = createServer(PATIENCE, (request, response) => {
    respond(request, response).catch((error: unknown) => {
      onProblem(error);
      response.destroy();
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, perMessageDeflate: false });
  let port = 0;

  http.maxConnections = MAX_CONNECTIONS;
  http.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = addressOf(request)?.pathname;
    if (path === undefined) return end(response, 400);
    if (!hostAllowed(request, port) || !originAllowed(request, false)) return end(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
    const panel = panels.get(path);
    if (panel !== undefined) return end(response, 200, 'text/html; charset=utf-8', panel, PANEL_POLICY);
    const file = await readStatic(folder, path);
    return file ? end(response, 200, file.type, file.body, pagePolicy(port)) : end(response, 404);
  }

  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // whoever hangs up in the middle is no reason to end
    socket.on('error', () => socket.destroy());
    const address = addressOf(request);
    const welcome = hostAllowed(request, port) && originAllowed(request, true) && address?.pathname === '/socket';
    if (!welcome || !sameToken(address.searchParams.get('token'), token)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => pages.accept(ws));
  });

  await new Promise<void>((done, failed) => {
    http.once('error', failed);
    http.listen(options.port ?? 0, '127.0.0.1', () => {
      http.off('error', failed);
      done();
    });
  });
  const address = http.address();
  port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    port,
    token,
    tell: (event) => pages.tell(event),
    close: async () => {
      pages.close();
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise<void>((done) => http.close(() => done()));
    },
  };
}

/** `undefined` for what is no address, `//` for one. */
function addressOf(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? '/', 'http://localhost');
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number, type?: string, body?: string | Buffer, policy?: string): void {
  response.writeHead(status, {
    'Content-Type': type ?? 'text/plain; charset=utf-8',
    'Content-Security-Policy': policy ?? "default-src 'none'",
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
