import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { dispatch, type Reply } from '../services/dispatcher.ts';
import type { ExecutionContext } from '../services/execution-context.ts';
import { realmTable } from '../services/in-realm-table.ts';
import type { Wire } from '../services/wire.ts';
import { openRealm, TIMEOUT_CODE } from './open-realm.ts';
import { packReply, unpackCells } from './pack-cells.ts';
import type { Outcome } from './realm-bootstrap.ts';
import { REALM_SOURCE } from './realm-source.ts';
import { type FromWorker, type ToWorker, type WorkerStart, workerMain } from './worker-main.ts';

const SOURCE = `(${workerMain})(require, ${openRealm}, ${unpackCells})`;
const KILLED: Outcome = { ok: false, name: 'Exception', message: 'Exceeded maximum execution time', killed: true };

export interface WorkerOptions {
  code: string;
  seed: number | undefined;
  timeZone: string;
  intl: boolean;
  liveClock: boolean;
}

/** A thread that runs one execution after another; its service calls are answered here. */
export class ScriptWorker {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));
  #hear: (message: FromWorker) => void = () => undefined;
  #lost: (error: Error) => void = () => undefined;
  /** false once it was stopped or has failed */
  usable = true;

  constructor({ code, seed, timeZone, intl, liveClock }: WorkerOptions) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: WorkerStart = {
      code,
      realmSource: REALM_SOURCE,
      table: realmTable(),
      port: port2,
      signal: this.#signal,
      seed,
      timeZone,
      intl,
      liveClock,
      timedOut: TIMEOUT_CODE,
    };
    this.#worker = new Worker(SOURCE, { eval: true, workerData, transferList: [port2], execArgv: [], stdout: false });
    port1.on('message', (message: FromWorker) => this.#hear(message));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('The execution ended unexpectedly.')));
    this.#rest();
  }

  /** Runs a function of the script; while it waits for an answer, others go on. */
  run(context: ExecutionContext, name: string, args: Wire[]): Promise<Outcome> {
    const { surroundings, authMode, limitMs, meter } = context;
    this.#port.ref();
    this.#worker.ref();
    return new Promise((resolve) => {
      const end = (outcome: Outcome): void => {
        clearTimeout(timer);
        this.#hear = () => undefined;
        this.#lost = () => undefined;
        if (this.usable) this.#rest();
        resolve(outcome);
      };
      const kill = (): void => {
        context.kill();
        this.stop();
        end(KILLED);
      };
      const timer = setTimeout(kill, limitMs);
      this.#lost = (error) => end({ ok: false, name: 'Exception', message: error.message, stack: error.stack });
      this.#hear = (message) => {
        if (message.type === 'loaded') context.authMode = authMode;
        else if (message.type === 'log') surroundings.log(message.level, message.text);
        else if (message.type === 'call') void this.#answer(context, message, kill);
        else if (message.type === 'done') {
          meter.trace.cpuMs += message.cpuMs;
          end(message.outcome);
        }
      };
      // top-level statements may run before anybody has allowed anything (platform.md §2)
      context.authMode = 'NONE';
      this.#post({ type: 'run', name, args, limitMs: limitMs + 1000, now: context.now() });
    });
  }

  stop(): void {
    this.usable = false;
    void this.#worker.terminate();
    this.#port.close();
  }

  async #answer(context: ExecutionContext, call: Extract<FromWorker, { type: 'call' }>, kill: () => void): Promise<void> {
    const since = performance.now();
    const answer = dispatch(context, call.target, call.method, call.args, true);
    context.meter.trace.cpuMs += performance.now() - since;
    const reply: Reply = answer instanceof Promise ? await answer : answer;
    if (!this.usable) return;
    if (context.killed) return kill();
    this.#post({ type: 'reply', reply: packReply(reply), now: context.now() });
    Atomics.add(this.#signal, 0, 1);
    Atomics.notify(this.#signal, 0);
  }

  #post(message: ToWorker): void {
    this.#port.postMessage(message);
  }

  /** Nothing keeps the program alive for a worker that has nothing to do. */
  #rest(): void {
    this.#port.unref();
    this.#worker.unref();
  }

  #fail(error: Error): void {
    this.usable = false;
    this.#lost(error);
  }
}
