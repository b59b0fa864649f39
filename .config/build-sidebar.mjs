/** Builds every sidebar page into one HTML file that survives what HtmlService does to inline scripts. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { parse, tokenizer } from 'acorn';
import { build, transform } from 'esbuild';
import { toAscii } from './parts/ascii.mjs';

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'sidebar');
const pages = ['automation', 'backups', 'form', 'reports', 'review', 'reviews', 'search', 'segments', 'trade'];
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** The phone library also comes without the helpers that ES5 needed: a tenth of the page. */
const modernPhoneLibrary = {
  name: 'modern-phone-library',
  setup(build) {
    build.onLoad({ filter: /libphonenumber-js[\\/]es6[\\/]/ }, ({ path }) => {
      const modern = path.replace(/([\\/])es6([\\/])/, '$1es6-modern$2');
      return { contents: readFileSync(modern, 'utf8'), resolveDir: dirname(path) };
    });
  },
};

/** Modules that are nothing but data travel packed, see sidebar/unpack.ts: the page has a budget, and they are most of it. */
const packable = /domain[\\/]\w+[\\/](?:metadata\.generated|messages)\.ts$/;
const packedData = {
  name: 'packed-data',
  setup(build) {
    build.onLoad({ filter: packable }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', format: 'esm' });
      const data = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
      const packed = deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64');
      const names = Object.keys(data).join(', ');
      const unpack = JSON.stringify(join(source, 'unpack.ts'));
      return { contents: `import { unpack } from ${unpack};\nexport const { ${names} } = unpack('${packed}');` };
    });
  },
};

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
  const [script, style] = await Promise.all([
    build({
      ...settings,
      entryPoints: [join(source, `${name}.ts`)],
      format: 'iife',
      target: 'es2019',
      plugins: [modernPhoneLibrary, packedData],
    }),
    build({
      ...settings,
      entryPoints: [join(source, 'style', `${name}.css`)],
      target: ['chrome100', 'safari15.4', 'firefox100'],
    }),
  ]);
  const code = toAscii(withoutSlashPairs(script.outputFiles[0].text.trim()));
  const html = frame(code, style.outputFiles[0].text.trim());
  assertServable(name, html, code);
  await writeFile(join(outdir, `${name}.html`), html);
  return { name, bytes: Buffer.byteLength(html) };
}

/** A template for HtmlService; the server fills in `boot`. The language is set by the script, which knows whose it is. */
const frame = (script, style) => `<!DOCTYPE html>
<html>
<head>
<base target="_top">
<meta charset="utf-8">
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script type="application/json" id="boot"><?!= boot ?></script>
<script>${script}</script>
</body>
</html>
`;

/**
 * HtmlService may cut an inline script from `//` to the end of the line even inside a string, so no two slashes may stand
 * side by side anywhere: in strings the first is written by number, in patterns every one. So are control characters.
 */
function withoutSlashPairs(script) {
  let text = '';
  let done = 0;
  for (const token of tokenizer(script, { ecmaVersion: 2019 })) {
    if (!['string', 'template', 'regexp'].includes(token.type.label)) continue;
    text += script.slice(done, token.start) + safe(script.slice(token.start, token.end), token.type.label === 'regexp');
    done = token.end;
  }
  return text + script.slice(done);
}

/** An escaped slash loses its backslash; an escaped backslash before a slash stays whole. */
const unescapedSlash = (_, slashes) => `${slashes.length % 2 === 0 ? slashes : slashes.slice(1)}\\x2f`;

function safe(raw, pattern) {
  const end = pattern ? raw.lastIndexOf('/') : raw.length;
  const inner = pattern ? raw.slice(1, end).replace(/(\\*)\//g, unescapedSlash) : raw.replace(/\/(?=\/)/g, '\\x2f');
  const plain = inner.replace(controls, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return pattern ? `/${plain}${raw.slice(end)}` : plain;
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
