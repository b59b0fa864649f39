import { Buffer } from 'node:buffer';
import { decodeText, encodeText } from './charset.ts';
import type { ExecutionContext } from './execution-context.ts';
import { MIME_TYPES, typeByName } from './mime-types.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

/** Whatever can be handed over where Google takes a `BlobSource`. */
export abstract class BlobSource extends ServiceObject {
  abstract asBlob(context: ExecutionContext): BlobObject;
}

export class BlobObject extends BlobSource {
  readonly type = 'Blob';
  bytes: Buffer;
  contentType: string | null;
  name: string | null;

  constructor(bytes: Buffer, contentType: string | null = null, name: string | null = null) {
    super();
    this.bytes = bytes;
    this.contentType = contentType;
    this.name = name;
  }

  asBlob(): BlobObject {
    return this;
  }
}

/** Apps Script's bytes are Java's: -128 … 127. */
export const signed = (buffer: Buffer): number[] => Array.from(new Int8Array(buffer));

function byteOf(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) throw new ServiceError(`Cannot convert '${String(value)}' to byte.`);
  return number;
}

export const unsigned = (bytes: readonly unknown[]): Buffer => Buffer.from(Int8Array.from(bytes, byteOf).buffer);

/** @throws ServiceError where an operation needs to know what a blob is called */
export function nameOf({ name }: BlobObject): string {
  if (name === null) throw new ServiceError('Blob object must have non-null name for this operation.');
  return name;
}

function change(blob: BlobObject, patch: Partial<BlobObject>): BlobObject {
  return Object.assign(blob, patch);
}

/** What Google converts on its servers; anything else it refuses, too. */
const CONVERTED: Readonly<Record<string, readonly string[]>> = {
  'text/html': [MIME_TYPES.PDF!],
  'image/bmp': ['image/jpeg', 'image/png', 'image/gif'],
  'image/gif': ['image/jpeg', 'image/png', 'image/bmp'],
  'image/jpeg': ['image/png', 'image/gif', 'image/bmp'],
  'image/png': ['image/jpeg', 'image/gif', 'image/bmp'],
};

/**
 * `getAs`: the same data under the same content type.
 * @throws ServiceError for any other, as nothing here converts
 */
export function convert({ bytes, contentType, name }: BlobObject, wanted: string): BlobObject {
  if (contentType === null) throw new ServiceError('Blob object must have non-null content type for this operation.');
  if (contentType === wanted) return new BlobObject(Buffer.from(bytes), contentType, name);
  if (CONVERTED[contentType]?.includes(wanted)) {
    throw new ServiceError(`Converting from ${contentType} to ${wanted} is not part of the local workbook.`);
  }
  throw new ServiceError(`Converting from ${contentType} to ${wanted} is not supported.`);
}

export const blobMethods: Methods<BlobObject> = {
  getBytes: ['', (_, { bytes }) => signed(bytes)],
  setBytes: ['any[]', (_, blob, bytes: unknown[]) => change(blob, { bytes: unsigned(bytes) })],
  getDataAsString: ['| string', (_, { bytes }, charset: string = 'UTF-8') => decodeText(bytes, charset)],
  setDataFromString: [
    'string | string, string',
    (_, blob, text: string, charset: string = 'UTF-8') => change(blob, { bytes: encodeText(text, charset) }),
  ],
  getContentType: ['', (_, { contentType }) => contentType],
  setContentType: ['string?', (_, blob, contentType: string | null) => change(blob, { contentType })],
  setContentTypeFromExtension: ['', (_, blob) => change(blob, { contentType: typeByName(nameOf(blob)) })],
  getName: ['', (_, { name }) => name],
  setName: ['string?', (_, blob, name: string | null) => change(blob, { name })],
  isGoogleType: ['', () => false],
  getBlob: ['', (_, blob) => blob],
  getAllBlobs: ['', (_, blob) => [blob]],
  getAs: ['string', (_, blob, contentType: string) => convert(blob, contentType)],
  copyBlob: ['', (_, { bytes, contentType, name }) => new BlobObject(Buffer.from(bytes), contentType, name)],
};
