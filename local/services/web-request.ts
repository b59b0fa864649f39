import { Buffer } from 'node:buffer';
import { BlobSource } from './blob.ts';
import type { ExecutionContext } from './execution-context.ts';
import { ServiceError } from './service-object.ts';
import type { WebRequest } from './web.ts';

/** The advanced parameters of `UrlFetchApp.fetch`. */
export interface FetchOptions {
  method?: string;
  contentType?: string;
  headers?: Record<string, string>;
  payload?: unknown;
  muteHttpExceptions?: boolean;
  followRedirects?: boolean;
  validateHttpsCertificates?: boolean;
  useIntranet?: boolean;
  escaping?: boolean;
}

const METHODS = new Set(['get', 'delete', 'patch', 'post', 'put', 'head', 'options']);

/** What the fetcher sets itself. */
const OWN_HEADERS = /^(host|content-length|connection|transfer-encoding|user-agent|via|warning|upgrade)$/i;

/** bytes (platform.md §1) */
const LIMITS = { url: 2048, header: 8 * 1024, body: 50 * 1024 * 1024 };

const FORM = 'application/x-www-form-urlencoded';

interface Body {
  bytes: Buffer;
  contentType: string;
}

const encodeField = (text: string): string => encodeURIComponent(text).replace(/%20/g, '+');

function multipart(context: ExecutionContext, fields: [string, unknown][]): Body {
  const boundary = `----local${Math.floor(context.surroundings.random() * 1e15).toString(36)}`;
  const parts = fields.flatMap(([name, value]) => {
    const blob = value instanceof BlobSource ? value.asBlob(context) : undefined;
    const file = blob
      ? `; filename="${blob.name ?? name}"\r\nContent-Type: ${blob.contentType ?? 'application/octet-stream'}`
      : '';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
    return [Buffer.from(head), blob ? blob.bytes : Buffer.from(String(value)), Buffer.from('\r\n')];
  });
  return {
    bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

/** Text as it is, a blob's bytes, an object's fields as a form. */
function bodyOf(context: ExecutionContext, payload: unknown): Body | undefined {
  if (payload === undefined || payload === null) return undefined;
  if (payload instanceof BlobSource) {
    const { bytes, contentType } = payload.asBlob(context);
    return { bytes, contentType: contentType ?? 'application/octet-stream' };
  }
  if (typeof payload !== 'object') return { bytes: Buffer.from(String(payload), 'utf8'), contentType: FORM };
  const fields = Object.entries(payload);
  if (fields.some(([, value]) => value instanceof BlobSource)) return multipart(context, fields);
  const text = fields.map(([name, value]) => `${encodeField(name)}=${encodeField(String(value))}`).join('&');
  return { bytes: Buffer.from(text), contentType: FORM };
}

/** @throws ServiceError in Google's words */
function addressOf(url: string): string {
  if (url.trim() === '') throw new ServiceError('Attribute provided with no value: url');
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (Buffer.byteLength(whole) > LIMITS.url) throw new ServiceError('Limit Exceeded: URLFetch URL Length.');
  if (!/^https?:\/\/[^/?#]+/i.test(whole) || !URL.canParse(whole)) throw new ServiceError(`Invalid argument: ${url}`);
  return whole;
}

function checkHeaders(headers: Record<string, unknown>): void {
  let size = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (OWN_HEADERS.test(name)) throw new ServiceError(`Attribute provided with invalid value: Header:${name}`);
    size += Buffer.byteLength(name) + Buffer.byteLength(String(value)) + 4;
  }
  if (size > LIMITS.header) throw new ServiceError('Limit Exceeded: URLFetch Header Size.');
}

/**
 * The request that the options stand for.
 * @throws ServiceError for what Google would not send
 */
export function requestOf(context: ExecutionContext, url: string, options: FetchOptions): WebRequest {
  const method = (options.method ?? 'get').toLowerCase();
  if (!METHODS.has(method)) throw new ServiceError('Attribute provided with invalid value: method');
  const given = options.headers ?? {};
  checkHeaders(given);
  const body = bodyOf(context, options.payload);
  if (body && body.bytes.length > LIMITS.body) throw new ServiceError('Limit Exceeded: URLFetch POST Size.');
  const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  if (body && !typed) headers['Content-Type'] = options.contentType ?? body.contentType;
  const request: WebRequest = { url: addressOf(url), method, headers };
  return body ? { ...request, body: body.bytes } : request;
}

/** What `getRequest` shows of it. */
export function shownRequest(request: WebRequest, options: FetchOptions): Record<string, unknown> {
  const { url, method, headers, body } = request;
  const { followRedirects = true, validateHttpsCertificates = true, useIntranet = false } = options;
  const shown = { url, method, headers, followRedirects, validateHttpsCertificates, useIntranet };
  const { 'Content-Type': contentType = null } = headers;
  return { ...shown, contentType, payload: body?.toString('utf8') ?? '' };
}
