import { changeable, grant, isTrashed, itemOf, permissionOf, revoke } from './drive-access.ts';
import type { DriveItem } from './drive-items.ts';
import { DriveUserObject, type FileObject, type FolderObject, foldersAmong } from './drive-objects.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { UserObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';

type Self = FileObject | FolderObject;
type Person = string | UserObject | DriveUserObject;

const emailOf = (person: Person): string => (typeof person === 'string' ? person : person.email);

/** A question about the file. */
const ask = <T>(answer: (item: DriveItem, context: ExecutionContext) => T): Method<Self> => [
  '',
  (context, { id }) => answer(itemOf(context, id), context),
];

/** A change of one thing about the file. */
const set = <T>(parameters: string, patch: (value: T) => Partial<DriveItem>): Method<Self> => [
  parameters,
  (context, self, value: T) => {
    changeable(context, self.id);
    context.surroundings.files.change(self.id, patch(value));
    return self;
  },
];

/** Who was given something by name, or is no longer. */
function people(change: (context: ExecutionContext, id: string, email: string) => void): {
  one: Method<Self>;
  many: Method<Self>;
} {
  return {
    one: [
      'string | User',
      (context, self, person: Person) => {
        change(context, self.id, emailOf(person));
        return self;
      },
    ],
    many: [
      'string[]',
      (context, self, emails: string[]) => {
        for (const email of emails) change(context, self.id, email);
        return self;
      },
    ],
  };
}

const editors = people((context, id, email) => grant(context, id, email, 'EDIT'));
const viewers = people((context, id, email) => grant(context, id, email, 'VIEW'));
const commenters = people((context, id, email) => grant(context, id, email, 'COMMENT'));
const users = (emails: readonly string[] = []): DriveUserObject[] => emails.map((email) => new DriveUserObject(email));

function rename(context: ExecutionContext, self: Self, name: string): Self {
  changeable(context, self.id);
  context.commit();
  const { book } = context.surroundings;
  const place = self.id === book.state.id ? context.surroundings : context.surroundings.files.get(self.id);
  // a spreadsheet and its file have one name
  if (place) context.within(place, () => context.transact((apply) => apply([{ op: 'workbook', patch: { title: name } }])));
  context.surroundings.files.change(self.id, { name });
  return self;
}

function setOwner(context: ExecutionContext, self: Self, person: Person): Self {
  const item = changeable(context, self.id);
  if (item.owner !== context.user.email) throw new ServiceError('Access denied: DriveApp.');
  const owner = emailOf(person);
  revoke(context, self.id, owner);
  context.surroundings.files.change(self.id, { owner, editors: [...(item.editors ?? []), item.owner] });
  return self;
}

function moveTo(context: ExecutionContext, self: Self, folder: FolderObject): Self {
  changeable(context, self.id);
  context.surroundings.files.change(self.id, { parent: itemOf(context, folder.id).id }, false);
  return self;
}

function setSharing(context: ExecutionContext, self: Self, access: EnumValue, permission: EnumValue): Self {
  changeable(context, self.id);
  const sharing = access.name === 'PRIVATE' ? undefined : { access: access.name, permission: permission.name };
  context.surroundings.files.change(self.id, { sharing }, false);
  return self;
}

/** What files and folders have in common. */
export const driveAbout: Methods<Self> = {
  getId: ask(({ id }) => id),
  getName: ask(({ name }) => name),
  toString: ask(({ name }) => name),
  setName: ['string', rename],
  getDescription: ask(({ description }) => description ?? null),
  setDescription: set('string', (description: string) => ({ description })),
  getDateCreated: ask(({ created }) => new Date(created)),
  getLastUpdated: ask(({ updated }) => new Date(updated)),
  getParents: ask(({ parent }, context) => foldersAmong(parent === '' ? [] : [itemOf(context, parent)])),
  moveTo: ['Folder', moveTo],
  isTrashed: ask((item, context) => isTrashed(context, item)),
  setTrashed: set('boolean', (trashed: boolean) => ({ trashed })),
  isStarred: ask(({ starred }) => starred === true),
  setStarred: set('boolean', (starred: boolean) => ({ starred })),
  isShareableByEditors: ask(({ editorsShare }) => editorsShare !== false),
  setShareableByEditors: set('boolean', (editorsShare: boolean) => ({ editorsShare })),
  getOwner: ask(({ owner }) => new DriveUserObject(owner)),
  setOwner: ['string | User', setOwner],
  getEditors: ask((item) => users(item.editors)),
  addEditor: editors.one,
  addEditors: editors.many,
  removeEditor: people((context, id, email) => revoke(context, id, email, 'EDIT')).one,
  // a commenter is a viewer who may say more
  getViewers: ask((item) => users([...(item.viewers ?? []), ...(item.commenters ?? [])])),
  addViewer: viewers.one,
  addViewers: viewers.many,
  removeViewer: people((context, id, email) => revoke(context, id, email, 'VIEW')).one,
  revokePermissions: people((context, id, email) => revoke(context, id, email)).one,
  getAccess: [
    'string | User',
    (context, { id }, person: Person) => enumValue('Permission', permissionOf(itemOf(context, id), emailOf(person))),
  ],
  getSharingAccess: ask(({ sharing }) => enumValue('Access', sharing?.access ?? 'PRIVATE')),
  getSharingPermission: ask(({ sharing }) => enumValue('Permission', sharing?.permission ?? 'NONE')),
  setSharing: ['Access, Permission', setSharing],
  getResourceKey: ['', () => null],
  getSecurityUpdateEligible: ['', () => false],
  getSecurityUpdateEnabled: ['', () => false],
};

export const fileCommenters: Methods<Self> = {
  addCommenter: commenters.one,
  addCommenters: commenters.many,
  removeCommenter: people((context, id, email) => revoke(context, id, email, 'COMMENT')).one,
};
