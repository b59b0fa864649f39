// dist/Code.js: the one script that Google runs, and that the local workbook runs.
import { build } from 'esbuild';
import { toAscii } from './ascii.mjs';
import { writeWhole } from './files.mjs';
import { at, root } from './paths.mjs';
import { lateWords, writeWords } from './words.mjs';

/** The bundle's own global; every entry point is a plain function beside it. */
export const globalName = '__ledger';

/** What the parser behind Google's editor accepts (platform § 6). */
export const serverOptions = { target: 'es2019', charset: 'ascii', legalComments: 'none', keepNames: false };

const bundle = (entry, more) =>
  build({
    ...serverOptions,
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'module', 'default'],
    logLevel: 'warning',
    outfile: 'Code.js',
    ...more,
  });

/** The names that the entry exports, which become globals: menu items, triggers and the sidebar's calls. */
export async function exportsOf(entry) {
  const { metafile } = await bundle(entry, { format: 'esm' });
  return Object.values(metafile.outputs)
    .flatMap((output) => output.exports)
    .sort();
}

/**
 * A declaration that Google finds without running anything: functions assigned to the global object are invisible to
 * `google.script.run`. All arguments are handed on: a program that runs an action gives its name and its request.
 */
export const footerFor = (names) =>
  names.map((name) => `function ${name}() { return ${globalName}.${name}.apply(null, arguments); }`).join('\n');

/** Minified whole, in lines that Google's editor can show and a stack trace can name (`npm run trace`). */
const small = { minify: true, lineLimit: 160, sourcemap: 'external', sourcesContent: false };

/** The bundle's text, its source map, esbuild's metafile of it, and the sentences that lie beside it, by language. */
export async function bundleServer(entry = 'src/entry.ts') {
  const names = await exportsOf(entry);
  const words = {};
  const { outputFiles, metafile } = await bundle(entry, { format: 'iife', globalName, ...small, plugins: [lateWords(words)] });
  const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text;
  return { code: toAscii(`${textOf('.js').trimEnd()}\n${footerFor(names)}\n`), map: textOf('.map'), metafile, names, words };
}

export async function buildServer() {
  const { code, map, metafile, words } = await bundleServer();
  writeWords(words);
  writeWhole(at('dist/Code.js'), code);
  writeWhole(at('build/Code.js.map'), map);
  writeWhole(at('build/server.meta.json'), JSON.stringify(metafile));
}
