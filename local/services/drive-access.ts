import { type DriveItem, isFolder, rootFolder, rootOf } from './drive-items.ts';
import type { ExecutionContext } from './execution-context.ts';
import { ServiceError } from './service-object.ts';

export type PermissionName = 'OWNER' | 'EDIT' | 'COMMENT' | 'VIEW' | 'NONE';

export const notFound = (): ServiceError =>
  new ServiceError(
    'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
  );

/** What a person was given by name. */
export function permissionOf(item: DriveItem, email: string): PermissionName {
  if (item.owner === email) return 'OWNER';
  if (item.editors?.includes(email)) return 'EDIT';
  if (item.commenters?.includes(email)) return 'COMMENT';
  return item.viewers?.includes(email) ? 'VIEW' : 'NONE';
}

/** Whether the user may look into a file. */
export function canSee(context: ExecutionContext, item: DriveItem): boolean {
  // whoever runs the script has the workbook open
  if (item.id === context.surroundings.book.state.id) return true;
  const { email } = context.user;
  return permissionOf(item, email) !== 'NONE' || (item.sharing?.permission ?? 'NONE') !== 'NONE';
}

/** What the user can see, trash included. */
export function visibleItems(context: ExecutionContext): DriveItem[] {
  context.lookup('lookup');
  return context.surroundings.files.all().filter((item) => canSee(context, item));
}

/** The item now, wherever a script has its handle from. @throws ServiceError when there is none for this user */
export function itemOf(context: ExecutionContext, id: string): DriveItem {
  const { email } = context.user;
  if (id === rootOf(email)) return rootFolder(email);
  const item = context.surroundings.files.item(id);
  if (!item || !canSee(context, item)) throw notFound();
  return item;
}

/** @throws ServiceError for a viewer, and for the root folder, of which nobody can change anything */
export function changeable(context: ExecutionContext, id: string): DriveItem {
  const item = itemOf(context, id);
  const { email } = context.user;
  const bound = id === context.surroundings.book.state.id;
  const shared = item.sharing?.permission === 'EDIT';
  if (id === rootOf(email) || !(bound || shared || /OWNER|EDIT/.test(permissionOf(item, email)))) {
    throw new ServiceError('Access denied: DriveApp.');
  }
  context.lookup('lookup');
  return item;
}

/** In the trash itself, or within a folder that is. */
export function isTrashed(context: ExecutionContext, item: DriveItem): boolean {
  if (item.trashed) return true;
  const parent = context.surroundings.files.item(item.parent);
  return parent !== undefined && isFolder(parent) && isTrashed(context, parent);
}

const LISTS = { EDIT: 'editors', COMMENT: 'commenters', VIEW: 'viewers' } as const;

/** Gives a person a permission, in place of a lesser one. */
export function grant(context: ExecutionContext, id: string, email: string, permission: keyof typeof LISTS): void {
  const item = changeable(context, id);
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new ServiceError(`Invalid email: ${email}`);
  const order = ['NONE', 'VIEW', 'COMMENT', 'EDIT', 'OWNER'];
  if (order.indexOf(permissionOf(item, email)) >= order.indexOf(permission)) return;
  revoke(context, id, email);
  const list = LISTS[permission];
  context.surroundings.files.change(id, { [list]: [...(item[list] ?? []), email] }, false);
}

/** Takes a person off one list, or off all. */
export function revoke(context: ExecutionContext, id: string, email: string, only?: keyof typeof LISTS): void {
  const item = changeable(context, id);
  for (const permission of only ? [only] : (Object.keys(LISTS) as (keyof typeof LISTS)[])) {
    const list = LISTS[permission];
    const kept = item[list]?.filter((each) => each !== email);
    context.surroundings.files.change(id, { [list]: kept }, false);
  }
}
