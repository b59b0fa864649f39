import type { ExecutionContext } from './execution-context.ts';
import { FormObject, FormValidationObject } from './form-objects.ts';
import { createForm, formState } from './form-state.ts';
import type { GlobalService } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

function openById(context: ExecutionContext, _: GlobalService, id: string): FormObject {
  context.lookup('lookup');
  formState(context, id);
  return new FormObject(id);
}

function openByUrl(context: ExecutionContext, self: GlobalService, url: string): FormObject {
  const id = /^https:\/\/docs\.google\.com\/forms\/d\/([\w-]{20,})(\/|$)/.exec(url)?.[1];
  if (!id) throw new ServiceError('Invalid argument: url');
  return openById(context, self, id);
}

const build = (type: string): Method<GlobalService> => ['', () => new FormValidationObject(type)];

export const formAppMethods: Methods<GlobalService> = {
  create: [
    'string | string, boolean',
    (context, _, title: string, published: boolean = true) => new FormObject(createForm(context, title, published)),
  ],
  openById: ['string', openById],
  openByUrl: ['string', openByUrl],
  // the script belongs to a spreadsheet
  getActiveForm: ['', () => null],
  createTextValidation: build('TextValidationBuilder'),
  createParagraphTextValidation: build('ParagraphTextValidationBuilder'),
  createCheckboxValidation: build('CheckboxValidationBuilder'),
  createGridValidation: build('GridValidationBuilder'),
  createCheckboxGridValidation: build('CheckboxGridValidationBuilder'),
};
