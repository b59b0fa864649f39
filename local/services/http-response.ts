import { Buffer } from 'node:buffer';
import { BlobObject, BlobSource, convert, signed } from './blob.ts';
import { decodeText } from './charset.ts';
import type { Methods } from './service-class.ts';
import type { WebResponse } from './web.ts';

export class HttpResponseObject extends BlobSource {
  readonly type = 'HTTPResponse';
  readonly url: string;
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;

  constructor(url: string, { status = 200, headers = {}, body = '' }: WebResponse) {
    super();
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.body = Buffer.from(body as string);
  }

  /** A header by its name in any case; the last one where there are several. */
  header(name: string): string | undefined {
    const value = Object.entries(this.headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
    return Array.isArray(value) ? value.at(-1) : value;
  }

  get contentType(): string | null {
    return (this.header('Content-Type') ?? '').split(';')[0]!.trim() || null;
  }

  text(charset = /charset="?([^";]+)/i.exec(this.header('Content-Type') ?? '')?.[1]): string {
    return decodeText(this.body, charset?.trim() ?? 'UTF-8');
  }

  asBlob(): BlobObject {
    const given = /filename="?([^";]+)/i.exec(this.header('Content-Disposition') ?? '')?.[1];
    const { pathname, hostname } = new URL(this.url);
    const name = given ?? (pathname.split('/').filter(Boolean).at(-1) || hostname);
    return new BlobObject(Buffer.from(this.body), this.contentType, name);
  }
}

export const httpResponseMethods: Methods<HttpResponseObject> = {
  getResponseCode: ['', (_, { status }) => status],
  getAllHeaders: ['', (_, { headers }) => headers],
  getHeaders: [
    '',
    (_, { headers }) =>
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value])),
  ],
  getContent: ['', (_, { body }) => signed(body)],
  getContentText: ['| string', (_, response, charset?: string) => response.text(charset)],
  getBlob: ['', (_, response) => response.asBlob()],
  getAs: ['string', (_, response, contentType: string) => convert(response.asBlob(), contentType)],
};
