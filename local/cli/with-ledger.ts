import { describeFinding } from '../file/file-problem.ts';
import type { HostEvent, RunResult } from '../host-contract.ts';
import type { HostOptions } from '../run/host-options.ts';
import type { Trace } from '../trace.ts';
import type { Call } from './command.ts';
import { printCost } from './cost.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { speakAs } from './speech.ts';

export interface LedgerCall extends OpenLedger {
  traces: Trace[];
}

/**
 * Opens a file for one command, says what was found in it, closes it again and prints what the run cost if asked. What the
 * script asks is shown and counts as not agreed to: whoever agrees says so in the parameters.
 */
export async function withLedger(path: string, call: Call, work: (ledger: LedgerCall) => Promise<number>): Promise<number> {
  let isLeft = false;
  const answer: HostOptions['answer'] = ({ message, buttons, prompt }) => {
    call.err(message);
    if (buttons === 'OK' && !prompt) return { button: 'OK' };
    isLeft = true;
    return { button: 'CLOSE' };
  };
  const { locale, now, bundleFolder } = call;
  const ledger = await openLedger(path, { mode: 'thread', locale, now, bundleFolder, host: { answer } });
  speakAs(call, ledger.host.state);
  const code = await finish(ledger, call, work);
  if (!isLeft) return code;
  call.err(
    call.say(
      '命令行里没有人回答，所以没有做。要做就在参数里写明，参数见 run FILE --list。',
      'Nobody is there to answer, so it was not done. Say it in the parameters, which run FILE --list shows.',
    ),
  );
  return 1;
}

export async function finish(ledger: OpenLedger, call: Call, work: (ledger: LedgerCall) => Promise<number>): Promise<number> {
  const traces: Trace[] = [];
  for (const notice of ledger.file.notices) call.err(describeFinding(notice, call.locale));
  const said = ledger.file.notices.length;
  let code: number;
  try {
    code = await work({ ...ledger, traces });
  } finally {
    await ledger.close();
  }
  for (const notice of ledger.file.notices.slice(said)) call.err(describeFinding(notice, call.locale));
  if (call.values.trace) printCost(call, traces);
  return code;
}

/** What the script told the person, where no page shows it. What failed, the host has logged already. */
export function tellEvents(call: Call): (event: HostEvent) => void {
  return (event) => {
    if (event.event === 'toast') call.err([event.title, event.message].filter(Boolean).join(': '));
    if (event.event === 'alert') call.err([event.title, event.message].filter(Boolean).join('\n'));
  };
}

export interface Answer {
  ok?: boolean;
  message?: string;
  [key: string]: unknown;
}

/** The value of a global that answers JSON text, or `undefined` after its error was said. */
export function answerOf(result: RunResult, call: Call, traces: Trace[]): { text: string; value: unknown } | undefined {
  traces.push(result.trace);
  if (!result.ok) {
    call.err(`${result.name}: ${result.error}`);
    return undefined;
  }
  const text = typeof result.value === 'string' ? result.value : JSON.stringify(result.value ?? null);
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    return { text, value: text };
  }
}
