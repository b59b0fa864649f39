import { element, fill } from '../element.ts';
import { icon } from '../icon.ts';
import type { Decision, Decisions } from './decisions.ts';
import type { ReviewTexts } from './texts/zh-CN.ts';

/** What has just been decided and what came of it, over the next group: undo is right here. */
export function newsStrip(
  texts: ReviewTexts,
  decisions: Decisions,
  act: { look(decision: Decision): void },
): { element: HTMLElement; draw(): void; say(line: string): void } {
  const status = element('p', { class: 'unseen', role: 'status' });
  const strip = element('section', { class: 'news', 'aria-label': texts.newsLabel, hidden: true });

  function saying(decision: Decision): string {
    const { kind, names, message } = decision;
    switch (decision.state) {
      case 'running':
        return { merge: texts.merging, notSame: texts.judging, later: texts.puttingOff }[kind](names);
      case 'confirming':
        return texts.confirming(names);
      case 'undoing':
        return texts.undoing(names);
      case 'unsure':
        return message || (kind === 'merge' ? texts.unsureMerge : texts.unsureVerdict)(names);
      default:
        return message;
    }
  }

  const link = (label: string, work: () => void, name?: string) =>
    element('button', { type: 'button', class: 'link', 'aria-label': name, on: { click: work } }, label);

  function item(decision: Decision) {
    const { state } = decision;
    const isWrong = state === 'unsure' || state === 'failed';
    const isRunning = state === 'running' || state === 'confirming' || state === 'undoing';
    return element(
      'div',
      { class: isWrong ? 'news-item is-wrong' : 'news-item', 'aria-busy': isRunning ? 'true' : undefined },
      isRunning && element('div', { class: 'progress', 'aria-hidden': 'true' }),
      (state === 'done' || state === 'undone') && icon('done'),
      element('p', {}, saying(decision)),
      isWrong && decision.canRetry && link(texts.retry, () => decisions.retry(decision)),
      state === 'failed' && !decision.canRetry && link(texts.look, () => act.look(decision)),
      state === 'done' && link(texts.undo, () => decisions.undo()),
    );
  }

  return {
    element: element('div', { class: 'news-place' }, status, strip),
    draw() {
      const last = decisions.last();
      const open = decisions.open();
      const shown = last && !open.includes(last) ? [...open, last] : open;
      strip.hidden = shown.length === 0;
      // Whoever has just used a button of the strip goes on from there.
      const hadFocus = strip.contains(document.activeElement);
      fill(strip, ...shown.map(item));
      if (hadFocus)
        (
          strip.querySelector<HTMLElement>('button') ?? strip.parentElement?.parentElement?.querySelector<HTMLElement>('form')
        )?.focus();
      status.textContent = shown.map(saying).join(' ');
    },
    say(line) {
      status.textContent = line;
    },
  };
}
