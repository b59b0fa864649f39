import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Locale } from '../../src/domain/locale.ts';
import { templates } from '../../templates/all.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { createLedger, type LedgerOptions, type OpenLedger } from './open-ledger.ts';
import { type Answer, answerOf, finish } from './with-ledger.ts';

/** The id of the bundle's action that makes or mends a workbook. */
const setUp = 'setUp';

export const newCommand: Command = {
  name: 'new',
  form: 'FILE [--template NAME] [--locale zh-CN|en]',
  summary: ['新建一个台账文件', 'Make a new ledger'],
  details: [
    `--template 行业模板（${templates.map(({ key }) => key).join('、')}）；--locale 表头的语言；--zone 时区；--samples 带几条示例。`,
    `--template is the trade's template (${templates.map(({ key }) => key).join(', ')}); --locale the language of the headers; --zone the time zone; --samples adds a few records.`,
  ],
  options: { template: { type: 'string' }, zone: { type: 'string' }, samples: { type: 'boolean' } },
  positionals: { least: 1, most: 1 },
  async run(call) {
    const [path = ''] = call.positionals;
    const template = templateOf(call);
    const { ledger, answer } = await makeLedger(path, call, { template, samples: call.values.samples === true, mode: 'thread' });
    return finish(ledger, call, async ({ traces, host }) => {
      const made = answerOf(answer, call, traces);
      await host.idle();
      const { ok, message } = (made?.value ?? { ok: false }) as Answer;
      if (made && call.values.json) call.out(made.text);
      else if (message) (ok === false ? call.err : call.out)(message);
      if (ok !== false && !call.values.json) call.out(call.say(`已新建 ${ledger.file.path}`, `Made ${ledger.file.path}`));
      return ok === false ? 1 : 0;
    });
  },
};

function templateOf(call: Call): string | undefined {
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

/** Makes the file, with its folder, and has the bundle set the workbook up. */
export async function makeLedger(
  path: string,
  call: Call,
  { template, samples, mode, onSave }: NewLedger,
): Promise<{ ledger: OpenLedger; answer: Awaited<ReturnType<OpenLedger['host']['run']>> }> {
  const language: Locale = call.locale;
  await mkdir(dirname(path), { recursive: true });
  const state = newWorkbook({
    id: randomUUID(),
    title: basename(path).replace(/\.xlsx$/i, ''),
    locale: language === 'en' ? 'en_US' : 'zh_CN',
    timeZone: typeof call.values.zone === 'string' ? call.values.zone : Intl.DateTimeFormat().resolvedOptions().timeZone,
    owner: call.user.email,
  });
  const ledger = await createLedger(path, state, {
    mode,
    locale: language,
    now: call.now,
    bundleFolder: call.bundleFolder,
    onSave,
  });
  const request = JSON.stringify({ template, language, samples });
  try {
    return { ledger, answer: await ledger.host.run(call.user, 'runAction', [setUp, request]) };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
