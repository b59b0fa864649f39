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
  const { owner } = workbook.state;
  if (sheet.protections.length === 0 || sameUser(user.email, owner)) return undefined;
  return sheet.protections.find((protection) => {
    if (mayEditProtected(protection, owner, user)) return false;
    if (!rects) return !protection.rect;
    return rects.some((rect) => {
      if (protection.rect && !intersects(protection.rect, rect)) return false;
      return !protection.unprotected?.some((open) => covers(open, rect));
    });
  });
}

/** Whether `user` may edit what the protection covers, as far as this one goes. `owner`: the workbook's. */
export function mayEditProtected({ warningOnly, editors, domain }: Protection, owner: string, user: User): boolean {
  if (warningOnly || !editors || sameUser(user.email, owner)) return true;
  if (domain && domainOf(user.email) !== '' && domainOf(user.email) === domainOf(owner)) return true;
  return editors.some((email) => sameUser(email, user.email));
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

function sameUser(a: string, b: string): boolean {
  return a !== '' && a.toLowerCase() === b.toLowerCase();
}
