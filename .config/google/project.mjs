// .clasp.json: which script `npm run push` goes to. The committed one holds a placeholder.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const placeholder = 'PUT-YOUR-SCRIPT-ID-HERE';

/** A refusal in the reader's words; everything else that is thrown is a bug and keeps its stack. */
export class Refusal extends Error {}

export const readProject = (folder) => JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8'));

export const isPlaceholder = ({ scriptId }) => !scriptId || scriptId === placeholder;

/** Keeps `rootDir`, so that clasp goes on sending `dist/` and nothing else. */
export function writeProject(folder, { scriptId, parentId }) {
  const project = { scriptId, rootDir: 'dist', ...(parentId ? { parentId } : {}) };
  writeFileSync(join(folder, '.clasp.json'), `${JSON.stringify(project, null, 2)}\n`);
}
