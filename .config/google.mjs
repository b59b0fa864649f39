// To Google:
//
//   node .config/google.mjs create [--title TITLE] [--parent SHEET-ID] [--force]
//   node .config/google.mjs push [--manifest full|core]
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { bundleChecks } from './check/bundle.mjs';
import { create } from './google/create.mjs';
import { Refusal } from './google/project.mjs';
import { mustBeReady, pushFolder } from './google/push.mjs';
import { manifests } from './parts/manifest.mjs';
import { root } from './parts/paths.mjs';

const usage = 'Usage: npm run create -- [--title TITLE] [--parent SHEET-ID] [--force]  |  npm run push -- [--manifest full|core]';

async function createCommand({ title, parent, force }) {
  const { scriptId, parentId } = await create({ folder: root, title, parent, force });
  console.log(`.clasp.json now names the script ${scriptId}.`);
  if (parentId) console.log(`Its sheet: https://docs.google.com/spreadsheets/d/${parentId}/edit`);
  console.log('Next: npm run push');
}

async function pushCommand({ manifest = 'full' }) {
  if (!(manifest in manifests)) throw new Refusal(`There is no manifest "${manifest}". ${usage}`);
  await mustBeReady({ folder: root });
  await build({ only: ['server', 'sidebar', 'trades', 'manifest'], manifest });
  const wrong = (await bundleChecks()).flatMap(({ problems }) => problems);
  if (wrong.length > 0) throw new Refusal(`The bundle is not fit for Google:\n${wrong.join('\n')}`);
  await pushFolder({ folder: root });
  console.log('Reload the sheet; the menu appears after a few seconds.');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    title: { type: 'string' },
    parent: { type: 'string' },
    force: { type: 'boolean' },
    manifest: { type: 'string' },
  },
});
const command = { create: createCommand, push: pushCommand }[positionals[0]];
try {
  if (!command) throw new Refusal(usage);
  await command(values);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
