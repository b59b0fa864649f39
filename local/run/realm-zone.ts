/** What the realm's clock needs of a zone. */
export interface RealmZone {
  /** the instant at which clocks there show `wall` (ms, as if the wall clock were UTC) */
  epochOf(wall: number): number;
  /** as `Date.parse`, text without a zone read as the zone's */
  parse(text: string): number;
}

/**
 * Makes the local fields and the text of the realm's dates those of the script's zone, as on Google. Stands alone, see
 * `realm-codec.ts`.
 * @returns undefined when the program runs in that zone anyway
 */
export function setZone(realm: typeof globalThis, timeZone: string, ownZone: string): RealmZone | undefined {
  if (ownZone === timeZone) return undefined;
  const { Date: Real, Intl: International } = realm;
  const proto = Real.prototype;
  const { getTime, setTime, getTimezoneOffset } = proto;
  const numeric = 'numeric' as const;
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  let format: Intl.DateTimeFormat | undefined;

  const ask = (epoch: number): number => {
    format ??= new International.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...fields });
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(epoch)) part[type] = Number(value);
    const wall = new Real(0);
    wall.setUTCFullYear(part.year!, part.month! - 1, part.day!);
    wall.setUTCHours(part.hour!, part.minute!, part.second!);
    return wall.getTime() - Math.floor(epoch / 1000) * 1000;
  };
  // no zone changes its clock and back within eight days
  const run = 691_200_000;
  const known = new Map<number, number | undefined>();
  const offsetAt = (epoch: number): number => {
    if (Number.isNaN(epoch)) return Number.NaN;
    const at = Math.floor(epoch / run);
    if (!known.has(at)) {
      const first = ask(at * run);
      known.set(at, first === ask((at + 1) * run) ? first : undefined);
    }
    return known.get(at) ?? ask(epoch);
  };
  const epochOf = (wall: number): number => wall - offsetAt(wall - offsetAt(wall));
  const wallOf = (date: Date): Date => {
    const epoch = getTime.call(date);
    return new Real(epoch + offsetAt(epoch));
  };

  const methods = proto as unknown as Record<string, (...args: unknown[]) => unknown>;
  const define = (name: string, value: (this: Date, ...args: never[]) => unknown): void => {
    Object.defineProperty(proto, name, { value, writable: true, configurable: true, enumerable: false });
  };
  for (const field of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    const read = methods[`getUTC${field}`]!;
    define(`get${field}`, function () {
      return read.call(wallOf(this));
    });
    const write = methods[`setUTC${field}`];
    if (!write) continue;
    define(`set${field}`, function (...args: unknown[]) {
      const wall = wallOf(this);
      write.apply(wall, args);
      return setTime.call(this, epochOf(wall.getTime()));
    });
  }
  define('getTimezoneOffset', function () {
    return -offsetAt(getTime.call(this)) / 60_000;
  });

  const two = (number: number): string => String(number).padStart(2, '0');
  const dateText = (date: Date): string => {
    const [day, of, month, year] = wallOf(date).toUTCString().replace(',', '').split(' ');
    return `${day} ${month} ${of} ${year}`;
  };
  const timeText = (date: Date): string => {
    const minutes = Math.round(offsetAt(getTime.call(date)) / 60_000);
    const hours = two(Math.floor(Math.abs(minutes) / 60)) + two(Math.abs(minutes) % 60);
    const long = new International.DateTimeFormat('en-US', { timeZone, timeZoneName: 'long' }).formatToParts(date);
    const name = long.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
    return `${wallOf(date).toISOString().slice(-13, -5)} GMT${minutes < 0 ? '-' : '+'}${hours} (${name})`;
  };
  const valid = (date: Date, text: () => string): string => (Number.isNaN(getTime.call(date)) ? 'Invalid Date' : text());
  define('toDateString', function () {
    return valid(this, () => dateText(this));
  });
  define('toTimeString', function () {
    return valid(this, () => timeText(this));
  });
  define('toString', function () {
    return valid(this, () => `${dateText(this)} ${timeText(this)}`);
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const original = methods[name]!;
    define(name, function (locales?: string, options?: object) {
      return original.call(this, locales, { timeZone, ...options });
    });
  }

  const parse = (text: string): number => {
    const epoch = Real.parse(text);
    // a day alone in ISO notation is UTC's, by the language's rules
    if (/^\s*[+-]?\d{4,6}(-\d\d){0,2}\s*$/.test(text) || /(Z|GMT|UTC?|[+-]\d\d:?\d\d)\s*(\(.*\))?\s*$/i.test(text)) return epoch;
    return epochOf(epoch - getTimezoneOffset.call(new Real(epoch)) * 60_000);
  };
  return { epochOf, parse };
}
