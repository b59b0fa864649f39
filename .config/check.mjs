// npm run check: everything that can be known without running the tests, one line each.
//
//   node .config/check.mjs [NAME …]    only the checks whose names contain one of the words
import { build } from './build.mjs';
import { bundleChecks } from './check/bundle.mjs';
import { checkFiles } from './check/files.mjs';
import { checkPurity } from './check/purity.mjs';
import { checkScopes } from './check/scopes.mjs';
import { checkGenerated, checkStyle, checkTypes, checkUnused } from './check/tools.mjs';
import { checkWalls } from './check/walls.mjs';

/** What a check is called, and how it is made; some make several. */
const checks = [
  ['types', checkTypes],
  ['lint and format', checkStyle],
  ['unused code', checkUnused],
  ['walls', checkWalls],
  ['purity', checkPurity],
  ['file shape, words', checkFiles],
  ['scopes', checkScopes],
  ['generated files', checkGenerated],
  [
    'bundle: budget, syntax, ASCII, globals, load, sidebar scripts',
    async () => {
      await build({ only: ['server', 'sidebar', 'trades', 'manifest'] });
      return bundleChecks();
    },
  ],
];

const wanted = process.argv.slice(2);
let failed = 0;
for (const [title, check] of checks) {
  if (wanted.length > 0 && !wanted.some((word) => title.includes(word))) continue;
  for (const { name, problems } of [await attempt(title, check)].flat()) {
    console.log(problems.length === 0 ? `ok     ${name}` : `FAILED ${name}`);
    for (const problem of problems) console.log(problem.replace(/^/gm, '       '));
    if (problems.length > 0) failed += 1;
  }
}
if (failed > 0) {
  console.log(`${failed} ${failed === 1 ? 'check' : 'checks'} failed`);
  process.exitCode = 1;
}

/** A check that breaks down has failed; the others still have their say. */
async function attempt(title, check) {
  try {
    return await check();
  } catch (error) {
    return { name: title, problems: [error.stack ?? String(error)] };
  }
}
