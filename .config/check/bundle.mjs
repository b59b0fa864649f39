// Whether dist/ is fit for Google. `npm run push` asks this too, before it sends anything.
import { existsSync, readFileSync } from 'node:fs';
import { dataPages, sidebarPages } from '../parts/pages.mjs';
import { at } from '../parts/paths.mjs';
import { exportsOf } from '../parts/server.mjs';
import { callsIn, exposureProblems, handlersNamedIn, loadProblems } from './globals.mjs';
import { asciiProblems, inlineScripts, outsideProblems, strippingProblems, syntaxProblems } from './script-text.mjs';
import { ownFiles } from './walls.mjs';

/** Bytes as pushed. */
export const budgets = { script: 980_000, page: 150_000, data: 500_000 };
/** The search carries the table of pinyin and, to add records and to merge from a card, the forms and the review. */
const largerPages = { 'search.html': 260_000 };
export const pageBudget = (name) => largerPages[name] ?? budgets.page;

export function budgetProblems(name, text, limit) {
  const size = Buffer.byteLength(text);
  return size < limit ? [] : [`${name} has ${size} bytes, ${limit} are allowed. "npm run bench" says what it is made of.`];
}

/** A page of data is JSON that no server takes for markup. */
export function dataProblems(name, text) {
  if (text.includes('<')) return [`${name} holds "<", which may be taken for markup; write it as \\u003c.`];
  try {
    JSON.parse(text);
    return [];
  } catch {
    return [`dist/${name} is missing or no JSON. Run: npm run build`];
  }
}

const read = (path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : undefined);

/** Every check of dist/ as it lies there; build first. */
export async function bundleChecks() {
  const code = read('dist/Code.js');
  if (code === undefined) return [{ name: 'bundle', problems: ['dist/Code.js is missing. Run: npm run build'] }];
  const exported = await exportsOf('src/entry.ts');
  const called = new Set([
    'onOpen',
    'onEdit',
    'onInstall',
    ...callsIn(read('src/domain/api.ts') ?? ''),
    ...handlersNamedIn(ownFiles(['src'])),
  ]);
  const pages = sidebarPages().map((name) => [name, read(`dist/${name}`)]);
  const data = dataPages.map((name) => [name, read(`dist/${name}`) ?? '']);
  const scripts = pages.flatMap(([name, html]) => inlineScripts(html).map((script) => [name, script]));
  return [
    {
      name: 'budget',
      problems: [
        ...budgetProblems('Code.js', code, budgets.script),
        ...pages.flatMap(([name, html]) => budgetProblems(name, html, pageBudget(name))),
        ...data.flatMap(([name, text]) => [...budgetProblems(name, text, budgets.data), ...dataProblems(name, text)]),
      ],
    },
    {
      name: 'syntax',
      problems: [...syntaxProblems('Code.js', code), ...scripts.flatMap(([name, script]) => syntaxProblems(name, script))],
    },
    { name: 'ASCII', problems: [['Code.js', code], ...pages, ...data].flatMap(([name, text]) => asciiProblems(name, text)) },
    { name: 'globals', problems: exposureProblems(code, exported, called) },
    { name: 'load', problems: loadProblems(code, exported) },
    {
      name: 'sidebar scripts',
      problems: [
        ...(pages.length > 0 ? [] : ['dist/ holds no sidebar page. Run: npm run build']),
        ...scripts.flatMap(([name, script]) => strippingProblems(name, script)),
        ...pages.flatMap(([name, html]) => outsideProblems(name, html)),
      ],
    },
  ];
}
