import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { at } from '../../.config/parts/paths.mjs';
import type { AutomationBoot, BackupsBoot, Boot, ReportsBoot, ReviewBoot, ReviewsBoot, SearchBoot } from '../../sidebar/boot.ts';
import type { LedgerApi } from '../../src/domain/api.ts';

/** Answers of the far end. Throwing is a lost answer (the failure handler), `never()` one that does not come at all. */
export type Answers = {
  [K in keyof LedgerApi]?: (
    input: Parameters<LedgerApi[K]>[0],
    count: number,
  ) => ReturnType<LedgerApi[K]> | Promise<ReturnType<LedgerApi[K]>>;
};

export interface Call {
  name: keyof LedgerApi;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever was sent
  input: any;
}

export interface Sidebar {
  page: Page;
  calls: Call[];
  named(name: keyof LedgerApi): Call[];
  /** Waits for a call: the first, the one that makes so many, or the first whose input fits. */
  called(name: keyof LedgerApi, which?: number | ((input: Call['input']) => unknown)): Promise<Call>;
  /** Waits until the page has taken in the answers to all calls made so far. */
  answered(): Promise<void>;
  close(): Promise<void>;
}

export const never = () => new Promise<never>(() => {});

const address = 'http://sidebar.test/';

type AnyBoot = Boot | SearchBoot | AutomationBoot | BackupsBoot | ReportsBoot | ReviewBoot | ReviewsBoot;

/** Which page begins with this: a form is opened for a tab, a review with groups or to ask for them. */
const nameOf = (boot: AnyBoot) =>
  'tab' in boot
    ? 'form'
    : 'page' in boot
      ? 'automation'
      : 'reviews' in boot
        ? 'reviews'
        : 'review' in boot
          ? 'review'
          : 'list' in boot
            ? 'backups'
            : 'offers' in boot
              ? 'reports'
              : 'search';

/** The page as built, with its boot data put in as HtmlService does. */
async function pageWith(boot: AnyBoot): Promise<string> {
  const name = nameOf(boot);
  const html = await readFile(at(`dist/${name}.html`), 'utf8');
  const json = JSON.stringify(boot).replace(/</g, '\\u003c');
  return html.replace('<?!= boot ?>', () => json);
}

/** Stands in for the wire only: `google.script.run` with its two handlers. */
function wire() {
  const page = globalThis as unknown as { farEnd(name: string, text: string): Promise<string>; takenIn: number };
  const far = page.farEnd;
  page.takenIn = 0;
  const done = () => {
    page.takenIn += 1;
  };
  const run = (success?: (text: string) => void, failure?: (error: Error) => void): unknown =>
    new Proxy(
      {},
      {
        get: (_, name: string) => {
          if (name === 'withSuccessHandler') return (handler: (text: string) => void) => run(handler, failure);
          if (name === 'withFailureHandler') return (handler: (error: Error) => void) => run(success, handler);
          return (text: string) => void far(name, text).then(success, failure).finally(done);
        },
      },
    );
  Object.assign(globalThis, { google: { script: { run: run(), host: { close() {} } } } });
}

/** Opens the built page 300 px wide, as Sheets shows it. */
export async function openSidebar(
  browser: Browser,
  boot: AnyBoot,
  answers: Answers,
  look: { colorScheme?: 'light' | 'dark'; width?: number; height?: number; clock?: boolean } = {},
): Promise<Sidebar> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 300, height: look.height ?? 720 },
    colorScheme: look.colorScheme ?? 'light',
    locale: boot.locale,
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  if (look.clock) await page.clock.install();
  const calls: Call[] = [];
  const named = (name: keyof LedgerApi) => calls.filter((call) => call.name === name);
  const waiting = new Set<() => void>();
  const called: Sidebar['called'] = (name, which = 1) =>
    new Promise((resolve) => {
      const look = () => {
        const call = typeof which === 'number' ? named(name)[which - 1] : named(name).find(({ input }) => which(input));
        if (!call) return;
        waiting.delete(look);
        resolve(call);
      };
      waiting.add(look);
      look();
    });
  await page.exposeFunction('farEnd', async (name: keyof LedgerApi, text: string) => {
    const input = JSON.parse(text);
    calls.push({ name, input });
    for (const look of waiting) look();
    const answer = answers[name] as ((input: unknown, count: number) => unknown) | undefined;
    if (!answer) throw new Error(`nothing answers ${name}`);
    return JSON.stringify(await answer(input, named(name).length));
  });
  await page.addInitScript(wire);
  const html = await pageWith(boot);
  await page.route(`${address}**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(address);
  await page.waitForFunction(() => document.hasFocus());
  return {
    page,
    calls,
    named,
    called,
    answered: async () => {
      await page.waitForFunction((count) => (globalThis as unknown as { takenIn: number }).takenIn >= count, calls.length);
    },
    close: async () => {
      await context.close();
      if (errors[0]) throw errors[0];
    },
  };
}
