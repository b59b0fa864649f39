/** Offsets of IANA zones from UTC, cached: a tab of 50,000 dates must not ask Intl 50,000 times. */

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** by zone and UTC day: the offset where it holds all day */
const days = new Map<string, Map<number, number | undefined>>();

/** Milliseconds to add to UTC for the wall clock in `zone` at the instant `epoch` (ms since 1970). */
export function zoneOffset(epoch: number, zone: string): number {
  if (zone === 'UTC' || zone === 'Etc/UTC' || zone === 'GMT') return 0;
  const day = Math.floor(epoch / DAY);
  let known = days.get(zone);
  if (!known) days.set(zone, (known = new Map()));
  let offset = known.get(day);
  if (offset === undefined && !known.has(day)) {
    const start = askOffset(day * DAY, zone);
    offset = start === askOffset((day + 1) * DAY, zone) ? start : undefined;
    known.set(day, offset);
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
