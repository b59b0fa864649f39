import { expect, test } from '@jest/globals';
import { everyFault, sayViolations } from '../../local/faults/every-fault.ts';
import type { FaultKind } from '../../local/faults/fault.ts';
import { ledgerActions } from '../../local/faults/ledger/actions.ts';
import { bundle } from './bundle.ts';

/*
 * A sample of the faults, the same each time; `npm run bench -- faults` tries all of them. What is tried and which laws
 * hold is told in docs/faults.md.
 */
const most = 12;

/** One test for each action of the ledger. */
export async function tryActions(rule: string, kinds: readonly FaultKind[]): Promise<void> {
  const stocks = await ledgerActions(bundle);
  const table = stocks.flatMap(({ workbook, actions, others }) =>
    actions.map((action) => ({ name: action.name, action, workbook, others })),
  );
  test.each(table)(
    `$name: ${rule}`,
    async ({ action, workbook, others }) => {
      const report = await everyFault(action, workbook, { bundle, kinds, most, others });
      expect(report.trace.length).toBeGreaterThan(50);
      expect(sayViolations(report)).toEqual([]);
    },
    60_000,
  );
}
