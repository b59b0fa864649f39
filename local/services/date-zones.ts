import { zoneOffset } from '../model/zone-offset.ts';
import { ServiceError } from './service-object.ts';

/** Java's three letters for a zone, which the tz database does not know or means otherwise. */
const JAVA_ZONES: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AST: 'America/Anchorage',
  BST: 'Asia/Dhaka',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  ECT: 'Europe/Paris',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  NST: 'Pacific/Auckland',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
};

const pad = (number: number): string => String(number).padStart(2, '0');

/** `GMT+8`, `GMT-3:30`, `UTC` as ms; `undefined` for the name of a zone. */
function fixedOffset(zone: string): number | undefined {
  const match = /^(?:GMT|UTC)?(?:([+-])(\d{1,2}):?(\d{2})?)?$/.exec(zone);
  if (!match || zone === '') return undefined;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

/**
 * How far a zone's clocks are ahead of UTC at an instant, in ms.
 * @throws ServiceError for a zone that does not exist; Java would silently take GMT
 */
export function offsetAt(epoch: number, zone: string): number {
  try {
    return fixedOffset(zone) ?? zoneOffset(epoch, JAVA_ZONES[zone] ?? zone);
  } catch {
    throw new ServiceError('Invalid argument: timeZone. Should be of type: String');
  }
}

/** `+0800`, `+08:00` */
export function isoOffset(offset: number, colon: boolean): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${colon ? ':' : ''}${pad(minutes % 60)}`;
}

/** What Java's English calls a zone: `PST`, `Pacific Standard Time`, `GMT+08:00` where there are no letters. */
export function zoneName(epoch: number, zone: string, long: boolean): string {
  const offset = offsetAt(epoch, zone);
  const byOffset = offset === 0 && fixedOffset(zone) !== undefined ? zone.slice(0, 3) || 'GMT' : undefined;
  if (byOffset) return byOffset;
  if (fixedOffset(zone) !== undefined) return `GMT${isoOffset(offset, true)}`;
  const timeZoneName = long ? 'long' : 'short';
  const format = new Intl.DateTimeFormat('en-US', { timeZone: JAVA_ZONES[zone] ?? zone, timeZoneName });
  const name = format.formatToParts(epoch).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return /^GMT./.test(name) || name === '' ? `GMT${isoOffset(offset, true)}` : name;
}
