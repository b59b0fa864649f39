import type { Locale } from '../../src/domain/locale.ts';
import { element } from '../element.ts';
import { icon } from '../icon.ts';
import type { View } from '../views/shell.ts';
import type { DecisionKind, Decisions } from './decisions.ts';
import { reviewTextsOf } from './texts/texts.ts';

const filled = (label: string, act: () => void) =>
  element('button', { type: 'button', class: 'filled', on: { click: act } }, label);

/** Nothing is listed: because nobody has looked yet, or because all is decided. */
export function emptyView(setting: {
  locale: Locale;
  listedAt?: string;
  check(say: (line: string, isBusy: boolean) => void): void;
}): View & { check(): void } {
  const texts = reviewTextsOf(setting.locale);
  const { listedAt } = setting;
  const heading = element('h1', { tabindex: -1 }, listedAt === undefined ? texts.neverListed : texts.nothingLeft);
  const line = element('p', { class: 'foot-line', role: 'status' });
  const bar = element('div', { class: 'progress', hidden: true, 'aria-hidden': 'true' });
  const check = filled(listedAt === undefined ? texts.check : texts.checkAgain, look);

  function look() {
    setting.check((text, isBusy) => {
      line.textContent = text;
      bar.hidden = !isBusy;
      check.disabled = isBusy;
      if (!isBusy) check.focus();
    });
  }

  return {
    check: look,
    element: element(
      'div',
      { class: 'view', tabindex: -1 },
      element(
        'div',
        { class: 'scroll done' },
        listedAt !== undefined && element('div', { class: 'seal' }, icon('done')),
        heading,
        element('p', { class: 'help' }, listedAt === undefined ? texts.neverListedHelp : texts.listedAt(listedAt)),
      ),
      element('div', { class: 'foot' }, bar, line, element('div', { class: 'buttons' }, check)),
    ),
    shown: () => check.focus(),
  };
}

/** Everything was looked at: what was done, and what is still put off. */
export function finishedView(setting: {
  locale: Locale;
  decisions: Decisions;
  back?: { label: string; act(): void };
  again(): void;
  check(): void;
}): View & { draw(): void } {
  const { locale, decisions } = setting;
  const texts = reviewTextsOf(locale);
  const kinds: DecisionKind[] = ['merge', 'notSame', 'later'];
  const figures = new Map(kinds.map((kind) => [kind, element('dd', {})]));
  const heading = element('h1', { tabindex: -1 }, '');
  const again = element('button', { type: 'button', class: 'quiet wide', on: { click: setting.again } }, '');
  const leave = setting.back ?? { label: texts.checkAgain, act: setting.check };
  const go = filled(leave.label, leave.act);

  function draw() {
    const isBusy = decisions.isBusy();
    heading.textContent = isBusy ? texts.finishing : texts.finished;
    for (const [kind, place] of figures) place.textContent = texts.groups(decisions.done(kind).length.toLocaleString(locale));
    const putOff = decisions.done('later').length;
    again.hidden = putOff === 0;
    again.textContent = texts.laterAgain(putOff);
  }

  draw();
  return {
    draw,
    element: element(
      'div',
      { class: 'view', tabindex: -1 },
      element(
        'div',
        { class: 'scroll done' },
        element('div', { class: 'seal' }, icon('done')),
        heading,
        element('dl', { class: 'tally' }, ...kinds.flatMap((kind) => [element('dt', {}, texts.tally[kind]), figures.get(kind)])),
        again,
      ),
      element('div', { class: 'foot' }, element('div', { class: 'buttons' }, go)),
    ),
    shown: () => (again.hidden ? go : again).focus(),
  };
}
