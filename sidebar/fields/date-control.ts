import { element } from '../element.ts';
import { icon } from '../icon.ts';
import type { Control, ControlSetting } from './control.ts';

/**
 * A date typed in any usual notation (2026/1/2, 1月2日, 20260102), with the browser's calendar beside it.
 *
 * The calendar is a native date input laid invisibly over the button: `showPicker()` refuses to work in a page framed by
 * another origin, which is what a sidebar is, but a click on the native indicator always works. The keyboard types.
 */
export function dateControl({ field, id, texts, changed }: ControlSetting): Control {
  const input = element('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    placeholder: field.placeholder ?? '2026-01-02',
    'aria-required': field.required ? 'true' : undefined,
    on: { input: changed },
  });
  const calendar = element('input', {
    type: 'date',
    tabindex: -1,
    'aria-label': texts.openCalendar,
    title: texts.openCalendar,
    on: {
      pointerdown: () => {
        calendar.value = /^\d{4}-\d\d-\d\d$/.test(input.value) ? input.value : '';
      },
      change: () => {
        if (calendar.value === '') return;
        input.value = calendar.value;
        changed();
        input.focus();
      },
    },
  });
  return {
    element: element('div', { class: 'box' }, input, element('span', { class: 'calendar' }, icon('calendar'), calendar)),
    target: input,
    labelled: 'for',
    read: () => input.value,
    write: (value) => {
      input.value = value;
    },
  };
}
