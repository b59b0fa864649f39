import { combobox } from './combobox.ts';
import type { Control, ControlSetting } from './control.ts';

/** More would be scrolled past: another letter finds faster. */
const mostShown = 50;

/** Free text with a list of usual values under it, for example the models a shop sells. */
export function suggestControl({ field, id, texts, changed }: ControlSetting): Control {
  const known = field.suggestions ?? [];
  const box = combobox({
    id,
    texts,
    placeholder: field.placeholder ?? texts.optionHint,
    required: field.required,
    delay: 0,
    openEmpty: true,
    search: async (text) => {
      const wanted = text.toLowerCase();
      return known
        .filter((value) => value.toLowerCase().includes(wanted))
        .slice(0, mostShown)
        .map((value) => ({ value, label: value }));
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
