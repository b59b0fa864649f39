// Dependencies small; our own code without its spaces, but with its names and under its file's name: a stack trace in
// Google's log should name what a newcomer finds in `src/`.
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

/** What is not ours is shortened altogether. */
const foreign = { minify: true, treeShaking: false };
/** Lines stay short enough for Google's editor to show them. */
const own = { minifyWhitespace: true, lineLimit: 160, treeShaking: false };

/** The bundle with its pieces shortened; `options` are esbuild's for one script. */
export async function compact(code, modules, options) {
  const [head, ...rest] = pieces(code, modules);
  const inside = rest.slice(0, -1);
  const short = await Promise.all(
    inside.map(async ({ path, lines }) => {
      const small = await transform(lines.join('\n'), { ...options, ...(isForeign(path) ? foreign : own) });
      return `// ${path}\n${small.code.trimEnd()}`;
    }),
  );
  return [head.lines.join('\n'), ...short, rest.at(-1).lines.join('\n')].join('\n');
}
