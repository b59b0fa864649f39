/** Alerts and prompts of scripts: the script waits for the answer, other people go on. */
import type { Button, ButtonSet, HostEvent } from '../host-contract.ts';
import { el, keepKeys } from './dom.ts';
import type { Texts } from './texts.ts';

type AlertEvent = Extract<HostEvent, { event: 'alert' }>;

const BUTTONS: Record<ButtonSet, Button[]> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

export interface Alerts {
  show(alert: AlertEvent): void;
  withdraw(id: string): void;
}

export function createAlerts(
  parent: HTMLElement,
  texts: () => Texts,
  answer: (id: string, button: Button, text?: string) => void,
): Alerts {
  const open = new Map<string, HTMLDialogElement>();

  function labelOf(button: Button): string {
    const words = texts();
    return { OK: words.ok, CANCEL: words.cancel, YES: words.yes, NO: words.no, CLOSE: words.close }[button];
  }

  function show(alert: AlertEvent): void {
    if (open.has(alert.id)) return;
    const input = alert.prompt ? el('input', { type: 'text', testId: 'alert-input', autocomplete: 'off' }) : undefined;
    const done = (button: Button) => {
      open.delete(alert.id);
      dialog.remove();
      answer(alert.id, button, input?.value);
    };
    const buttons = BUTTONS[alert.buttons].map((button, index) =>
      el(
        'button',
        { class: index === 0 ? 'primary' : 'plain', testId: `alert-${button}`, onclick: () => done(button) },
        labelOf(button),
      ),
    );
    const dialog = el(
      'dialog',
      { class: 'alert', testId: 'alert' },
      el(
        'button',
        { class: 'icon dialog-close', title: texts().close, testId: 'alert-CLOSE', onclick: () => done('CLOSE') },
        '×',
      ),
      alert.title ? el('h2', { testId: 'alert-title' }, alert.title) : undefined,
      el('p', { class: 'alert-message', testId: 'alert-message' }, alert.message),
      input,
      el('div', { class: 'buttons' }, ...buttons),
    );
    keepKeys(dialog);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      done('CLOSE');
    });
    input?.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) done(BUTTONS[alert.buttons][0]!);
    });
    open.set(alert.id, dialog);
    parent.append(dialog);
    dialog.showModal();
    (input ?? buttons[0])?.focus();
  }

  return {
    show,
    withdraw(id) {
      open.get(id)?.remove();
      open.delete(id);
    },
  };
}
