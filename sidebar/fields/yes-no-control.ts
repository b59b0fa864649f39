import { element } from '../element.ts';
import type { Control, ControlSetting } from './control.ts';

/** Values as a checkbox cell shows them. */
const yes = 'TRUE';
const no = 'FALSE';

export function yesNoControl({ field, id, changed }: ControlSetting): Control {
  let untouched = true;
  const change = () => {
    untouched = false;
    changed();
  };
  const box = element('input', { id, type: 'checkbox', on: { change } });
  return {
    element: element('label', { class: 'tick' }, box, element('span', {}, field.label)),
    target: box,
    labelled: 'inline',
    // Nobody has said no by leaving a box alone.
    read: () => (box.checked ? yes : untouched ? '' : no),
    write: (value) => {
      box.checked = value.toUpperCase() === yes;
      untouched = value === '';
    },
  };
}
