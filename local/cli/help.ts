import type { Command } from './command.ts';
import type { Speech } from './speech.ts';

const shared: [option: string, zh: string, en: string][] = [
  ['--json', '输出 JSON', 'print JSON'],
  ['--trace', '标准错误的最后一行输出开销', 'print what the run cost as the last line of standard error'],
  ['--user EMAIL', '以谁的身份', 'as whom'],
  ['--locale zh-CN|en', '语言', 'language'],
  ['--now TIME', '固定时间，便于重复运行', 'a fixed time, for runs to be repeated'],
  ['--help', '帮助', 'this help'],
];

export function overview(commands: readonly Command[], say: Speech): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    say('客户台账 · 本地工作簿', 'Customer Ledger · local workbook'),
    '',
    say('用法：npm run -s ledger -- 命令 …', 'Usage: npm run -s ledger -- COMMAND …'),
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${say(...summary)}`),
    '',
    say(
      '“命令 --help”有详细说明。退出码：0 完成，1 未完成，2 用法有误。',
      '“COMMAND --help” says more. Exit codes: 0 done, 1 not done, 2 wrong usage.',
    ),
  ].join('\n');
}

export function commandHelp({ name, form, summary, details }: Command, say: Speech): string {
  return [
    say(...summary),
    '',
    `  ledger ${name} ${form}`,
    '',
    say(...details),
    '',
    ...shared.map(([option, zh, en]) => `  ${option.padEnd(20)}${say(zh, en)}`),
  ].join('\n');
}
