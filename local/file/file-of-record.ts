/** The workbook's file: one `.xlsx`, and a journal beside it that carries edits between saves. */
import { constants, existsSync } from 'node:fs';
import { access, copyFile, readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Op, WorkbookState } from '../contract.ts';
import { copyBeside, fingerprint, journalPath, replaceFile } from './beside.ts';
import { fileBytesAside } from './file-bytes.ts';
import { lockFile, officeLock } from './file-lock.ts';
import { type FileNotice, FileProblem, fileProblemOf } from './file-problem.ts';
import { type Loss, partsToLose } from './foreign-parts.ts';
import type { NewcomerDefaults } from './intake/join-workbook.ts';
import { type Journal, openJournal } from './journal.ts';
import { guarded, openZip, readState } from './read-file.ts';
import { replayJournal } from './replay-journal.ts';
import { SaveSchedule } from './save-schedule.ts';
import { isSealed } from './seal.ts';
import type { ZipArchive } from './zip-directory.ts';

export type SaveState = 'saved' | 'saving' | 'journalled' | 'failed';

export interface OpenOptions {
  /** language of the names of copies: `zh-CN`, `en` */
  locale?: string;
  /** what a workbook gets that never was ours: its title, locale, zone, owner */
  defaults?: Partial<NewcomerDefaults>;
  /** `false` reads the cells even where nobody else has saved the file */
  trustSeal?: boolean;
  onSave?: (state: SaveState, problem?: FileProblem) => void;
}

export interface FileOfRecord {
  /** where the workbook really is: another path than asked for when a copy was opened */
  readonly path: string;
  readonly state: WorkbookState;
  /** of the last list of operations that the file and its journal hold */
  readonly revision: number;
  readonly notices: FileNotice[];
  /** Resolves when the operations survive a crash. `revision` is one more than the last one. */
  append(ops: Op[], revision: number): Promise<void>;
  /** `postponed` while Excel has the file open: the journal keeps the edits until then. */
  save(state: WorkbookState): Promise<'saved' | 'postponed'>;
  /** Saves when the edits come to rest; the more a save costs, the longer it waits. */
  scheduleSave(getState: () => WorkbookState): void;
  /** Saves what is scheduled, and lets go of the file. */
  close(): Promise<void>;
}

/**
 * Opens a file for writing.
 *
 * @throws {FileProblem} with a code and, through `describeFinding`, a sentence in either language
 * @example const file = await openFile('data/ledger.xlsx', { locale: 'zh-CN' });
 */
export async function openFile(path: string, options: OpenOptions = {}): Promise<FileOfRecord> {
  const place = await realpath(path).catch((error: unknown) => {
    throw fileProblemOf(error, path);
  });
  if (!(await stat(place)).isFile()) throw new FileProblem('not-xlsx', { path });
  const readable = await access(place, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!readable) throw new FileProblem('no-permission', { path });
  const zip = openZip(await readFile(place), path);
  const parts = lost(zip, path);
  if (parts.length > 0) {
    const copy = await copyBeside(place, options.locale?.startsWith('zh') ? '-副本' : '-copy');
    // what is not yet in the file goes along
    if (existsSync(journalPath(place))) await copyFile(journalPath(place), journalPath(copy));
    const notice: FileNotice = { code: 'opened-as-copy', details: { original: path, path: copy, lost: parts.join(',') } };
    return open(copy, options, [notice]);
  }
  return open(place, options, []);
}

/**
 * Makes a new file; an existing one is never overwritten.
 * @throws {FileProblem} `exists`, `no-permission`, `not-found` (its folder)
 */
export async function createFile(path: string, state: WorkbookState, options: OpenOptions = {}): Promise<FileOfRecord> {
  if (await fingerprint(path)) throw new FileProblem('exists', { path });
  try {
    await replaceFile(path, await fileBytesAside(state, 0));
  } catch (error) {
    throw fileProblemOf(error, path);
  }
  return openFile(path, options);
}

/** What was written here has nothing to lose. */
const lost = (zip: ZipArchive, path: string): Loss[] => guarded(path, () => (isSealed(zip) ? [] : partsToLose(zip)));

