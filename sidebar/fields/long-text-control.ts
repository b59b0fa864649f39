import { element } from '../element.ts';
import type { Control, ControlSetting } from './control.ts';

/** Several lines; grows with what is typed, so that nothing typed is ever scrolled out of sight. */
export function longTextControl({ field, id, changed }: ControlSetting): Control {
  const input = element('textarea', {
    id,
    rows: 2,
    autocomplete: 'off',
    placeholder: field.placeholder,
    'aria-required': field.required ? 'true' : undefined,
    on: {
      input: () => {
        grow();
        changed();
      },
    },
  });
  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight + 2}px`;
  };
  return {
    element: input,
    target: input,
    labelled: 'for',
    read: () => input.value,
    write: (value) => {
      input.value = value;
      if (input.isConnected) grow();
    },
  };
}
