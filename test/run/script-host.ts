import type { HostEvent, Session } from '../../local/host-contract.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { createHost, type OwnHost } from '../../local/run/host.ts';
import type { HostOptions } from '../../local/run/host-options.ts';

export const OWNER = { email: 'owner@shop.example', locale: 'zh-CN' };
export const CLERK = { email: 'clerk@shop.example', locale: 'en' };

/** 2026-11-22 10:00 in Shanghai */
export const NOON = Date.UTC(2026, 10, 22, 2);

const SCOPES = ['spreadsheets.currentonly', 'script.container.ui', 'script.scriptapp', 'script.send_mail', 'userinfo.email'];

export interface ScriptHost {
  host: OwnHost;
  session: Session;
  events: HostEvent[];
  logs: string[];
}

/** A workbook with one empty tab and the given script in it, the owner at the page. */
export function scriptHost(
  code: string,
  options: Partial<HostOptions> & { files?: Record<string, string>; scopes?: string[]; timeZone?: string } = {},
): ScriptHost {
  const { files = {}, scopes = SCOPES, timeZone = 'Asia/Shanghai', ...rest } = options;
  const logs: string[] = [];
  const host = createHost({
    state: newWorkbook({
      id: 'book',
      title: 'Shop',
      locale: 'zh_CN',
      timeZone,
      owner: OWNER.email,
      sheetName: 'Data',
    }),
    bundle: {
      code,
      files,
      manifest: { timeZone, oauthScopes: scopes.map((name) => `https://www.googleapis.com/auth/${name}`) },
    },
    mode: 'thread',
    clock: () => NOON,
    seed: 1,
    log: (level, text) => logs.push(`${level}: ${text}`),
    ...rest,
  });
  const events: HostEvent[] = [];
  const session = host.connect(OWNER, (event) => events.push(event));
  return { host, session, events, logs };
}

/** The function's result; fails the test where the script failed. */
export async function resultOf(host: OwnHost, functionName: string, ...args: unknown[]): Promise<unknown> {
  const result = await host.run(OWNER, functionName, args);
  if (!result.ok) throw new Error(`${result.name}: ${result.error}\n${result.stack ?? ''}`);
  return result.value;
}

/** Runs the statements as the body of a function of a script, in a workbook of its own. */
export async function script(body: string, options?: Parameters<typeof scriptHost>[1]): Promise<unknown> {
  return resultOf(
    scriptHost(`function test() { const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0]; ${body} }`, options)
      .host,
    'test',
  );
}

/** The message a statement of the script throws, with the error's name before it. */
export function thrownBy(body: string, options?: Parameters<typeof scriptHost>[1]): Promise<unknown> {
  return script(`try { ${body} } catch (error) { return String(error); } return 'nothing thrown';`, options);
}
