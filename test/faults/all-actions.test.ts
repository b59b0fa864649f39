import { expect, test } from '@jest/globals';
import { ledgerActions } from '../../local/faults/ledger/actions.ts';
import { bareWorkbook } from '../../local/faults/ledger/workbook.ts';
import { Stage } from '../../local/faults/stage.ts';
import { bundle } from './bundle.ts';

/** What only opens a page in the sidebar, whose calls are tried, or finishes what the harness has cut off. */
const besides = new Set([
  'register',
  'add-purchase',
  'add-repair',
  'add-service',
  'add-interaction',
  'add-credit',
  'add-preference',
  'open-set-up',
  'find-customers',
  'customer-card',
  'go-to-record',
  'review-duplicates',
  'finish-run',
  'open-backups',
  'automation',
  'segments',
]);

test('every action that changes the workbook is tried under faults', async () => {
  const stage = new Stage(bareWorkbook(), bundle);
  const result = await stage.owner.call('listActions');
  await stage.close();
  const ids = (JSON.parse((result as { value: string }).value) as { id: string }[]).map(({ id }) => id);
  const tried = (await ledgerActions(bundle)).flatMap(({ actions }) => actions.map(({ name }) => name));
  const isTried = (id: string): boolean => tried.some((name) => name === `run ${id}` || (id === 'set-up' && /set up/.test(name)));
  expect(ids.filter((id) => !besides.has(id) && !isTried(id))).toEqual([]);
});
