// The checks that other programs make: types, style, unused code, and generated files that no longer fit their source.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { at, root } from '../parts/paths.mjs';

const require = createRequire(import.meta.url);

/** A package's program by the `bin` of its package.json. */
export function program(name, bin) {
  const manifest = findManifest(name);
  const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
}

const findManifest = (name) =>
  require.resolve
    .paths(name)
    .map((folder) => join(folder, name, 'package.json'))
    .find((path) => existsSync(path));

/** Runs a Node program; its words, when it fails, are the problem. */
export function outcome(script, args, mend, folder = root) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('close', (code) => resolve(code === 0 ? [] : [`${said.trim() || `exit code ${code}`}\n${mend}`]));
  });
}

/** Every project that the root's tsconfig refers to, one after the other. */
export async function checkTypes(folder = root) {
  const { references } = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8'));
  const tsc = program('typescript', 'tsc');
  const problems = [];
  for (const { path } of references) {
    problems.push(...(await outcome(tsc, ['-p', path, '--noEmit', '--pretty', 'false'], `Mend the types of ${path}.`, folder)));
  }
  // a folder without a single file yet is not wrong
  return { name: 'types', problems: problems.filter((problem) => !/^error TS18003:[^\n]*\nMend/.test(problem)) };
}

export async function checkStyle(folder = root) {
  const args = ['check', '--colors=off', '--max-diagnostics=50', '--diagnostic-level=warn', '--error-on-warnings', '.'];
  return {
    name: 'lint and format',
    problems: await outcome(program('@biomejs/biome', 'biome'), args, 'Mend with: npx biome check --write', folder),
  };
}

export async function checkUnused(folder = root) {
  const problems = await outcome(
    program('knip', 'knip'),
    ['--no-progress'],
    'Delete what nothing uses, or name it in knip.json.',
    folder,
  );
  return { name: 'unused code', problems };
}

/** Scripts that write files from other files answer `--check` with an error when the files differ. */
export const generators = [
  '.config/field-docs.mjs',
  '.config/phone-metadata.mjs',
  '.config/pinyin-table.mjs',
  '.config/local-coverage.mjs',
];

export async function checkGenerated(scripts = generators) {
  const present = scripts.filter((script) => existsSync(at(script)));
  const deaf = present.filter((script) => !readFileSync(at(script), 'utf8').includes('--check'));
  const problems = deaf.map((script) => `${script} does not know --check, so its drift would go unseen.`);
  for (const script of present.filter((one) => !deaf.includes(one))) {
    problems.push(...(await outcome(at(script), ['--check'], `Generate again with: node ${script}`)));
  }
  return { name: 'generated files', problems };
}
