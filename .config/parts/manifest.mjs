// dist/appsscript.json: two manifests for the same bundle.
import { readFileSync } from 'node:fs';
import { writeWhole } from './files.mjs';
import { at } from './paths.mjs';

/** `full` asks for what every feature needs; `core` only for what registering and checking need. */
export const manifests = { full: 'appsscript.json', core: '.config/appsscript.core.json' };

export function readManifest(name) {
  const path = manifests[name];
  if (!path) throw new Error(`There is no manifest "${name}". Choose one of: ${Object.keys(manifests).join(', ')}.`);
  return readFileSync(at(path), 'utf8');
}

export const buildManifest = (name = 'full') => writeWhole(at('dist/appsscript.json'), readManifest(name));
