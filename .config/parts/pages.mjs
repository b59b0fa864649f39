// What browsers show: the sidebars (single HTML files that go to Google) and the local workbook's page.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { swapFolder, writeWhole } from './files.mjs';
import { at } from './paths.mjs';
import { wordPages } from './words.mjs';

const load = (script) => import(pathToFileURL(at(script)).href);

/** Built aside and then moved, so that `dist/` never holds a page whose source is gone. */
export async function buildSidebarPages() {
  const aside = at(`build/sidebar.${process.pid}.tmp`);
  mkdirSync(aside, { recursive: true });
  try {
    const { buildSidebars } = await load('.config/build-sidebar.mjs');
    await buildSidebars({ outdir: aside });
    const pages = readdirSync(aside).filter((name) => name.endsWith('.html'));
    for (const name of pages) writeWhole(at('dist', name), readFileSync(`${aside}/${name}`));
    for (const name of sidebarPages()) if (!pages.includes(name)) rmSync(at('dist', name));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Files that hold data for the script, in the only shape beside scripts that Google takes. */
export const dataPages = ['trades.html', ...wordPages];

export const sidebarPages = () =>
  existsSync(at('dist')) ? readdirSync(at('dist')).filter((name) => name.endsWith('.html') && !dataPages.includes(name)) : [];

export async function buildWorkbookPage() {
  const aside = at(`build/page.${process.pid}.tmp`);
  mkdirSync(aside, { recursive: true });
  try {
    const { buildPage } = await load('.config/build-page.mjs');
    await buildPage({ outdir: aside });
    swapFolder(aside, at('build/page'));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
