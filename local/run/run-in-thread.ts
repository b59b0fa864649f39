import vm from 'node:vm';
import { dispatch, type Reply } from '../services/dispatcher.ts';
import type { ExecutionContext } from '../services/execution-context.ts';
import { type RealmTable, realmTable } from '../services/in-realm-table.ts';
import type { Wire } from '../services/wire.ts';
import { type CompiledScript, openRealm, TIMEOUT_CODE } from './open-realm.ts';
import type { Outcome } from './realm-bootstrap.ts';

let table: RealmTable | undefined;

/**
 * Runs a function of the script here and now; nobody else can do anything meanwhile.
 * @param seed for the script's `Math.random`
 */
export function runInThread(
  context: ExecutionContext,
  compiled: CompiledScript,
  name: string,
  args: Wire[],
  seed: number | undefined,
): Outcome {
  const { surroundings, authMode } = context;
  const since = performance.now();
  const left = (): number => Math.max(1, Math.ceil(context.limitMs - (performance.now() - since)));
  const port = {
    invoke: (target: number | string, method: string, wires: Wire[]) => dispatch(context, target, method, wires, false) as Reply,
    log: (level: string, text: string) => surroundings.log(level, text),
    now: () => context.now(),
    seed,
    timeZone: context.scriptZone,
  };
  table ??= realmTable();
  const realm = openRealm(vm, compiled, table, port, TIMEOUT_CODE);
  // top-level statements may run before anybody has allowed anything (platform.md §2)
  context.authMode = 'NONE';
  const broken = realm.load(left());
  context.authMode = authMode;
  const outcome = broken ?? realm.run(name, args, left());
  context.meter.trace.cpuMs += performance.now() - since;
  if (!outcome.ok && outcome.killed) context.killed = true;
  if (context.killed) return { ok: false, name: 'Exception', message: 'Exceeded maximum execution time', killed: true };
  return outcome;
}
