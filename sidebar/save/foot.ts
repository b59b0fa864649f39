import { element, fill } from '../element.ts';

export interface FootButton {
  label: string;
  act(): void;
}

export interface Foot {
  element: HTMLElement;
  /** the usual buttons, with a line over them where there is something to say */
  rest(line?: string, tone?: 'plain' | 'wrong' | 'warning', extra?: FootButton): void;
  /** takes back a complaint about the form, which has been mended */
  calm(): void;
  busy(line: string): void;
  /** renames the filled button, and takes it out of use where there is nothing to do */
  name(label: string, useful: boolean): void;
  /** it did not work, and the one thing to do is to try again */
  retry(line: string, again: FootButton): void;
  /** a question in place of a dialog; the second answer is the harmless one and gets the focus */
  ask(line: string, main: FootButton, harmless: FootButton): void;
}

/** Milliseconds in which a new question takes no click: the second half of a double click on "save" must not answer it. */
const deaf = 500;

/** The part that always stays in sight: what is going on, and the view's one filled button. */
export function createFoot(label: string, quiet?: FootButton): Foot {
  let useful = true;
  let complaining = false;
  const line = element('p', { class: 'foot-line', role: 'status' });
  const bar = element('div', { class: 'progress', hidden: true, 'aria-hidden': 'true' });
  const buttons = element('div', { class: 'buttons' });
  const save = element('button', { type: 'submit', class: 'filled' }, label);

  const quietButton = ({ label, act }: FootButton) =>
    element('button', { type: 'button', class: 'quiet', on: { click: act } }, label);

  function say(text: string | undefined, tone: string, running: boolean) {
    line.textContent = text ?? '';
    line.className = `foot-line tone-${tone}`;
    bar.hidden = !running;
    save.disabled = running || !useful;
    complaining = false;
  }

  return {
    element: element('div', { class: 'foot' }, bar, line, buttons),
    rest(text, tone = 'plain', extra) {
      say(text, tone, false);
      fill(buttons, save, extra ? quietButton(extra) : quiet && quietButton(quiet));
      complaining = tone === 'wrong';
    },
    calm() {
      if (complaining) this.rest();
    },
    name(text, can) {
      save.textContent = text;
      useful = can;
      save.disabled = !can;
    },
    busy(text) {
      say(text, 'plain', true);
      fill(buttons, save);
    },
    retry(text, { label, act }) {
      say(text, 'wrong', false);
      const again = element('button', { type: 'button', class: 'filled', on: { click: act } }, label);
      fill(buttons, again);
      again.focus();
    },
    ask(text, yes, harmless) {
      say(text, 'warning', false);
      const since = Date.now();
      const answer = ({ label, act }: FootButton, look: string) =>
        element('button', { type: 'button', class: look, on: { click: () => Date.now() - since > deaf && act() } }, label);
      const safe = answer(harmless, 'quiet');
      fill(buttons, answer(yes, 'filled'), safe);
      safe.focus();
    },
  };
}
