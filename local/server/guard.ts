/** Who may talk to the server: this machine's own page with the token of this start, and nobody else. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The names by which a browser on this machine may have come; a rebound DNS name is none of them. */
export function hostAllowed(request: IncomingMessage, port: number): boolean {
  const host = request.headers.host;
  // of two names, others might believe the second
  const named = request.rawHeaders.filter((text, i) => i % 2 === 0 && text.toLowerCase() === 'host').length;
  if (named !== 1) return false;
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/**
 * A socket must say where it comes from; a plain page load (no `Origin`) is let through. A panel's frame has no origin
 * of its own (`null`) and gets no socket.
 */
export function originAllowed(request: IncomingMessage, needed: boolean): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return !needed;
  return origin === `http://${request.headers.host}`;
}

/** Compares in constant time. */
export function sameToken(given: string | null, token: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** For the page itself: nothing from elsewhere, scripts only as files. Univer sets styles inline. */
export function pagePolicy(port: number): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For a panel: its own inline scripts and styles, no network, no origin. */
export const PANEL_POLICY = [
  'sandbox allow-scripts allow-forms allow-popups allow-downloads allow-modals',
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob: data:",
  "style-src 'unsafe-inline' data:",
  'img-src data: blob:',
  'font-src data:',
  'media-src data: blob:',
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');
