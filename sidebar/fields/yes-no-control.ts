import { element } from '../element.ts';
import type { Control, ControlSetting } from './control.ts';

/** Values as a checkbox cell shows them. */
const yes = 'TRUE';
const no = 'FALSE';

export function yesNoControl({ field, id, changed }: ControlSetting): Control {
  const box = element('input', { id, type: 'checkbox', on: { change: changed } });
  return {
    element: element('label', { class: 'tick' }, box, element('span', {}, field.label)),
    target: box,
    labelled: 'inline',
    read: () => (box.checked ? yes : no),
    write: (value) => {
      box.checked = value.toUpperCase() === yes;
    },
  };
}
