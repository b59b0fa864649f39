/**
 * The journal beside the file of record: one line for every applied list of operations, on the disk before anybody is
 * told that the edit is kept. A line is `{"r":revision,"c":"checksum","o":[operations]}`.
 */
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Op } from '../contract.ts';

export interface JournalLine {
  revision: number;
  ops: Op[];
}

export interface JournalContent {
  lines: JournalLine[];
  /** bytes of the whole lines */
  goodBytes: number;
  /** `torn`: the last line was cut off, so it was never acknowledged; `damaged`: a broken line has whole ones after it */
  fault?: 'torn' | 'damaged';
}

export interface Journal {
  /** Resolves when the line is on the disk. Lines given in one tick share one `fsync`. */
  append(revision: number, ops: Op[]): Promise<void>;
  /** Takes the lines up to and including `revision` away. */
  forget(revision: number): Promise<void>;
  /** Lines that are not in the saved file. */
  readonly length: number;
  close(): Promise<void>;
}

const checksum = (revision: number, ops: string): string => crc32(`${revision}:${ops}`).toString(16).padStart(8, '0');

const lineShape = /^\{"r":(\d+),"c":"([0-9a-f]{8})","o":(.*)\}$/s;

function parseLine(text: string): JournalLine | undefined {
  const [, revision, sum, ops] = lineShape.exec(text) ?? [];
  if (revision === undefined || ops === undefined || checksum(Number(revision), ops) !== sum) return undefined;
  return { revision: Number(revision), ops: JSON.parse(ops) as Op[] };
}

/** What a journal holds up to its first broken line; no file is an empty journal. */
export async function readJournal(path: string): Promise<JournalContent> {
  const data = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const lines: JournalLine[] = [];
  let start = 0;
  while (start < data.length) {
    const end = data.indexOf(10, start);
    const line = end < 0 ? undefined : parseLine(data.toString('utf8', start, end));
    if (!line) {
      const rest = end < 0 ? [] : data.toString('utf8', end + 1).split('\n');
      return { lines, goodBytes: start, fault: rest.some((text) => parseLine(text)) ? 'damaged' : 'torn' };
    }
    lines.push(line);
    start = end + 1;
  }
  return { lines, goodBytes: start };
}

/** Makes a rename last: the directory's own entry must be on the disk, too (not every system can). */
export async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

interface Waiting {
  revision: number;
  text: string;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Opens the journal for writing behind what `readJournal` found whole. */
export async function openJournal(path: string, found: JournalContent): Promise<Journal> {
  let file: FileHandle = await open(path, 'a+');
  let goodBytes = found.goodBytes;
  let kept = found.lines.map(({ revision }) => revision);
  let waiting: Waiting[] = [];
  let work: Promise<void> = Promise.resolve();
  await file.truncate(goodBytes);
  await file.sync();
  await syncDirectory(dirname(path));

  const flush = async () => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    try {
      const bytes = Buffer.from(group.map(({ text }) => text).join(''), 'utf8');
      await file.writeFile(bytes);
      await file.datasync();
      goodBytes += bytes.length;
      kept.push(...group.map(({ revision }) => revision));
      for (const one of group) one.resolve();
    } catch (error) {
      // half a line left behind would hide every later one
      await file.truncate(goodBytes).catch(() => {});
      for (const one of group) one.reject(error);
    }
  };

  const forget = async (revision: number) => {
    const all = await readJournal(path);
    const rest = all.lines.filter((line) => line.revision > revision).map(({ revision, ops }) => lineOf(revision, ops));
    const temporary = `${path}.new`;
    const next = await open(temporary, 'w');
    const bytes = Buffer.from(rest.join(''), 'utf8');
    await next.writeFile(bytes);
    await next.sync();
    await next.close();
    await rename(temporary, path);
    await syncDirectory(dirname(path));
    const old = file;
    file = await open(path, 'a+');
    await old.close();
    goodBytes = bytes.length;
    kept = kept.filter((each) => each > revision);
  };

  return {
    append(revision, ops) {
      const text = lineOf(revision, ops);
      return new Promise((resolve, reject) => {
        waiting.push({ revision, text, resolve, reject });
        if (waiting.length === 1) work = work.then(() => new Promise<void>((next) => setImmediate(next))).then(flush);
      });
    },
    forget(revision) {
      const done = work.then(() => forget(revision));
      work = done.catch(() => {});
      return done;
    },
    get length() {
      return kept.length + waiting.length;
    },
    async close() {
      await work;
      await file.close();
      if (kept.length === 0) await rm(path, { force: true });
    },
  };
}

function lineOf(revision: number, ops: Op[]): string {
  const text = JSON.stringify(ops);
  return `{"r":${revision},"c":"${checksum(revision, text)}","o":${text}}\n`;
}
