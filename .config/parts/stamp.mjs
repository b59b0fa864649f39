// A part is built again only when the content of what it is made of has changed, or one of its outputs is gone.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesUnder, writeWhole } from './files.mjs';
import { at, root } from './paths.mjs';

/** Every part depends on the locked packages and on the build itself. */
const always = ['package-lock.json', '.config/build.mjs', '.config/parts'];

/** One hash over the names and contents of files and folders, given from the repository's root. */
export function contentHash(paths) {
  const hash = createHash('sha256');
  for (const file of [...always, ...paths].flatMap((path) => filesUnder(at(path)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Runs `make` unless the stamp of the last run still fits.
 *
 * @returns whether something was built
 */
export async function whenStale(part, { inputs, outputs, key = '' }, make) {
  const stampFile = at('build/.stamps', part);
  const stamp = `${contentHash(inputs)} ${key}`;
  const fresh =
    existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && outputs().every((path) => existsSync(at(path)));
  if (fresh) return false;
  await make();
  writeWhole(stampFile, stamp);
  return true;
}
