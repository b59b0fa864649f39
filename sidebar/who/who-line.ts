import type { Locale } from '../../src/domain/locale.ts';
import { call } from '../client.ts';
import { element, fill } from '../element.ts';
import { whoTextsOf } from './texts.ts';

/** As much as the log takes. */
const longest = 30;

/**
 * Puts a line at the foot of the page that says under which name the change log knows whoever is here, and lets them say
 * it once: Google does not tell a script like this one.
 *
 * @param name empty: none was chosen yet; undefined: the page was not told, and says nothing
 */
export function whoLine(name: string | undefined, locale: Locale): void {
  if (name === undefined) return;
  const texts = whoTextsOf(locale);
  const line = element('footer', { class: 'who-line' });
  document.getElementById('app')!.after(line);
  let known = name;

  const link = (label: string, act: () => void) =>
    element('button', { type: 'button', class: 'link', on: { click: act } }, label);

  function rest(isBack = false) {
    const change = link(known === '' ? texts.say : texts.change, edit);
    fill(line, element('span', {}, known === '' ? texts.unknown : texts.known(known)), ' ', change);
    if (isBack) change.focus();
  }

  function edit() {
    const input = element('input', {
      type: 'text',
      value: known,
      'aria-label': texts.label,
      placeholder: texts.hint,
      autocomplete: 'off',
    });
    input.maxLength = longest;
    const status = element('p', { class: 'line', role: 'status' });
    const save = element('button', { type: 'submit', class: 'quiet' }, texts.save);
    let isSaving = false;

    async function keep() {
      const chosen = input.value.replace(/\s+/g, ' ').trim();
      if (isSaving) return;
      if (chosen === '' || chosen === known) return rest(true);
      isSaving = save.disabled = true;
      status.textContent = texts.saving;
      const answer = await call('chooseName', { name: chosen });
      isSaving = save.disabled = false;
      if (answer.kind === 'answer' && answer.value.ok) {
        known = chosen;
        return rest(true);
      }
      status.textContent =
        answer.kind === 'lost' ? texts.failed : answer.kind === 'refused' ? answer.message : answer.value.message;
      input.focus();
    }

    fill(
      line,
      element(
        'form',
        {
          on: {
            submit: (event) => {
              event.preventDefault();
              void keep();
            },
            keydown: (event) => {
              if (event.key === 'Escape' && !event.isComposing) rest(true);
            },
          },
        },
        element('p', {}, texts.label),
        input,
        save,
        link(texts.cancel, () => rest(true)),
        status,
      ),
    );
    input.select();
  }

  rest();
}
