import type { FaultAction } from '../fault-action.ts';
import type { Stage } from '../stage.ts';
import { item, typed, unseen } from './menu.ts';
import type { Places } from './workbook.ts';

/** A backup, and then an edit that a restore takes back. */
const backedUp =
  (tabs: Places): FaultAction['prepare'] =>
  async (stage: Stage) => {
    await stage.owner.call('runAction', 'back-up', '{}');
    await unseen(typed(tabs.customers, 2, 'phone', '13900139555'))(stage);
  };

/** The number that a person typed by mistake is gone after it; before, it may stand there. */
const takenBack =
  ({ customers }: Places): FaultAction['enters'] =>
  (entries) => {
    entries.find(customers, { name: '钱二' })!.values.phone = ['13900139555', '13800138002'];
  };

/** Backups, which leave the workbook as it is, and a restore that puts single records back. */
export const backups = (tabs: Places): FaultAction[] => [
  item(tabs, 'back-up', {}, { isLong: true }),
  item(tabs, 'check-backups', {}, { prepare: backedUp(tabs), enters: takenBack(tabs), isLong: true }),
  item(tabs, 'list-backups', {}, { isLong: true }),
  item(tabs, 'plan-backups', { on: true }, { isLong: true }),
  item(
    tabs,
    'restore',
    { customers: ['C000002'] },
    {
      name: 'run restore for a customer',
      prepare: backedUp(tabs),
      enters: takenBack(tabs),
      isLong: true,
      // Whoever deletes the very customer that is brought back is too early: others are looked after here.
      target: {
        sheet: tabs.customers,
        row: { name: '孙三' },
        column: 'phone',
        over: '13700137000',
        beside: 'email',
        sortBy: 'name',
      },
    },
  ),
];

/**
 * A restore of everything, which is done or never begun. What others type meanwhile is written over by it, as it should
 * be: whoever restores takes back what was entered since, and the backup that is made before has it.
 */
export function restoreAll(tabs: Places): FaultAction {
  const { target: _, ...action } = item(tabs, 'restore', {}, { prepare: backedUp(tabs), enters: takenBack(tabs), isLong: true });
  return action;
}
