import { element, fill, freshId } from '../element.ts';
import type { Texts } from '../texts/zh-CN.ts';

export interface CompareRow {
  key: string;
  entered: string;
  element: HTMLElement;
  /** whether the entered value is to be written */
  taken(): boolean;
  /** the existing value the person has in sight */
  shown(): string;
  /** somebody has changed the value meanwhile: shows the new one */
  conflict(shown: string, now: string): void;
  tell(message: string): void;
  focus(): void;
}

/** One field with its two values to choose from. */
export function compareRow(setting: {
  key: string;
  label: string;
  existing: string;
  entered: string;
  /** a value as people read it */
  face(value: string): string;
  texts: Texts;
  changed(): void;
}): CompareRow {
  const { key, label, entered, face, texts } = setting;
  let existing = setting.existing;
  const name = freshId('compare');
  const radio = (checked: boolean) => element('input', { type: 'radio', name, checked, on: { change: () => mark() } });
  const keep = radio(existing !== '');
  const take = radio(existing === '');
  const old = element('span', { class: 'value' });
  const line = element('p', { class: 'line line-wrong', 'aria-live': 'polite' });

  function draw() {
    fill(old, existing === '' ? texts.blank : face(existing));
    old.classList.toggle('blank', existing === '');
  }

  function mark(silent = false) {
    frame.classList.toggle('is-taken', take.checked);
    line.textContent = '';
    if (!silent) setting.changed();
  }

  const choice = (input: HTMLInputElement, title: string, value: HTMLElement) =>
    element('label', {}, input, element('span', { class: 'which' }, title), value);
  const frame = element(
    'fieldset',
    { class: 'compare', 'data-field': key },
    element('legend', {}, label),
    choice(keep, texts.existing, old),
    choice(take, texts.entered, element('span', { class: 'value' }, face(entered))),
    line,
  );
  draw();
  mark(true);

  return {
    key,
    entered,
    element: frame,
    taken: () => take.checked,
    shown: () => existing,
    conflict(shown, now) {
      existing = now;
      draw();
      line.textContent = texts.changedNow(shown === '' ? texts.blank : face(shown));
    },
    tell(message) {
      line.textContent = message;
    },
    focus: () => (take.checked ? take : keep).focus(),
  };
}
