/** The command line: `npm run -s ledger -- COMMAND …`. */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { languageOf } from '../../src/domain/locale.ts';
import { describeFinding, FileProblem } from '../file/file-problem.ts';
import { callCommand } from './call-command.ts';
import { type Call, type Command, type Output, Refusal, UsageError } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { newCommand } from './new-command.ts';
import { openCommand } from './open-command.ts';
import { pasteCommand } from './paste-command.ts';
import { runCommand } from './run-command.ts';
import { scriptCommand } from './script-command.ts';
import { showCommand } from './show-command.ts';
import { speechOf } from './speech.ts';

const commands: Command[] = [newCommand, openCommand, pasteCommand, runCommand, callCommand, showCommand, scriptCommand];

const common = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  trace: { type: 'boolean' },
  locale: { type: 'string' },
  user: { type: 'string' },
  now: { type: 'string' },
} as const;

/** What tests and other programs may hand in. */
export interface Surroundings {
  /** what `clasp` would push; default: `dist/` */
  bundleFolder?: string;
  /** standard input */
  input?: () => Promise<string>;
}

/** @returns the exit code: 0 done, 1 refused or failed, 2 the command line was wrong */
export async function runCli(
  args: readonly string[],
  output: Output,
  { bundleFolder, input = () => text(process.stdin) }: Surroundings = {},
): Promise<number> {
  const asked = args[args.indexOf('--locale') + 1];
  const locale = args.includes('--locale') ? languageOf(asked) : 'zh-CN';
  const say = speechOf(locale);
  const [name, ...rest] = args;
  const command = commands.find((each) => each.name === name);
  let call: Call | undefined;
  try {
    if (!command) {
      if (name !== undefined && name !== '--help' && name !== '-h')
        throw new UsageError([`没有命令“${name}”。`, `There is no command “${name}”.`]);
      const isAsked = name !== undefined;
      (isAsked ? output.out : output.err)(overview(commands, say));
      return isAsked ? 0 : 2;
    }
    const { values, positionals } = understood(command, rest);
    if (values.help) {
      output.out(commandHelp(command, say));
      return 0;
    }
    checkLocale(values.locale);
    const { least, most } = command.positionals;
    if (positionals.length < least || positionals.length > most)
      throw new UsageError(['参数个数不对。', 'That is not the right number of arguments.']);
    call = {
      ...output,
      positionals,
      values,
      locale,
      say,
      user: { email: typeof values.user === 'string' ? values.user : 'owner@localhost', locale },
      now: timeOf(values.now),
      bundleFolder,
      readInput: input,
    };
    return await command.run(call);
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(say(...error.text));
      output.err(command ? commandHelp(command, say) : overview(commands, say));
      return 2;
    }
    if (error instanceof FileProblem) output.err(describeFinding(error, locale));
    else if (error instanceof Refusal) output.err((call?.say ?? say)(...error.text));
    else output.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}

function understood(command: Command, args: string[]): Pick<Call, 'values' | 'positionals'> {
  try {
    const { values, positionals } = parseArgs({ args, options: { ...common, ...command.options }, allowPositionals: true });
    return { values: values as Call['values'], positionals };
  } catch (error) {
    // Node's own sentence is English and names the option
    const reason = (error as Error).message;
    const option = /'(--?[\w-]+)/.exec(reason)?.[1];
    if ((error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && option)
      throw new UsageError([`没有“${option}”这个选项。`, `There is no option “${option}”.`]);
    throw new UsageError([option ? `选项“${option}”的写法不对。` : `参数有误：${reason}`, reason]);
  }
}

function checkLocale(locale: string | boolean | undefined): void {
  if (typeof locale === 'string' && !/^(?:zh|en)(?:[-_]|$)/i.test(locale))
    throw new UsageError([`没有“${locale}”这种语言。可用：zh-CN、en`, `There is no language “${locale}”. There are: zh-CN, en`]);
}

function timeOf(now: string | boolean | undefined): number | undefined {
  if (typeof now !== 'string') return undefined;
  const time = /^\d+$/.test(now) ? Number(now) : Date.parse(now);
  if (Number.isNaN(time)) throw new UsageError([`--now “${now}”不是时间。`, `--now “${now}” is no time.`]);
  return time;
}
