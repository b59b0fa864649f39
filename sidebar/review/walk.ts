import type { DuplicateGroup } from '../../src/domain/api.ts';

/**
 * The way through the groups: where one is, what comes next, what comes back. Groups that were decided stay in the list
 * before the one in sight, so that the figure "3 / 27" says how far one has come.
 */
export interface Walk {
  current(): DuplicateGroup | undefined;
  next(): DuplicateGroup | undefined;
  /** groups from the one in sight on */
  ahead(): number;
  /** 1-based */
  at(): number;
  total(): number;
  /** adds groups that are not known yet; `total`: how many wait on the server, known ones included */
  add(groups: readonly DuplicateGroup[], total: number): void;
  forward(): void;
  /** after a merge of some of a group: what is left of it comes next */
  insertNext(group: DuplicateGroup): void;
  /** takes a group out that turned out not to be one, unless it was passed already */
  remove(id: string): void;
  /** what could not be done, or was undone, is looked at again: at once or after the one in sight */
  bring(group: DuplicateGroup, when: 'now' | 'next'): void;
  /** what was put off is gone through once more, after everything else */
  again(groups: readonly DuplicateGroup[]): void;
}

export function createWalk(): Walk {
  let groups: DuplicateGroup[] = [];
  let here = 0;
  /** groups that the server has and the page does not */
  let unloaded = 0;

  function takeOut(id: string) {
    const index = groups.findIndex((group) => group.id === id);
    if (index < 0) return;
    groups.splice(index, 1);
    if (index < here) here -= 1;
  }

  return {
    current: () => groups[here],
    next: () => groups[here + 1],
    ahead: () => groups.length - here,
    at: () => here + 1,
    total: () => groups.length + unloaded,
    add(more, total) {
      const known = new Set(groups.map(({ id }) => id));
      const fresh = more.filter(({ id }) => !known.has(id));
      // What has been decided meanwhile changes the server's total; what it said first is what one sets out for.
      const rest = groups.length === 0 ? total : unloaded;
      unloaded = fresh.length === 0 ? 0 : Math.max(0, rest - fresh.length);
      groups = [...groups, ...fresh];
    },
    forward() {
      here = Math.min(here + 1, groups.length);
    },
    insertNext(group) {
      groups.splice(here + 1, 0, group);
    },
    remove(id) {
      if (groups.findIndex((group) => group.id === id) >= here) takeOut(id);
    },
    bring(group, when) {
      if (groups[here]?.id === group.id) return;
      takeOut(group.id);
      groups.splice(when === 'now' || here >= groups.length ? here : here + 1, 0, group);
    },
    again(putOff) {
      for (const { id } of putOff) takeOut(id);
      groups.push(...putOff);
    },
  };
}
