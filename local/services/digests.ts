import { createHash, createHmac, sign } from 'node:crypto';
import { signed, unsigned } from './blob.ts';
import { encodeText } from './charset.ts';
import { md2 } from './md2.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';

/** Text is ASCII unless another charset is given: every Chinese character counts as `?`. */
export function dataOf(data: string | unknown[], charset?: EnumValue): Buffer {
  return typeof data === 'string' ? encodeText(data, charset?.name ?? 'US_ASCII') : unsigned(data);
}

/** `HMAC_SHA_256` → `sha256` */
const algorithm = ({ name }: EnumValue): string =>
  name
    .replace(/^(HMAC|RSA)_/, '')
    .replace('_', '')
    .toLowerCase();

function digest(kind: EnumValue, data: Buffer): Buffer {
  return kind.name === 'MD2' ? md2(data) : createHash(algorithm(kind)).update(data).digest();
}

function hmac(name: string, data: string | unknown[], key: string | unknown[], charset?: EnumValue): number[] {
  return signed(createHmac(name, dataOf(key, charset)).update(dataOf(data, charset)).digest());
}

/** @param key in PEM: what Google calls a private key */
function rsa(name: string, data: string, key: string, charset?: EnumValue): number[] {
  try {
    return signed(sign(name, dataOf(data, charset), key));
  } catch {
    throw new ServiceError('Invalid argument: key');
  }
}

type Data = string | unknown[];

export const digestMethods: Methods<GlobalService> = {
  computeDigest: [
    'DigestAlgorithm, string | DigestAlgorithm, any[] | DigestAlgorithm, string, Charset',
    (_, __, kind: EnumValue, data: Data, charset?: EnumValue) => signed(digest(kind, dataOf(data, charset))),
  ],
  computeHmacSha256Signature: [
    'string, string | any[], any[] | string, string, Charset',
    (_, __, data: Data, key: Data, charset?: EnumValue) => hmac('sha256', data, key, charset),
  ],
  computeHmacSignature: [
    'MacAlgorithm, string, string | MacAlgorithm, any[], any[] | MacAlgorithm, string, string, Charset',
    (_, __, kind: EnumValue, data: Data, key: Data, charset?: EnumValue) => hmac(algorithm(kind), data, key, charset),
  ],
  computeRsaSignature: [
    'RsaAlgorithm, string, string | RsaAlgorithm, string, string, Charset',
    (_, __, kind: EnumValue, data: string, key: string, charset?: EnumValue) => rsa(algorithm(kind), data, key, charset),
  ],
  computeRsaSha1Signature: [
    'string, string | string, string, Charset',
    (_, __, data: string, key: string, charset?: EnumValue) => rsa('sha1', data, key, charset),
  ],
  computeRsaSha256Signature: [
    'string, string | string, string, Charset',
    (_, __, data: string, key: string, charset?: EnumValue) => rsa('sha256', data, key, charset),
  ],
};
