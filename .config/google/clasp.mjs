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

const notLoggedIn = 'Nobody is logged in to Google. Run: npx clasp login';

/** clasp's own words about a failure, with the next step where it names none. */
export const failure = ({ out, err }) => (/No credentials found/.test(err) ? notLoggedIn : (err || out).trim());

/** Asked before a build is made for nothing. */
export async function mustBeLoggedIn(options) {
  const { out } = await clasp(['show-authorized-user', '--json'], { ...options, quiet: true });
  if (!/"loggedIn":\s*true/.test(out)) throw new Refusal(notLoggedIn);
}
