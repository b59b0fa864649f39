// dist/words-….html: sentences that are said seldom. A script is parsed whole at every start, so those of reports, backups and
// the like lie in pages of data, one for each language, and are read when the first of them is said (src/google/late-words.ts).
import { basename } from 'node:path';
import { build } from 'esbuild';
import { toAscii } from './ascii.mjs';
import { writeWhole } from './files.mjs';
import { at, root } from './paths.mjs';

/** Files of messages whose sentences lie there; what is said while somebody types stays in the script. */
const late =
  /src\/domain\/(?:automation|backup|credit|digest|duplicate-groups|help|merge|patterns|quality|reminders|reports|review|segments|templates|trade)\/[a-z-]*messages\.ts$/;

/** Names of actions and menus, as the menu is built before anything may be read, and of what the dictionary itself lists. */
const early = /^(?:action|menu|segment(?!\.state)|stage|today\.urgency)\./;

const languages = { Zh: 'zh-CN', En: 'en' };

async function load(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm', logLevel: 'silent' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

/**
 * For esbuild: leaves in such files what the menu says, and takes the rest along.
 *
 * @param {Record<string, Record<string, string>>} taken by language; filled while the bundle is made
 */
export const lateWords = (taken) => ({
  name: 'late-words',
  setup({ onLoad }) {
    onLoad({ filter: late }, async ({ path }) => {
      const contents = Object.entries(await load(path)).map(([name, sentences]) => {
        const language = languages[name.slice(-2)];
        if (!language) throw new Error(`${basename(path)} exports ${name}: sentences are named …Zh or …En.`);
        const entries = Object.entries(sentences);
        taken[language] = { ...taken[language], ...Object.fromEntries(entries.filter(([key]) => !early.test(key))) };
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(entries.filter(([key]) => early.test(key))))};`;
      });
      return { contents: contents.join('\n'), loader: 'ts', resolveDir: root };
    });
  },
});

export const wordPages = Object.values(languages).map((language) => `words-${language}.html`);

/** `<` would begin markup. Keys in their order, so that the same words are the same file. */
export function writeWords(taken) {
  for (const [language, sentences] of Object.entries(taken)) {
    const sorted = Object.fromEntries(Object.entries(sentences).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeWhole(at('dist', `words-${language}.html`), `${toAscii(JSON.stringify(sorted).replaceAll('<', '\\u003c'))}\n`);
  }
}
