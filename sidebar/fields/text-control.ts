import type { FieldKind } from '../../src/domain/dictionary/types.ts';
import { element } from '../element.ts';
import type { Control, ControlSetting } from './control.ts';

const inputs: { [K in FieldKind]?: { type: string; inputmode?: string } } = {
  phone: { type: 'tel' },
  email: { type: 'email' },
  money: { type: 'text', inputmode: 'decimal' },
  integer: { type: 'text', inputmode: 'numeric' },
};

/** One line of text; the unit, where there is one, stands behind the value inside the same box. */
export function textControl({ field, id, changed }: ControlSetting): Control {
  const input = element('input', {
    id,
    type: 'text',
    ...inputs[field.kind],
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'next',
    placeholder: field.placeholder,
    'aria-required': field.required ? 'true' : undefined,
    on: { input: changed },
  });
  const box = field.unit
    ? element('div', { class: 'box' }, input, element('span', { class: 'unit', 'aria-hidden': 'true' }, field.unit))
    : input;
  return {
    element: box,
    target: input,
    labelled: 'for',
    read: () => input.value,
    write: (value) => {
      input.value = value;
    },
  };
}
