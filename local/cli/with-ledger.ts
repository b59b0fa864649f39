import { describeFinding } from '../file/file-problem.ts';
import type { HostEvent, RunResult } from '../host-contract.ts';
import type { Trace } from '../trace.ts';
import type { Call } from './command.ts';
import { printCost } from './cost.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { speakAs } from './speech.ts';

export interface LedgerCall extends OpenLedger {
  traces: Trace[];
}

/** Opens a file for one command, says what was found in it, closes it again and prints what the run cost if asked. */
export async function withLedger(path: string, call: Call, work: (ledger: LedgerCall) => Promise<number>): Promise<number> {
  const ledger = await openLedger(path, { mode: 'thread', locale: call.locale, now: call.now, bundleFolder: call.bundleFolder });
  speakAs(call, ledger.host.state);
  return finish(ledger, call, work);
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
