/** The directory of a zip: what is in the container, and where. */

export interface ZipEntry {
  name: string;
  crc: number;
  /** bytes, deflated */
  packed: number;
  /** bytes, inflated */
  size: number;
  method: number;
  flags: number;
  /** where its local header begins */
  offset: number;
}

export interface ZipArchive {
  data: Buffer;
  entries: Map<string, ZipEntry>;
}

/** What is wrong with a file, in the words of `file-problem.ts`. */
export type Damage =
  | 'cut-off'
  | 'directory'
  | 'part'
  | 'missing-part'
  | 'double-part'
  | 'xml'
  | 'no-tab'
  | 'outside'
  | 'unreadable';

/** Why bytes are no sound zip or no sound workbook in one; `part` names the entry. */
export class ZipFault extends Error {
  readonly kind: 'no-zip' | 'damaged' | 'too-large' | 'encrypted';
  readonly damage: Damage;
  readonly part: string;
  constructor(kind: ZipFault['kind'], damage: Damage = 'unreadable', part = '') {
    super(part ? `${damage}: ${part}` : damage);
    this.kind = kind;
    this.damage = damage;
    this.part = part;
  }
}

export const localHeader = 0x04034b50;
export const centralHeader = 0x02014b50;
export const endOfDirectory = 0x06054b50;
const endOfDirectory64 = 0x06064b50;

/** Bytes. A text of Node holds no more than 512 MB, and no workbook within Google's limits needs this much. */
const largestPart = 480 * 2 ** 20;
const largestWhole = 2 ** 30;
/** Tables shrink to a tenth; what shrinks to less than a hundredth and is large was made to fill the memory. */
const suspectPart = 64 * 2 ** 20;
const suspectRatio = 100;

/** @throws {ZipFault} when the bytes are no zip, its directory is broken, or it would unpack to more than fits */
export function readZip(data: Buffer): ZipArchive {
  if (data.length < 4 || data.readUInt32LE(0) !== localHeader) throw new ZipFault('no-zip');
  const end = findEnd(data);
  const { count, start } = directoryPlace(data, end);
  const entries = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  let at = start;
  let whole = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || data.readUInt32LE(at) !== centralHeader) throw new ZipFault('damaged', 'directory');
    const entry = readEntryHead(data, at);
    if (!isSaidTwice(data, at, entry.offset)) throw new ZipFault('damaged', 'directory');
    // names of parts are told apart without case
    const key = entry.name.toLowerCase();
    if (seen.has(key)) throw new ZipFault('damaged', 'double-part', entry.name);
    if (entry.flags & 1) throw new ZipFault('encrypted');
    const isBomb = entry.size > suspectPart && entry.size > entry.packed * suspectRatio && entry.name.startsWith('xl/');
    whole += entry.size;
    if (isBomb || entry.size > largestPart || whole > largestWhole) throw new ZipFault('too-large');
    seen.add(key);
    entries.set(entry.name, entry);
    at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return { data, entries };
}

function readEntryHead(data: Buffer, at: number): ZipEntry {
  const nameEnd = at + 46 + data.readUInt16LE(at + 28);
  const extraEnd = nameEnd + data.readUInt16LE(at + 30);
  if (extraEnd > data.length) throw new ZipFault('damaged', 'directory');
  const name = data
    .toString('utf8', at + 46, nameEnd)
    .replace(/^\//, '')
    .replaceAll('\\', '/');
  // numbers of more than 32 bits stand in an extra field, in this order
  const wide = wideNumbers(data, nameEnd, extraEnd);
  const number = (place: number) => {
    const short = data.readUInt32LE(place);
    return short === 0xffffffff ? (wide.shift() ?? short) : short;
  };
  const size = number(at + 24);
  const packed = number(at + 20);
  return {
    name,
    flags: data.readUInt16LE(at + 8),
    method: data.readUInt16LE(at + 10),
    crc: data.readUInt32LE(at + 16),
    packed,
    size,
    offset: number(at + 42),
  };
}

/** Every name stands before its content, too: one changed bit in it would make a part seem absent. */
function isSaidTwice(data: Buffer, at: number, offset: number): boolean {
  const length = data.readUInt16LE(at + 28);
  if (offset + 30 + length > data.length || data.readUInt32LE(offset) !== localHeader) return false;
  const name = data.subarray(offset + 30, offset + 30 + data.readUInt16LE(offset + 26));
  return name.equals(data.subarray(at + 46, at + 46 + length));
}

function wideNumbers(data: Buffer, from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let at = from; at + 4 <= to; at += 4 + data.readUInt16LE(at + 2)) {
    if (data.readUInt16LE(at) !== 1) continue;
    const end = Math.min(to, at + 4 + data.readUInt16LE(at + 2));
    for (let place = at + 4; place + 8 <= end; place += 8) numbers.push(Number(data.readBigUInt64LE(place)));
  }
  return numbers;
}

function findEnd(data: Buffer): number {
  // the record is 22 bytes long and may be followed by a comment of up to 65,535
  for (let at = data.length - 22; at >= 0 && at >= data.length - 22 - 65535; at--) {
    if (data.readUInt32LE(at) === endOfDirectory) return at;
  }
  throw new ZipFault('damaged', 'cut-off');
}

function directoryPlace(data: Buffer, end: number): { count: number; start: number } {
  const count = data.readUInt16LE(end + 10);
  const start = data.readUInt32LE(end + 16);
  if (count !== 0xffff && start !== 0xffffffff) return { count, start };
  // its locator stands right before the short record and says where the long one is
  const record = end >= 20 ? Number(data.readBigUInt64LE(end - 12)) : data.length;
  if (record + 56 > data.length || data.readUInt32LE(record) !== endOfDirectory64) return { count, start };
  return { count: Number(data.readBigUInt64LE(record + 32)), start: Number(data.readBigUInt64LE(record + 48)) };
}
