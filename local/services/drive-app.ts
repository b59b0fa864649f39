import { isTrashed, itemOf, notFound, visibleItems } from './drive-access.ts';
import { folderMethodsOf } from './drive-folder.ts';
import { isFolder, rootOf } from './drive-items.ts';
import { continued, FileObject, FolderObject, filesAmong, foldersAmong } from './drive-objects.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

/** bytes: what comes with an account */
const STORAGE = 15 * 1024 ** 3;

function byId(kind: 'file' | 'folder') {
  return (context: ExecutionContext, _: GlobalService, id?: string | null): FileObject | FolderObject => {
    if (!id) throw new ServiceError('Invalid argument: id');
    context.lookup('lookup');
    const item = itemOf(context, id === 'root' ? rootOf(context.user.email) : id);
    // folders can be had as files, but not the other way round
    if (kind === 'folder' && !isFolder(item)) throw notFound();
    return kind === 'folder' ? new FolderObject(item.id) : new FileObject(item.id);
  };
}

function storageUsed(context: ExecutionContext): number {
  const { files } = context.surroundings;
  const own = files.all().filter(({ owner, mimeType }) => owner === context.user.email && !mimeType.includes('google-apps'));
  return own.reduce((total, { id }) => total + files.read(id).length, 0);
}

const trash = (context: ExecutionContext) => visibleItems(context).filter((item) => isTrashed(context, item));

export const driveAppMethods: Methods<GlobalService> = {
  ...folderMethodsOf<GlobalService>({ items: visibleItems, folder: (context) => rootOf(context.user.email) }),
  getRootFolder: ['', (context) => new FolderObject(rootOf(context.user.email))],
  getFileById: ['any', byId('file')],
  getFileByIdAndResourceKey: ['string, string', byId('file')],
  getFolderById: ['any', byId('folder')],
  getFolderByIdAndResourceKey: ['string, string', byId('folder')],
  getTrashedFiles: ['', (context) => filesAmong(trash(context))],
  getTrashedFolders: ['', (context) => foldersAmong(trash(context))],
  continueFileIterator: ['string', (_, __, token: string) => continued('FileIterator', token)],
  continueFolderIterator: ['string', (_, __, token: string) => continued('FolderIterator', token)],
  getStorageLimit: ['', () => STORAGE],
  getStorageUsed: ['', storageUsed],
};
