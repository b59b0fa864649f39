import type { ExecutionContext } from './execution-context.ts';
import { deliver } from './form-destination.ts';
import {
  type FormItemObject,
  FormResponseObject,
  FormItemObject as Item,
  ItemResponseObject,
  stateOfItem,
} from './form-objects.ts';
import { type Answer, type FormItem, formState, keepForm } from './form-state.ts';
import { checkAnswer } from './form-validation.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';
import { formatDate } from './simple-date-format.ts';

const invalid = ({ title }: FormItem): ServiceError => new ServiceError(`Invalid response submitted to question: ${title}`);

const two = (number: number): string => String(number).padStart(2, '0');

/** @throws ServiceError for what is not among the choices, unless the respondent may write something else */
function chosen(item: FormItem, values: readonly string[]): void {
  const known = (item.choices ?? []).map(({ value }) => value);
  if (!item.other && values.some((value) => !known.includes(value))) throw invalid(item);
}

function perRow<T extends Answer>(item: FormItem, answer: (string | string[] | null)[]): T {
  const { rows = [], columns = [] } = item;
  if (answer.length !== rows.length || answer.flat().some((each) => each !== null && !columns.includes(each)))
    throw invalid(item);
  return answer as T;
}

function within(item: FormItem, value: number): string {
  if (!Number.isInteger(value) || value < (item.lower ?? 1) || value > (item.upper ?? 5)) throw invalid(item);
  return String(value);
}

function clock(item: FormItem, ...parts: number[]): string {
  const limits = parts.length === 2 ? [23, 59] : [72, 59, 59];
  if (parts.some((part, i) => !Number.isInteger(part) || part < 0 || part > limits[i]!)) throw invalid(item);
  return parts.map(two).join(':');
}

const day = (item: FormItem, date: Date, zone: string, time = ''): string =>
  formatDate(date, zone, `${item.includesYear === false ? '' : 'yyyy-'}MM-dd${time}`);

/** Turns what the script gives into the answer that is kept. */
function makes(parameters: string, make: (item: FormItem, zone: string, ...args: never[]) => Answer): Method<FormItemObject> {
  return [
    parameters,
    (context, self, ...args: never[]) => {
      const item = stateOfItem(context, self);
      const answer = make(item, context.scriptZone, ...args);
      checkAnswer(item, answer);
      return new ItemResponseObject(self.form, self.id, answer);
    },
  ];
}

const one = makes('string', (item, _, value: string) => {
  chosen(item, [value]);
  return value;
});
const text = makes('string', (_, __, value: string) => value);

/** `createResponse` by class. */
export const RESPONSES: Readonly<Record<string, Method<FormItemObject>>> = {
  TextItem: text,
  ParagraphTextItem: text,
  ListItem: one,
  MultipleChoiceItem: one,
  CheckboxItem: makes('string[]', (item, _, values: string[]) => {
    chosen(item, values);
    return values;
  }),
  ScaleItem: makes('int', (item, _, value: number) => within(item, value)),
  GridItem: makes('string?[]', (item, _, answer: (string | null)[]) => perRow(item, answer)),
  CheckboxGridItem: makes('any[]', (item, _, answer: (string[] | null)[]) => perRow(item, answer)),
  DateItem: makes('date', (item, zone, date: Date) => day(item, date, zone)),
  DateTimeItem: makes('date', (item, zone, date: Date) => day(item, date, zone, ' HH:mm')),
  TimeItem: makes('int, int', (item, _, hour: number, minute: number) => clock(item, hour, minute)),
  DurationItem: makes('int, int, int', (item, _, hours: number, minutes: number, seconds: number) =>
    clock(item, hours, minutes, seconds),
  ),
};

export const itemResponseMethods: Methods<ItemResponseObject> = {
  getItem: ['', (_, { form, item }) => new Item('Item', form, item)],
  getResponse: ['', (_, { answer }) => answer],
};

type Self = FormResponseObject;

/** In the order of the form; an answer to an item that is gone is gone, too. */
function itemResponses(context: ExecutionContext, { form, response }: Self): ItemResponseObject[] {
  return formState(context, form).items.flatMap(({ id }) => {
    const found = response.answers.find(({ item }) => item === id);
    return found ? [new ItemResponseObject(form, id, found.answer)] : [];
  });
}

function withItemResponse(_: ExecutionContext, self: Self, { item, answer }: ItemResponseObject): Self {
  const answers = [...self.response.answers.filter((each) => each.item !== item), { item, answer }];
  return Object.assign(self, { response: { ...self.response, answers } });
}

/** From a script this fires no trigger (platform.md §2). */
function submit(context: ExecutionContext, { form, response }: Self): Self {
  context.commit();
  const { files } = context.surroundings;
  const email = context.user.email;
  const kept = deliver(context.surroundings, form, response.answers, context.now(), email);
  keepForm(files, form);
  return new FormResponseObject(form, kept);
}

export const publishedAddress = (form: string): string =>
  `https://docs.google.com/forms/d/e/1FAIpQL${form.slice(0, 38)}/viewform`;

function prefilled(context: ExecutionContext, self: Self): string {
  const fields = itemResponses(context, self).flatMap(({ item, answer }) =>
    [answer].flat(2).map((value) => `&entry.${item}=${encodeURIComponent(String(value ?? ''))}`),
  );
  return `${publishedAddress(self.form)}?usp=pp_url${fields.join('')}`;
}

export const formResponseMethods: Methods<Self> = {
  getId: ['', (_, { response }) => response.id ?? null],
  getTimestamp: ['', (_, { response }) => (response.at === undefined ? null : new Date(response.at))],
  getRespondentEmail: ['', (_, { response }) => response.email ?? ''],
  getItemResponses: ['', itemResponses],
  getResponseForItem: [
    'Item',
    (context, self, { id }: FormItemObject) => itemResponses(context, self).find(({ item }) => item === id) ?? null,
  ],
  withItemResponse: ['ItemResponse', withItemResponse],
  submit: ['', submit],
  toPrefilledUrl: ['', prefilled],
  getEditResponseUrl: ['', (_, { form, response }) => `${publishedAddress(form)}?edit2=${response.id ?? ''}`],
};
