// npm run build: makes `dist/` (exactly what goes to Google) and `build/` (everything else), only what is stale.
//
//   node .config/build.mjs [--only server,sidebar,trades,manifest,local,page] [--manifest full|core]
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildLocal, localPrograms } from './parts/local.mjs';
import { buildManifest } from './parts/manifest.mjs';
import { buildSidebarPages, buildWorkbookPage, sidebarPages } from './parts/pages.mjs';
import { at } from './parts/paths.mjs';
import { buildServer } from './parts/server.mjs';
import { whenStale } from './parts/stamp.mjs';
import { buildTrades } from './parts/trades.mjs';
import { wordPages } from './parts/words.mjs';

/** Each part: the source without which it is left out, what its content depends on, what it leaves behind. */
const parts = {
  server: {
    needs: 'src/entry.ts',
    inputs: ['src', 'templates'],
    outputs: () => ['dist/Code.js', 'build/server.meta.json', ...wordPages.map((name) => `dist/${name}`)],
    make: buildServer,
  },
  sidebar: {
    needs: '.config/build-sidebar.mjs',
    inputs: ['.config/build-sidebar.mjs', 'sidebar', 'src', 'templates'],
    outputs: () => (sidebarPages().length > 0 ? sidebarPages().map((name) => `dist/${name}`) : ['dist/*.html']),
    make: buildSidebarPages,
  },
  trades: {
    needs: 'templates/pages/all.ts',
    inputs: ['templates', 'src/domain/dictionary'],
    outputs: () => ['dist/trades.html'],
    make: buildTrades,
  },
  local: {
    needs: 'local/cli/main.ts',
    inputs: ['local', 'src', 'templates'],
    outputs: () => Object.keys(localPrograms()).map((name) => `build/local/${name}.js`),
    make: buildLocal,
  },
  page: {
    needs: '.config/build-page.mjs',
    inputs: ['.config/build-page.mjs', 'local/page', 'local/contract.ts', 'local/host-contract.ts'],
    outputs: () => ['build/page/index.html'],
    make: buildWorkbookPage,
  },
};

/**
 * Builds what is stale and answers the names of the parts that were made.
 *
 * @param {{ only?: string[], manifest?: 'full' | 'core' }} [options] `only`: names of parts; all of them otherwise
 */
export async function build({ only, manifest } = {}) {
  const wanted = only ?? [...Object.keys(parts), 'manifest'];
  if (wanted.includes('manifest')) buildManifest(manifest);
  const made = await Promise.all(
    Object.entries(parts)
      .filter(([name, part]) => wanted.includes(name) && existsSync(at(part.needs)))
      .map(async ([name, part]) => ((await whenStale(name, part, part.make)) ? [name] : [])),
  );
  return made.flat();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { only: { type: 'string' }, manifest: { type: 'string' } } });
  const started = performance.now();
  const made = await build({ only: values.only?.split(','), manifest: values.manifest });
  console.log(`${made.length > 0 ? `built ${made.join(', ')}` : 'up to date'} (${Math.round(performance.now() - started)} ms)`);
}
