// What finding patterns costs: pure computation, 100,000 purchases of 20,000 customers over four years, and baskets as in
// the market-basket data that is usually cited: 10,000 of 170 items, 4.4 on average, at a support of 0.001.
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { at } from '../parts/paths.mjs';

const today = 20_779;

/** @yields tables as `printTable` takes them */
export async function* patternFigures() {
  const { kinds, frequentSets, rulesOf, ReportWords, coreDictionary } = await engine();
  const chance = seeded(1);
  const item = zipf(170, chance);
  const baskets = Array.from({ length: 10_000 }, () => [...new Set(Array.from({ length: 1 + poisson(3.9, chance) }, item))]);
  const rows = [];
  for (const longest of [3, 10]) {
    const [sets, setTime] = timed(() => frequentSets(baskets, 10, longest));
    const [rules, ruleTime] = timed(() => rulesOf(sets, baskets.length));
    rows.push([`up to ${longest} items`, sets.length, setTime, rules.length, ruleTime]);
  }
  yield { title: '10,000 baskets of 170 items', columns: ['sets', 'found', 'ms', 'rules', 'ms with tests'], rows };

  const facts = madeFacts(100_000, 20_000, coreDictionary, chance);
  const words = new ReportWords('zh-CN', { code: 'CNY', sign: '¥', digits: 2, group: ',', point: '.' }, coreDictionary);
  yield {
    title: '100,000 purchases of 20,000 customers, pure computation',
    columns: ['report', 'CPU ms, slowest', 'median of 3'],
    rows: kinds.map((kind) => {
      const times = [1, 2, 3].map(() => timed(() => kind.make(facts, { preset: 'all', within: '7' }, words))[1]);
      const compared = kind.key === 'compare' ? timed(() => kind.make(facts, { preset: 'lastYear' }, words))[1] : undefined;
      return [kind.key, compared ?? Math.max(...times), compared ?? times.sort((a, b) => a - b)[1]];
    }),
  };
}

function timed(work) {
  // of the processor: others may be at work on the machine
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  return [result, Math.round((user + system) / 1000)];
}

function seeded(seed) {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** Draws a number below `size`, the first most often: the n-th in proportion to 1/n. */
function zipf(size, chance) {
  let sum = 0;
  const sums = Array.from({ length: size }, (_, i) => (sum += 1 / (i + 1)));
  return () => {
    const mark = chance() * sum;
    return sums.findIndex((each) => each >= mark);
  };
}

function poisson(mean, chance) {
  const mark = chance();
  let share = Math.exp(-mean);
  let sum = share;
  let count = 0;
  while (mark > sum) sum += share *= mean / ++count;
  return count;
}

/** Columns as the reader makes them; some customers come far more often than others. */
function madeFacts(count, people, dictionary, chance) {
  const pick = zipf(300, chance);
  const none = { words: [], places: new Int32Array(count).fill(-1) };
  const places = Int32Array.from({ length: count }, pick);
  const column = (make, Kind) => Kind.from({ length: count }, (_, i) => make(i));
  const records = {
    ...{ tab: dictionary.tabs.find(({ key }) => key === 'purchases'), count, states: none, people: none },
    customers: column(() => Math.floor(people * chance() ** 1.5), Int32Array),
    days: column(() => today - Math.floor(1_460 * chance()), Int32Array),
    doneDays: new Int32Array(count),
    items: { words: Array.from({ length: 300 }, (_, i) => `item ${i}`), places },
    quantities: column(() => 1 + Math.floor(3 * chance() ** 4), Float64Array),
    cents: column((i) => Math.round((5_000 + places[i] * 700) * (0.9 + 0.2 * chance())), Float64Array),
    ...{ unpriced: new Uint8Array(count), closings: new Uint8Array(count), scores: new Float64Array(count) },
    ...{ leftOut: {}, has: () => true, words: () => none, numberOf: (record) => `D${record}` },
  };
  const nobody = { words: [], places: new Int32Array(people).fill(-1) };
  const numbers = Array.from({ length: people }, (_, i) => `C${i}`);
  const customers = { ...{ count: people, numbers, types: nobody, regions: nobody }, names: (i) => `customer ${i}` };
  return { today, customers, records: (key) => (key === 'purchases' ? records : undefined) };
}

async function engine() {
  const outfile = at('build/patterns.mjs');
  const contents = `
    export { frequentSets } from './patterns/frequent-sets.ts';
    export { rulesOf } from './patterns/rules.ts';
    export { ReportWords } from './reports/report-words.ts';
    export { coreDictionary } from './dictionary/core.ts';
    import { reportKinds } from './reports/kinds.ts';
    export const kinds = reportKinds.filter(({ key }) => ['together', 'next', 'seasons', 'compare', 'outliers'].includes(key));`;
  await build({
    stdin: { contents, resolveDir: at('src/domain') },
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2019',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
