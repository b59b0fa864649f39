import type { Boot } from './boot.ts';

/** Reads the page's initial data from the JSON element that the template fills in. */
export function readBoot(): Boot {
  return JSON.parse(document.getElementById('boot')?.textContent ?? '{}') as Boot;
}
