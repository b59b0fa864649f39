import { grant, itemOf, revoke } from './drive-access.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { addDestination } from './form-destination.ts';
import { newItemId } from './form-item.ts';
import { CLASS_OF, FormItemObject, type FormObject, FormResponseObject } from './form-objects.ts';
import { publishedAddress } from './form-response.ts';
import { changeForm, type FormItem, type FormState, formState } from './form-state.ts';
import { UserObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';

type Self = FormObject;

const ask = <T>(answer: (state: FormState) => T): Method<Self> => ['', (context, { id }) => answer(formState(context, id))];

const set = <T>(parameters: string, change: (state: FormState, value: T) => void): Method<Self> => [
  parameters,
  (context, self, value: T) => {
    changeForm(context, self.id, (state) => change(state, value));
    return self;
  },
];

/** A setting that is kept and shown again, and changes nothing here. */
const setting = (reads: string, writes: string, otherwise: boolean | string): Methods<Self> => ({
  [reads]: ask(({ settings }) => settings[reads] ?? otherwise),
  [writes]: set(typeof otherwise, ({ settings }, value: boolean | string) => {
    settings[reads] = value;
  }),
});

/** A new choice item has one choice, which is blank. */
function add(type: string): Method<Self> {
  return [
    '',
    (context, { id: form }) => {
      const item: FormItem = { id: newItemId(context), type, title: '', helpText: '' };
      if (/^(LIST|MULTIPLE_CHOICE|CHECKBOX)$/.test(type)) item.choices = [{ value: '' }];
      changeForm(context, form, ({ items }) => items.push(item));
      return new FormItemObject(CLASS_OF[type]!, form, item.id);
    },
  ];
}

const itemsOf = (context: ExecutionContext, { id }: Self, type?: EnumValue): FormItemObject[] =>
  formState(context, id)
    .items.filter((item) => !type || item.type === type.name)
    .map((item) => new FormItemObject('Item', id, item.id));

/** @throws ServiceError for a place that the form does not have */
function placeIn({ items }: FormState, place: number | FormItemObject): number {
  const index = typeof place === 'number' ? place : items.findIndex(({ id }) => id === place.id);
  if (!Number.isInteger(index) || index < 0 || index >= items.length) throw new ServiceError('Invalid data updating form.');
  return index;
}

function moveItem(context: ExecutionContext, { id }: Self, what: number | FormItemObject, to: number): FormItemObject {
  return changeForm(context, id, (state) => {
    const [item] = state.items.splice(placeIn(state, what), 1);
    if (!Number.isInteger(to) || to < 0 || to > state.items.length) throw new ServiceError('Invalid data updating form.');
    state.items.splice(to, 0, item!);
    return new FormItemObject('Item', id, item!.id);
  });
}

function itemById(context: ExecutionContext, self: Self, id: number): FormItemObject | null {
  return itemsOf(context, self).find((item) => item.id === id) ?? null;
}

/** @throws ServiceError while the answers go nowhere but into the form */
function destination({ destination: found }: FormState): { id: string } {
  if (!found) throw new ServiceError('The form currently has no response destination.');
  return found;
}

const email = (person: string | UserObject): string => (typeof person === 'string' ? person : person.email);

const items: Methods<Self> = {
  ...Object.fromEntries(Object.entries(CLASS_OF).map(([type, name]) => [`add${name}`, add(type)])),
  getItems: ['| ItemType', itemsOf],
  getItemById: ['int', itemById],
  deleteItem: [
    'int | Item',
    (context, { id }, what: number | FormItemObject) =>
      changeForm(context, id, (state) => void state.items.splice(placeIn(state, what), 1)),
  ],
  moveItem: ['int, int | Item, int', moveItem],
};

const responses: Methods<Self> = {
  createResponse: ['', (_, { id }) => new FormResponseObject(id, { answers: [] })],
  getResponses: [
    '| date',
    (context, { id }, after?: Date) =>
      formState(context, id)
        .responses.filter(({ at }) => !after || at >= after.getTime())
        .map((response) => new FormResponseObject(id, response)),
  ],
  getResponse: [
    'string',
    (context, { id }, wanted: string) => {
      const found = formState(context, id).responses.find((response) => response.id === wanted);
      if (!found) throw new ServiceError('No response with the given ID could be found.');
      return new FormResponseObject(id, found);
    },
  ],
  deleteAllResponses: set('', (state) => void state.responses.splice(0)),
  deleteResponse: set('string', (state, id: string) => {
    state.responses = state.responses.filter((response) => response.id !== id);
  }),
  setDestination: [
    'DestinationType, string',
    (context, self, _: EnumValue, id: string) => {
      changeForm(context, self.id, (state) => addDestination(context, state, id));
      return self;
    },
  ],
  removeDestination: set('', (state) => {
    state.destination = undefined;
  }),
  getDestinationId: ask((state) => destination(state).id),
  getDestinationType: ask((state) => destination(state) && enumValue('DestinationType', 'SPREADSHEET')),
};

const settings: Methods<Self> = {
  ...setting('collectsEmail', 'setCollectEmail', false),
  ...setting('canEditResponse', 'setAllowResponseEdits', false),
  ...setting('hasLimitOneResponsePerUser', 'setLimitOneResponsePerUser', false),
  ...setting('hasProgressBar', 'setProgressBar', false),
  ...setting('hasRespondAgainLink', 'setShowLinkToRespondAgain', true),
  ...setting('isPublishingSummary', 'setPublishingSummary', false),
  ...setting('isQuiz', 'setIsQuiz', false),
  ...setting('getShuffleQuestions', 'setShuffleQuestions', false),
  ...setting('requiresLogin', 'setRequireLogin', false),
  ...setting('getConfirmationMessage', 'setConfirmationMessage', ''),
  ...setting('getCustomClosedFormMessage', 'setCustomClosedFormMessage', ''),
};

const people: Methods<Self> = {
  getEditors: [
    '',
    (context, { id }) => [itemOf(context, id).owner, ...(itemOf(context, id).editors ?? [])].map((each) => new UserObject(each)),
  ],
  addEditor: [
    'string | User',
    (context, self, person: string | UserObject) => {
      grant(context, self.id, email(person), 'EDIT');
      return self;
    },
  ],
  addEditors: [
    'string[]',
    (context, self, emails: string[]) => {
      for (const each of emails) grant(context, self.id, each, 'EDIT');
      return self;
    },
  ],
  removeEditor: [
    'string | User',
    (context, self, person: string | UserObject) => {
      revoke(context, self.id, email(person));
      return self;
    },
  ],
};

export const formMethods: Methods<Self> = {
  ...items,
  ...responses,
  ...settings,
  ...people,
  getId: ['', (_, { id }) => id],
  getTitle: ask(({ title }) => title),
  setTitle: set('string', (state, title: string) => void (state.title = title)),
  getDescription: ask(({ description }) => description),
  setDescription: set('string', (state, description: string) => void (state.description = description)),
  isPublished: ask(({ published }) => published),
  // a form that nobody can open takes no answers
  setPublished: set('boolean', (state, published: boolean) => void Object.assign(state, { published, accepting: published })),
  isAcceptingResponses: ask(({ accepting }) => accepting),
  setAcceptingResponses: set('boolean', (state, accepting: boolean) => void (state.accepting = accepting)),
  getEditUrl: ['', (_, { id }) => `https://docs.google.com/forms/d/${id}/edit`],
  getPublishedUrl: ['', (_, { id }) => publishedAddress(id)],
  getSummaryUrl: ['', (_, { id }) => `https://docs.google.com/forms/d/${id}/viewanalytics`],
  shortenFormUrl: ['string', (_, { id }) => `https://forms.gle/${id.slice(0, 17)}`],
};
