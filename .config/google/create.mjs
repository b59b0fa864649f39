// npm run create: a script for a new sheet, or for one that exists.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clasp, failure } from './clasp.mjs';
import { isPlaceholder, Refusal, readProject, writeProject } from './project.mjs';

/**
 * What clasp is asked for. A container type makes a new sheet and ignores the parent, so with a parent there is no type
 * (platform § 7).
 */
export const createArguments = ({ title, parent }) =>
  parent ? ['create-script', '--title', title, '--parentId', parent] : ['create-script', '--title', title, '--type', 'sheets'];

/**
 * Creates the script and writes its id into `.clasp.json`. clasp refuses where a `.clasp.json` lies, and pulls the new
 * script's default files: so it runs in an empty folder elsewhere.
 *
 * @throws {Refusal} when the folder belongs to a script already, nobody is logged in, or Google refuses
 */
export async function create({ folder, title = 'Customer Ledger', parent, force = false, env, scratch = tmpdir() }) {
  const existing = readProject(folder);
  if (!isPlaceholder(existing) && !force) {
    throw new Refusal(`.clasp.json already names the script ${existing.scriptId}. Add --force to replace it.`);
  }
  const aside = mkdtempSync(join(scratch, 'ledger-create-'));
  try {
    const answer = await clasp(createArguments({ title, parent }), { cwd: aside, env, quiet: true });
    if (answer.code !== 0) throw new Refusal(`The script was not created. ${failure(answer)}`);
    const { scriptId, parentId } = readProject(aside);
    const made = { scriptId, parentId: Array.isArray(parentId) ? parentId[0] : (parentId ?? parent) };
    writeProject(folder, made);
    return made;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
