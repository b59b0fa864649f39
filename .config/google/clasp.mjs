// Runs the clasp of this repository's node_modules, never one that happens to be installed elsewhere.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { Refusal } from './project.mjs';

const program = createRequire(import.meta.url).resolve('@google/clasp');

/**
 * Runs clasp in a folder and waits for it.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} options `quiet`: its words are only returned
 * @returns {Promise<{ code: number, out: string, err: string }>}
 */
export function clasp(args, { cwd, env = process.env, quiet = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: ['inherit', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    for (const [name, stream] of [
      ['out', 'stdout'],
      ['err', 'stderr'],
    ]) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        said[name] += text;
        if (!quiet) process[stream].write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, ...said }));
  });
}

/** Says what to do when nobody is logged in; without it clasp answers "No credentials found." after the build. */
export async function mustBeLoggedIn(options) {
  const { out } = await clasp(['show-authorized-user', '--json'], { ...options, quiet: true });
  let loggedIn = false;
  try {
    loggedIn = JSON.parse(out).loggedIn;
  } catch {
    // clasp said something else than JSON: treat it as not logged in
  }
  if (!loggedIn) throw new Refusal('Nobody is logged in to Google. Run: npx clasp login');
}
