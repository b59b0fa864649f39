import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { buildSidebars } from '../../.config/build-sidebar.mjs';

let html: string;
let bytes: number;
beforeAll(async () => {
  const outdir = join(process.cwd(), 'build', 'test-sidebar');
  const page = (await buildSidebars({ outdir })).find((one: { name: string }) => one.name === 'form');
  bytes = page!.bytes;
  html = await readFile(join(outdir, `${page!.name}.html`), 'utf8');
});

const script = () => html.slice(html.lastIndexOf('<script>') + 8, html.lastIndexOf('</script>'));

test('the page with the phone rules stays under 150 KB', () => {
  expect(bytes).toBe(Buffer.byteLength(html));
  expect(bytes).toBeLessThan(150_000);
});

test('nothing in the page can be corrupted by serving: ASCII only, no two slashes side by side, no comments', () => {
  expect(html).toMatch(/^[\n -~]*$/);
  expect(script()).not.toContain('//');
  expect(html).not.toContain('<!--');
  expect(script()).not.toMatch(/<\/script/i);
});

test('the boot data is the only scriptlet', () => {
  expect(html.match(/<\?|\?>/g)).toHaveLength(2);
  expect(html).toContain('<script type="application/json" id="boot"><?!= boot ?></script>');
});

test('the page loads nothing from elsewhere and names nobody', () => {
  expect(html).not.toMatch(/\b(?:src|href)=|url\(|@import/);
  expect(html).toContain('<base target="_top">');
});
