// Which part may import which. The walls keep the rules of the ledger (src/domain) free of Google, Node and the browser.
import { readFileSync } from 'node:fs';
import { posix, relative } from 'node:path';
import { filesUnder } from '../parts/files.mjs';
import { at, root } from '../parts/paths.mjs';
import { importsOf } from './source.mjs';

/**
 * Each part: what it may import, and what it may import as types only. The first part whose folder fits a file is the
 * file's. Packages are named as imported: a wider entry of the same package (`zod`, `libphonenumber-js`) brings languages
 * or metadata that the bundle cannot afford.
 */
export const parts = [
  {
    folder: 'src/domain/',
    may: ['src/domain/'],
    types: ['templates/'],
    packages: ['zod/mini', 'libphonenumber-js/core', /^date-fns\/\w+$/],
  },
  { folder: 'templates/', may: ['templates/'], types: ['src/domain/'], packages: [] },
  { folder: 'src/google/', may: ['src/google/', 'src/domain/', 'templates/'], types: [], packages: [] },
  {
    folder: 'src/actions/',
    may: ['src/actions/', 'src/google/', 'src/domain/', 'templates/'],
    types: [],
    packages: ['zod/mini'],
  },
  { folder: 'src/', may: ['src/', 'templates/'], types: [], packages: [] },
  { folder: 'sidebar/', may: ['sidebar/', 'src/domain/'], types: [], packages: ['fflate'] },
  // the command line is the product's own: it knows tabs by their labels in both languages
  { folder: 'local/cli/', may: ['local/', 'src/domain/', 'templates/'], not: ['local/page/'], types: [], packages: 'any' },
  { folder: 'local/page/', may: ['local/page/', 'local/model/a1.ts'], types: ['local/', 'src/domain/'], packages: 'any' },
  { folder: 'local/', may: ['local/'], not: ['local/page/'], types: ['src/domain/', 'templates/'], packages: 'any' },
];

/** @returns {string | undefined} what is wrong with one import, as a sentence with the mend */
export function wallProblem(file, { specifier, typeOnly }) {
  const part = parts.find(({ folder }) => file.startsWith(folder));
  if (!part) return undefined;
  if (!specifier.startsWith('.')) {
    const allowed =
      part.packages === 'any' ||
      typeOnly ||
      part.packages.some((name) => (name instanceof RegExp ? name.test(specifier) : name === specifier));
    return allowed ? undefined : `${file} imports the package ${specifier}; ${part.folder} may import ${list(part.packages)}.`;
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  const within = (folders) => (folders ?? []).some((folder) => target.startsWith(folder));
  if (within(part.may) && !within(part.not)) return undefined;
  if (within(part.types)) return typeOnly ? undefined : `${file} imports ${target}; only "import type" is allowed from there.`;
  return `${file} imports ${target}; ${part.folder} may import ${list(part.may)}. Move what both need, or hand it in.`;
}

const list = (names) => (names.length > 0 ? names.join(', ') : 'nothing');

export const folders = ['src', 'templates', 'sidebar', 'local'];

/** Our own TypeScript files as `{ file, text }`, `file` from the root. */
export const ownFiles = (under = folders) =>
  under
    .flatMap((folder) => filesUnder(at(folder)))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ file: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));

export const wallProblems = (files) =>
  files.flatMap(({ file, text }) => importsOf(text).flatMap((one) => wallProblem(file, one) ?? []));

export const checkWalls = () => ({ name: 'walls', problems: wallProblems(ownFiles()) });
