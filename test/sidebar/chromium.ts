import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * On a busy machine the first page of a fresh browser can lose what is typed in its first moments, before the browser
 * knows where the focus is. No person types within milliseconds of the start: a blank page takes these moments.
 */
async function warm(browser: Browser): Promise<Browser> {
  const page = await browser.newPage();
  await page.setContent('<input autofocus>');
  await page.locator('input').pressSequentially('a');
  await page.waitForFunction(() => document.hasFocus() && document.querySelector('input')!.value !== '');
  await page.close();
  return browser;
}

/**
 * A headless Chromium: the one `CHROME_PATH` names, else an installed one, else the one of `@sparticuz/chromium`.
 *
 * @throws an error that says what to install where none is found
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  const installed = named ?? places.find((place) => existsSync(place));
  if (installed) return warm(await chromium.launch({ executablePath: installed, args: flags }));
  try {
    const { default: carried } = await import('@sparticuz/chromium');
    return warm(await chromium.launch({ executablePath: await carried.executablePath(), args: [...carried.args, ...flags] }));
  } catch (cause) {
    throw new Error('No Chromium was found. Install Chromium or Google Chrome, or set CHROME_PATH to its program file.', {
      cause,
    });
  }
}
