// Verdicts and speed of the phone parser on labelled numbers and cells:
//
//   node .config/bench/phones.mjs numbers.csv [cells.csv]
//
// Numbers: region,type,number,valid. Cells: input,default_region,expected_e164,ext, where expected_e164 is `2 numbers` where a
// cell holds several.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { at } from '../parts/paths.mjs';
import { readCsv } from './read-csv.mjs';
import { printTable } from './table.mjs';

const [numbers, cells] = process.argv.slice(2);
if (!numbers) {
  console.error('Which file? See the head of this script.');
  process.exit(1);
}
const outfile = at('build/phones.mjs');
await build({
  entryPoints: [at('src/domain/phone/parse-phone.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  target: 'es2019',
  logLevel: 'error',
});
const { parsePhone } = await import(pathToFileURL(outfile).href);

const records = (file) => {
  const [header, ...rows] = readCsv(readFileSync(file, 'utf8'));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
};

const judged = records(numbers);
const wrong = judged.filter(
  ({ region, number, valid }) => (parsePhone(number, { region }).verdict === 'valid') !== (valid === 'true'),
);
for (const { region, type, number, valid } of wrong)
  console.log(`${region} ${type} ${number}: ${parsePhone(number, { region }).verdict}, should be ${valid}`);
const rows = [['verdicts', judged.length, wrong.length]];

if (cells) {
  const read = records(cells);
  const misread = read.filter(({ input, default_region: region, expected_e164: expected, ext }) => {
    const found = parsePhone(input, { region }).numbers;
    const meant = found.length > 1 ? `${found.length} numbers` : (found[0]?.e164 ?? '');
    return meant !== expected || (found[0]?.extension ?? '') !== ext;
  });
  for (const { input, expected_e164: expected } of misread)
    console.log(`${input}: ${JSON.stringify(parsePhone(input, { region: 'CN' }))}, should be ${expected}`);
  rows.push(['cells', read.length, misread.length]);
}
printTable('Right and wrong', ['what', 'judged', 'wrong'], rows);

const usual = {
  'mainland mobile': ['13800138000', 'CN'],
  'grouped mobile': ['138 0013 8000', 'CN'],
  'with country code': ['+86 138-0013-8000', 'CN'],
  landline: ['0571-87654321', 'CN'],
  'landline with extension': ['0755-82345678转801', 'CN'],
  'full width': ['１３８００１３８０００', 'CN'],
  'Hong Kong': ['9123 4567', 'HK'],
  Taiwan: ['0912-345-678', 'TW'],
  'United States': ['(212) 555-0123', 'US'],
  'two numbers': ['13800138000 / 0571-87654321', 'CN'],
  'one digit short': ['1380013800', 'CN'],
};
printTable(
  'Time of a cell',
  ['what', 'µs'],
  Object.entries(usual).map(([what, [text, region]]) => [what, microseconds(text, region).toFixed(1)]),
);

/** CPU time of one cell once the engine is warm. */
function microseconds(text, region) {
  const times = 5000;
  let spent = 0;
  for (let round = 0; round < 2; round++) {
    const started = process.cpuUsage();
    for (let i = 0; i < times; i++) parsePhone(text, { region });
    const { user, system } = process.cpuUsage(started);
    spent = user + system;
  }
  return spent / times;
}
