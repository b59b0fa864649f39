// build/local/: the local workbook's program for Node. Packages stay in node_modules.
import { existsSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { build } from 'esbuild';
import { filesUnder, writeWhole } from './files.mjs';
import { at, root } from './paths.mjs';

/** Programs of their own: the command line, what other projects import, what runs in threads, the scenarios of `npm run bench`. */
const known = {
  cli: 'local/cli/main.ts',
  host: 'local/host.ts',
  worker: 'local/run/worker.ts',
  'save-worker': 'local/file/save-worker.ts',
  bench: 'local/bench/scenarios.ts',
  'bench-reminders': 'local/bench/reminders.ts',
  'bench-segments': 'local/bench/segments.ts',
  'bench-upkeep': 'local/bench/upkeep.ts',
  'bench-reports': 'local/bench/reports.ts',
  'bench-backups': 'local/bench/backups.ts',
  'bench-year': 'local/bench/year.ts',
  faults: 'local/faults/enumerate.ts',
};

/** Output name → source; a file `*.worker.ts` anywhere in `local/` is a program of its own without being named here. */
export function localPrograms() {
  const threads = filesUnder(at('local'))
    .filter((path) => path.endsWith('.worker.ts'))
    .map((path) => [basename(path, '.ts'), relative(root, path)]);
  return Object.fromEntries([...Object.entries(known), ...threads].filter(([, path]) => existsSync(at(path))));
}

export async function buildLocal() {
  const { outputFiles } = await build({
    entryPoints: localPrograms(),
    absWorkingDir: root,
    outdir: at('build/local'),
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  for (const file of outputFiles) writeWhole(file.path, file.contents);
}
