import { Buffer } from 'node:buffer';
import { signed } from './blob.ts';
import { dataOf } from './digests.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';

const webSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

/** @throws ServiceError for signs of the other alphabet; the padding may be missing */
function decoded(text: string, alphabet: RegExp): number[] {
  const bare = text.replace(/\s/g, '');
  if (!alphabet.test(bare) || bare.replace(/=+$/, '').length % 4 === 1) throw new ServiceError('Could not decode string.');
  return signed(Buffer.from(bare, 'base64'));
}

type Data = string | unknown[];

export const base64Methods: Methods<GlobalService> = {
  base64Encode: [
    'any[] | string | string, Charset',
    (_, __, data: Data, charset?: EnumValue) => dataOf(data, charset).toString('base64'),
  ],
  base64EncodeWebSafe: [
    'any[] | string | string, Charset',
    (_, __, data: Data, charset?: EnumValue) => webSafe(dataOf(data, charset).toString('base64')),
  ],
  base64Decode: ['string | string, Charset', (_, __, text: string) => decoded(text, /^[A-Za-z0-9+/]*={0,2}$/)],
  base64DecodeWebSafe: ['string | string, Charset', (_, __, text: string) => decoded(text, /^[A-Za-z0-9_-]*={0,2}$/)],
};
