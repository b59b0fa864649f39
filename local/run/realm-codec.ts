/*
 * The functions of the `realm-*.ts` files are turned into text and run inside the script's own context. Each must stand
 * alone: no imports at run time, nothing from the scope around it.
 */
import type { Reply } from '../services/dispatcher.ts';
import type { RealmTable } from '../services/in-realm-table.ts';
import type { Wire } from '../services/wire.ts';

/** How the realm reaches the services. */
export interface RealmPort {
  invoke(target: number | string, method: string, args: Wire[]): Reply;
  log(level: string, text: string): void;
  /** ms since 1970 */
  now(): number;
  /** IANA name: the script's */
  timeZone: string;
  /** IANA name: the one in which this program runs */
  ownZone: string;
  /** whether there is an `Intl` */
  intl: boolean;
  /** absent: the engine's own randomness */
  seed?: number;
}

interface RealmCodec {
  encode(value: unknown): Wire;
  decode(wire: Wire): unknown;
  makeHandle(id: number | string, className: string): object;
  call(id: number | string, method: string, args: unknown[]): unknown;
  /** Puts methods into a class that the realm has by itself; undefined hides one. */
  put(type: string, methods: Record<string, unknown>): void;
}

/** Makes the classes of the services inside the realm, and carries values across. */
export function makeCodec(table: RealmTable, port: RealmPort): RealmCodec {
  // the engine's own: the one scripts see has a clock put before it
  const RealDate = Date;
  const ownArray = Array.prototype;
  const idOf = Symbol('id');
  const enumOf = Symbol('enum');
  const enums: Record<string, Record<string, object>> = {};
  const enumOfType = (type: string): Record<string, object> => (enums[type] ??= makeEnum(type));
  const makeEnum = (type: string): Record<string, object> => {
    const values: Record<string, object> = {};
    table.enums[type]!.forEach((name, ordinal) => {
      values[name] = Object.create(
        {
          toString: () => name,
          name: () => name,
          ordinal: () => ordinal,
          toJSON: () => name,
          compareTo: (other: { ordinal(): number }) => ordinal - other.ordinal(),
        },
        { [enumOf]: { value: { type, name } } },
      );
    });
    return values;
  };

  // these are asked for by the language or by common tools, of any object
  const quiet = new Set(['then', 'toJSON', 'constructor', 'prototype', 'length', 'message', 'stack', 'nodeType']);
  const call = (id: number | string, method: string, args: unknown[]): unknown => {
    const wires: Wire[] = new Array(args.length);
    for (let i = 0; i < args.length; i++) wires[i] = encode(args[i]);
    const reply = port.invoke(id, method, wires);
    if ('v' in reply) return decode(reply.v);
    const error = new Error(reply.e.message);
    Object.defineProperty(error, 'name', { value: reply.e.name, configurable: true, writable: true });
    throw error;
  };

  const extra: Record<string, Record<string, unknown>> = {};
  const put = (type: string, methods: Record<string, unknown>): void => void (extra[type] = methods);

  /** A script uses few of the methods, and every execution makes the classes anew: each is made when it is first asked for. */
  const makePrototype = (type: string): object => {
    const { shown, methods, enums: constants, refused } = table.classes[type]!;
    const made = {};
    const over = (key: string) =>
      function (this: { [idOf]: number | string }, ...args: unknown[]) {
        return call(this[idOf], key, args);
      };
    const make = (key: PropertyKey): void => {
      if (typeof key !== 'string' || Object.hasOwn(made, key)) return;
      let value: unknown;
      if (extra[type] && Object.hasOwn(extra[type], key)) value = extra[type][key];
      else if (Object.hasOwn(constants, key)) value = enumOfType(constants[key]!);
      else if (methods.includes(key) || refused?.includes(key)) value = over(key);
      else if (key === 'toString') value = () => shown;
      else return;
      Object.defineProperty(made, key, { value, configurable: true, writable: true });
    };
    return new Proxy(made, {
      get(_, key, receiver) {
        make(key);
        if (refused || typeof key === 'symbol' || key in made || quiet.has(key)) return Reflect.get(made, key, receiver);
        // anything else that is asked for goes over as a call, which says by name that it is not there
        return over(key);
      },
      has(_, key) {
        make(key);
        return key in made;
      },
      getOwnPropertyDescriptor(_, key) {
        make(key);
        return Reflect.getOwnPropertyDescriptor(made, key);
      },
      ownKeys() {
        for (const key of [...methods, ...(refused ?? []), ...Object.keys(constants), 'toString']) make(key);
        return Reflect.ownKeys(made);
      },
    });
  };
  const prototypes: Record<string, object> = {};

  const makeHandle = (id: number | string, className: string): object =>
    Object.create((prototypes[className] ??= makePrototype(className)), { [idOf]: { value: id } });

  function encode(value: unknown): Wire {
    if (value === null || typeof value !== 'object')
      return typeof value === 'function' ? { t: 'f', n: value.name } : (value as Wire);
    if (Array.isArray(value)) {
      const out: Wire[] = new Array(value.length);
      for (let i = 0; i < value.length; i++) {
        const item: unknown = value[i];
        out[i] =
          item === null || typeof item !== 'object' ? (typeof item === 'function' ? encode(item) : (item as Wire)) : encode(item);
      }
      return out;
    }
    if (value instanceof Date) return { t: 'd', v: value.getTime() };
    if (value instanceof Error) return { t: 'x', v: value.message };
    const known = value as { [idOf]?: number | string; [enumOf]?: { type: string; name: string } };
    if (known[idOf] !== undefined) return { t: 'h', i: known[idOf], c: '' };
    if (known[enumOf] !== undefined) return { t: 'e', e: known[enumOf].type, n: known[enumOf].name };
    const out: { [key: string]: Wire } = {};
    for (const key of Object.keys(value)) out[key] = encode((value as Record<string, unknown>)[key]);
    return { t: 'o', v: out };
  }

  // apart from `decode`, so that the engine sees one kind of work: this is where hundreds of thousands of cells come in. The
  // arrays are nobody else's any more: they become this realm's own, which spares a second copy of them
  function decodeArray(wires: Wire[]): unknown[] {
    const { length } = wires;
    for (let i = 0; i < length; i++) {
      const item = wires[i];
      if (typeof item === 'object' && item !== null) (wires as unknown[])[i] = decode(item);
    }
    return Object.setPrototypeOf(wires, ownArray) as unknown[];
  }

  function decode(wire: Wire): unknown {
    if (wire === null || typeof wire !== 'object') return wire;
    if (Array.isArray(wire)) return decodeArray(wire);
    if (wire.t === 'd') return new RealDate(wire.v);
    if (wire.t === 'e') return enumOfType(wire.e)[wire.n];
    if (wire.t === 'h') return makeHandle(wire.i, wire.c);
    if (wire.t === 'x') return new Error(wire.v);
    if (wire.t === 'f') return undefined;
    const out: Record<string, unknown> = {};
    for (const key of Object.keys(wire.v)) out[key] = decode(wire.v[key]);
    return out;
  }

  return { encode, decode, makeHandle, call, put };
}
