/** The file, the workbook running in it, and the journal between them: an edit is kept before anybody hears that it is. */
import { fileURLToPath } from 'node:url';
import type { Op, WorkbookState } from '../contract.ts';
import { createFile, type FileOfRecord, type OpenOptions, openFile } from '../file/file-of-record.ts';
import { openShelf } from '../file/shelf-folder.ts';
import { createHost, type OwnHost } from '../run/host.ts';
import type { HostOptions } from '../run/host-options.ts';
import { loadBundle } from '../run/load-bundle.ts';
import type { Bundle } from '../services/surroundings.ts';

export interface LedgerOptions extends OpenOptions {
  /** `worker`: executions hold while a page answers; `thread`: one-shot commands */
  mode: 'thread' | 'worker';
  /** fixed time, and randomness, for repeatable runs; ms since 1970 */
  now?: number;
  /** what `clasp` would push; default: `dist/` of this program */
  bundleFolder?: string;
  /** the script itself, instead */
  bundle?: Bundle;
  /** what else the host is told */
  host?: Partial<HostOptions>;
}

export interface OpenLedger {
  host: OwnHost;
  file: FileOfRecord;
  /** Resolves when everything up to this revision of the host survives a crash. Rejects when it could not be kept. */
  whenDurable(revision: number): Promise<void>;
  /** Waits for what runs, saves, and lets go of the file. */
  close(): Promise<void>;
}

/** @throws {FileProblem} when the file is refused */
export async function openLedger(path: string, options: LedgerOptions): Promise<OpenLedger> {
  return run(await openFile(path, options), options);
}

/** @throws {FileProblem} `exists`, `no-permission`, `not-found` */
export async function createLedger(path: string, state: WorkbookState, options: LedgerOptions): Promise<OpenLedger> {
  return run(await createFile(path, state, options), options);
}

/** The same place from the sources and from the built program. */
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

async function run(
  file: FileOfRecord,
  { mode, now, bundleFolder = dist, bundle, host: told }: LedgerOptions,
): Promise<OpenLedger> {
  let host: OwnHost;
  const shelf = openShelf(file.path, (error) => console.error(error.message));
  try {
    const fixed = now === undefined ? {} : { clock: () => now, seed: 1 };
    host = createHost({ shelf, ...fixed, ...told, state: file.state, bundle: bundle ?? loadBundle(bundleFolder), mode });
  } catch (error) {
    await file.close();
    throw error;
  }
  const before = file.revision - host.revision;
  let last: Promise<void> = Promise.resolve();
  const waiting = new Map<number, Promise<void>>();

  host.onOps((ops: Op[], revision: number) => {
    const kept = file.append(ops, before + revision);
    last = kept;
    waiting.set(revision, kept);
    // whoever waits hears of a failure; nobody waiting is no reason to end the program
    kept.then(() => waiting.delete(revision)).catch(() => {});
    file.scheduleSave(() => host.state);
  });

  return {
    host,
    file,
    async whenDurable(revision) {
      await (waiting.get(revision) ?? (revision >= host.revision ? last : undefined));
    },
    async close() {
      await host.idle();
      await host.close();
      await shelf.close().catch((error: Error) => console.error(error.message));
      await last.catch(() => {});
      await file.close();
    },
  };
}
