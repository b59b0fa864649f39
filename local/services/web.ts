import type { Buffer } from 'node:buffer';

/** What a script asks of the web, ready to be sent. */
export interface WebRequest {
  url: string;
  /** lower case */
  method: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** An answer as a test gives it; `body` as text means UTF-8. */
export interface WebResponse {
  /** default 200 */
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

/** Stands for the web. What it throws, `UrlFetchApp.fetch` throws: `DNS error: https://…`. */
export type Web = (request: WebRequest) => WebResponse | Promise<WebResponse>;
