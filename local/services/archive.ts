import { Buffer } from 'node:buffer';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { BlobObject, type BlobSource, nameOf } from './blob.ts';
import type { ExecutionContext } from './execution-context.ts';
import { typeByName } from './mime-types.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

const ZIP = 'application/zip';
const GZIP = 'application/x-gzip';

function zip(context: ExecutionContext, _: GlobalService, sources: BlobSource[], name = 'archive.zip'): BlobObject {
  const entries: Record<string, Uint8Array> = {};
  for (const blob of sources.map((source) => source.asBlob(context))) {
    const entry = nameOf(blob);
    if (Object.hasOwn(entries, entry)) throw new ServiceError(`Duplicate filename in ZIP: ${entry}`);
    entries[entry] = blob.bytes;
  }
  return new BlobObject(Buffer.from(zipSync(entries, { mtime: context.now() })), ZIP, name);
}

/** @throws ServiceError where the blob is not of the type that Google insists on */
function archived(context: ExecutionContext, source: BlobSource, contentType: string): BlobObject {
  const blob = source.asBlob(context);
  if (blob.contentType !== contentType) throw new ServiceError('Invalid argument');
  return blob;
}

function opened<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new ServiceError('Could not unzip file.');
  }
}

function unzip(context: ExecutionContext, _: GlobalService, source: BlobSource): BlobObject[] {
  const { bytes } = archived(context, source, ZIP);
  const entries = Object.entries(opened(() => unzipSync(bytes)));
  const files = entries.filter(([name]) => !name.endsWith('/'));
  return files.map(([name, data]) => new BlobObject(Buffer.from(data), typeByName(name), name));
}

function gzip(context: ExecutionContext, _: GlobalService, source: BlobSource, name = 'archive.gz'): BlobObject {
  return new BlobObject(gzipSync(source.asBlob(context).bytes), GZIP, name);
}

function ungzip(context: ExecutionContext, _: GlobalService, source: BlobSource): BlobObject {
  const { bytes, name } = archived(context, source, GZIP);
  return new BlobObject(
    opened(() => gunzipSync(bytes)),
    null,
    name?.replace(/\.gz$/i, '') ?? null,
  );
}

export const archiveMethods: Methods<GlobalService> = {
  zip: ['BlobSource[] | BlobSource[], string', zip],
  unzip: ['BlobSource', unzip],
  gzip: ['BlobSource | BlobSource, string', gzip],
  ungzip: ['BlobSource', ungzip],
};
