/** Names of files beside the file of record, and writing one so that it is whole or not there. */
import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { syncDirectory } from './journal.ts';

/** `ledger.xlsx`, `-副本` → `ledger-副本.xlsx`, or with a number if that is taken. */
export function freeNameBeside(path: string, suffix: string): string {
  const stem = join(dirname(path), basename(path, extname(path)));
  for (let i = 1; ; i++) {
    const name = `${stem}${suffix}${i === 1 ? '' : i}.xlsx`;
    if (!existsSync(name)) return name;
  }
}

/** A copy that never replaces anything. */
export async function copyBeside(path: string, suffix: string): Promise<string> {
  const target = freeNameBeside(path, suffix);
  await copyFile(path, target, constants.COPYFILE_EXCL);
  return target;
}

export const journalPath = (path: string): string => `${path}.journal`;

/** Replaces the file by a whole new one; a crash leaves the old one or the new one. */
export async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  const temporary = join(dirname(path), `.~ledger-${basename(path)}.new`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const mode = await stat(path).then(
      (found) => found.mode,
      () => undefined,
    );
    if (mode !== undefined) await chmod(temporary, mode & 0o777);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncDirectory(dirname(path));
}

/** What tells whether somebody else wrote the file. */
export async function fingerprint(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && `${found.ino}:${found.size}:${found.mtimeMs}`;
}
