import type { MessagePort } from 'node:worker_threads';
import type { Reply } from '../services/dispatcher.ts';
import type { RealmTable } from '../services/in-realm-table.ts';
import type { Wire } from '../services/wire.ts';
import type { CompiledScript, openRealm } from './open-realm.ts';
import type { PackedReply, unpackCells } from './pack-cells.ts';
import type { Outcome } from './realm-bootstrap.ts';

/** What a worker is started with. */
export interface WorkerStart {
  code: string;
  realmSource: string;
  table: RealmTable;
  port: MessagePort;
  /** its first number counts the answers posted to the worker */
  signal: Int32Array;
  seed: number | undefined;
  timeZone: string;
  intl: boolean;
  /** whether the worker's own clock is the host's */
  liveClock: boolean;
  timedOut: string;
}

/** To the worker. */
export type ToWorker =
  | { type: 'run'; name: string; args: Wire[]; limitMs: number; now: number }
  | { type: 'reply'; reply: PackedReply; now: number };

/** From the worker. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'loaded' }
  | { type: 'call'; target: number | string; method: string; args: Wire[] }
  | { type: 'log'; level: string; text: string }
  | { type: 'done'; outcome: Outcome; cpuMs: number };

/**
 * The program of a worker: runs one function at a time, each in a fresh context. While a service call is answered the whole
 * thread sleeps, which is what makes the services synchronous. It is turned into text: it must stand alone, see `realm-codec.ts`.
 */
export function workerMain(load: NodeJS.Require, open: typeof openRealm, unpack: typeof unpackCells): void {
  const { receiveMessageOnPort, workerData } = load('node:worker_threads') as typeof import('node:worker_threads');
  const vm = load('node:vm') as typeof import('node:vm');
  const { code, realmSource, table, port, signal, seed, timeZone, intl, liveClock, timedOut } = workerData as WorkerStart;
  const compiled: CompiledScript = {
    script: new vm.Script(code, { filename: 'Code.js' }),
    prepare: new vm.Script(`(${realmSource})`, { filename: 'realm.js' }),
  };
  const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  let now = 0;
  let asleep = 0;
  const post = (message: FromWorker): void => port.postMessage(message);

  const ask = (message: FromWorker): Reply => {
    const since = performance.now();
    const answers = Atomics.load(signal, 0);
    post(message);
    for (;;) {
      Atomics.wait(signal, 0, answers);
      const received = receiveMessageOnPort(port) as { message: ToWorker } | undefined;
      if (received?.message.type !== 'reply') continue;
      now = received.message.now;
      asleep += performance.now() - since;
      const { reply } = received.message;
      return 'packed' in reply ? { v: unpack(reply.packed) } : reply;
    }
  };

  port.on('message', (message: ToWorker) => {
    if (message.type !== 'run') return;
    const since = performance.now();
    now = message.now;
    asleep = 0;
    const realmPort = {
      invoke: (target: number | string, method: string, args: Wire[]) => ask({ type: 'call', target, method, args }),
      log: (level: string, text: string) => post({ type: 'log', level, text }),
      now: () => (liveClock ? Date.now() : now),
      seed,
      timeZone,
      ownZone,
      intl,
    };
    const realm = open(vm, compiled, table, realmPort, timedOut);
    const broken = realm.load(message.limitMs);
    post({ type: 'loaded' });
    const outcome = broken ?? realm.run(message.name, message.args, message.limitMs);
    post({ type: 'done', outcome, cpuMs: performance.now() - since - asleep });
  });
  post({ type: 'ready' });
}
