import type { Op, SheetState } from '../contract.ts';
import { type DeepGroup, deepGroups, foldedLines, shiftDepth } from '../model/line-groups.ts';
import type { LineGroup } from '../presentation.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

export type Axis = 'row' | 'column';

/** A reference by where it begins and how deep it lies. */
export class GroupObject extends ServiceObject {
  readonly type = 'Group';
  readonly sheet: number;
  readonly axis: Axis;
  readonly at: number;
  readonly depth: number;

  constructor(sheet: number, axis: Axis, { at, depth }: DeepGroup) {
    super();
    this.sheet = sheet;
    this.axis = axis;
    this.at = at;
    this.depth = depth;
  }
}

export const groupsOf = (sheet: SheetState, axis: Axis): DeepGroup[] => deepGroups(sheet[`${axis}Groups`] ?? []);

/** The lines as `hide` operations, in runs. */
function visibility(sheet: SheetState, axis: Axis, lines: Iterable<number>, hidden: boolean): Op[] {
  const runs: { at: number; count: number }[] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.at + last.count === line) last.count++;
    else runs.push({ at: line, count: 1 });
  }
  return runs.map(({ at, count }) => ({ op: axis === 'row' ? 'hideRows' : 'hideColumns', sheet: sheet.id, at, count, hidden }));
}

/** Folding hides lines, unfolding shows them again. */
export function updateGroups(
  context: ExecutionContext,
  id: number,
  axis: Axis,
  change: (groups: DeepGroup[]) => DeepGroup[],
): void {
  context.write({
    resolve: () => {
      const sheet = sheetState(context, id);
      const before = groupsOf(sheet, axis);
      const groups = change(before).map(
        ({ at, count, collapsed }): LineGroup => ({ at, count, ...(collapsed && { collapsed }) }),
      );
      const patch = { [`${axis}Groups`]: groups.length > 0 ? groups : null };
      const [were, are] = [foldedLines(before), foldedLines(groups)];
      if (JSON.stringify(patch[`${axis}Groups`]) === JSON.stringify(sheet[`${axis}Groups`] ?? null)) return [];
      return [
        { op: 'sheet', sheet: id, patch },
        ...visibility(
          sheet,
          axis,
          [...were].filter((line) => !are.has(line)),
          false,
        ),
        ...visibility(
          sheet,
          axis,
          [...are].filter((line) => !were.has(line)),
          true,
        ),
      ];
    },
  });
}

const spanOf = ({ rect }: RangeObject, axis: Axis) =>
  axis === 'row' ? { at: rect.row, count: rect.rows } : { at: rect.column, count: rect.columns };

function shift(axis: Axis): Method<RangeObject> {
  return [
    'int',
    (context, range, delta: number) => {
      const { at, count } = spanOf(range, axis);
      updateGroups(context, range.sheet, axis, (groups) => shiftDepth(groups, at, count, Math.trunc(delta)));
      return range;
    },
  ];
}

export const fold = ({ collapsed: _, ...group }: DeepGroup, collapsed: boolean): DeepGroup =>
  collapsed ? { ...group, collapsed: true } : group;

/** Where the sign that folds a group stands: before its first line or behind its last. */
function signOf(sheet: SheetState, axis: Axis, { at, count }: LineGroup): number {
  return sheet[`${axis}GroupSigns`] === 'BEFORE' ? at - 1 : at + count;
}

/** The outermost groups within the range; where there is none the deepest unfolded one that reaches into it. */
function collapseIn(groups: DeepGroup[], at: number, count: number): DeepGroup[] {
  const end = at + count;
  const inside = groups.filter((group) => group.at >= at && group.at + group.count <= end);
  const within = (inner: DeepGroup, outer: DeepGroup) =>
    outer.depth < inner.depth && outer.at <= inner.at && outer.at + outer.count >= inner.at + inner.count;
  const outermost = inside.filter((group) => !inside.some((other) => within(group, other)));
  const touching = groups.filter((group) => !group.collapsed && group.at < end && group.at + group.count > at);
  const chosen = outermost.length > 0 ? outermost : touching.slice(-1);
  return groups.map((group) => (chosen.includes(group) ? fold(group, true) : group));
}

/** The folded groups that the range, or their sign, lies in; of several at one place the outer one. */
function expandIn(sheet: SheetState, axis: Axis, groups: DeepGroup[], at: number, count: number): DeepGroup[] {
  const end = at + count;
  const hit = groups.filter((group) => {
    const sign = signOf(sheet, axis, group);
    return group.collapsed && ((group.at < end && group.at + group.count > at) || (sign >= at && sign < end));
  });
  const chosen = hit.filter((group) => !hit.some((other) => other.depth < group.depth && other.at === group.at));
  return groups.map((group) => (chosen.includes(group) ? fold(group, false) : group));
}

const AXES = ['row', 'column'] as const;

export const rangeGroups: Methods<RangeObject> = {
  shiftRowGroupDepth: shift('row'),
  shiftColumnGroupDepth: shift('column'),
  collapseGroups: [
    '',
    (context, range) => {
      for (const axis of AXES) {
        const { at, count } = spanOf(range, axis);
        updateGroups(context, range.sheet, axis, (groups) => collapseIn(groups, at, count));
      }
      return range;
    },
  ],
  expandGroups: [
    '',
    (context, range) => {
      for (const axis of AXES) {
        const { at, count } = spanOf(range, axis);
        updateGroups(context, range.sheet, axis, (groups) => expandIn(sheetState(context, range.sheet), axis, groups, at, count));
      }
      return range;
    },
  ],
};

const isGroup = (self: GroupObject) => (group: DeepGroup) => group.at === self.at && group.depth === self.depth;

function get(context: ExecutionContext, self: GroupObject): DeepGroup {
  context.look();
  const found = groupsOf(sheetState(context, self.sheet), self.axis).find(isGroup(self));
  if (!found) throw new ServiceError('The group no longer exists.');
  return found;
}

const setFolded = (collapsed: boolean) => (context: ExecutionContext, self: GroupObject) => {
  const wanted = isGroup(self);
  updateGroups(context, self.sheet, self.axis, (groups) =>
    groups.map((group) => (wanted(group) ? fold(group, collapsed) : group)),
  );
  return self;
};

export const groupMethods: Methods<GroupObject> = {
  getDepth: ['', (context, self) => get(context, self).depth],
  isCollapsed: ['', (context, self) => get(context, self).collapsed === true],
  getControlIndex: ['', (context, self) => signOf(sheetState(context, self.sheet), self.axis, get(context, self)) + 1],
  getRange: [
    '',
    (context, self) => {
      const { at, count } = get(context, self);
      const { rowCount: rows, columnCount: columns } = sheetState(context, self.sheet);
      return self.axis === 'row'
        ? new RangeObject(self.sheet, { row: at, column: 0, rows: count, columns }, { columns: 'both' })
        : new RangeObject(self.sheet, { row: 0, column: at, rows, columns: count }, { rows: 'both' });
    },
  ],
  collapse: ['', setFolded(true)],
  expand: ['', setFolded(false)],
  remove: [
    '',
    (context, self) => {
      const { at, count } = get(context, self);
      updateGroups(context, self.sheet, self.axis, (groups) => shiftDepth(groups, at, count, -1));
    },
  ],
};
