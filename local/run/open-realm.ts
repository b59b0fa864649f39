import type { RealmTable } from '../services/in-realm-table.ts';
import type { Wire } from '../services/wire.ts';
import type { Enter, Outcome } from './realm-bootstrap.ts';
import type { RealmPort } from './realm-codec.ts';

/** A fresh context with the script loaded into it. */
interface Realm {
  /** Runs the script's top-level statements. */
  load(timeoutMs: number): Outcome | undefined;
  /** Calls a global function of the script. */
  run(name: string, args: Wire[], timeoutMs: number): Outcome;
}

/** Compiled once, run in a fresh context per execution. */
export interface CompiledScript {
  script: import('node:vm').Script;
  prepare: import('node:vm').Script;
}

/** The code of the error that `vm` throws at its time limit. */
export const TIMEOUT_CODE = 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/**
 * Makes a context for one execution. Also runs as text inside workers: it must stand alone, see `realm-codec.ts`.
 * @param timedOut {@link TIMEOUT_CODE}
 */
export function openRealm(
  vm: Pick<typeof import('node:vm'), 'createContext' | 'runInContext'>,
  compiled: CompiledScript,
  table: RealmTable,
  port: RealmPort,
  timedOut: string,
): Realm {
  const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
  const prepare = compiled.prepare.runInContext(context) as (realm: unknown, table: RealmTable, port: RealmPort) => Enter;
  const realm = vm.runInContext('globalThis', context) as Record<string, unknown>;
  const enter = prepare(realm, table, port);

  const guarded = (work: () => void): Outcome | undefined => {
    try {
      work();
      return undefined;
    } catch (error) {
      const { name, message, stack, code } = error as Error & { code?: string };
      if (code === timedOut) return { ok: false, name: 'Exception', message: 'Exceeded maximum execution time', killed: true };
      return { ok: false, name: name ?? 'Error', message: message ?? String(error), stack };
    }
  };

  return {
    load: (timeout) => guarded(() => compiled.script.runInContext(context, { timeout })),
    run(name, args, timeout) {
      let outcome: Outcome | undefined;
      // entered through a script, so that the microtasks of this context run before it returns
      const failed = guarded(() => {
        Object.defineProperty(realm, '__enter', {
          configurable: true,
          value: () => {
            delete realm.__enter;
            enter(name, args, (settled) => {
              outcome = settled;
            });
          },
        });
        vm.runInContext('__enter()', context, { timeout });
      });
      return failed ?? outcome ?? { ok: false, name: 'Error', message: `${name} returned a promise that never settles` };
    },
  };
}
