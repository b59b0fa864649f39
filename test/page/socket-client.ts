/** A page's end of the socket without a browser: remembers all it was told. */
import { WebSocket } from 'ws';
import type { ClientMessage, ServerMessage } from '../../local/server/protocol.ts';

type Kind = ServerMessage['type'];
type Of<K extends Kind> = Extract<ServerMessage, { type: K }>;

export interface SocketClient {
  readonly heard: ServerMessage[];
  send(message: ClientMessage | string): void;
  /** the first message of the kind that fits, past or to come */
  next<K extends Kind>(type: K, fits?: (message: Of<K>) => boolean): Promise<Of<K>>;
  close(): Promise<void>;
}

export async function connectPage(
  server: { port: number; token: string },
  open: Omit<Extract<ClientMessage, { type: 'open' }>, 'type'> = {},
): Promise<SocketClient> {
  const origin = `http://127.0.0.1:${server.port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket?token=${server.token}`, { origin });
  const heard: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)) as ServerMessage);
    for (const check of waiting) check();
  });
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  const client: SocketClient = {
    heard,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: (type, fits = () => true) =>
      new Promise((done) => {
        const check = () => {
          const found = heard.find((message) => message.type === type && fits(message as never));
          if (!found) return;
          waiting.delete(check);
          done(found as never);
        };
        waiting.add(check);
        check();
      }),
    close: () =>
      new Promise((done) => {
        socket.once('close', () => done());
        socket.close();
      }),
  };
  client.send({ type: 'open', ...open });
  return client;
}
