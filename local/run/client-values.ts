import type { Wire } from '../services/wire.ts';

/** What the page is thrown at once for arguments that cannot cross (platform.md §5). */
export class IllegalArgument extends Error {
  override readonly name = 'TypeError';
}

/**
 * Arguments of `google.script.run` on their way to the script: `undefined` in arrays becomes null, keys that are undefined
 * or end in `__` are dropped.
 * @throws IllegalArgument for dates, functions, class instances and circles
 */
export function fromClient(value: unknown, key = '0', above: readonly object[] = []): Wire {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value !== 'object') throw new IllegalArgument(`Failed due to illegal value in property: ${key}`);
  if (above.includes(value)) throw new IllegalArgument('Failed due to circular reference.');
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item, i) => fromClient(item, String(i), inside));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new IllegalArgument(`Failed due to illegal value in property: ${key}`);
  }
  const out: { [key: string]: Wire } = {};
  for (const [name, item] of Object.entries(value)) {
    if (item !== undefined && !name.endsWith('__')) out[name] = fromClient(item, name, inside);
  }
  return { t: 'o', v: out };
}

const UNFIT = Symbol('unfit');

function plain(wire: Wire): unknown {
  if (wire === undefined || wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) {
    const out: unknown[] = [];
    for (const item of wire) {
      const value = plain(item);
      if (value === UNFIT) return UNFIT;
      out.push(value ?? null);
    }
    return out;
  }
  if (wire.t !== 'o') return UNFIT;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(wire.v)) {
    const value = plain(item);
    if (value === UNFIT) return UNFIT;
    if (value !== undefined) out[key] = value;
  }
  return out;
}

/** A script's result as the page gets it: one date (or service object, or function) anywhere makes all of it null, without an error. */
export function toClient(wire: Wire): unknown {
  const value = plain(wire);
  return value === UNFIT ? null : value;
}

/** A result for whoever runs a function from here: dates stay dates, service objects are nothing outside the script. */
export function toHost(wire: Wire): unknown {
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return wire.map(toHost);
  if (wire.t === 'd') return new Date(wire.v);
  if (wire.t === 'e') return wire.n;
  if (wire.t !== 'o') return null;
  return Object.fromEntries(Object.entries(wire.v).map(([key, item]) => [key, toHost(item)]));
}
