/**
 * One program at a time writes a file. Ours leaves `.~ledger-<name>.lock` beside it; the locks of Excel and LibreOffice
 * are respected.
 */
import { existsSync, rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FileProblem } from './file-problem.ts';

export interface FileLock {
  /** whether a lock of a program that is gone was taken over */
  stale: boolean;
  release(): Promise<void>;
}

interface LockContent {
  pid: number;
  host: string;
  /** ms since 1970 when the machine was started: a process number says nothing after a restart */
  booted: number;
}

const bootTime = () => Math.round(Date.now() - uptime() * 1000);

/** The lock that Excel (`~$name.xlsx`) or LibreOffice (`.~lock.name.xlsx#`) holds on the file, if any. */
export function officeLock(path: string): string | undefined {
  const [folder, name] = [dirname(path), basename(path)];
  // Excel cuts the first two letters of longer names off
  const candidates = [`~$${name}`, `~$${name.slice(2)}`, `.~lock.${name}#`];
  return candidates.map((candidate) => join(folder, candidate)).find((candidate) => existsSync(candidate));
}

/**
 * Takes the lock of a file.
 * @throws {FileProblem} `locked-by-ledger`, `locked-by-excel`, `no-permission`
 */
export async function lockFile(path: string): Promise<FileLock> {
  const office = officeLock(path);
  if (office) throw new FileProblem('locked-by-excel', { path, lock: office });
  const lock = join(dirname(path), `.~ledger-${basename(path)}.lock`);
  const content: LockContent = { pid: process.pid, host: hostname(), booted: bootTime() };
  let stale = false;
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(lock, JSON.stringify(content), { flag: 'wx' });
      break;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw new FileProblem('no-permission', { path });
      if (code === 'ENOENT') throw new FileProblem('not-found', { path: dirname(path) });
      if (code !== 'EEXIST' || attempt > 2) throw error;
      const holder = await holderOf(lock);
      if (holder && isAlive(holder)) throw new FileProblem('locked-by-ledger', { path, pid: holder.pid });
      await rm(lock, { force: true });
      stale = true;
    }
  }
  if (stale) {
    // another program may have found the same stale lock: whose lock stays has the file
    await delay(50);
    const holder = await holderOf(lock);
    if (holder?.pid !== process.pid) throw new FileProblem('locked-by-ledger', { path, pid: holder?.pid ?? '?' });
  }
  const onExit = () => rmSync(lock, { force: true });
  process.once('exit', onExit);
  return {
    stale,
    async release() {
      process.off('exit', onExit);
      await rm(lock, { force: true });
    },
  };
}

async function holderOf(lock: string): Promise<LockContent | undefined> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as LockContent;
  } catch {
    return undefined;
  }
}

function isAlive(holder: LockContent): boolean {
  // on a shared folder nobody can ask another machine's processes: believe the lock
  if (holder.host !== hostname()) return true;
  if (Math.abs(holder.booted - bootTime()) > 60_000) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
