import { openScript, ScriptFailure } from '../host.ts';
import { compile } from '../run/compile.ts';
import type { HostOptions } from '../run/host-options.ts';
import { loadBundle } from '../run/load-bundle.ts';
import { ServiceError } from '../services/service-object.ts';
import type { Bundle } from '../services/surroundings.ts';
import { type Call, type Command, Refusal, UsageError } from './command.ts';
import { jsonArgument } from './json-argument.ts';

export const scriptCommand: Command = {
  name: 'script',
  form: 'FOLDER FUNCTION [JSON] [--file FILE] | FOLDER --list',
  summary: ['运行另一个 Apps Script 项目的函数', "Run a function of another Apps Script project's"],
  details: [
    'FOLDER 是 clasp 推送的文件夹（或 .clasp.json 所在处）。JSON 是参数数组；写 - 从标准输入读取。--file 指明 .xlsx 文件，没有就新建；不写则用一份不保存的新表格。--answer YES 回答脚本的询问。日志和提示写到标准错误，返回值以 JSON 写到标准输出。',
    'FOLDER is what clasp pushes, or where its .clasp.json is. JSON is the array of the arguments; - reads it from standard input. --file names an .xlsx file, made where there is none; without it a new workbook is used and forgotten. --answer YES answers what the script asks. Logs and alerts go to standard error, the returned value as JSON to standard output.',
  ],
  options: { file: { type: 'string' }, answer: { type: 'string' }, list: { type: 'boolean' } },
  positionals: { least: 1, most: 3 },
  async run(call) {
    const [folder = '', name, json] = call.positionals;
    const { file } = call.values;
    const bundle = bundleIn(folder);
    if (call.values.list) {
      call.out([...compile(bundle.code).exposed].filter((each) => !each.endsWith('_')).join('\n'));
      return 0;
    }
    if (name === undefined) throw new UsageError(['请写明函数，或用 --list。', 'Name a function, or use --list.']);
    const given: unknown = JSON.parse((await jsonArgument(json, call)) ?? '[]');
    const script = await openScript({
      script: bundle,
      user: call.user,
      locale: call.locale === 'en' ? 'en_US' : 'zh_CN',
      ...(typeof file === 'string' ? { file } : {}),
      ...hostOptions(call),
    }).catch((error: unknown) => {
      if (error instanceof SyntaxError) throw new Refusal([`脚本不能用：${error.message}`, error.message]);
      throw error;
    });
    try {
      const value = await script.run(name, ...(Array.isArray(given) ? given : [given]));
      if (value !== undefined) call.out(JSON.stringify(value, null, 2));
      return 0;
    } catch (error) {
      if (!(error instanceof ScriptFailure)) throw error;
      call.err(typeof error.cause === 'string' ? error.cause : `${error.name}: ${error.message}`);
      return 1;
    } finally {
      await script.close();
    }
  },
};

function bundleIn(folder: string): Bundle {
  try {
    return loadBundle(folder);
  } catch (error) {
    throw new Refusal([`读不了 ${folder} 里的脚本：${(error as Error).message}`, (error as Error).message]);
  }
}

const BUTTONS = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'] as const;

/** What is only told needs no answer; a choice does. */
function hostOptions(call: Call): Partial<HostOptions> {
  const { answer } = call.values;
  const button = BUTTONS.find((each) => each === answer);
  if (answer !== undefined && !button)
    throw new UsageError([`--answer 可用：${BUTTONS.join('、')}`, `--answer takes ${BUTTONS.join(', ')}`]);
  return {
    log: (level, text) => call.err(level === 'info' || level === 'log' ? text : `${level}: ${text}`),
    answer: ({ title, message, buttons, prompt }) => {
      call.err([title, message].filter(Boolean).join('\n'));
      if (button) return { button };
      if (buttons === 'OK' && !prompt) return { button: 'OK' };
      throw new ServiceError(call.say('脚本在问话：用 --answer 回答。', 'The script asks: answer with --answer.'));
    },
    ...(call.now === undefined ? {} : { clock: () => call.now!, seed: 1 }),
  };
}
