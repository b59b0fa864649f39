// The page's figures: bundled beside the program, whose files it finds from there.
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { at, root } from '../parts/paths.mjs';

/** Answers tables of figures, `{ title, columns, rows }`, one after the other as they are ready. */
export async function* pageFigures() {
  const outfile = at('build/local/page-bench.js');
  await build({
    entryPoints: ['test/journey/page-figures.ts'],
    absWorkingDir: root,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const made = await import(pathToFileURL(outfile).href);
  yield* made.pageFigures();
}
