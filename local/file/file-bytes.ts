import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WorkbookState } from '../contract.ts';
import { workbookBytes } from './excel/workbook-writing.ts';
import { sealWorkbook } from './seal.ts';

/** The finished file for a state given as JSON. */
export async function fileBytes(json: Buffer, revision: number): Promise<Buffer> {
  const state = JSON.parse(json.toString('utf8')) as WorkbookState;
  return sealWorkbook(await workbookBytes(state, revision), json, revision);
}

/** The same in a thread of its own, where the built program is there to run in it; the state is copied at once. */
export function fileBytesAside(state: WorkbookState, revision: number): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(state), 'utf8');
  const program = new URL('./save-worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(program))) return fileBytes(json, revision);
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: { json, revision } });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`saving ended with code ${code}`)));
  });
}
