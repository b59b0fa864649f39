import type { ExecutionContext } from './execution-context.ts';
import { type SpreadsheetObject, UserObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

type Self = SpreadsheetObject;
type Person = string | UserObject;
type List = 'editors' | 'viewers';

const emailOf = (person: Person): string => (typeof person === 'string' ? person : person.email).trim();
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const hasOne = (list: readonly string[], email: string): boolean => list.some((each) => same(each, email));

/** Whoever has opened the workbook may edit it; a file that a script has made is its maker's alone. */
const peopleOf = (context: ExecutionContext): Iterable<string> =>
  context.place === context.surroundings ? context.surroundings.people : [];

/** The owner and all who may edit. */
function editorsOf(context: ExecutionContext): string[] {
  context.look();
  const { owner, editors = [] } = context.book.state;
  const found = [owner];
  for (const email of [...peopleOf(context), ...editors]) if (!hasOne(found, email)) found.push(email);
  return found;
}

/** All who may at least read: whoever may edit is among them. */
function viewersOf(context: ExecutionContext): string[] {
  const found = editorsOf(context);
  for (const email of context.book.state.viewers ?? []) if (!hasOne(found, email)) found.push(email);
  return found;
}

const users = (emails: readonly string[]): UserObject[] => emails.map((email) => new UserObject(email));

function update(context: ExecutionContext, list: List, change: (emails: string[]) => string[]): void {
  context.write({
    resolve: () => {
      const emails = change(context.book.state[list] ?? []);
      return [{ op: 'workbook', patch: { [list]: emails.length > 0 ? emails : null } }];
    },
  });
}

/** @throws ServiceError for what is no address */
function add(list: List) {
  return (context: ExecutionContext, self: Self, given: Person | string[]): Self => {
    const emails = (Array.isArray(given) ? given : [given]).map(emailOf);
    for (const email of emails) if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new ServiceError(`Invalid email: ${email}`);
    const others = emails.filter((email) => !same(email, context.book.state.owner));
    update(context, list, (known) => [...known, ...others.filter((email) => !hasOne(known, email))]);
    if (list === 'editors') update(context, 'viewers', (known) => known.filter((email) => !hasOne(emails, email)));
    return self;
  };
}

const remove = (list: List): Method<Self> => [
  'string | User',
  (context, self, person: Person) => {
    update(context, list, (known) => known.filter((email) => !same(email, emailOf(person))));
    return self;
  },
];

export const spreadsheetSharing: Methods<Self> = {
  getOwner: ['', (context) => new UserObject(context.book.state.owner)],
  getEditors: ['', (context) => users(editorsOf(context))],
  getViewers: ['', (context) => users(viewersOf(context))],
  addEditor: ['string | User', add('editors')],
  addEditors: ['string[]', add('editors')],
  addViewer: ['string | User', add('viewers')],
  addViewers: ['string[]', add('viewers')],
  removeEditor: remove('editors'),
  removeViewer: remove('viewers'),
};
