import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { ChoiceObject, CLASS_OF, FormItemObject, type FormValidationObject, stateOfItem } from './form-objects.ts';
import { changeForm, type FormChoice, type FormItem, formState } from './form-state.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';

type Self = FormItemObject;

const ask = <T>(answer: (item: FormItem) => T): Method<Self> => ['', (context, self) => answer(stateOfItem(context, self))];

/** A change of one thing about the item. */
const set = <A extends unknown[]>(parameters: string, patch: (...args: A) => Partial<FormItem>): Method<Self> => [
  parameters,
  (context, self, ...args: never[]) => {
    changeItem(context, self, patch(...(args as unknown as A)));
    return self;
  },
];

function changeItem(context: ExecutionContext, self: Self, patch: Partial<FormItem>): void {
  const item = stateOfItem(context, self);
  changeForm(context, self.form, () => Object.assign(item, patch));
}

const indexOf = (context: ExecutionContext, { form, id }: Self): number =>
  formState(context, form).items.findIndex((each) => each.id === id);

/** A number of its own, as Google gives each item. */
export const newItemId = (context: ExecutionContext): number => Math.floor(context.surroundings.random() * 2 ** 31);

/** The copy stands at the end of the form. */
function duplicate(context: ExecutionContext, self: Self): Self {
  const copy = { ...structuredClone(stateOfItem(context, self)), id: newItemId(context) };
  changeForm(context, self.form, ({ items }) => items.push(copy));
  return new FormItemObject(self.type, self.form, copy.id);
}

const common: Methods<Self> = {
  getId: ask(({ id }) => id),
  getIndex: ['', indexOf],
  getTitle: ask(({ title }) => title),
  setTitle: set('string', (title: string) => ({ title })),
  getHelpText: ask(({ helpText }) => helpText),
  setHelpText: set('string', (helpText: string) => ({ helpText })),
  getType: ask(({ type }) => enumValue('ItemType', type)),
  duplicate: ['', duplicate],
};

/** An item as what it is. @throws ServiceError where it is something else */
function as(type: string): Method<Self> {
  return [
    '',
    (context, self) => {
      const item = stateOfItem(context, self);
      if (item.type !== type) throw new ServiceError(`Invalid conversion for item type: ${item.type}.`);
      return new FormItemObject(CLASS_OF[type]!, self.form, self.id);
    },
  ];
}

const question: Methods<Self> = {
  isRequired: ask(({ required }) => required === true),
  setRequired: set('boolean', (required: boolean) => ({ required })),
};

const points: Methods<Self> = {
  getPoints: ask((item) => item.points ?? 0),
  setPoints: set('int', (given: number) => ({ points: given })),
};

function choicesOf(context: ExecutionContext, self: Self): ChoiceObject[] {
  return (stateOfItem(context, self).choices ?? []).map((choice) => new ChoiceObject(self.form, choice));
}

function named(choices: FormChoice[]): Partial<FormItem> {
  if (choices.length === 0) throw new ServiceError('Array is empty: choices');
  return { choices };
}

function createChoice(
  _: ExecutionContext,
  { form }: Self,
  value: string,
  more?: boolean | EnumValue | FormItemObject,
): ChoiceObject {
  if (typeof more === 'boolean') return new ChoiceObject(form, { value, isCorrect: more });
  if (more instanceof FormItemObject) return new ChoiceObject(form, { value, navigation: 'GO_TO_PAGE', page: more.id });
  return new ChoiceObject(form, more ? { value, navigation: more.name } : { value });
}

const choices = (overloads: string): Methods<Self> => ({
  getChoices: ['', choicesOf],
  setChoices: set('Choice[]', (given: ChoiceObject[]) => named(given.map(({ choice }) => choice))),
  setChoiceValues: set('string[]', (values: string[]) => named(values.map((value) => ({ value })))),
  createChoice: [overloads, createChoice],
});

const other: Methods<Self> = {
  hasOtherOption: ask((item) => item.other === true),
  showOtherOption: set('boolean', (shown: boolean) => ({ other: shown })),
};

