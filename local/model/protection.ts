import type { Protection, Rect, SheetState, User } from '../contract.ts';
import { covers, intersects } from './rects.ts';
import type { Workbook } from './workbook.ts';

/**
 * The protection that keeps `user` from editing `rects` (absent: the tab as a whole); `undefined` when they may. A warning
 * lets everybody through, the owner always may, and a protection without a list of editors protects nothing (platform.md §3).
 */
export function protectionAgainst(
  workbook: Workbook,
  sheet: SheetState,
  rects: readonly Rect[] | undefined,
  user: User,
): Protection | undefined {
  if (sheet.protections.length === 0 || sameUser(user.email, workbook.state.owner)) return undefined;
  return sheet.protections.find((protection) => {
    if (protection.warningOnly || !protection.editors || protection.editors.some((email) => sameUser(email, user.email)))
      return false;
    if (!rects) return !protection.rect;
    return rects.some((rect) => {
      if (protection.rect && !intersects(protection.rect, rect)) return false;
      return !protection.unprotected?.some((open) => covers(open, rect));
    });
  });
}

function sameUser(a: string, b: string): boolean {
  return a !== '' && a.toLowerCase() === b.toLowerCase();
}
