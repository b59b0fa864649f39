import vm from 'node:vm';
import { exposedFunctions } from './exposed.ts';
import type { CompiledScript } from './open-realm.ts';
import { REALM_SOURCE } from './realm-source.ts';

/** A script made ready: compiled, and the functions of it that can be seen from outside. */
interface ReadyScript {
  compiled: CompiledScript;
  exposed: ReadonlySet<string>;
}

let last: { code: string; ready: ReadyScript } | undefined;

/**
 * Compiles a script; the one asked for last is remembered, for whoever opens many workbooks with the same bundle.
 * @throws SyntaxError when the engine cannot read the script
 */
export function compile(code: string): ReadyScript {
  if (last?.code !== code) last = { code, ready: make(code) };
  return last.ready;
}

function make(code: string): ReadyScript {
  const compiled = {
    script: new vm.Script(code, { filename: 'Code.js' }),
    prepare: new vm.Script(`(${REALM_SOURCE})`, { filename: 'realm.js' }),
  };
  return { compiled, exposed: exposedFunctions(code) };
}
