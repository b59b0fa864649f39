// Quality and speed of record linkage on a labelled register:
//
//   node .config/bench/linkage.mjs FILE.csv --label entity_id --region CN 客户姓名=name 联系电话=phone …
//
// A column is given by its header and what it is: name, phone, email, address, birthDate, identifier, sex, text, option, date
// or number. The labels are used only to count what was right. Without a file, a made-up register of any size:
//
//   node .config/bench/linkage.mjs --made 100000
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { at } from '../parts/paths.mjs';
import { makeRegister } from './made-register.mjs';
import { readCsv } from './read-csv.mjs';
import { printTable } from './table.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    label: { type: 'string' },
    made: { type: 'string' },
    region: { type: 'string', default: 'CN' },
    order: { type: 'string', default: 'ymd' },
  },
});
const [file, ...columns] = positionals;
if (!values.made && columns.length === 0) {
  console.error('Which file, and which of its columns? See the head of this script.');
  process.exit(1);
}

const { startLinkage, linkReaders } = await engine();
const { table, labels } = values.made ? madeTable(Number(values.made)) : readTable(file, columns);

const started = process.cpuUsage();
const run = startLinkage(table, linkReaders({ region: values.region, order: values.order, today: '2026-11-22' }));
let steps = 0;
let longest = 0;
for (let finished = false; !finished; steps++) {
  const before = performance.now();
  finished = run.step().finished;
  longest = Math.max(longest, performance.now() - before);
}
const { groups, possible } = run.result();
const { user, system } = process.cpuUsage(started);
printTable(
  'Speed',
  ['rows', 'CPU', 'steps', 'longest', 'heap', 'saved state'],
  [
    [
      table.size.toLocaleString('en'),
      `${Math.round((user + system) / 1000)} ms`,
      steps,
      `${Math.round(longest)} ms`,
      `${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`,
      `${Math.round(run.save().length / 1000)} KB`,
    ],
  ],
);
printTable(
  'Found',
  ['groups', 'sure', 'possible pairs'],
  [[groups.length, groups.filter(({ tier }) => tier === 'sure').length, possible.length]],
);
if (labels) printTable('Quality', ['precision', 'recall', 'F1'], [quality(groups, labels)]);

function madeTable(size) {
  const { columns, entities } = makeRegister(size);
  return { table: { size, columns: Object.entries(columns).map(([kind, cells]) => ({ kind, cells })) }, labels: entities };
}

function readTable(path, kinds) {
  const [header, ...rows] = readCsv(readFileSync(path, 'utf8'));
  const column = (name) => rows.map((row) => row[header.indexOf(name)] ?? '');
  const table = {
    size: rows.length,
    columns: kinds.map((text) => ({
      kind: text.slice(text.lastIndexOf('=') + 1),
      cells: column(text.slice(0, text.lastIndexOf('='))),
    })),
  };
  return { table, labels: values.label ? column(values.label) : undefined };
}

function quality(found, entities) {
  const pairs = (count) => (count * (count - 1)) / 2;
  const right = (members) => {
    const sizes = new Map();
    for (const member of members) sizes.set(member, (sizes.get(member) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0);
  };
  const both = found.reduce((sum, group) => sum + right(group.rows.map((row) => entities[row])), 0);
  const precision = both / found.reduce((sum, group) => sum + pairs(group.rows.length), 0);
  const recall = both / right(entities);
  return [precision, recall, (2 * precision * recall) / (precision + recall)].map((figure) => figure.toFixed(4));
}

async function engine() {
  const outfile = at('build/linkage.mjs');
  const folder = at('src/domain/linkage');
  const contents = `export * from './start-linkage.ts'; export * from './link-readers.ts';`;
  await build({
    stdin: { contents, resolveDir: folder },
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2019',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
