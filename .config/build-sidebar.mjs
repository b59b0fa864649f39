/** Builds every sidebar page into one HTML file that survives what HtmlService does to inline scripts. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, tokenizer } from 'acorn';
import { build } from 'esbuild';

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'sidebar');
const pages = ['form'];

/**
 * @param {{ outdir: string }} options folder the pages are written to; made if it is missing
 * @returns {Promise<{ name: string; bytes: number }[]>} name of each page, as HtmlService knows it, and its size
 */
export async function buildSidebars({ outdir }) {
  await mkdir(outdir, { recursive: true });
  return Promise.all(pages.map((name) => buildPage(name, outdir)));
}

async function buildPage(name, outdir) {
  const settings = { bundle: true, write: false, minify: true, charset: 'ascii', legalComments: 'none', logLevel: 'silent' };
  const [script, style, page] = await Promise.all([
    build({ ...settings, entryPoints: [join(source, `${name}.ts`)], format: 'iife', target: 'es2019' }),
    build({
      ...settings,
      entryPoints: [join(source, 'style', `${name}.css`)],
      target: ['chrome100', 'safari15.4', 'firefox100'],
    }),
    readFile(join(source, `${name}.html`), 'utf8'),
  ]);
  const parts = { script: withoutSlashPairs(script.outputFiles[0].text), style: style.outputFiles[0].text };
  const html = page.replace(/\{\{(script|style)\}\}/g, (_, part) => parts[part].trim());
  assertServable(name, html, parts.script);
  await writeFile(join(outdir, `${name}.html`), html);
  return { name, bytes: Buffer.byteLength(html) };
}

/**
 * HtmlService may cut an inline script from `//` to the end of the line even inside a string, so no two slashes may stand
 * side by side anywhere: in strings the second is escaped, in patterns both are written by number.
 */
function withoutSlashPairs(script) {
  const edits = [];
  const add = (token, text) => edits.push({ start: token.start, end: token.end, text });
  for (const token of tokenizer(script, { ecmaVersion: 2019 })) {
    const raw = script.slice(token.start, token.end);
    if (token.type.label === 'regexp' && /\\\/|\/\//.test(raw)) {
      const end = raw.lastIndexOf('/');
      add(token, '/' + raw.slice(1, end).replace(/\\\//g, '\\x2f').replace(/\//g, '\\x2f') + raw.slice(end));
    } else if (['string', 'template'].includes(token.type.label) && raw.includes('//')) {
      add(token, raw.replace(/\/(?=\/)/g, '\\x2f'));
    }
  }
  let text = script;
  for (const { start, end, text: inner } of edits.reverse()) text = text.slice(0, start) + inner + text.slice(end);
  return text;
}

function assertServable(name, html, script) {
  const wrong = (what) => {
    throw new Error(`The page ${name} cannot be served: ${what}.`);
  };
  parse(script, { ecmaVersion: 2019 });
  const at = script.indexOf('//');
  if (at >= 0) wrong(`"//" in the script near ${script.slice(at - 40, at + 40)}`);
  if (/<\/script|<!--/i.test(script)) wrong('markup in the script');
  const foreign = /[^\t\n\r -~]/.exec(html);
  if (foreign) wrong(`the character U+${foreign[0].codePointAt(0).toString(16)} is not ASCII`);
  if (html.split('<?').length !== 2 || !html.includes('<?!= boot ?>')) wrong('a scriptlet besides the boot data');
}
