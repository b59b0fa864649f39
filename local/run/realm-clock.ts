import type { RealmZone } from './realm-zone.ts';

/** Gives the realm a clock and, when seeded, a randomness from outside, so that a run can be repeated. Stands alone, see `realm-codec.ts`. */
export function setClock(
  realm: typeof globalThis,
  now: () => number,
  seed: number | undefined,
  zone: RealmZone | undefined,
): void {
  const Real = realm.Date;
  const instant = (args: unknown[]): unknown[] => {
    if (args.length === 0) return [now()];
    if (!zone) return args;
    if (args.length > 1) return [zone.epochOf(Real.UTC(...(args as [number, number])))];
    return typeof args[0] === 'string' ? [zone.parse(args[0])] : args;
  };
  const make = function (this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new Real(now()).toString();
    const target: unknown = new.target === (Clocked as unknown) ? Real : new.target;
    return Reflect.construct(Real, instant(args), target as DateConstructor);
  };
  const Clocked = make as unknown as DateConstructor;
  Object.defineProperty(Clocked, 'name', { value: 'Date' });
  Object.defineProperty(Clocked, 'length', { value: 7 });
  Object.defineProperty(Clocked, 'prototype', { value: Real.prototype });
  Clocked.now = () => now();
  Clocked.UTC = Real.UTC;
  Clocked.parse = zone ? (text) => zone.parse(text) : Real.parse;
  Real.prototype.constructor = Clocked;
  Object.defineProperty(realm, 'Date', { value: Clocked, writable: true, configurable: true, enumerable: false });

  if (seed === undefined) return;
  // mulberry32
  let state = seed >>> 0;
  realm.Math.random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
