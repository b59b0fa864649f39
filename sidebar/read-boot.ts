/**
 * Reads the page's initial data from the JSON element that the template fills in.
 *
 * @example const boot = readBoot<Boot>()
 */
export function readBoot<B>(): B {
  return JSON.parse(document.getElementById('boot')?.textContent ?? '{}') as B;
}
