import type { RunResult } from '../../host-contract.ts';
import type { Answer } from '../fault-action.ts';

/** An answer of the ledger: JSON text with `ok` or `failed`, a message or problems. */
export function answerOf(result: RunResult): Answer {
  if (!result.ok) return { ok: false, killed: true, message: result.error };
  const { ok, failed, message, problems } = JSON.parse(result.value as string) as {
    ok?: boolean;
    failed?: boolean;
    message?: string;
    problems?: { message: string }[];
  };
  const said = [message, ...(problems ?? []).map((problem) => problem.message)].filter(Boolean).join(' ');
  return { ok: ok !== false && failed !== true, killed: false, message: said };
}
