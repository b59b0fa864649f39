// Names and sizes of files, and words that must not be published.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { at, root } from '../parts/paths.mjs';

const longest = 350;
const vague = /(^|[-.])(utils?|helpers?|misc|manager|common)([-.]|$)/;
const kebab = /^(?:[a-z0-9]+(-[a-z0-9]+)*|[a-z]{2}-[A-Z]{2})(\.[a-z0-9-]+)+$/;
const reexport = /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})(?:\s+as\s+\w+)?\s+from\s+['"][^'"]+['"];?\s*$/gm;

/** Rules for our own source files: small, named for what they do, and no file that only passes names on. */
export function shapeProblems({ file, text }) {
  if (/\.generated\.ts$|\.d\.ts$/.test(file)) return [];
  const name = basename(file);
  const lines = text.split('\n').length;
  const rest = text.replace(reexport, '').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [
    ...(lines > longest ? [`${file} has ${lines} lines; split it by what it does (at most ${longest}).`] : []),
    ...(vague.test(name) ? [`${file}: name it for what it does.`] : []),
    ...(kebab.test(name) ? [] : [`${file}: use kebab-case.`]),
    ...(rest.trim() === '' && text.trim() !== '' ? [`${file} only passes names on; import from where they are made.`] : []),
    ...(/^export default\b/m.test(text) && file.endsWith('.ts') ? [`${file}: export by name, not by default.`] : []),
  ];
}

/** Places of one machine, and hosts from which packages were fetched there. Written in pieces, so as not to find itself. */
const forbidden = [
  [
    new RegExp(`(?<![\\w.:/])/(?:${['work/', 'home/[a-z]', 'Users/[A-Za-z]', 'root/', 'tmp/[a-z]'].join('|')})`),
    'a path of one machine',
  ],
  [new RegExp(`[A-Z]:\\\\${'Users'}\\\\`), 'a path of one machine'],
  [
    new RegExp(`https?://[\\w.-]*(?:${['regis', 'try|artifac', 'tory|nex', 'us'].join('')})[\\w.-]*`, 'i'),
    'the host of a package registry',
  ],
  [/"resolved":\s*"https?:/, 'the host of a package registry'],
];

export function wordProblems({ file, text }) {
  const lines = text.split('\n');
  return forbidden.flatMap(([pattern, what]) => {
    const line = lines.findIndex((one) => pattern.test(one));
    return line < 0 ? [] : [`${file}:${line + 1} holds ${what}: ${lines[line].trim().slice(0, 80)}`];
  });
}

/** Files that git knows or would take in, as `{ file, text }`, without pictures and large data. */
export function publishedFiles() {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return names
    .split('\0')
    .filter((name) => name !== '' && !/\.(png|jpe?g|gif|ico|woff2?|xlsx)$/.test(name))
    .filter((name) => statSync(at(name), { throwIfNoEntry: false })?.isFile())
    .map((file) => ({ file, text: readFileSync(at(file), 'utf8') }));
}

const isSource = (file) => /^(src|templates|sidebar|local|test)\/.*\.tsx?$/.test(file);

export function checkFiles() {
  const files = publishedFiles();
  return [
    { name: 'file shape', problems: files.filter(({ file }) => isSource(file)).flatMap(shapeProblems) },
    { name: 'words', problems: files.flatMap(wordProblems) },
  ];
}
