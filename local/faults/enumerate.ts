/**
 * `npm run bench -- faults [WORD …] [--most N] [--every-error]`: every fault upon every action of the ledger whose name holds
 * one of the words, shared among as many processes as the machine has cores. Prints what was tried, how fast, and each law
 * that was broken; what is enumerated, and what Google leaves possible all the same, is told in docs/faults.md.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { loadBundle } from '../run/load-bundle.ts';
import { everyFault, sayViolations } from './every-fault.ts';
import type { FaultKind } from './fault.ts';
import { ledgerActions } from './ledger/actions.ts';

const ENDED_EARLY = 2;

const kinds: FaultKind[] = [
  'error',
  'kill',
  'meanwhile',
  'other run',
  'repeated',
  'lost answer',
  'lost trigger',
  'doubled trigger',
];

interface Wish {
  words: string[];
  most?: number;
  everyError: boolean;
}

interface Part {
  action: string;
  boundaries: number;
  faults: number;
  runs: number;
  collisions: number;
  ms: number;
  /** spent by the processor, ms: what a busy machine makes of it does not count */
  cpuMs: number;
  broken: string[];
}

function wishOf(args: readonly string[]): Wish {
  const at = args.indexOf('--most');
  const most = at < 0 ? undefined : Number(args[at + 1]);
  const words = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1));
  return { words, everyError: args.includes('--every-error'), ...(most === undefined ? {} : { most }) };
}

/** One process's share, action by action. */
async function share(wish: Wish, offset: number, of: number, tell: (part: Part) => void): Promise<void> {
  const bundle = loadBundle(join(process.cwd(), 'dist'));
  for (const { workbook, actions, others } of await ledgerActions(bundle)) {
    for (const action of actions.filter(
      ({ name }) => wish.words.length === 0 || wish.words.some((word) => name.includes(word)),
    )) {
      const before = process.cpuUsage();
      const report = await everyFault(action, workbook, { bundle, kinds, others, part: { offset, of }, ...wish });
      const { trace, faults, runs, collisions, ms } = report;
      const spent = process.cpuUsage(before);
      const cpuMs = (spent.user + spent.system) / 1000;
      tell({ action: action.name, boundaries: trace.length, faults, runs, collisions, ms, cpuMs, broken: sayViolations(report) });
    }
  }
}

/** Starts the processes and yields what they find, an action at a time, once all of them have done their share of it. */
async function* together(file: string, args: readonly string[]): AsyncGenerator<Part> {
  const of = availableParallelism();
  const children = Array.from({ length: of }, (_, offset) =>
    fork(file, ['--share', String(offset), String(of), ...args], { execArgv: ['--max-semi-space-size=64'] }),
  );
  const queues = children.map(partsOf);
  for (;;) {
    const parts = await Promise.all(queues.map(async (queue) => (await queue.next()).value as Part | undefined));
    const [first] = parts;
    if (!first) return;
    const sum = (key: 'runs' | 'collisions' | 'cpuMs') => parts.reduce((total, part) => total + (part?.[key] ?? 0), 0);
    const ms = Math.max(...parts.map((part) => part?.ms ?? 0));
    yield {
      ...first,
      runs: sum('runs'),
      collisions: sum('collisions'),
      cpuMs: sum('cpuMs'),
      ms,
      broken: parts.flatMap((part) => part?.broken ?? []),
    };
  }
}

async function* partsOf(child: ChildProcess): AsyncGenerator<Part> {
  const parts: Part[] = [];
  let wake = (): void => undefined;
  let isOver = false;
  child.on('message', (part: Part) => {
    parts.push(part);
    wake();
  });
  child.on('exit', (code) => {
    isOver = true;
    if (code !== 0) process.exitCode = ENDED_EARLY;
    wake();
  });
  for (;;) {
    for (let part = parts.shift(); part; part = parts.shift()) yield part;
    if (isOver) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

/** Prints as it goes. @param file this program's own, to start it once more for each core */
export async function enumerate(file: string, args: readonly string[], print: (line: string) => void): Promise<number> {
  const since = performance.now();
  let runs = 0;
  let broken = 0;
  for await (const part of together(file, args)) {
    runs += part.runs;
    broken += part.broken.length;
    const pace = `${Math.round((60_000 * part.runs) / part.ms).toLocaleString('en')} a minute (${Math.round(part.cpuMs / part.runs)} ms of CPU each)`;
    const tried = `${part.runs.toLocaleString('en')} of ${part.faults.toLocaleString('en')} faults at ${part.boundaries} moments`;
    print(`${part.action}: ${tried}, ${pace}, ${part.collisions} collisions in one cell, ${part.broken.length} broken`);
    for (const text of part.broken) print(text.replace(/^/gm, '    '));
  }
  const seconds = (performance.now() - since) / 1000;
  print(`${runs.toLocaleString('en')} runs in ${seconds.toFixed(0)} s, ${broken} broken`);
  if (process.exitCode === ENDED_EARLY) print('A process ended early: not everything was tried.');
  return process.exitCode === ENDED_EARLY ? broken + 1 : broken;
}

const [flag, offset, of, ...rest] = process.argv.slice(2);
if (flag === '--share') {
  await share(wishOf(rest), Number(offset), Number(of), (part) => process.send!(part));
  process.disconnect();
}
