// Small, and still to be read where it matters: a stack trace in Google's log should name what a newcomer finds in `src/`.
//
// esbuild minifies a whole bundle or nothing, so the readable bundle is cut at the comments it puts before each module
// ("// src/…"), and the pieces are minified one by one. Functions and classes keep their names, because the pieces refer
// to each other by them, and stand under the name of their file; everything inside functions is shortened.
import { transform } from 'esbuild';

const heading = /^ *\/\/ (\S.*)$/;

/**
 * The modules of a printed bundle in their order, each with its lines; what comes before the first has no path.
 *
 * @param {Set<string>} modules the paths of its modules, as esbuild's metafile names them
 * @returns {{ path: string, lines: string[] }[]}
 */
export function pieces(code, modules) {
  const found = [{ path: '', lines: [] }];
  for (const line of code.split('\n')) {
    const path = heading.exec(line)?.[1];
    if (path !== undefined && modules.has(path)) found.push({ path, lines: [] });
    found.at(-1).lines.push(line);
  }
  return found;
}

/** Lines stay short enough for Google's editor to show them. */
const short = { minify: true, treeShaking: false, lineLimit: 160 };

/** The bundle with its pieces shortened; `options` are esbuild's for one script. */
export async function compact(code, modules, options) {
  const [head, ...rest] = pieces(code, modules);
  const small = await Promise.all(
    rest.slice(0, -1).map(async ({ path, lines }) => {
      const { code: text } = await transform(lines.join('\n'), { ...options, ...short });
      return `// ${path}\n${text.trimEnd()}`;
    }),
  );
  return [head.lines.join('\n'), ...small, rest.at(-1).lines.join('\n')].join('\n');
}