const lines: Methods<Self> = {
  getRows: ask(({ rows }) => rows ?? ['']),
  setRows: set('string[]', (rows: string[]) => ({ rows })),
  getColumns: ask(({ columns }) => columns ?? ['']),
  setColumns: set('string[]', (columns: string[]) => ({ columns })),
};

const year: Methods<Self> = {
  includesYear: ask(({ includesYear }) => includesYear !== false),
  setIncludesYear: set('boolean', (includesYear: boolean) => ({ includesYear })),
};

const validated = (type: string): Methods<Self> => ({
  setValidation: set(type, ({ validation }: FormValidationObject) => ({ validation: validation! })),
  clearValidation: set('', () => ({ validation: undefined })),
});

function bounds(lower: number, upper: number): Partial<FormItem> {
  if (![0, 1].includes(lower) || !Number.isInteger(upper) || upper < 3 || upper > 10) {
    throw new ServiceError('Invalid argument: bounds. The lower one is 0 or 1, the upper one 3 to 10.');
  }
  return { lower, upper };
}

const scale: Methods<Self> = {
  getLowerBound: ask(({ lower }) => lower ?? 1),
  getUpperBound: ask(({ upper }) => upper ?? 5),
  setBounds: set('int, int', bounds),
  getLeftLabel: ask(({ labels }) => labels?.[0] ?? ''),
  getRightLabel: ask(({ labels }) => labels?.[1] ?? ''),
  setLabels: set('string, string', (left: string, right: string) => ({ labels: [left, right] as [string, string] })),
};

/** Where a page, or a choice, leads. */
const target = (form: string, page: number | undefined): FormItemObject | null =>
  page === undefined ? null : new FormItemObject('PageBreakItem', form, page);

const pages: Methods<Self> = {
  getGoToPage: ['', (context, self) => target(self.form, stateOfItem(context, self).page)],
  getPageNavigationType: ask(({ navigation }) => enumValue('PageNavigationType', navigation ?? 'CONTINUE')),
  setGoToPage: set('PageBreakItem | PageNavigationType', (to: FormItemObject | EnumValue) =>
    to instanceof FormItemObject ? { navigation: 'GO_TO_PAGE', page: to.id } : { navigation: to.name, page: undefined },
  ),
};

const BASIC = 'string | string, boolean';
const LEADING = `${BASIC} | string, PageBreakItem | string, PageNavigationType`;

/** By class; how each makes a response is said in `form-response.ts`. */
export const ITEM_METHODS: Readonly<Record<string, Methods<Self>>> = {
  CheckboxItem: { ...common, ...question, ...points, ...choices(BASIC), ...other, ...validated('CheckboxValidation') },
  CheckboxGridItem: { ...common, ...question, ...lines, ...validated('CheckboxGridValidation') },
  DateItem: { ...common, ...question, ...points, ...year },
  DateTimeItem: { ...common, ...question, ...points, ...year },
  DurationItem: { ...common, ...question, ...points },
  GridItem: { ...common, ...question, ...lines, ...validated('GridValidation') },
  ListItem: { ...common, ...question, ...points, ...choices(LEADING) },
  MultipleChoiceItem: { ...common, ...question, ...points, ...choices(LEADING), ...other },
  PageBreakItem: { ...common, ...pages },
  ParagraphTextItem: { ...common, ...question, ...points, ...validated('ParagraphTextValidation') },
  ScaleItem: { ...common, ...question, ...points, ...scale },
  SectionHeaderItem: common,
  TextItem: { ...common, ...question, ...points, ...validated('TextValidation') },
  TimeItem: { ...common, ...question, ...points },
  Item: { ...common, ...Object.fromEntries(Object.entries(CLASS_OF).map(([type, name]) => [`as${name}`, as(type)])) },
};

export const choiceMethods: Methods<ChoiceObject> = {
  getValue: ['', (_, { choice }) => choice.value],
  isCorrectAnswer: ['', (_, { choice }) => choice.isCorrect === true],
  getGotoPage: ['', (_, { form, choice }) => target(form, choice.page)],
  getPageNavigationType: ['', (_, { choice }) => (choice.navigation ? enumValue('PageNavigationType', choice.navigation) : null)],
};
