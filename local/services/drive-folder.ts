import { Buffer } from 'node:buffer';
import { type BlobSource, nameOf } from './blob.ts';
import { itemOf, visibleItems } from './drive-access.ts';
import { checkSize } from './drive-file.ts';
import { type DriveItem, rootOf } from './drive-items.ts';
import { FileObject, FolderObject, filesAmong, foldersAmong } from './drive-objects.ts';
import { testOf } from './drive-query.ts';
import type { ExecutionContext } from './execution-context.ts';
import { MIME_TYPES } from './mime-types.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError, type ServiceObject } from './service-object.ts';

/** Where a method of a folder, or of `DriveApp`, looks and makes things. */
export interface Where<T extends ServiceObject> {
  /** what there is to be found */
  items: (context: ExecutionContext, self: T) => DriveItem[];
  /** the id of the folder that new things go to */
  folder: (context: ExecutionContext, self: T) => string;
}

type Item = FileObject | FolderObject;

function createFile<T extends ServiceObject>(where: Where<T>): Method<T> {
  const make = (context: ExecutionContext, self: T, name: string, contents: Buffer, mimeType: string): FileObject => {
    if (mimeType.startsWith('application/vnd.google-apps.')) throw new ServiceError('Invalid argument: file.contentType');
    context.lookup('lookup');
    const about = { name, mimeType, owner: context.user.email, parent: where.folder(context, self) };
    return new FileObject(context.surroundings.files.make(about, checkSize(name, contents)).id);
  };
  return [
    'BlobSource | string?, string | string?, string, string',
    (context, self, first: BlobSource | string | null, content?: string, mimeType: string = 'text/plain') => {
      if (first === null) throw new ServiceError('Invalid argument: name');
      if (typeof first === 'string') return make(context, self, first, Buffer.from(content ?? '', 'utf8'), mimeType);
      const blob = first.asBlob(context);
      return make(context, self, nameOf(blob), Buffer.from(blob.bytes), blob.contentType ?? 'application/octet-stream');
    },
  ];
}

function makeItem<T extends ServiceObject>(
  where: Where<T>,
  context: ExecutionContext,
  self: T,
  about: Partial<DriveItem>,
): DriveItem {
  context.lookup('lookup');
  const { name = '', mimeType = '', ...rest } = about;
  const parent = where.folder(context, self);
  return context.surroundings.files.make({ name, mimeType, owner: context.user.email, parent, ...rest });
}

function createShortcut<T extends ServiceObject>(
  where: Where<T>,
): (context: ExecutionContext, self: T, target: string) => FileObject {
  return (context, self, target) => {
    const { id, name } = itemOf(context, target);
    return new FileObject(makeItem(where, context, self, { name, mimeType: MIME_TYPES.SHORTCUT!, target: id }).id);
  };
}

/** What `DriveApp` and folders have in common. */
export function folderMethodsOf<T extends ServiceObject>(where: Where<T>): Methods<T> {
  const { items } = where;
  const shortcut = createShortcut(where);
  const found = (context: ExecutionContext, self: T, query: string): DriveItem[] =>
    items(context, self).filter(testOf(query, context.user.email));
  const move = (context: ExecutionContext, { id }: Item, parent: string, answer: unknown): unknown => {
    context.surroundings.files.change(itemOf(context, id).id, { parent }, false);
    return answer;
  };
  const here = (context: ExecutionContext, self: T): FolderObject => new FolderObject(where.folder(context, self));
  return {
    createFile: createFile(where),
    createFolder: [
      'string',
      (context, self, name: string) =>
        new FolderObject(makeItem(where, context, self, { name, mimeType: MIME_TYPES.FOLDER! }).id),
    ],
    createShortcut: ['string', shortcut],
    createShortcutForTargetIdAndResourceKey: ['string, string', shortcut],
    getFiles: ['', (context, self) => filesAmong(items(context, self))],
    getFilesByName: [
      'string',
      (context, self, name: string) => filesAmong(items(context, self).filter((each) => each.name === name)),
    ],
    getFilesByType: [
      'string',
      (context, self, type: string) => filesAmong(items(context, self).filter((each) => each.mimeType === type)),
    ],
    getFolders: ['', (context, self) => foldersAmong(items(context, self))],
    getFoldersByName: [
      'string',
      (context, self, name: string) => foldersAmong(items(context, self).filter((each) => each.name === name)),
    ],
    searchFiles: ['string', (context, self, query: string) => filesAmong(found(context, self, query))],
    searchFolders: ['string', (context, self, query: string) => foldersAmong(found(context, self, query))],
    // a thing is in one folder only: adding it moves it, removing it moves it to the root
    addFile: ['File', (context, self, file: FileObject) => move(context, file, where.folder(context, self), here(context, self))],
    addFolder: [
      'Folder',
      (context, self, child: FolderObject) => move(context, child, where.folder(context, self), here(context, self)),
    ],
    removeFile: [
      'File',
      (context, self, file: FileObject) => move(context, file, rootOf(context.user.email), here(context, self)),
    ],
    removeFolder: [
      'Folder',
      (context, self, child: FolderObject) => move(context, child, rootOf(context.user.email), here(context, self)),
    ],
  };
}

export const folderMethods: Methods<FolderObject> = {
  ...folderMethodsOf<FolderObject>({
    items: (context, { id }) => visibleItems(context).filter(({ parent }) => parent === itemOf(context, id).id),
    folder: (context, { id }) => itemOf(context, id).id,
  }),
  // folders weigh nothing on Google either
  getSize: ['', () => 0],
  getUrl: ['', (context, { id }) => `https://drive.google.com/drive/folders/${itemOf(context, id).id}`],
};
