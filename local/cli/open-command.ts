import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SaveState } from '../file/file-of-record.ts';
import { describeFinding, type FileProblem } from '../file/file-problem.ts';
import type { HostEvent } from '../host-contract.ts';
import { type RunningServer, type ServerOptions, startServer } from '../server/server.ts';
import { keepAddress, keptAddress } from './address.ts';
import { type Call, type Command, Refusal, UsageError } from './command.ts';
import { makeLedger, templateOf } from './new-command.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { showInBrowser } from './show-in-browser.ts';
import { speakAs } from './speech.ts';

export const openCommand: Command = {
  name: 'open',
  form: '[FILE] [--template NAME] [--port N]',
  summary: ['打开台账并给出网页地址', 'Open a ledger and print its address'],
  details: [
    '不写文件名时打开当前目录的 data/ledger.xlsx，第一次会按 --template 的行业（不写就是家电门店）新建，带几条示例。网址下次不变，可以收藏。按 Ctrl+C 结束。',
    'Without FILE it opens data/ledger.xlsx in the current folder, made the first time for the trade of --template (an appliance shop otherwise), with a few samples. The address stays the same next time and can be bookmarked. Ctrl+C ends it.',
  ],
  options: { port: { type: 'string' }, template: { type: 'string' }, zone: { type: 'string' } },
  positionals: { least: 0, most: 1 },
  async run(call) {
    const port = portOf(call);
    const [given] = call.positionals;
    const path = given ?? join('data', 'ledger.xlsx');
    const saving = new SavingTeller(call);
    const template = templateOf(call);
    if (template && existsSync(path))
      throw new Refusal([
        `${path} 已经有了。要换行业，打开后点“客户台账 › 设置 › 更换行业模板”。`,
        `${path} is there already. To change its trade, open it and choose “Customer Ledger › Settings › Change trade”.`,
      ]);
    const ledger =
      given === undefined && !existsSync(path) ? await first(path, call, saving) : await existing(path, call, saving);
    speakAs(call, ledger.host.state);
    for (const notice of ledger.file.notices) call.err(describeFinding(notice, call.locale));
    const { host, whenDurable } = ledger;
    const onProblem = (error: unknown) => call.err(error instanceof Error ? error.message : String(error));
    try {
      const server = await startWhereItWas(ledger.file.path, { host, port, user: call.user, whenDurable, onProblem });
      saving.to(server);
      call.out(call.values.json ? JSON.stringify({ url: server.url, file: ledger.file.path }) : server.url);
      if (!call.values.json)
        call.err(call.say(`已打开 ${ledger.file.path}，按 Ctrl+C 结束。`, `${ledger.file.path} is open; press Ctrl+C to end.`));
      showInBrowser(server.url);
      const clock = setInterval(() => host.fireDue().catch(onProblem), 30_000);
      await asked();
      clearInterval(clock);
      await server.close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new Refusal([`端口 ${port} 已被占用。`, `Port ${port} is in use.`]);
    } finally {
      await ledger.close();
    }
    return 0;
  },
};

function portOf(call: Call): number | undefined {
  const { port } = call.values;
  if (typeof port !== 'string') return undefined;
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new UsageError([`端口“${port}”不对。`, `“${port}” is no port.`]);
  return number;
}

/** At the last address, so that open pages and bookmarks find back; elsewhere when its port is taken and none was asked for. */
async function startWhereItWas(file: string, options: ServerOptions): Promise<RunningServer> {
  const kept = await keptAddress(file);
  const { token } = kept ?? {};
  const start = (port?: number) => startServer({ ...options, port, token });
  const server = await start(options.port ?? kept?.port).catch((error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
    if (!isTaken || options.port !== undefined) throw error;
    return start();
  });
  await keepAddress(file, server);
  return server;
}

/** Tells the pages how the file stands; the server is there only after the first save. */
class SavingTeller {
  private server: RunningServer | undefined;
  private last: HostEvent | undefined;

  constructor(private readonly call: Call) {}

  readonly onSave = (state: SaveState, problem?: FileProblem): void => {
    const message = problem && describeFinding(problem, this.call.locale);
    if (message) this.call.err(message);
    this.last = { event: 'saved', state, ...(message && { message }) };
    this.server?.tell(this.last);
  };

  to(server: RunningServer): void {
    this.server = server;
    if (this.last) server.tell(this.last);
  }
}

const existing = (path: string, call: Call, { onSave }: SavingTeller): Promise<OpenLedger> =>
  openLedger(path, { mode: 'worker', locale: call.locale, now: call.now, bundleFolder: call.bundleFolder, onSave });

const first = async (path: string, call: Call, { onSave }: SavingTeller): Promise<OpenLedger> =>
  (await makeLedger(path, call, { template: templateOf(call), samples: true, mode: 'worker', onSave })).ledger;

/** Resolves when the person, or the system, asks the program to end. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
