import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, Manifest } from '../services/surroundings.ts';

/** The parts of `.clasp.json` that decide what is pushed, and in which order. */
interface ClaspSettings {
  rootDir?: string;
  filePushOrder?: string[];
}

/**
 * Reads what `clasp` would push: all `.js` and `.gs` files as one script in the order of their names, the `.html` files, the
 * manifest; those in folders below, too. Where a `.clasp.json` lies in the folder, its `rootDir` and `filePushOrder` hold.
 * A `.claspignore` is not read.
 * @param folder `dist/`
 * @throws Error when it is not there, or has no script
 */
export function loadBundle(folder: string): Bundle {
  const { rootDir = '.', filePushOrder = [] } = claspSettings(folder);
  const from = join(folder, rootDir);
  const names = namesUnder(from);
  const read = (name: string): string => readFileSync(join(from, name), 'utf8');
  const first = filePushOrder.map((name) => join(folder, name)).map((path) => names.find((name) => join(from, name) === path));
  const inOrder = new Set([...first, ...names]);
  const scripts = [...inOrder].filter((name) => name !== undefined).filter((name) => /\.(js|gs)$/.test(name));
  if (scripts.length === 0) throw new Error(`There is no script in ${from}: build first.`);
  const html = names.filter((name) => name.endsWith('.html'));
  return {
    code: scripts.map(read).join('\n'),
    files: Object.fromEntries(html.map((name) => [name.slice(0, -'.html'.length), read(name)])),
    manifest: names.includes('appsscript.json') ? (JSON.parse(read('appsscript.json')) as Manifest) : {},
  };
}

function claspSettings(folder: string): ClaspSettings {
  const path = join(folder, '.clasp.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ClaspSettings) : {};
}

/** Names of files below a folder, with `/` between: what Google calls them. What begins with a dot, and packages, stay away. */
function namesUnder(folder: string, within = ''): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((entry) => {
      const name = `${within}${entry.name}`;
      return entry.isDirectory() ? namesUnder(folder, `${name}/`) : [name];
    })
    .sort();
}
