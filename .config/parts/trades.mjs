// dist/trades.html: what is needed of a trade only when a ledger is set up for it: its samples, and what its start page says.
// A page that holds data and no markup, because a script may read the text of such a file, and 100 KB that are needed once
// in a ledger's life have no place in the bundle.
import { build } from 'esbuild';
import { toAscii } from './ascii.mjs';
import { writeWhole } from './files.mjs';
import { at, root } from './paths.mjs';

/** What is read from `templates/` and the dictionary. */
async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { pages } from './templates/pages/all.ts';
        export { templates } from './templates/all.ts';
        export { composeDictionary } from './src/domain/dictionary/compose.ts';
        export { coreDictionary } from './src/domain/dictionary/core.ts';`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

/** One cell as the ledger reads it: a text for both languages, or one for each. */
function cellOf(field, text, where) {
  if (field.kind === 'reference') return [`示例-${text}`, `SAMPLE-${text}`];
  if (field.kind === 'choice' && text !== '') {
    const [first, second = first] = text.split('|').map((label) => {
      const option = field.options.find((each) => each.label['zh-CN'] === label);
      if (!option) throw new Error(`${where}: "${field.label['zh-CN']}" has no option "${label}".`);
      return option.label;
    });
    return [first['zh-CN'], second.en];
  }
  const [zh, en, ...more] = text.split('|');
  if (more.length > 0) throw new Error(`${where}: "${text}" has more than two languages.`);
  if (en === undefined && field.kind !== 'date' && /[^\0-\x7f]/.test(zh)) throw new Error(`${where}: "${zh}" lacks its English.`);
  return en === undefined ? zh : [zh, en];
}

/** Samples of one tab with their numbers, which are words, so that no number of the series is used up. */
function tableOf(tab, { fields, rows }, trade) {
  const series = tab.fields.find(({ kind }) => kind === 'series');
  const known = fields.map((key) => {
    const field = tab.fields.find((each) => each.key === key);
    if (!field || field.off) throw new Error(`The samples of ${trade} fill ${tab.key}.${key}, which that trade does not use.`);
    return field;
  });
  return {
    fields: [...(series ? [series.key] : []), ...fields],
    rows: rows.map((cells, i) => {
      const where = `${trade}, ${tab.key}, record ${i + 1}`;
      if (cells.length !== fields.length) throw new Error(`${where} has ${cells.length} cells, ${fields.length} are named.`);
      return [
        ...(series ? [[`示例-${i + 1}`, `SAMPLE-${i + 1}`]] : []),
        ...cells.map((text, column) => cellOf(known[column], text, where)),
      ];
    }),
  };
}

/** The pages of all trades, with samples as the ledger reads them. */
export async function readTrades() {
  const { pages, templates, composeDictionary, coreDictionary } = await load();
  return Object.fromEntries(
    templates.map((template) => {
      const { tabs } = composeDictionary(coreDictionary, template);
      const tables = Object.entries(pages[template.key].samples).map(([key, lines]) => [
        key,
        tableOf(
          tabs.find((tab) => tab.key === key),
          lines,
          template.key,
        ),
      ]);
      return [template.key, { ...pages[template.key], samples: Object.fromEntries(tables) }];
    }),
  );
}

/** `<` would begin markup. */
export async function buildTrades() {
  writeWhole(at('dist/trades.html'), `${toAscii(JSON.stringify(await readTrades()).replaceAll('<', '\\u003c'))}\n`);
}
