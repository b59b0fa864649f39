/** A thread of its own: turning a large workbook into an .xlsx takes seconds, in which the page must not stall. */
import { parentPort, workerData } from 'node:worker_threads';
import { fileBytes } from './file-bytes.ts';

const { json, revision } = workerData as { json: Uint8Array<ArrayBuffer>; revision: number };
const bytes = await fileBytes(Buffer.from(json.buffer, json.byteOffset, json.byteLength), revision);
parentPort?.postMessage(bytes);
