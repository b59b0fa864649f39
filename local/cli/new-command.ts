import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { templates } from '../../templates/all.ts';
import { fileProblemOf } from '../file/file-problem.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import type { Trace } from '../trace.ts';
import { type Call, type Command, Refusal, UsageError } from './command.ts';
import { createLedger, type LedgerOptions, type OpenLedger } from './open-ledger.ts';
import { shopPlace } from './shop-place.ts';
import { type Answer, answerOf, finish } from './with-ledger.ts';

/** The id of the bundle's action that makes or mends a workbook. */
const setUp = 'set-up';

export const newCommand: Command = {
  name: 'new',
  form: 'FILE [--template NAME] [--locale zh-CN|en_US|en_GB] [--zone ZONE] [--samples]',
  summary: ['新建一个台账文件', 'Make a new ledger'],
  details: [
    `--template 行业模板（${templates.map(({ key, label }) => `${key} ${label['zh-CN']}`).join('、')}）；--locale 表头的语言，带上国家就按它认电话和时区；--zone 时区；--samples 带几条示例。`,
    `--template is the trade's template (${templates.map(({ key, label }) => `${key}: ${label.en}`).join(', ')}); --locale the language of the headers, with a country also its phones and time zone; --zone the time zone; --samples adds a few records.`,
  ],
  options: { template: { type: 'string' }, zone: { type: 'string' }, samples: { type: 'boolean' } },
  positionals: { least: 1, most: 1 },
  async run(call) {
    const [path = ''] = call.positionals;
    if (!/\.xlsx$/i.test(path))
      throw new UsageError([`文件名要以 .xlsx 结尾：${path}`, `The file's name must end in .xlsx: ${path}`]);
    const template = templateOf(call);
    const { ledger, made, trace } = await makeLedger(path, call, {
      template,
      samples: call.values.samples === true,
      mode: 'thread',
    });
    return finish(ledger, call, async ({ traces }) => {
      traces.push(trace);
      if (call.values.json) call.out(JSON.stringify(made));
      else {
        if (made.message) call.out(made.message);
        call.out(call.say(`已新建 ${ledger.file.path}`, `Made ${ledger.file.path}`));
      }
      return 0;
    });
  },
};

/** @throws {UsageError} when there is no such template */
export function templateOf(call: Call): string | undefined {
  const name = call.values.template;
  if (typeof name !== 'string') return undefined;
  if (templates.some(({ key }) => key === name)) return name;
  const known = templates.map(({ key }) => key).join('、');
  throw new UsageError([`没有模板“${name}”。现有：${known}`, `There is no template “${name}”. There are: ${known}`]);
}

export interface NewLedger {
  template?: string;
  samples: boolean;
  mode: LedgerOptions['mode'];
  onSave?: LedgerOptions['onSave'];
}

export interface MadeLedger {
  ledger: OpenLedger;
  /** what the bundle's action answered */
  made: Answer;
  trace: Trace;
}

/**
 * Makes the file, with its folder, and has the bundle set the workbook up. A file that could not be set up is taken away.
 * @throws {Refusal} with the reason
 * @throws {FileProblem} `exists`, `no-permission`
 */
export async function makeLedger(path: string, call: Call, { template, samples, mode, onSave }: NewLedger): Promise<MadeLedger> {
  const { locale: language, now, bundleFolder } = call;
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw fileProblemOf(error, path);
  });
  const state = newWorkbook({
    id: randomUUID(),
    title: basename(path).replace(/\.xlsx$/i, ''),
    ...shopPlace(call),
    owner: call.user.email,
  });
  const ledger = await createLedger(path, state, { mode, locale: language, now, bundleFolder, onSave });
  const result = await ledger.host.run(call.user, 'runAction', [setUp, JSON.stringify({ template, language, samples })]);
  await ledger.host.idle();
  const traces: Trace[] = [];
  const made = (answerOf(result, call, traces)?.value ?? { ok: false }) as Answer;
  if (made.ok !== false) return { ledger, made, trace: traces[0]! };
  await ledger.close();
  await rm(path, { force: true });
  const reason = made.message ?? '';
  throw new Refusal([`没有建成台账。${reason}`, `The ledger was not made. ${reason}`]);
}
