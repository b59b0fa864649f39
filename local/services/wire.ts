import { enumValue } from './enums.ts';
import { EnumValue, FunctionName, ServiceObject } from './service-object.ts';
import type { Place } from './surroundings.ts';

/**
 * Values on their way between script and services, fit for `structuredClone`. Primitives and arrays go as they are;
 * everything else is a tagged object: `d` date in ms, `e` enumeration value, `h` handle, `o` plain object, `f` function, `x` error with its message.
 */
export type Wire =
  | undefined
  | null
  | string
  | number
  | boolean
  | Wire[]
  | { t: 'd'; v: number }
  | { t: 'e'; e: string; n: string }
  | { t: 'h'; i: number | string; c: string }
  | { t: 'o'; v: { [key: string]: Wire } }
  | { t: 'f'; n: string }
  | { t: 'x'; v: string };

/** A result that is made of wires already: spares a second copy of what may be hundreds of thousands of cells. */
export class Ready {
  readonly wire: Wire;

  constructor(wire: Wire) {
    this.wire = wire;
  }
}

/** The objects one execution has seen. Handles count up; a service that is a global has its name as the handle. */
export class HandleTable {
  readonly #objects = new Map<number | string, ServiceObject>();
  #next = 1;

  global(name: string, object: ServiceObject): void {
    this.#objects.set(name, object);
  }

  /** @param place the workbook it belongs to, unless it knows one already or that is the script's own */
  put(object: ServiceObject, place?: Place): number {
    object.place ??= place;
    const id = this.#next++;
    this.#objects.set(id, object);
    return id;
  }

  get(id: number | string): ServiceObject | undefined {
    return this.#objects.get(id);
  }
}

export function encode(value: unknown, handles: HandleTable, place?: Place): Wire {
  if (value === null || typeof value !== 'object')
    return typeof value === 'function' ? { t: 'f', n: value.name } : (value as Wire);
  if (Array.isArray(value)) {
    const out: Wire[] = new Array(value.length);
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      out[i] = item === null || typeof item !== 'object' ? (item as Wire) : encode(item, handles, place);
    }
    return out;
  }
  if (value instanceof Ready) return value.wire;
  if (value instanceof Date) return { t: 'd', v: value.getTime() };
  if (value instanceof EnumValue) return { t: 'e', e: value.type, n: value.name };
  if (value instanceof ServiceObject) return { t: 'h', i: handles.put(value, place), c: value.type };
  const out: { [key: string]: Wire } = {};
  for (const [key, item] of Object.entries(value)) out[key] = encode(item, handles, place);
  return { t: 'o', v: out };
}

/**
 * Takes the wire over: its arrays become the values' arrays. They may come from another realm, whose `Array` is not ours; a
 * change of prototype is many times cheaper than a copy of 600,000 cells.
 */
export function decode(wire: Wire, handles: HandleTable): unknown {
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) {
    Object.setPrototypeOf(wire, Array.prototype);
    const items = wire as unknown[];
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item !== null && typeof item === 'object') items[i] = decode(item as Wire, handles);
    }
    return items;
  }
  switch (wire.t) {
    case 'd':
      return new Date(wire.v);
    case 'e':
      return enumValue(wire.e, wire.n);
    case 'h':
      return handles.get(wire.i);
    case 'x':
      return new Error(wire.v);
    case 'f':
      return new FunctionName(wire.n);
    case 'o': {
      const out: Record<string, unknown> = {};
      for (const [key, item] of Object.entries(wire.v)) out[key] = decode(item, handles);
      return out;
    }
  }
}
