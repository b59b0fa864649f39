import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { LedgerHooks } from '../../local/page/test-hooks.ts';

const cli = join(process.cwd(), '.config/ledger.mjs');

/** The program as `npm start` runs it, in a folder of its own. */
export class LocalProgram {
  readonly folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  private child?: ChildProcess;
  url = '';

  /** Starts it, or starts it again on the same file. */
  async start(args: readonly string[] = []): Promise<void> {
    const child = spawn(process.execPath, [cli, 'open', ...args], { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    this.url = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', (chunk) => {
        const found = /http:\S+/.exec(String(chunk));
        if (found) resolve(found[0]);
      });
      child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
    });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}

/** One person at one page. */
export class Desk {
  readonly page: Page;
  private readonly context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  static async open(browser: Browser, url: string, locale = 'zh-CN'): Promise<Desk> {
    const desk = await Desk.begin(browser, url, locale);
    await desk.until((ledger) => ledger.ready);
    return desk;
  }

  /** Without waiting for the rows. */
  static async begin(browser: Browser, url: string, locale = 'zh-CN'): Promise<Desk> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale });
    const page = await context.newPage();
    await page.goto(url);
    return new Desk(context, page);
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** Asks the page about its grid, which is a picture. */
  ask<T, A>(question: (ledger: LedgerHooks, argument: A) => T, argument?: A): Promise<T> {
    const call = `(${question.toString()})(window.__ledger, ${JSON.stringify(argument) ?? 'undefined'})`;
    return this.page.evaluate(call) as Promise<T>;
  }

  /** Waits until the grid answers yes. */
  async until<A>(question: (ledger: LedgerHooks, argument: A) => unknown, argument?: A, ms = 50_000): Promise<void> {
    const end = Date.now() + ms;
    for (;;) {
      const yes = await this.ask(question, argument).catch(() => false);
      if (yes) return;
      if (Date.now() > end) throw new Error(`never came true: ${question.toString()} with ${JSON.stringify(argument)}`);
      await this.page.waitForTimeout(50);
    }
  }

  async goTo(tab: string): Promise<void> {
    await this.ask((ledger, name) => ledger.activateSheet(name), tab);
    await this.until((ledger, name) => ledger.activeSheetName === name && ledger.ready, tab);
  }

  /** Clicks on a cell, so that the keyboard goes there. */
  async click(cell: string): Promise<void> {
    await this.ask((ledger, a1) => ledger.selectCell(a1), cell);
    const place = await this.ask((ledger, a1) => ledger.cellPlace(a1), cell);
    if (!place) throw new Error(`${cell} is not in view`);
    await this.page.mouse.click((place.left + place.right) / 2, (place.top + place.bottom) / 2);
  }

  /** With the real mouse and keyboard, as a person does. */
  async type(cell: string, text: string): Promise<void> {
    await this.click(cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  text(cell: string): Promise<string> {
    return this.ask((ledger, a1) => ledger.cellText(a1), cell);
  }

  note(cell: string): Promise<string | undefined> {
    return this.ask((ledger, a1) => ledger.cellNote(a1), cell);
  }

  shows(cell: string, text: string): Promise<void> {
    return this.until((ledger, [a1, wanted]) => ledger.cellText(a1) === wanted, [cell, text] as [string, string]);
  }

  isNoted(cell: string, part: string): Promise<void> {
    return this.until((ledger, [a1, wanted]) => (ledger.cellNote(a1) ?? '').includes(wanted), [cell, part] as [string, string]);
  }

  /** Clicks through the add-on's menu by its words. */
  async choose(...path: string[]): Promise<void> {
    await this.page.getByTestId('menu').getByText(path[0]!, { exact: true }).click();
    for (const label of path.slice(1)) await this.page.getByTestId('menu-item').filter({ hasText: label }).first().click();
  }

  sidebar(): FrameLocator {
    return this.page.getByTestId('sidebar').getByTestId('panel-frame').contentFrame();
  }

  /** A picture for the documents, renewed only with `DOC_IMAGES=1`; otherwise it lands in `build/`, to be looked at. */
  screenshot(name: string): Promise<unknown> {
    return this.page.screenshot({ path: join(process.env.DOC_IMAGES ? 'docs/images' : 'build', name) });
  }
}
