import { Buffer } from 'node:buffer';
import type { Methods } from './service-class.ts';
import { ServiceObject } from './service-object.ts';

export class BlobObject extends ServiceObject {
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
}

/** Apps Script's bytes are Java's: -128 … 127. */
export const signed = (buffer: Buffer): number[] => Array.from(new Int8Array(buffer));
export const unsigned = (bytes: readonly number[]): Buffer => Buffer.from(Int8Array.from(bytes).buffer);

export function bytesOf(data: string | number[]): Buffer {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : unsigned(data);
}

function change(blob: BlobObject, patch: Partial<BlobObject>): BlobObject {
  return Object.assign(blob, patch);
}

export const blobMethods: Methods<BlobObject> = {
  getBytes: ['', (_, { bytes }) => signed(bytes)],
  setBytes: ['number[]', (_, blob, bytes: number[]) => change(blob, { bytes: unsigned(bytes) })],
  getDataAsString: ['| string', (_, { bytes }, charset = 'UTF-8') => new TextDecoder(charset as string).decode(bytes)],
  setDataFromString: ['string | string, string', (_, blob, text: string) => change(blob, { bytes: Buffer.from(text, 'utf8') })],
  getContentType: ['', (_, { contentType }) => contentType],
  setContentType: ['string?', (_, blob, contentType: string | null) => change(blob, { contentType })],
  getName: ['', (_, { name }) => name],
  setName: ['string', (_, blob, name: string) => change(blob, { name })],
  isGoogleType: ['', () => false],
  copyBlob: ['', (_, { bytes, contentType, name }) => new BlobObject(Buffer.from(bytes), contentType, name)],
};
