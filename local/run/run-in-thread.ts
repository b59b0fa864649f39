import vm from 'node:vm';
import { dispatch, type Reply } from '../services/dispatcher.ts';
import type { ExecutionContext } from '../services/execution-context.ts';
import { type RealmTable, realmTable } from '../services/in-realm-table.ts';
import type { Wire } from '../services/wire.ts';
import { type CompiledScript, openRealm, TIMEOUT_CODE } from './open-realm.ts';
import type { Outcome } from './realm-bootstrap.ts';

let table: RealmTable | undefined;
let own: { TZ: string | undefined; zone: string } | undefined;

/** The zone in which this program runs now. Asking takes long, and it is asked for each execution. */
function ownZone(): string {
  const { TZ } = process.env;
  if (!own || own.TZ !== TZ) own = { TZ, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
  return own.zone;
}

/**
 * Runs a function of the script here and now; nobody else can do anything meanwhile.
 * @param realm `seed`: for the script's `Math.random`; `intl`: whether there is an `Intl`
 */
export function runInThread(
  context: ExecutionContext,
  compiled: CompiledScript,
  name: string,
  args: Wire[],
  realm: { seed: number | undefined; intl: boolean },
): Outcome {
  const { surroundings, authMode } = context;
  const since = performance.now();
  const left = (): number => Math.max(1, Math.ceil(context.limitMs - (performance.now() - since)));
  const port = {
    invoke: (target: number | string, method: string, wires: Wire[]) => dispatch(context, target, method, wires, false) as Reply,
    // a killed script may still catch and clean up here, but nobody hears of it
    log: (level: string, text: string) => context.killed || surroundings.log(level, text),
    now: () => context.now(),
    ...realm,
    timeZone: context.scriptZone,
    ownZone: ownZone(),
  };
  table ??= realmTable();
  const opened = openRealm(vm, compiled, table, port, TIMEOUT_CODE);
  // top-level statements may run before anybody has allowed anything (platform.md §2)
  context.authMode = 'NONE';
  const broken = opened.load(left());
  context.authMode = authMode;
  const outcome = broken ?? opened.run(name, args, left());
  context.meter.trace.cpuMs += performance.now() - since;
  if (!outcome.ok && outcome.killed) context.kill();
  return outcome;
}
