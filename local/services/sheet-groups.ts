import { type DeepGroup, depthAt } from '../model/line-groups.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { type Axis, fold, GroupObject, groupsOf, updateGroups } from './line-groups.ts';
import type { SheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import type { EnumValue } from './service-object.ts';

const NAME = { row: 'Row', column: 'Column' } as const;

function sheetGroupsOf(axis: Axis): Methods<SheetObject> {
  const name = NAME[axis];
  const all = (collapsed: (group: DeepGroup) => boolean) => (context: ExecutionContext, sheet: SheetObject) => {
    updateGroups(context, sheet.id, axis, (groups) => groups.map((group) => fold(group, collapsed(group))));
    return sheet;
  };
  return {
    [`get${name}Group`]: [
      'int, int',
      (context, { id }, line: number, depth: number) => {
        context.look();
        const found = groupsOf(sheetState(context, id), axis).find(
          (group) => group.depth === depth && line - 1 >= group.at && line - 1 < group.at + group.count,
        );
        return found ? new GroupObject(id, axis, found) : null;
      },
    ],
    [`get${name}GroupDepth`]: [
      'int',
      (context, { id }, line: number) => {
        context.look();
        return depthAt(sheetState(context, id)[`${axis}Groups`] ?? [], line - 1);
      },
    ],
    [`collapseAll${name}Groups`]: ['', all(() => true)],
    [`expandAll${name}Groups`]: ['', all(() => false)],
    [`expand${name}GroupsUpToDepth`]: ['int', (context, sheet, upTo: number) => all(({ depth }) => depth > upTo)(context, sheet)],
    [`get${name}GroupControlPosition`]: [
      '',
      (context, { id }) => {
        context.look();
        return enumValue('GroupControlTogglePosition', sheetState(context, id)[`${axis}GroupSigns`] ?? 'AFTER');
      },
    ],
    [`set${name}GroupControlPosition`]: [
      'GroupControlTogglePosition',
      (context, sheet, { name: position }: EnumValue) => {
        const signs = position === 'BEFORE' ? 'BEFORE' : null;
        context.writeOps({ op: 'sheet', sheet: sheet.id, patch: { [`${axis}GroupSigns`]: signs } });
        return sheet;
      },
    ],
  };
}

export const sheetGroups: Methods<SheetObject> = { ...sheetGroupsOf('row'), ...sheetGroupsOf('column') };
