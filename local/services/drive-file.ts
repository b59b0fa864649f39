import { Buffer } from 'node:buffer';
import { convert } from './blob.ts';
import { changeable, itemOf } from './drive-access.ts';
import { isSpreadsheet } from './drive-items.ts';
import { FileObject, type FolderObject } from './drive-objects.ts';
import type { ExecutionContext } from './execution-context.ts';
import { MIME_TYPES } from './mime-types.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

/** bytes */
const MAX_CONTENT = 50 * 1024 * 1024;

/** The workbook behind a file, where there is one. */
function stateOf(context: ExecutionContext, id: string) {
  const { book, files } = context.surroundings;
  return id === book.state.id ? book.state : files.get(id)?.book.state;
}

/** @throws ServiceError for more than a file of text may hold */
export function checkSize(name: string, contents: Buffer): Buffer {
  if (contents.length > MAX_CONTENT) throw new ServiceError(`File ${name} exceeds the maximum file size.`);
  return contents;
}

function sizeOf(context: ExecutionContext, id: string): number {
  const state = stateOf(context, id);
  if (state) return Buffer.byteLength(JSON.stringify(state));
  return context.surroundings.files.read(id).length;
}

const webAddress = (context: ExecutionContext, id: string): string => {
  const { mimeType } = itemOf(context, id);
  if (mimeType === MIME_TYPES.GOOGLE_SHEETS) return `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`;
  if (mimeType === MIME_TYPES.GOOGLE_FORMS) return `https://docs.google.com/forms/d/${id}/edit?usp=drivesdk`;
  return `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;
};

function downloadAddress(context: ExecutionContext, id: string): string | null {
  const google = itemOf(context, id).mimeType.startsWith('application/vnd.google-apps.');
  return google ? null : `https://drive.google.com/uc?id=${id}&export=download`;
}

/** The copy bears the same name unless told otherwise; of a spreadsheet it has neither triggers nor properties. */
function makeCopy(context: ExecutionContext, { id }: FileObject, ...args: (string | FolderObject)[]): FileObject {
  context.commit();
  const { files } = context.surroundings;
  const original = itemOf(context, id);
  const name = args.find((arg) => typeof arg === 'string') ?? original.name;
  const folder = args.find((arg) => typeof arg === 'object');
  const owner = context.user.email;
  const parent = folder ? { parent: itemOf(context, folder.id).id } : original.owner === owner ? { parent: original.parent } : {};
  context.meter.charge('fileCopy');
  const state = isSpreadsheet(original) ? stateOf(context, id) : undefined;
  if (state) return new FileObject(files.copy(state, name, owner, parent).book.state.id);
  const { mimeType, description, target } = original;
  const about = { name, mimeType, owner, ...parent, ...(description ? { description } : {}), ...(target ? { target } : {}) };
  return new FileObject(files.make(about, Buffer.from(files.read(id))).id);
}

/** Only text can be set: anything else becomes what it is called, as on Google. */
function setContent(context: ExecutionContext, self: FileObject, content: unknown): FileObject {
  const { mimeType, name } = changeable(context, self.id);
  if (mimeType.startsWith('application/vnd.google-apps.')) throw new ServiceError('Access denied: DriveApp.');
  const text = content instanceof ServiceObject ? content.type : String(content);
  context.surroundings.files.write(self.id, checkSize(name, Buffer.from(text, 'utf8')));
  return self;
}

function getAs(context: ExecutionContext, self: FileObject, contentType: string) {
  const { mimeType } = itemOf(context, self.id);
  if (mimeType.startsWith('application/vnd.google-apps.') && contentType !== MIME_TYPES.PDF) {
    throw new ServiceError(`Converting from ${mimeType} to ${contentType} is not supported.`);
  }
  return convert(self.asBlob(context), contentType);
}

export const fileMethods: Methods<FileObject> = {
  getMimeType: ['', (context, { id }) => itemOf(context, id).mimeType],
  getSize: ['', (context, { id }) => sizeOf(context, itemOf(context, id).id)],
  getUrl: ['', (context, { id }) => webAddress(context, id)],
  getDownloadUrl: ['', (context, { id }) => downloadAddress(context, id)],
  getBlob: ['', (context, file) => file.asBlob(context)],
  getAs: ['string', getAs],
  makeCopy: ['| string | Folder | string, Folder', makeCopy],
  setContent: ['any', setContent],
  getTargetId: ['', (context, { id }) => itemOf(context, id).target ?? null],
  getTargetMimeType: [
    '',
    (context, { id }) => {
      const { target } = itemOf(context, id);
      return target === undefined ? null : itemOf(context, target).mimeType;
    },
  ],
  getTargetResourceKey: ['', () => null],
};
