/**
 * The local workbook for other scripts than the ledger: `build/local/host.js`. Any Apps Script project's code runs in it from
 * Node, headless and without an account.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { createLedger, openLedger } from './cli/open-ledger.ts';
import type { User, WorkbookState } from './contract.ts';
import { newWorkbook } from './model/new-workbook.ts';
import { createHost, type OwnHost } from './run/host.ts';
import type { HostOptions } from './run/host-options.ts';
import { loadBundle } from './run/load-bundle.ts';
import { refusedSyntax } from './run/save-syntax.ts';
import type { Bundle } from './services/surroundings.ts';

export { createHost, loadBundle, newWorkbook };

export interface ScriptOptions extends Partial<Omit<HostOptions, 'state' | 'bundle'>> {
  /** a folder as `clasp` would push it, or what would be pushed */
  script: string | (Pick<Bundle, 'code'> & Partial<Bundle>);
  /** an `.xlsx` file that is opened, or made where there is none; default: a new workbook that is forgotten at the end */
  file?: string;
  /** who runs it, and owns a new workbook; default: `owner@localhost` */
  user?: User;
  /** of a new workbook, default `en_US` */
  locale?: string;
  /** of a new workbook; default: the manifest's, as Google wants the two to be the same */
  timeZone?: string;
}

export interface OpenScript {
  host: OwnHost;
  bundle: Bundle;
  /**
   * Calls a function of the script as a menu would, and waits for what it set off.
   * @throws {ScriptFailure} with what the script threw
   */
  run(functionName: string, ...args: unknown[]): Promise<unknown>;
  /** Waits for what runs, saves the file, and lets go of it. */
  close(): Promise<void>;
}

/** The script threw: `name` and `message` are what Apps Script would show, `cause` is the script's own stack. */
export class ScriptFailure extends Error {
  constructor(name: string, message: string, stack: string | undefined) {
    super(message, { cause: stack });
    this.name = name;
  }
}

/**
 * Opens a workbook with a script in it.
 * @throws Error when the folder has no script; SyntaxError when the script cannot be read, or not be saved in Google's editor; FileProblem when the file is refused
 * @example
 * const book = await openScript({ script: { code: 'function two() { return SpreadsheetApp.getActive().getName(); }' } });
 * await book.run('two'); // 'Workbook'
 * await book.close();
 */
export async function openScript({
  script,
  file,
  user = OWNER,
  locale = 'en_US',
  timeZone,
  ...own
}: ScriptOptions): Promise<OpenScript> {
  const bundle: Bundle = typeof script === 'string' ? loadBundle(script) : { files: {}, manifest: {}, ...script };
  const refused = refusedSyntax(bundle.code);
  if (refused.length > 0) throw new SyntaxError(`Google would not save this script: ${refused.slice(0, 5).join(', ')}.`);
  const state = newWorkbook({
    id: randomUUID(),
    title: file === undefined ? 'Workbook' : basename(file).replace(/\.xlsx$/i, ''),
    locale,
    timeZone: timeZone ?? bundle.manifest.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    owner: user.email,
  });
  const { host, close } = await opened(file, state, bundle, own);
  return {
    host,
    bundle,
    close,
    async run(functionName, ...args) {
      const result = await host.run(user, functionName, args);
      await host.idle();
      if (!result.ok) throw new ScriptFailure(result.name, result.error, result.stack);
      return result.value;
    },
  };
}

const OWNER: User = { email: 'owner@localhost', locale: 'en' };

async function opened(
  file: string | undefined,
  state: WorkbookState,
  bundle: Bundle,
  own: Partial<Omit<HostOptions, 'state' | 'bundle'>>,
): Promise<Pick<OpenScript, 'host' | 'close'>> {
  const mode = own.mode ?? 'thread';
  if (file === undefined) {
    const host = createHost({ ...own, mode, state, bundle });
    return {
      host,
      close: async () => {
        await host.idle();
        await host.close();
      },
    };
  }
  const { title, locale, timeZone, owner } = state;
  const options = { mode, bundle, host: own, defaults: { title, locale, timeZone, owner } };
  return existsSync(file) ? openLedger(file, options) : createLedger(file, state, options);
}
