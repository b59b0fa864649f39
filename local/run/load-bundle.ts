import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bundle, Manifest } from '../services/surroundings.ts';

/**
 * Reads what `clasp` would push: all `.js` and `.gs` files as one script in the order of their names, the `.html` files, the
 * manifest.
 * @param folder `dist/`
 * @throws Error when it is not there, or has no script
 */
export function loadBundle(folder: string): Bundle {
  const names = readdirSync(folder).sort();
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const scripts = names.filter((name) => /\.(js|gs)$/.test(name));
  if (scripts.length === 0) throw new Error(`There is no script in ${folder}: build first.`);
  const html = names.filter((name) => name.endsWith('.html'));
  return {
    code: scripts.map(read).join('\n'),
    files: Object.fromEntries(html.map((name) => [basename(name, '.html'), read(name)])),
    manifest: names.includes('appsscript.json') ? (JSON.parse(read('appsscript.json')) as Manifest) : {},
  };
}
