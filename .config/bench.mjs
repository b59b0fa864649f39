// npm run bench [-- faults]: what the bundle is made of, how long it takes to load, and what the shop's everyday actions cost.
// npm run bench -- everyday, find-duplicates, check-at-entry, data-quality or merge-customers: what that costs, alone.
// npm run bench -- page: how fast the local workbook's page is, in a browser.

import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { compositionOf } from './bench/composition.mjs';
import { pageFigures } from './bench/page.mjs';
import { patternFigures } from './bench/patterns.mjs';
import { printTable } from './bench/table.mjs';
import { build } from './build.mjs';
import { budgets, pageBudget } from './check/bundle.mjs';
import { sidebarPages } from './parts/pages.mjs';
import { at } from './parts/paths.mjs';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

await build();

// npm run bench -- faults: every fault upon every action instead, see docs/faults.md.
const [what, ...words] = process.argv.slice(2);
if (what === 'faults') {
  const program = at('build/local/faults.js');
  const { enumerate } = await import(pathToFileURL(program).href);
  const broken = await enumerate(program, words, (line) => console.log(line));
  process.exit(broken > 0 ? 1 : 0);
}

if (process.argv[2] === 'page') {
  for await (const { title, columns, rows } of pageFigures()) printTable(title, columns, rows);
  process.exit();
}

// npm run bench -- reminders: the list of the day with 100,000 records instead.
if (what === 'reminders') {
  const { reminderFigures } = await import(pathToFileURL(at('build/local/bench-reminders.js')).href);
  for await (const { title, columns, rows } of reminderFigures(words.length > 0 ? words.map(Number) : undefined))
    printTable(title, columns, rows);
  process.exit();
}

// npm run bench -- segments: customers by segment, the report and the writing, with 100,000 purchases.
if (what === 'segments') {
  const { segmentFigures } = await import(pathToFileURL(at('build/local/bench-segments.js')).href);
  for await (const { title, columns, rows } of segmentFigures(words.length > 0 ? words.map(Number) : undefined))
    printTable(title, columns, rows);
  process.exit();
}

// npm run bench -- upkeep: card, clean-up, reviews and digests, with 100,000 records.
if (what === 'upkeep') {
  const { upkeepFigures } = await import(pathToFileURL(at('build/local/bench-upkeep.js')).href);
  for await (const { title, columns, rows } of upkeepFigures(words.length > 0 ? words.map(Number) : undefined))
    printTable(title, columns, rows);
  process.exit();
}

// npm run bench -- reports: every report, with 20,000 customers and 100,000 purchases.
if (what === 'reports') {
  const { reportFigures } = await import(pathToFileURL(at('build/local/bench-reports.js')).href);
  for await (const { title, columns, rows } of reportFigures(at('dist'), words.length > 0 ? words.map(Number) : undefined))
    printTable(title, columns, rows);
  process.exit();
}

// npm run bench -- backups: a backup, its check and a restore of everything, with twice as many records as customers.
if (what === 'backups') {
  const { backupFigures } = await import(pathToFileURL(at('build/local/bench-backups.js')).href);
  for await (const { title, columns, rows } of backupFigures(words.length > 0 ? words.map(Number) : undefined))
    printTable(title, columns, rows);
  process.exit();
}

// npm run bench -- year 5000 365: a shop of four, day by day, see docs/year.md. In the shop's zone it takes two thirds of the time.
if (what === 'year') {
  const { monthEndBefore, simulateYear } = await import(pathToFileURL(at('build/local/bench-year.js')).href);
  const [customers = 5_000, days = 365] = words.map(Number);
  const told = (day) => day % 5 === 0 && console.error(`day ${day}, ${Math.round(process.uptime())} s`);
  const fates = { every: 'halfYearly', killEvery: 29, doubleEvery: 13, backTo: monthEndBefore(days) };
  console.log(JSON.stringify(await simulateYear({ dist: at('dist'), customers, days, ...fates, onDay: told }), null, 2));
  process.exit();
}

// npm run bench -- patterns: what goes together, what follows what, seasons, comparisons and outliers, pure computation.
if (what === 'patterns') {
  for await (const { title, columns, rows } of patternFigures()) printTable(title, columns, rows);
  process.exit();
}

if (existsSync(at('build/server.meta.json'))) {
  const code = readFileSync(at('dist/Code.js'), 'utf8');
  const metafile = JSON.parse(readFileSync(at('build/server.meta.json'), 'utf8'));
  const files = [
    ['Code.js', code, budgets.script],
    ...sidebarPages().map((name) => [name, readFileSync(at('dist', name), 'utf8'), pageBudget(name)]),
  ];
  printTable(
    'As pushed',
    ['file', 'size', 'allowed', 'gzip'],
    files.map(([name, text, limit]) => [name, kilobytes(text.length), kilobytes(limit), kilobytes(gzipSync(text).length)]),
  );
  printTable(
    'Code.js is made of',
    ['part', 'size', 'share'],
    compositionOf(metafile).map(({ part, bytes }) => [part, kilobytes(bytes), `${((100 * bytes) / code.length).toFixed(1)} %`]),
  );
  printTable('Load', ['what', 'ms'], [['Code.js in a fresh context, median of 10', loadTime(code).toFixed(1)]]);
}

// The scenarios on workbooks of several sizes: local/bench/scenarios.ts exports `scenarios()`, which answers tables of
// figures, `{ title, columns, rows }[]`, one after the other as they are ready.
if (existsSync(at('build/local/bench.js'))) {
  const { scenarios } = await import(pathToFileURL(at('build/local/bench.js')).href);
  for await (const { title, columns, rows } of scenarios(what)) printTable(title, columns, rows);
}

/** Milliseconds, parsing included, since Google loads the script anew for every execution. */
function loadTime(code) {
  const times = Array.from({ length: 10 }, () => {
    const started = performance.now();
    // a new file name each time keeps V8 from answering out of its cache of compiled code
    vm.runInContext(`${code}\n// ${started}`, vm.createContext({}), { filename: `Code-${started}.js` });
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[5];
}
