import type { Command } from './command.ts';
import { jsonArgument } from './json-argument.ts';
import { type Answer, answerOf, withLedger } from './with-ledger.ts';

export const callCommand: Command = {
  name: 'call',
  form: 'FILE FUNCTION [JSON]',
  summary: ['调用侧边栏所用的一个函数', 'Call a function that the sidebar calls'],
  details: [
    '输出函数返回的 JSON。JSON 写 - 时从标准输入读取。',
    'Prints the JSON that the function answers. With - as JSON it is read from standard input.',
  ],
  positionals: { least: 2, most: 3 },
  run(call) {
    const [path = '', name = '', json] = call.positionals;
    return withLedger(path, call, async ({ host, traces }) => {
      const text = await jsonArgument(json, call);
      const answer = answerOf(await host.run(call.user, name, text === undefined ? [] : [text]), call, traces);
      await host.idle();
      if (!answer) return 1;
      call.out(call.values.json || typeof answer.value !== 'object' ? answer.text : JSON.stringify(answer.value, null, 2));
      return (answer.value as Answer | null)?.ok === false ? 1 : 0;
    });
  },
};
