// Dependencies small, our own code readable: a stack trace in Google's log should name what a newcomer finds in `src/`.
//
// esbuild minifies a whole bundle or nothing, so the readable bundle is cut at the comments it puts before each module
// ("// node_modules/…"), and the pieces that are not ours are minified one by one. Top-level names stay as they are,
// because the pieces refer to each other by them; everything inside functions is shortened.
import { transform } from 'esbuild';

const heading = /^ *\/\/ (\S.*)$/;

/** Whether a module's text may be shortened: packages and generated tables, which nobody reads in a stack trace. */
export const isForeign = (path) => path.includes('node_modules/') || /\.generated\.ts$|\.json$/.test(path);

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

/** The bundle with its foreign pieces shortened; `options` are esbuild's for one script. */
export async function compactForeign(code, modules, options) {
  const out = await Promise.all(
    pieces(code, modules).map(async ({ path, lines }) => {
      const text = lines.join('\n');
      if (!isForeign(path)) return text;
      const small = await transform(text, { ...options, minify: true, treeShaking: false });
      return `  // ${path}\n${small.code.trimEnd()}`;
    }),
  );
  return out.join('\n');
}
