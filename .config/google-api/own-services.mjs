// The services of the local workbook as they are built, asked from the running code rather than read from its text.
import { mkdirSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { at, root } from '../parts/paths.mjs';

/** What lives in the script's own context rather than in a table. */
const PROBE = `function probe() {
  const names = (object) => { const all = []; for (let each = object; each && each !== Object.prototype; each = Object.getPrototypeOf(each))
    all.push(...Object.getOwnPropertyNames(each)); return all.filter((name) => name !== 'constructor'); };
  return JSON.stringify({
    'Logger': names(Logger),
    'HtmlService': ['createTemplate', 'createTemplateFromFile'].filter((name) => typeof HtmlService[name] === 'function'),
    'HtmlService.HtmlOutput': ['asTemplate'].filter((name) => typeof HtmlService.createHtmlOutput()[name] === 'function'),
    'HtmlService.HtmlTemplate': names(HtmlService.createTemplate('x')),
  });
}`;

/** @returns {Promise<{ classes: Record<string, { methods: Record<string, string[]> }>, enums: Record<string, readonly string[]>, partly: Record<string, string> }>} by path */
export async function readOwnServices() {
  const folder = at('build/coverage');
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}/services-${process.pid}.mjs`;
  await build({
    stdin: {
      contents: `export { SERVICE_CLASSES } from './local/services/registry.ts';
        export { ENUMS } from './local/services/enums.ts';
        export { PARTLY } from './local/services/partly.ts';
        export { createHost } from './local/run/host.ts';
        export { newWorkbook } from './local/model/new-workbook.ts';`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
    outfile,
  });
  try {
    const built = await import(pathToFileURL(outfile).href);
    return { ...tables(built, await probe(built)), enums: built.ENUMS, partly: built.PARTLY };
  } finally {
    rmSync(outfile, { force: true });
  }
}

function tables({ SERVICE_CLASSES }, inRealm) {
  const classes = {};
  for (const { path, methods, enums } of Object.values(SERVICE_CLASSES)) {
    classes[path] ??= { methods: {}, enums: {} };
    for (const [name, [signature]] of Object.entries(methods)) classes[path].methods[name] = signature;
    Object.assign(classes[path].enums, enums);
  }
  for (const [path, names] of Object.entries(inRealm)) {
    classes[path] ??= { methods: {}, enums: {} };
    for (const name of names) classes[path].methods[name] ??= undefined;
  }
  return { classes };
}

async function probe({ createHost, newWorkbook }) {
  const host = createHost({
    state: newWorkbook({ id: 'probe', title: 'probe', locale: 'en_US', timeZone: 'Etc/UTC', owner: 'a@example.com' }),
    bundle: { code: PROBE, files: {}, manifest: {} },
    mode: 'thread',
  });
  const result = await host.run({ email: 'a@example.com', locale: 'en' }, 'probe');
  await host.close();
  if (!result.ok) throw new Error(result.error);
  return JSON.parse(result.value);
}
