/** Serves the built page from one folder. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  type: string;
  body: Buffer;
}

/** @returns the file, or nothing where there is none; only plain names in the folder itself are looked at */
export async function readStatic(folder: string, path: string): Promise<StaticFile | undefined> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = TYPES[extname(name)];
  if (!type || !/^[\w-]+(\.[\w-]+)+$/.test(name)) return undefined;
  try {
    return { type, body: await readFile(join(folder, name)) };
  } catch {
    return undefined;
  }
}
