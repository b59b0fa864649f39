import type { ExecutionContext } from './execution-context.ts';
import {
  type Answer,
  type FormChoice,
  type FormItem,
  type FormResponseState,
  type FormValidation,
  formState,
} from './form-state.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

/** Every form, item and response holds ids only: what a script sees is looked up each time. */
export class FormObject extends ServiceObject {
  readonly type = 'Form';
  readonly id: string;

  constructor(id: string) {
    super();
    this.id = id;
  }
}

/** `TEXT` → `TextItem` */
export const CLASS_OF: Readonly<Record<string, string>> = {
  CHECKBOX: 'CheckboxItem',
  CHECKBOX_GRID: 'CheckboxGridItem',
  DATE: 'DateItem',
  DATETIME: 'DateTimeItem',
  DURATION: 'DurationItem',
  GRID: 'GridItem',
  LIST: 'ListItem',
  MULTIPLE_CHOICE: 'MultipleChoiceItem',
  PAGE_BREAK: 'PageBreakItem',
  PARAGRAPH_TEXT: 'ParagraphTextItem',
  SCALE: 'ScaleItem',
  SECTION_HEADER: 'SectionHeaderItem',
  TEXT: 'TextItem',
  TIME: 'TimeItem',
};

export class FormItemObject extends ServiceObject {
  /** `Item` as `getItems` gives it, or the class of its kind */
  readonly type: string;
  readonly form: string;
  readonly id: number;

  constructor(type: string, form: string, id: number) {
    super();
    this.type = type;
    this.form = form;
    this.id = id;
  }
}

/** @throws ServiceError when it was deleted */
export function stateOfItem(context: ExecutionContext, { form, id }: FormItemObject): FormItem {
  const item = formState(context, form).items.find((each) => each.id === id);
  if (!item) throw new ServiceError('The item has been deleted.');
  return item;
}

export class ChoiceObject extends ServiceObject {
  readonly type = 'Choice';
  readonly form: string;
  readonly choice: FormChoice;

  constructor(form: string, choice: FormChoice) {
    super();
    this.form = form;
    this.choice = choice;
  }
}

export class ItemResponseObject extends ServiceObject {
  readonly type = 'ItemResponse';
  readonly form: string;
  readonly item: number;
  readonly answer: Answer;

  constructor(form: string, item: number, answer: Answer) {
    super();
    this.form = form;
    this.item = item;
    this.answer = answer;
  }
}

export class FormResponseObject extends ServiceObject {
  readonly type = 'FormResponse';
  readonly form: string;
  readonly response: Pick<FormResponseState, 'answers'> & Partial<FormResponseState>;

  constructor(form: string, response: FormResponseObject['response']) {
    super();
    this.form = form;
    this.response = response;
  }
}

/** A rule for answers, and while it is being built. */
export class FormValidationObject extends ServiceObject {
  readonly type: string;
  validation: FormValidation | undefined;
  helpText: string | undefined;

  constructor(type: string, validation?: FormValidation) {
    super();
    this.type = type;
    this.validation = validation;
  }
}
