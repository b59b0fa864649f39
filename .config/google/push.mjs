// npm run push: what lies in dist/ becomes the script, whole.
import { clasp, failure, mustBeLoggedIn } from './clasp.mjs';
import { isPlaceholder, Refusal, readProject } from './project.mjs';

/** @throws {Refusal} with the next step, before anything is built */
export async function mustBeReady({ folder, env }) {
  if (isPlaceholder(readProject(folder))) {
    throw new Refusal(
      '.clasp.json holds no script id yet. Run "npm run create" for a new sheet, or put in the id of an existing script ' +
        '(Extensions > Apps Script > Project Settings > Script ID).',
    );
  }
  await mustBeLoggedIn({ cwd: folder, env });
}

/**
 * Sends dist/. Always with `-f`: without it, and without a terminal, a changed manifest makes clasp skip the whole push
 * and still report success (platform § 7).
 */
export async function pushFolder({ folder, env, quiet }) {
  const answer = await clasp(['push', '-f'], { cwd: folder, env, quiet });
  if (answer.code !== 0) throw new Refusal(`Nothing was pushed. ${failure(answer)}`);
  if (!/Pushed |already up to date/.test(answer.out)) throw new Refusal(`clasp sent nothing: ${failure(answer)}`);
  return answer.out;
}
