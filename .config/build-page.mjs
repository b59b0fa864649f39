// The local workbook's page: Univer and the frame around it in one script, and the script that panels get for `google.script`.
import { copyFileSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Univer's packages do not say that unused ones can be left out: formulas, number formats and what hangs on them. */
const univerWithoutSideEffects = {
  name: 'univer-without-side-effects',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^@univerjs\// }, async ({ path, pluginData, ...options }) => {
      if (pluginData === 'resolved' || path.endsWith('.css')) return undefined;
      const found = await esbuild.resolve(path, { ...options, pluginData: 'resolved' });
      return found.errors.length > 0 ? found : { path: found.path, sideEffects: false };
    });
  },
};

/** Patterns for hyphenating seventy languages in documents: 4.5 MB that no cell ever asks for. */
const withoutHyphenation = {
  name: 'without-hyphenation',
  setup(esbuild) {
    esbuild.onLoad({ filter: /engine-render[\\/]lib[\\/]es[\\/]/ }, async ({ path }) => {
      const [first] = (await readFile(path, 'utf8')).split('\n', 1);
      return first.includes('/hyphenation/patterns/') && !path.endsWith('index.js') ? { contents: 'export {};' } : undefined;
    });
  },
};

const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
};

/**
 * Builds the page into a folder: `index.html`, `page.js`, `page.css`, `panel-shim.js`.
 *
 * @param {{ outdir: string, watch?: boolean }} options `watch`: builds again whenever a source changes, until the process ends
 */
export async function buildPage({ outdir, watch = false }) {
  mkdirSync(outdir, { recursive: true });
  const page = {
    ...common,
    entryPoints: [
      { in: at('local/page/main.ts'), out: 'page' },
      { in: at('local/page/page.css'), out: 'page' },
    ],
    plugins: [univerWithoutSideEffects, withoutHyphenation],
    outdir,
    format: 'esm',
    loader: { '.woff2': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
  };
  const shim = { ...common, entryPoints: [at('local/page/panel/shim.ts')], outfile: `${outdir}/panel-shim.js`, format: 'iife' };
  const copyHtml = () => copyFileSync(at('local/page/index.html'), `${outdir}/index.html`);
  if (watch) {
    copyHtml();
    for (const options of [page, shim]) await (await context(options)).watch();
    return;
  }
  await Promise.all([build(page), build(shim)]);
  copyHtml();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildPage({ outdir: at('build/page'), watch: process.argv.includes('--watch') });
}
