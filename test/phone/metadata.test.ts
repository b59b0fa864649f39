import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('the numbering plans are what the installed library says', () => {
  expect(() => execFileSync(process.execPath, [at('.config/phone-metadata.mjs'), '--check'], { stdio: 'pipe' })).not.toThrow();
});

test('the numbering plans stay small enough for a sidebar, and ASCII', () => {
  const text = readFileSync(at('src/domain/phone/metadata.generated.ts'), 'latin1');
  expect(text.length).toBeLessThan(45_000);
  expect(text).toMatch(/^[\n\x20-\x7e]*$/);
});
