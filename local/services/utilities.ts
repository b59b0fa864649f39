import { createHash, createHmac } from 'node:crypto';
import { BlobObject, bytesOf, signed, unsigned } from './blob.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import { parseCsv } from './parse-csv.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError, Waiting } from './service-object.ts';
import { formatDate } from './simple-date-format.ts';

const MAX_SLEEP_MS = 300_000;
const DIGESTS: Record<string, string> = { MD5: 'md5', SHA_1: 'sha1', SHA_256: 'sha256', SHA_384: 'sha384', SHA_512: 'sha512' };

function algorithm({ name }: EnumValue): string {
  const found = DIGESTS[name.replace('HMAC_', '')];
  if (!found) throw new ServiceError(`Utilities.computeDigest with ${name} is not part of the local workbook.`);
  return found;
}

function uuid(context: ExecutionContext): string {
  const digit = (): number => Math.floor(context.surroundings.random() * 16);
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (sign) =>
    (sign === 'x' ? digit() : (digit() & 3) | 8).toString(16),
  );
}

function sleep(context: ExecutionContext, ms: number): Waiting {
  if (ms < 0 || ms > MAX_SLEEP_MS) throw new ServiceError('Invalid argument: milliseconds');
  return new Waiting(
    async () => {
      context.meter.wait(ms);
      await context.surroundings.wait(ms);
    },
    () => context.meter.wait(ms),
  );
}

/** Java's `%s`, `%d`, `%05.2f`, `%x`, `%%`. */
function formatString(template: string, ...args: unknown[]): string {
  let next = 0;
  return template.replace(
    /%(\d+\$)?([-+0 ]*)(\d+)?(?:\.(\d+))?([sdfxXeob%])/g,
    (_, position, flags: string, width, precision, kind) => {
      if (kind === '%') return '%';
      const value = args[position ? Number.parseInt(position, 10) - 1 : next++];
      let text: string;
      if (kind === 'd') text = String(Math.trunc(Number(value)));
      else if (kind === 'f') text = Number(value).toFixed(precision === undefined ? 6 : Number(precision));
      else if (kind === 'e') text = Number(value).toExponential(precision === undefined ? 6 : Number(precision));
      else if (kind === 'x' || kind === 'X') text = Number(value).toString(16);
      else if (kind === 'o') text = Number(value).toString(8);
      else text = precision === undefined ? String(value) : String(value).slice(0, Number(precision));
      if (kind === 'X') text = text.toUpperCase();
      if (flags.includes('+') && 'dfe'.includes(kind) && Number(value) >= 0) text = `+${text}`;
      const size = Number(width ?? 0);
      if (flags.includes('-')) return text.padEnd(size);
      const sign = flags.includes('0') && /^[+-]/.test(text) ? text[0]! : '';
      return flags.includes('0') ? sign + text.slice(sign.length).padStart(size - sign.length, '0') : text.padStart(size);
    },
  );
}

const decode = (text: string, encoding: 'base64' | 'base64url'): number[] => {
  if (!/^[\w+/=-]*$/.test(text)) throw new ServiceError('Could not decode string.');
  return signed(Buffer.from(text, encoding));
};

export const utilitiesMethods: Methods<GlobalService> = {
  formatDate: ['date, string, string', (_, __, date: Date, zone: string, pattern: string) => formatDate(date, zone, pattern)],
  formatString: [
    'string | string, any | string, any, any | string, any, any, any | string, any, any, any, any | string, any, any, any, any, any',
    (_, __, template: string, ...args: never[]) => formatString(template, ...args),
  ],
  getUuid: ['', uuid],
  sleep: ['int', (context, _, ms: number) => sleep(context, ms)],
  parseCsv: ['string | string, string', (_, __, text: string, delimiter = ',') => parseCsv(text, delimiter as string)],
  base64Encode: ['string | number[] | string, Charset', (_, __, data: string | number[]) => bytesOf(data).toString('base64')],
  base64EncodeWebSafe: [
    'string | number[] | string, Charset',
    (_, __, data: string | number[]) => bytesOf(data).toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
  ],
  base64Decode: ['string | string, Charset', (_, __, text: string) => decode(text, 'base64')],
  base64DecodeWebSafe: ['string | string, Charset', (_, __, text: string) => decode(text, 'base64url')],
  computeDigest: [
    'DigestAlgorithm, string | DigestAlgorithm, number[] | DigestAlgorithm, string, Charset',
    (_, __, kind: EnumValue, data: string | number[]) => signed(createHash(algorithm(kind)).update(bytesOf(data)).digest()),
  ],
  computeHmacSha256Signature: [
    'string, string | number[], number[] | string, string, Charset',
    (_, __, data: string | number[], key: string | number[]) =>
      signed(createHmac('sha256', bytesOf(key)).update(bytesOf(data)).digest()),
  ],
  computeHmacSignature: [
    'MacAlgorithm, string, string | MacAlgorithm, number[], number[] | MacAlgorithm, string, string, Charset',
    (_, __, kind: EnumValue, data: string | number[], key: string | number[]) =>
      signed(createHmac(algorithm(kind), bytesOf(key)).update(bytesOf(data)).digest()),
  ],
  newBlob: [
    'string | number[] | string, string? | number[], string? | string, string?, string? | number[], string?, string?',
    (_, __, data: string | number[], contentType?: string | null, name?: string | null) =>
      new BlobObject(typeof data === 'string' ? Buffer.from(data, 'utf8') : unsigned(data), contentType ?? null, name ?? null),
  ],
};
