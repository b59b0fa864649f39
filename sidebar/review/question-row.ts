import type { MergeField } from '../../src/domain/api.ts';
import { element, freshId } from '../element.ts';
import type { Choice, Question } from './choices.ts';
import type { ReviewTexts } from './texts/zh-CN.ts';

/** A place that the arrow keys go to. */
export interface Stop {
  element: HTMLElement;
  focus(): void;
  /** takes what the key of this number stands for */
  pick(index: number): void;
}

export interface QuestionRow extends Stop {
  key: string;
  chosen(): Choice;
}

/** A value as people read it. */
export function faceOf({ kind }: Pick<MergeField, 'kind'>, text: string, texts: ReviewTexts): string {
  if (text === '') return texts.blank;
  if (kind === 'yesNo') return text === 'TRUE' ? texts.yes : text === 'FALSE' ? texts.no : text;
  return text;
}

/** The little figure that stands for a customer in a group, and for the key that takes that customer's value. */
export const badge = (text: string) => element('span', { class: 'badge', 'aria-hidden': 'true' }, text);

/**
 * One field with the values to choose from, one under the other.
 *
 * @param places where a customer stands in the group, from 0; the key is one more
 * @param chosen a value that was chosen earlier and is still there
 */
export function questionRow(setting: {
  question: Question;
  places: ReadonlyMap<string, number>;
  texts: ReviewTexts;
  chosen?: string;
  /** what stood there before somebody changed it */
  before?: string;
  changed(): void;
}): QuestionRow {
  const { question, places, texts } = setting;
  const { field, choices } = question;
  const name = freshId('choice');
  const again = choices.findIndex(({ text }) => text === setting.chosen);
  const start = again >= 0 ? again : question.proposed;
  const placesOf = ({ owners, isJoined }: Choice) => (isJoined ? [places.size] : owners.map((number) => places.get(number) ?? 0));

  const radios = choices.map((_, at) =>
    element('input', { type: 'radio', name, checked: at === start, on: { change: () => setting.changed() } }),
  );
  const labels = choices.map((choice, at) =>
    element(
      'label',
      {},
      radios[at],
      badge(
        placesOf(choice)
          .map((place) => place + 1)
          .join(' '),
      ),
      element(
        'span',
        { class: choice.text === '' ? 'value blank' : 'value' },
        choice.isJoined && element('span', { class: 'keep-all' }, texts.joined),
        faceOf(field, choice.text, texts),
        at === question.proposed &&
          field.why !== undefined &&
          !choice.isJoined &&
          element('span', { class: 'why' }, texts.best(field.why)),
      ),
    ),
  );
  const frame = element(
    'fieldset',
    { class: 'compare', 'data-field': field.key },
    element('legend', {}, field.label),
    ...labels,
    setting.before !== undefined &&
      element('p', { class: 'line line-warning' }, texts.changedNow(faceOf(field, setting.before, texts))),
  );
  const checked = () => radios.findIndex((radio) => radio.checked);

  return {
    key: field.key,
    element: frame,
    chosen: () => choices[Math.max(checked(), 0)]!,
    focus: () => radios[Math.max(checked(), 0)]!.focus(),
    pick(index) {
      const at = choices.findIndex((choice) => placesOf(choice).includes(index));
      if (at < 0) return;
      radios[at]!.checked = true;
      radios[at]!.focus();
      setting.changed();
    },
  };
}

/** A field with nothing to choose. */
export function plainRow({ field, choices, proposed, kind }: Question, texts: ReviewTexts): HTMLElement {
  return element(
    'div',
    { class: 'plain-field' },
    element('p', { class: 'help' }, field.label),
    element('p', {}, faceOf(field, choices[proposed]!.text, texts)),
    kind === 'fixed' && element('p', { class: 'help' }, field.why ?? texts.fixed),
  );
}
