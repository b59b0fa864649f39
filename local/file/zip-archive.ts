/**
 * The zip container of an .xlsx: lists, reads and rebuilds entries. Entries that stay are copied as they lie, so adding
 * one to a large workbook costs nothing for the others.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { centralHeader, endOfDirectory, localHeader, type ZipArchive, type ZipEntry, ZipFault } from './zip-directory.ts';

function packedBytes({ data }: ZipArchive, entry: ZipEntry): Buffer {
  if (entry.offset + 30 > data.length || data.readUInt32LE(entry.offset) !== localHeader) {
    throw new ZipFault('damaged', 'part', entry.name);
  }
  const start = entry.offset + 30 + data.readUInt16LE(entry.offset + 26) + data.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > data.length) throw new ZipFault('damaged', 'part', entry.name);
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
    throw new ZipFault('damaged', 'part', name);
  }
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipFault('damaged', 'part', name);
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
