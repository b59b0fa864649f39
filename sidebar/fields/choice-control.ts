import type { FormOption } from '../../src/domain/api.ts';
import { element } from '../element.ts';
import type { Control, ControlSetting } from './control.ts';
import { radioControl } from './radio-control.ts';

/** Up to this many options all lie open as chips; more would push the next field out of sight. */
const mostChips = 4;

export function choiceControl(setting: ControlSetting): Control {
  const options = setting.field.options ?? [];
  return options.length > 0 && options.length <= mostChips ? chips(setting, options) : list(setting, options);
}

function chips(setting: ControlSetting, options: FormOption[]): Control {
  const choices = options.map(({ value, label, hue }) => ({
    value,
    label,
    face: [element('i', { class: `dot hue-${hue}` }), label],
  }));
  return radioControl(setting, choices, 'chips', () => {});
}

function list({ field, id, texts, changed }: ControlSetting, options: FormOption[]): Control {
  const select = element(
    'select',
    { id, 'aria-required': field.required ? 'true' : undefined, on: { change: changed } },
    element('option', { value: '' }, texts.choose),
    ...options.map(({ value, label }) => element('option', { value }, label)),
  );
  return {
    element: select,
    target: select,
    labelled: 'for',
    read: () => select.value,
    write: (value) => {
      // A value that is no option any more stays to be seen and changed instead of vanishing.
      const known = value === '' || options.some((option) => option.value === value);
      if (!known) select.append(element('option', { value }, value));
      select.value = value;
    },
  };
}
