import { type Cell, cellText, isBlank, sameValue } from '../check/cell.ts';
import { type CheckContext, checkCell } from '../check/check-cell.ts';
import { asCell } from '../cleanup/tidy-cell.ts';
import type { Field } from '../dictionary/types.ts';
import type { Change } from '../log/entry.ts';
import type { Problem } from '../problem.ts';
import type { MergeCustomer } from './customer.ts';
import { guessOf, type ProposedValue } from './propose-values.ts';

/** What is to be written into the kept customer's cells, or what somebody has asked for and cannot be. */
export interface Decided {
  changes: Change[];
  wrong?: { field: Field; problem: Problem };
}

/** A cell as the ledger writes it; what is wrong stays as it is. */
function tidied(field: Field, cell: Cell, context: CheckContext): Cell {
  const { write, problem } = checkCell(field, cell, context);
  return write === undefined || problem?.severity === 'wrong' ? cell : asCell(field, write);
}

/**
 * The changes of the kept customer's cells: what somebody has chosen, the best guess where nobody has, and the strictest
 * consent in any case. A cell that says the same already stays as it is.
 *
 * @param chosen texts by field
 */
export function decideValues(
  where: Pick<Change, 'tab' | 'record'>,
  proposals: readonly ProposedValue[],
  customers: readonly MergeCustomer[],
  chosen: Readonly<Record<string, string>>,
  context: CheckContext,
): Decided {
  const kept = customers.find(({ number }) => number === where.record)!;
  const changes: Change[] = [];
  for (const proposal of proposals) {
    const { field, isFixed } = proposal;
    const now = kept.cells[field.key] ?? '';
    const text = isFixed ? undefined : chosen[field.key];
    const cells = customers.map(({ cells: own }) => own[field.key] ?? '');
    let to: Cell;
    if (text === undefined || text === proposal.joined) to = guessOf(proposal, customers);
    else if (text === cellText(now)) to = now;
    else {
      const same = cells.find((cell) => cellText(cell) === text);
      const verdict = checkCell(field, text, context);
      if (same === undefined && verdict.problem?.severity === 'wrong')
        return { changes, wrong: { field, problem: verdict.problem } };
      to = same ?? asCell(field, verdict.write ?? text);
    }
    if (field.required && isBlank(to) && cells.some((cell) => !isBlank(cell)))
      return { changes, wrong: { field, problem: { code: 'check.missing', params: { field: field.key } } } };
    const written = sameValue(to, now) ? now : tidied(field, to, context);
    if (!sameValue(written, now) && !(isBlank(written) && isBlank(now)))
      changes.push({ ...where, field: field.key, from: now, to: written });
  }
  return { changes };
}
