import { element, freshId } from '../element.ts';
import type { Control, ControlSetting } from './control.ts';

export interface RadioChoice {
  value: string;
  /** what is read out */
  label: string;
  face: (Node | string)[];
}

/**
 * One of a few, as a radio group: arrows move, Space chooses. Where nothing is required a second click, Delete or Backspace
 * takes the choice back, which radios cannot do by themselves.
 */
export function radioControl(
  setting: ControlSetting,
  choices: RadioChoice[],
  look: string,
  marked: (index: number) => void,
): Control {
  const { field, id, changed } = setting;
  const name = freshId('radio');
  let before = '';
  const radios = choices.map(({ value, label }) =>
    element('input', {
      type: 'radio',
      name,
      value,
      'aria-label': label,
      on: {
        change: () => {
          before = value;
          show();
          changed();
        },
        click: (event) => {
          if (event.detail > 0 && before === value && pressed === value) clear();
        },
        keydown: (event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') clear();
        },
      },
    }),
  );
  let pressed = '';
  const read = () => radios.find((radio) => radio.checked)?.value ?? '';
  const show = () => marked(radios.findIndex((radio) => radio.checked));
  const clear = () => {
    if (field.required || read() === '') return;
    for (const radio of radios) radio.checked = false;
    before = pressed = '';
    show();
    changed();
  };
  const group = element(
    'div',
    {
      id,
      class: look,
      role: 'radiogroup',
      'aria-required': field.required ? 'true' : undefined,
      on: {
        pointerdown: () => {
          pressed = read();
        },
      },
    },
    ...choices.map(({ face }, index) => element('label', {}, radios[index], element('span', { 'aria-hidden': 'true' }, ...face))),
  );
  return {
    element: group,
    target: group,
    labelled: 'group',
    read,
    write: (value) => {
      for (const radio of radios) radio.checked = radio.value === value;
      before = read();
      show();
    },
  };
}
