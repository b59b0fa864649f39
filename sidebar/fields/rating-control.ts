import { icon } from '../icon.ts';
import type { Control, ControlSetting } from './control.ts';
import { radioControl } from './radio-control.ts';

/** Stars from `min` (1) to `max` (5); every star up to the chosen one is filled. */
export function ratingControl(setting: ControlSetting): Control {
  const least = setting.field.min ?? 1;
  const most = setting.field.max ?? 5;
  const stars = Array.from({ length: most - least + 1 }, (_, index) => {
    const count = least + index;
    return { value: String(count), label: setting.texts.stars(count), face: [icon('star')] };
  });
  const control = radioControl(setting, stars, 'stars', (chosen) => {
    Array.from(control.element.children).forEach((star, index) => {
      star.classList.toggle('filled', index <= chosen);
    });
  });
  return control;
}