async function open(path: string, options: OpenOptions, notices: FileNotice[]): Promise<FileOfRecord> {
  const writable = await Promise.all([access(path, constants.R_OK | constants.W_OK), access(dirname(path), constants.W_OK)]).then(
    () => true,
    () => false,
  );
  if (!writable) throw new FileProblem('no-permission', { path });
  const lock = await lockFile(path);
  try {
    if (lock.stale) notices.push({ code: 'stale-lock', details: {} });
    const mark = await fingerprint(path);
    const read = readState(openZip(await readFile(path), path), path, options.defaults, options.trustSeal);
    if (read.origin === 'changed') notices.push({ code: 'taken-in', details: {} });
    const replayed = await replayJournal(path, read);
    notices.push(...replayed.notices);
    const journal = await openJournal(journalPath(path), replayed.journal);
    const record = new OpenedFile(path, replayed.state, replayed.revision, notices, journal, mark, lock.release, options);
    if (read.origin === 'foreign') {
      // from here on the journal counts on what the file says of itself; the file as it came is kept
      const isCopy = notices.some(({ code }) => code === 'opened-as-copy');
      const original = isCopy ? path : await copyBeside(path, options.locale?.startsWith('zh') ? '-原件' : '-original');
      notices.push({ code: 'foreign-file', details: { path: original } });
      await record.save(replayed.state);
    }
    return record;
  } catch (error) {
    await lock.release();
    throw fileProblemOf(error, path);
  }
}

class OpenedFile implements FileOfRecord {
  private readonly schedule = new SaveSchedule((state) => this.save(state));
  private saving: Promise<unknown> = Promise.resolve();
  private savedRevision = -1;
  private broken: FileProblem | undefined;

  constructor(
    readonly path: string,
    readonly state: WorkbookState,
    public revision: number,
    readonly notices: FileNotice[],
    private readonly journal: Journal,
    private mark: string | undefined,
    private readonly release: () => Promise<void>,
    private readonly options: OpenOptions,
  ) {}

  append(ops: Op[], revision: number): Promise<void> {
    if (revision !== this.revision + 1) return Promise.reject(new RangeError(`revision ${revision} after ${this.revision}`));
    this.revision = revision;
    // a line after a missing one could not be applied: only a whole save mends a journal that failed once
    if (this.broken) return Promise.reject(this.broken);
    return this.journal.append(revision, ops).catch((error: unknown) => {
      this.broken ??= fileProblemOf(error, this.path);
      throw this.broken;
    });
  }

  save(state: WorkbookState): Promise<'saved' | 'postponed'> {
    const revision = this.revision;
    const bytes = fileBytesAside(state, revision);
    bytes.catch(() => {});
    const done = this.saving.then(() => this.put(bytes, revision));
    this.saving = done.catch(() => {});
    return done;
  }

  private async put(bytes: Promise<Buffer>, revision: number): Promise<'saved' | 'postponed'> {
    const tell = this.options.onSave ?? (() => {});
    if (revision < this.savedRevision) return 'saved';
    try {
      tell('saving');
      const content = await bytes;
      const lock = officeLock(this.path);
      if (lock) {
        this.notices.push({ code: 'save-postponed', details: { path: this.path, lock } });
        tell('journalled');
        return 'postponed';
      }
      const found = await fingerprint(this.path);
      if (found && found !== this.mark) {
        const kept = await copyBeside(this.path, this.options.locale?.startsWith('zh') ? '-外部修改' : '-changed-outside');
        this.notices.push({ code: 'changed-outside', details: { path: kept } });
      }
      await replaceFile(this.path, content);
      this.mark = await fingerprint(this.path);
      this.savedRevision = revision;
      await this.journal.forget(revision);
      if (this.revision === revision) this.broken = undefined;
      tell(this.journal.length > 0 ? 'journalled' : 'saved');
      return 'saved';
    } catch (error) {
      const problem = fileProblemOf(error, this.path);
      tell('failed', problem);
      throw problem;
    }
  }

  scheduleSave(getState: () => WorkbookState): void {
    this.options.onSave?.('journalled');
    this.schedule.ask(getState);
  }

  async close(): Promise<void> {
    try {
      await this.schedule.finish();
    } finally {
      await this.saving;
      await this.journal.close();
      await this.release();
    }
  }
}
