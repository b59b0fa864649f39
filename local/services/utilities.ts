import { Buffer } from 'node:buffer';
import { archiveMethods } from './archive.ts';
import { base64Methods } from './base64.ts';
import { BlobObject, unsigned } from './blob.ts';
import { encodeText } from './charset.ts';
import { digestMethods } from './digests.ts';
import type { ExecutionContext } from './execution-context.ts';
import { formatString } from './format-string.ts';
import type { GlobalService } from './objects.ts';
import { parseCsv } from './parse-csv.ts';
import { parseDate } from './parse-date.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, Waiting } from './service-object.ts';
import { formatDate } from './simple-date-format.ts';

const MAX_SLEEP_MS = 300_000;

function uuid(context: ExecutionContext): string {
  const digit = (): number => Math.floor(context.surroundings.random() * 16);
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (sign) =>
    (sign === 'x' ? digit() : (digit() & 3) | 8).toString(16),
  );
}

function sleep(context: ExecutionContext, given: unknown): Waiting {
  const ms = typeof given === 'string' || typeof given === 'number' ? Number(given) : Number.NaN;
  if (Number.isNaN(ms)) throw new ServiceError(`Cannot convert '${String(given)}' to int.`);
  if (ms < 0 || ms > MAX_SLEEP_MS) throw new ServiceError('Invalid argument: milliseconds');
  return new Waiting(
    async () => {
      context.meter.wait(ms);
      await context.surroundings.wait(ms);
    },
    () => context.passTime(ms),
  );
}

function newBlob(data: string | unknown[], contentType?: string | null, name?: string | null): BlobObject {
  const bytes = typeof data === 'string' ? encodeText(data, 'UTF-8') : unsigned(data);
  return new BlobObject(Buffer.from(bytes), contentType ?? (typeof data === 'string' ? 'text/plain' : null), name ?? null);
}

function jsonParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ServiceError((error as Error).message);
  }
}

export const utilitiesMethods: Methods<GlobalService> = {
  ...base64Methods,
  ...digestMethods,
  ...archiveMethods,
  formatDate: [
    'date, string, string',
    (_, __, date: Date, zone: string, pattern: string) => {
      if (Number.isNaN(date.getTime())) throw new ServiceError('Invalid argument: date. Should be of type: Date');
      return formatDate(date, zone, pattern);
    },
  ],
  parseDate: [
    'string, string, string',
    (context, _, text: string, zone: string, pattern: string) => parseDate(text, zone, pattern, context.now()),
  ],
  formatString: [
    // any number of values after the template
    Array.from({ length: 17 }, (_, count) => ['string', ...Array.from({ length: count }, () => 'any')].join(', ')).join(' | '),
    (_, __, template: string, ...args: unknown[]) => formatString(template, ...args),
  ],
  getUuid: ['', uuid],
  sleep: ['any', (context, _, ms: unknown) => sleep(context, ms)],
  parseCsv: ['string | string, string', (_, __, text: string, delimiter: string = ',') => parseCsv(text, delimiter)],
  newBlob: [
    'string | any[] | string, string? | any[], string? | string, string?, string? | any[], string?, string?',
    (_, __, data: string | unknown[], contentType?: string | null, name?: string | null) => newBlob(data, contentType, name),
  ],
  jsonStringify: ['any', (_, __, value: unknown) => JSON.stringify(value)],
  jsonParse: ['string', (_, __, text: string) => jsonParse(text)],
};
