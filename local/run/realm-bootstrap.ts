import type { RealmTable } from '../services/in-realm-table.ts';
import type { Wire } from '../services/wire.ts';
import type { setClock } from './realm-clock.ts';
import type { makeCodec, RealmPort } from './realm-codec.ts';
import type { makeConsole } from './realm-console.ts';
import type { makeEscaper } from './realm-escape.ts';
import type { makeTemplates } from './realm-template.ts';
import type { setZone } from './realm-zone.ts';

interface RealmParts {
  makeCodec: typeof makeCodec;
  makeConsole: typeof makeConsole;
  makeEscaper: typeof makeEscaper;
  makeTemplates: typeof makeTemplates;
  setClock: typeof setClock;
  setZone: typeof setZone;
}

/** How a function of the script ended, as its realm tells it. */
export type Outcome = { ok: true; value: Wire } | { ok: false; name: string; message: string; stack?: string; killed?: true };

/** Calls a global function. `settle` tells how it ended, a promise's end included, once the microtasks have run. */
export type Enter = (name: string, args: Wire[], settle: (outcome: Outcome) => void) => void;

/**
 * Makes a bare context look like Apps Script: takes away what Google's runtime lacks, puts the services in.
 * Stands alone, see `realm-codec.ts`.
 * @returns the way to call the script's functions
 */
export function bootstrap(realm: typeof globalThis, table: RealmTable, port: RealmPort, parts: RealmParts): Enter {
  const globals = realm as unknown as Record<string, unknown>;
  // absent in Apps Script (platform.md §6), though the engine brings them along
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'gc', 'FinalizationRegistry', 'WeakRef'])
    delete globals[name];

  const { encode, decode, makeHandle, call, put } = parts.makeCodec(table, port);
  parts.setClock(realm, () => port.now(), port.seed, parts.setZone(realm, port.timeZone, port.ownZone));
  // only now: the realm's own clock needs it
  if (!port.intl) delete globals.Intl;
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(realm, name, { value, writable: true, configurable: true, enumerable: false });
  };

  for (const name of Object.keys(table.globals)) define(name, makeHandle(name, table.globals[name]!));
  const { console, Logger } = parts.makeConsole((level, text) => port.log(level, text));
  define('console', console);
  define('Logger', Logger);
  for (const name of Object.keys(table.constants)) define(name, { ...table.constants[name] });

  if (table.classes.HtmlService) {
    const output = (source: unknown) => call('HtmlService', 'createHtmlOutput', [source]) as { getContent(): string };
    let templates: ReturnType<typeof makeTemplates> | undefined;
    const made = () => (templates ??= parts.makeTemplates(realm, output, parts.makeEscaper));
    put('HtmlService', {
      initTemplate: () => made().initTemplate(),
      createTemplate: (html: unknown) => made().template(typeof html === 'string' ? html : output(html).getContent()),
      createTemplateFromFile: (file: unknown) => made().template(call('HtmlService', 'rawFile', [file]) as string),
      rawFile: undefined,
    });
    put('HtmlOutput', {
      asTemplate(this: { getContent(): string }) {
        return made().template(this.getContent());
      },
    });
  }

  const failed = (error: unknown): Outcome => {
    if (!(error instanceof Error)) return { ok: false, name: 'Error', message: String(error) };
    // only what lies in the script itself, as Google shows it
    const frames = (error.stack ?? '').split('\n').filter((line) => !line.startsWith('    at ') || line.includes('Code.js'));
    return { ok: false, name: error.name, message: error.message, stack: frames.join('\n') };
  };

  return (name, args, settle) => {
    const target = globals[name];
    if (typeof target !== 'function') {
      settle({ ok: false, name: 'Error', message: `Script function not found: ${name}` });
      return;
    }
    const done = (value: unknown): void => {
      try {
        settle({ ok: true, value: encode(value) });
      } catch (error) {
        settle(failed(error));
      }
    };
    try {
      const value: unknown = Reflect.apply(target, undefined, args.map(decode));
      if (value instanceof Promise) value.then(done, (error: unknown) => settle(failed(error)));
      else done(value);
    } catch (error) {
      settle(failed(error));
    }
  };
}
