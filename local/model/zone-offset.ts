/** Offsets of IANA zones from UTC, cached: a tab of 50,000 dates must not ask Intl 50,000 times. */

const DAY = 86_400_000;
/** No zone changes its clock and back within so short a time. */
const CHUNK = 8 * DAY;
const formats = new Map<string, Intl.DateTimeFormat>();
/** by zone and run of days: the offset where it holds throughout */
const chunks = new Map<string, Map<number, number | undefined>>();

/** Milliseconds to add to UTC for the wall clock in `zone` at the instant `epoch` (ms since 1970). */
export function zoneOffset(epoch: number, zone: string): number {
  if (zone === 'UTC' || zone === 'Etc/UTC' || zone === 'GMT') return 0;
  const chunk = Math.floor(epoch / CHUNK);
  let known = chunks.get(zone);
  if (!known) chunks.set(zone, (known = new Map()));
  let offset = known.get(chunk);
  if (offset === undefined && !known.has(chunk)) {
    const start = askOffset(chunk * CHUNK, zone);
    offset = start === askOffset((chunk + 1) * CHUNK, zone) ? start : undefined;
    known.set(chunk, offset);
  }
  return offset ?? askOffset(epoch, zone);
}

function askOffset(epoch: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts: Record<string, string> = {};
  for (const part of format.formatToParts(epoch)) parts[part.type] = part.value;
  const year = parts.era?.startsWith('B') ? 1 - Number(parts.year) : Number(parts.year);
  const wall = Date.UTC(
    2000,
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  );
  const date = new Date(wall);
  date.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  return date.getTime() - Math.floor(epoch / 1000) * 1000;
}

/**
 * The instant at which clocks in `zone` show `wall` (ms, as if the wall clock were UTC). A time that daylight saving skips
 * becomes the one as much later; of a time that comes twice the first is meant.
 */
export function wallToEpoch(wall: number, zone: string): number {
  const before = zoneOffset(wall - DAY, zone);
  const after = zoneOffset(wall + DAY, zone);
  const early = wall - before;
  if (before === after && zoneOffset(early, zone) === before) return early;
  if (zoneOffset(early, zone) === before) return early;
  const late = wall - after;
  if (zoneOffset(late, zone) === after) return late;
  const direct = wall - zoneOffset(early, zone);
  return zoneOffset(direct, zone) === wall - direct ? direct : early;
}
