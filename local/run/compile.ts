import vm from 'node:vm';
import type { CompiledScript } from './open-realm.ts';
import { REALM_SOURCE } from './realm-source.ts';

/** @throws SyntaxError when the engine cannot read the script */
export function compile(code: string): CompiledScript {
  return {
    script: new vm.Script(code, { filename: 'Code.js' }),
    prepare: new vm.Script(`(${REALM_SOURCE})`, { filename: 'realm.js' }),
  };
}
