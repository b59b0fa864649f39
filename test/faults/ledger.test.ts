import { expect, test } from '@jest/globals';
import { everyFault, sayViolations } from '../../local/faults/every-fault.ts';
import type { FaultKind } from '../../local/faults/fault.ts';
import { ledgerActions } from '../../local/faults/ledger/actions.ts';
import { bundle } from './bundle.ts';

/*
 * A sample of the faults, the same each time; `npm run bench -- faults` tries all of them. What is tried and which laws
 * hold is told in docs/faults.md.
 */
const most = 16;

const errors: FaultKind[] = ['error', 'kill'];
const people: FaultKind[] = ['meanwhile'];
const runs: FaultKind[] = ['other run', 'repeated', 'lost answer', 'lost trigger', 'doubled trigger'];

const stocks = await ledgerActions(bundle);
const table = stocks.flatMap(({ workbook, actions, others }) =>
  actions.map((action) => ({ name: action.name, action, workbook, others })),
);

for (const [sort, kinds] of [
  ['an error or an end of the run', errors],
  ['somebody else’s change', people],
  ['another run, a lost or repeated call', runs],
] as const)
  test.each(table)(`$name: ${sort} at any call loses nothing and is finished or undone in the end`, async (row) => {
    const report = await everyFault(row.action, row.workbook, { bundle, kinds, most, others: row.others });
    expect(report.trace.length).toBeGreaterThan(50);
    expect(sayViolations(report)).toEqual([]);
  });
