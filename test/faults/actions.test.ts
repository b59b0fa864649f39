import { expect, test } from '@jest/globals';
import { everyFault, sayViolations } from '../../local/faults/every-fault.ts';
import type { FaultKind } from '../../local/faults/fault.ts';
import { ledgerActions } from '../../local/faults/ledger/actions.ts';
import { bundle } from './bundle.ts';

/*
 * A sample of the faults, the same each time, as many of each rule as the suite's time allows; `npm run bench -- faults`
 * tries all of them. What is tried and which laws hold is told in docs/faults.md.
 */

const stocks = await ledgerActions(bundle);
const table = stocks.flatMap(({ workbook, actions, others }) =>
  actions.map((action) => ({ name: action.name, action, workbook, others })),
);

const rules: [rule: string, kinds: FaultKind[], most: number][] = [
  ['an error or the end of the run at any moment leaves it finished or undone, and is told', ['error', 'kill'], 2],
  ['nothing of anybody’s is lost when somebody else changes the tab at any moment', ['meanwhile'], 1],
  [
    'nothing is lost or given twice when another run comes in between, or a call or a trigger is lost or repeated',
    ['other run', 'repeated', 'lost answer', 'lost trigger', 'doubled trigger'],
    1,
  ],
];

// What takes long is ended and refused here; the rest of its faults are the command's.
for (const [rule, kinds, most] of rules)
  test.each(table.filter(({ action }) => !action.isLong || kinds.includes('kill')))(
    `$name: ${rule}`,
    async ({ action, workbook, others }) => {
      const report = await everyFault(action, workbook, { bundle, kinds, most: action.isLong ? 1 : most, others });
      expect(report.trace.length).toBeGreaterThan(30);
      expect(sayViolations(report)).toEqual([]);
    },
    60_000,
  );
