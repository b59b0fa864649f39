import { Buffer } from 'node:buffer';
import { BlobObject, BlobSource } from './blob.ts';
import { itemOf } from './drive-access.ts';
import { type DriveItem, isFolder, isSpreadsheet } from './drive-items.ts';
import type { ExecutionContext } from './execution-context.ts';
import { MIME_TYPES } from './mime-types.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

/** Holds the id only: what a script sees of the file is looked up each time. */
export class FileObject extends BlobSource {
  readonly type = 'File';
  readonly id: string;

  constructor(id: string) {
    super();
    this.id = id;
  }

  /** @throws ServiceError for what Google would print as PDF */
  asBlob(context: ExecutionContext): BlobObject {
    const item = itemOf(context, this.id);
    if (isSpreadsheet(item) || item.mimeType.startsWith('application/vnd.google-apps.')) {
      throw new ServiceError(`Converting from ${item.mimeType} to ${MIME_TYPES.PDF} is not part of the local workbook.`);
    }
    return new BlobObject(Buffer.from(context.surroundings.files.read(this.id)), item.mimeType, item.name);
  }
}

export class FolderObject extends ServiceObject {
  readonly type = 'Folder';
  readonly id: string;

  constructor(id: string) {
    super();
    this.id = id;
  }
}

export class DriveUserObject extends ServiceObject {
  readonly type = 'DriveUser';
  readonly email: string;

  constructor(email: string) {
    super();
    this.email = email;
  }
}

export class DriveIteratorObject extends ServiceObject {
  readonly type: 'FileIterator' | 'FolderIterator';
  /** what is still to come */
  readonly ids: string[];

  constructor(type: DriveIteratorObject['type'], ids: string[]) {
    super();
    this.type = type;
    this.ids = ids;
  }
}

export const filesAmong = (items: readonly DriveItem[]): DriveIteratorObject =>
  new DriveIteratorObject(
    'FileIterator',
    items.filter((item) => !isFolder(item)).map(({ id }) => id),
  );

export const foldersAmong = (items: readonly DriveItem[]): DriveIteratorObject =>
  new DriveIteratorObject(
    'FolderIterator',
    items.filter(isFolder).map(({ id }) => id),
  );

/** @throws ServiceError for what no iterator has given out */
export function continued(type: DriveIteratorObject['type'], token: string): DriveIteratorObject {
  try {
    const [kind, ids] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [string, string[]];
    if (kind === type) return new DriveIteratorObject(type, ids);
  } catch {
    // as below
  }
  throw new ServiceError('Invalid argument: continuationToken');
}

function next({ type, ids }: DriveIteratorObject): FileObject | FolderObject {
  const id = ids.shift();
  if (id === undefined) throw new ServiceError('Cannot retrieve the next object: iterator has reached the end.');
  return type === 'FileIterator' ? new FileObject(id) : new FolderObject(id);
}

export const driveIteratorMethods: Methods<DriveIteratorObject> = {
  hasNext: ['', (_, { ids }) => ids.length > 0],
  next: ['', (_, iterator) => next(iterator)],
  getContinuationToken: ['', (_, { type, ids }) => Buffer.from(JSON.stringify([type, ids])).toString('base64url')],
};

const address: Method<DriveUserObject> = ['', (_, { email }) => email];
const localPart = (email: string): string => email.split('@')[0]!;

export const driveUserMethods: Methods<DriveUserObject> = {
  getEmail: address,
  // nothing here knows what people are called
  getName: ['', (_, { email }) => localPart(email)],
  getDomain: ['', (_, { email }) => email.split('@')[1] ?? ''],
  getPhotoUrl: ['', () => null],
  getUserLoginId: address,
  toString: address,
};
