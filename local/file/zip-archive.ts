/**
 * The zip container of an .xlsx: lists, reads and rebuilds entries. Entries that stay are copied as they lie, so adding
 * one to a large workbook costs nothing for the others.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

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

/** Why bytes are no whole zip; `kind` tells a file of another kind from a broken one. */
export class ZipFault extends Error {
  readonly kind: 'no-zip' | 'damaged';
  constructor(kind: 'no-zip' | 'damaged', message: string) {
    super(message);
    this.kind = kind;
  }
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;

/** @throws {ZipFault} when the bytes are no zip or its directory is broken */
export function readZip(data: Buffer): ZipArchive {
  if (data.length < 4 || data.readUInt32LE(0) !== localHeader) throw new ZipFault('no-zip', 'no zip header');
  const end = findEnd(data);
  const count = data.readUInt16LE(end + 10);
  let at = data.readUInt32LE(end + 16);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== centralHeader) throw new ZipFault('damaged', 'broken directory');
    const nameLength = data.readUInt16LE(at + 28);
    const name = data
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replace(/^\//, '')
      .replaceAll('\\', '/');
    entries.set(name, {
      name,
      flags: data.readUInt16LE(at + 8),
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      offset: data.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return { data, entries };
}

function findEnd(data: Buffer): number {
  // the record is 22 bytes long and may be followed by a comment of up to 65,535
  for (let at = data.length - 22; at >= 0 && at >= data.length - 22 - 65535; at--) {
    if (data.readUInt32LE(at) === endOfDirectory) return at;
  }
  throw new ZipFault('damaged', 'cut off');
}

function packedBytes({ data }: ZipArchive, entry: ZipEntry): Buffer {
  if (entry.offset + 30 > data.length || data.readUInt32LE(entry.offset) !== localHeader) {
    throw new ZipFault('damaged', entry.name);
  }
  const start = entry.offset + 30 + data.readUInt16LE(entry.offset + 26) + data.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > data.length) throw new ZipFault('damaged', entry.name);
  return data.subarray(start, start + entry.packed);
}

/**
 * The inflated content of an entry, its checksum verified; `undefined` when there is none of that name.
 * @throws {ZipFault} when the content is broken
 */
export function readEntry(zip: ZipArchive, name: string): Buffer | undefined {
  const entry = zip.entries.get(name);
  if (!entry) return undefined;
  const packed = packedBytes(zip, entry);
  let content: Buffer;
  try {
    content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) });
  } catch {
    throw new ZipFault('damaged', name);
  }
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipFault('damaged', name);
  return content;
}

/** A zip with the entries of `zip`, those named in `change` replaced, added, or left out when `null`. */
export function rebuildZip(zip: ZipArchive, change: Record<string, Buffer | null>, level = 6): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const put = (name: string, crc: number, packed: Buffer, size: number, method: number) => {
    const bytes = Buffer.from(name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2); // names are UTF-8
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(0x00210000, 6); // 1980-01-01: the same state gives the same bytes
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(bytes.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(localHeader);
    pieces.push(local, fields, bytes, packed);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(centralHeader);
    central.writeUInt16LE(20, 4);
    fields.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    directory.push(central, bytes);
    offset += 30 + bytes.length + packed.length;
  };
  for (const entry of zip.entries.values()) {
    if (!(entry.name in change) && !entry.name.endsWith('/'))
      put(entry.name, entry.crc, packedBytes(zip, entry), entry.size, entry.method);
  }
  for (const [name, content] of Object.entries(change)) {
    if (content) put(name, crc32(content), deflateRawSync(content, { level }), content.length, 8);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endOfDirectory);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, list, end]);
}
