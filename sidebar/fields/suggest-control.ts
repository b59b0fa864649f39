import { combobox } from './combobox.ts';
import type { Control, ControlSetting } from './control.ts';

/** Free text with a list of usual values under it, for example the models a shop sells. */
export function suggestControl({ field, id, texts, changed }: ControlSetting): Control {
  const options = field.options ?? [];
  const box = combobox({
    id,
    texts,
    placeholder: field.placeholder ?? texts.optionHint,
    required: field.required,
    delay: 0,
    openEmpty: true,
    search: async (text) => {
      const wanted = text.toLowerCase();
      return options
        .filter(({ value, label }) => label.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted))
        .slice(0, 50);
    },
    typed: changed,
    chosen: ({ value }) => {
      box.input.value = value;
      changed();
    },
    answered: () => {},
  });
  return {
    element: box.element,
    target: box.input,
    labelled: 'for',
    read: () => box.input.value,
    write: (value) => {
      box.input.value = value;
    },
  };
}
