import { type Command, UsageError } from './command.ts';
import { jsonArgument } from './json-argument.ts';
import { type Answer, answerOf, withLedger } from './with-ledger.ts';

interface ListedAction {
  id: string;
  label: string;
  function?: string;
  params?: string;
}

/** An action as `--list` shows it: what it is called, and an example of what it takes. */
const lineOf = ({ id, label, params }: ListedAction): string => [id, label, params].filter(Boolean).join('\t');

export const runCommand: Command = {
  name: 'run',
  form: 'FILE ACTION [JSON] | FILE --list',
  summary: ['执行一个菜单操作', 'Run an action of the menu'],
  details: [
    '--list 列出所有操作的编号、名称和参数的例子。JSON 是操作的参数；写 - 从标准输入读取。',
    '--list shows the ids and names of all actions, with examples of their parameters. JSON holds the parameters of the action; - reads them from standard input.',
  ],
  options: { list: { type: 'boolean' } },
  positionals: { least: 1, most: 3 },
  run(call) {
    const [path = '', action, json] = call.positionals;
    if (!call.values.list && action === undefined)
      throw new UsageError(['请写明操作，或用 --list。', 'Name an action, or use --list.']);
    return withLedger(path, call, async ({ host, traces }) => {
      if (call.values.list) {
        const listed = answerOf(await host.run(call.user, 'listActions'), call, traces);
        if (!listed) return 1;
        const actions = listed.value as ListedAction[];
        call.out(call.values.json ? listed.text : actions.map(lineOf).join('\n'));
        return 0;
      }
      const text = await jsonArgument(json, call);
      const answer = answerOf(await host.run(call.user, 'runAction', [action, text ?? '{}']), call, traces);
      await host.idle();
      if (!answer) return 1;
      const { ok, message } = answer.value as Answer;
      if (call.values.json) call.out(answer.text);
      else if (message) (ok === false ? call.err : call.out)(message);
      return ok === false ? 1 : 0;
    });
  },
};
