// npm run -s trace -- "at x (Code:12:345)": which lines of src/ a stack trace from Google's log means. The bundle is minified,
// so the map of the same build is needed: check out the version that was pushed, `npm run build`, then ask.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { at } from './parts/paths.mjs';

/** Lines and columns in the script's file, as Google and Node write them: `Code:12:345`, `Code.js:12:345`. */
const places = /\bCode(?:\.js|\.gs)?:(\d+)(?::(\d+))?/g;

/** The text with every place in the bundle followed by the one in `src/`. */
export function explainTrace(text, payload) {
  const map = new SourceMap(payload);
  return text.replace(places, (place, line, column = '1') => {
    const { originalSource, originalLine } = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (originalSource === undefined) return place;
    return `${place} = ${originalSource}:${originalLine + 1}`;
  });
}

if (process.argv[1]?.endsWith('trace.mjs')) {
  const path = at('build/Code.js.map');
  if (!existsSync(path)) {
    console.error('There is no build. Run: npm run build');
    process.exit(1);
  }
  const text = process.argv.slice(2).join('\n') || readFileSync(0, 'utf8');
  console.log(explainTrace(text, JSON.parse(readFileSync(path, 'utf8'))));
}
