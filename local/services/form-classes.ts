import { formMethods } from './form.ts';
import { formAppMethods } from './form-app.ts';
import { choiceMethods, ITEM_METHODS } from './form-item.ts';
import type { FormItemObject } from './form-objects.ts';
import { formResponseMethods, itemResponseMethods, RESPONSES } from './form-response.ts';
import { VALIDATION_BUILDERS } from './form-validation.ts';
import { type ServiceClass, serviceClass } from './service-class.ts';

const ENUMS = Object.fromEntries(
  ['Alignment', 'DestinationType', 'FeedbackType', 'ItemType', 'PageNavigationType'].map((name) => [name, name]),
);

const BUILT = ['TextValidation', 'ParagraphTextValidation', 'CheckboxValidation', 'GridValidation', 'CheckboxGridValidation'];

/** The classes of `FormApp`. */
export const FORM_CLASSES: Readonly<Record<string, ServiceClass>> = {
  FormApp: serviceClass('FormApp', [formAppMethods], ENUMS),
  Form: serviceClass('FormApp.Form', [formMethods]),
  FormResponse: serviceClass('FormApp.FormResponse', [formResponseMethods]),
  ItemResponse: serviceClass('FormApp.ItemResponse', [itemResponseMethods]),
  Choice: serviceClass('FormApp.Choice', [choiceMethods]),
  ...Object.fromEntries(
    Object.entries(ITEM_METHODS).map(([name, methods]) => {
      const response = RESPONSES[name];
      return [name, serviceClass<FormItemObject>(`FormApp.${name}`, [methods, response ? { createResponse: response } : {}])];
    }),
  ),
  ...Object.fromEntries(
    Object.entries(VALIDATION_BUILDERS).map(([name, methods]) => [name, serviceClass(`FormApp.${name}`, [methods])]),
  ),
  ...Object.fromEntries(BUILT.map((name) => [name, serviceClass(`FormApp.${name}`, [])])),
};
