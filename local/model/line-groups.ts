/** Rows or columns that fold away: how deep each line lies, and the groups that follow from it. Pure arithmetic. */
import type { LineGroup } from '../presentation.ts';

/** Google nests groups no deeper. */
const MAX_DEPTH = 8;

/** A group and how many enclose it, itself included. */
export interface DeepGroup extends LineGroup {
  depth: number;
}

const endOf = ({ at, count }: LineGroup): number => at + count;
const contains = (outer: LineGroup, inner: LineGroup): boolean => outer.at <= inner.at && endOf(outer) >= endOf(inner);

/** How many groups a line lies in. */
export function depthAt(groups: readonly LineGroup[], line: number): number {
  return groups.filter((group) => line >= group.at && line < endOf(group)).length;
}

/** The groups with their depths, outer ones first. Two of the same lines lie one in the other, in the list's order. */
export function deepGroups(groups: readonly LineGroup[]): DeepGroup[] {
  const deep = groups.map((group, i) => ({
    ...group,
    depth:
      1 +
      groups.filter((other, j) => {
        if (i === j || !contains(other, group)) return false;
        return other.count > group.count || j < i;
      }).length,
  }));
  return deep.sort((a, b) => a.depth - b.depth || a.at - b.at);
}

/**
 * Makes `count` lines from `at` deeper by `delta`, or less deep: a run of lines of at least a depth is one group, so that
 * groups that touch grow together. Groups that stay where they were stay folded.
 */
export function shiftDepth(groups: readonly LineGroup[], at: number, count: number, delta: number): DeepGroup[] {
  const size = Math.max(at + count, ...groups.map(endOf));
  const depths = Array.from({ length: size }, (_, line) => {
    const depth = depthAt(groups, line);
    return line < at || line >= at + count ? depth : Math.max(0, Math.min(MAX_DEPTH, depth + delta));
  });
  const before = deepGroups(groups).filter(({ collapsed }) => collapsed);
  const after: DeepGroup[] = [];
  for (let depth = 1; depth <= MAX_DEPTH; depth++) {
    for (let line = 0; line < size; line++) {
      if (depths[line]! < depth || (line > 0 && depths[line - 1]! >= depth)) continue;
      let end = line;
      while (end < size && depths[end]! >= depth) end++;
      const folded = before.some((group) => group.depth === depth && group.at < end && endOf(group) > line);
      after.push({ at: line, count: end - line, depth, ...(folded && { collapsed: true }) });
    }
  }
  return after;
}

/** Which lines the folded groups hide. */
export function foldedLines(groups: readonly LineGroup[]): Set<number> {
  const folded = groups.filter(({ collapsed }) => collapsed);
  return new Set(folded.flatMap(({ at, count }) => Array.from({ length: count }, (_, i) => at + i)));
}
