import { bootstrap } from './realm-bootstrap.ts';
import { setClock } from './realm-clock.ts';
import { makeCodec } from './realm-codec.ts';
import { makeConsole } from './realm-console.ts';
import { makeEscaper } from './realm-escape.ts';
import { makeTemplates } from './realm-template.ts';
import { setZone } from './realm-zone.ts';

/** The code that prepares a context, as text: an expression that is a function of (realm, table, port). */
export const REALM_SOURCE = `(realm, table, port) => (${bootstrap})(realm, table, port, {
  makeCodec: ${makeCodec},
  makeConsole: ${makeConsole},
  makeEscaper: ${makeEscaper},
  makeTemplates: ${makeTemplates},
  setClock: ${setClock},
  setZone: ${setZone},
})`;
