/** The address at which a ledger was last open, kept beside it: a page left open, or a bookmark, finds back after a restart. */
import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface Address {
  port: number;
  token: string;
}

/** Whoever may read it may open the ledger, as with the file itself. */
const OWNER_ONLY = 0o600;

/** `data/ledger.xlsx` → `data/.ledger.xlsx.address` */
export const addressPath = (ledger: string): string => join(dirname(ledger), `.${basename(ledger)}.address`);

/** @returns nothing where there is none, where it cannot be understood, and where others might have read it */
export async function keptAddress(ledger: string): Promise<Address | undefined> {
  const path = addressPath(ledger);
  try {
    const { mode } = await stat(path);
    // on Windows the folder's rights decide, and every mode reads as open
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) return undefined;
    const { port, token } = JSON.parse(await readFile(path, 'utf8')) as Partial<Address>;
    const isPort = Number.isInteger(port) && port! > 0 && port! <= 65_535;
    return isPort && typeof token === 'string' && /^[\w-]{32,}$/.test(token) ? { port: port!, token } : undefined;
  } catch {
    return undefined;
  }
}

/** Where the folder cannot be written to, the next start has a new address, and nothing else is lost. */
export async function keepAddress(ledger: string, { port, token }: Address): Promise<void> {
  const path = addressPath(ledger);
  const temporary = `${path}.${process.pid}`;
  try {
    await writeFile(temporary, `${JSON.stringify({ port, token })}\n`, { mode: OWNER_ONLY, flag: 'wx' });
    await chmod(temporary, OWNER_ONLY);
    await rename(temporary, path);
  } catch {
    await rm(temporary, { force: true }).catch(() => {});
  }
}
