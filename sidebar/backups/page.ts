import type { BackupItem, BackupList } from '../../src/domain/backup/backup-api.ts';
import type { Answer } from '../client.ts';
import { type Child, element } from '../element.ts';
import { icon } from '../icon.ts';
import { backLink } from '../views/back-link.ts';
import type { View } from '../views/shell.ts';
import type { BackupsTexts } from './texts/zh-CN.ts';

/** What the views of this page need of it. */
export interface BackupsPage {
  texts: BackupsTexts;
  list: BackupList;
  show(view: View): void;
  /** Goes back to the backups, with what is known of them now, and a sentence on what was done. */
  openList(said?: { text: string; ok: boolean }): void;
  openPlan(): void;
  /** @param isStaged a file that was put aside: it goes when nothing comes of it */
  openScope(backup: BackupItem, isStaged?: boolean): void;
  /** Puts a backup file together and downloads it. */
  download(): void;
  openFile(): void;
}

/** A button that names what it does. */
export const button = (kind: 'filled' | 'quiet' | 'link', label: string, act: () => void): HTMLButtonElement =>
  element('button', { type: 'button', class: kind, on: { click: act } }, label);

/** A view: a scrolling part and the sticky foot with its line and buttons. */
export function pageView(parts: { body: Child[]; back?: { label: string; act(): void }; buttons: HTMLElement[] }): View & {
  /** Says something in the foot; while `running` nothing can be pressed. */
  say(text: string, tone?: 'plain' | 'wrong', running?: boolean): void;
} {
  const line = element('p', { class: 'foot-line', role: 'status' });
  const bar = element('div', { class: 'progress', hidden: true, 'aria-hidden': 'true' });
  const foot = element('div', { class: 'foot' }, bar, line, element('div', { class: 'buttons' }, ...parts.buttons));
  const body = element('div', { class: 'scroll backups' }, parts.back && backLink(parts.back), ...parts.body);
  const view = element('div', { class: 'view' }, body, foot);
  return {
    element: view,
    shown: () => view.querySelector<HTMLElement>('h1')?.focus(),
    say(text, tone = 'plain', running = false) {
      line.textContent = text;
      line.className = `foot-line tone-${tone}`;
      bar.hidden = !running;
      for (const each of view.querySelectorAll('button, input')) (each as HTMLButtonElement).disabled = running;
    },
  };
}

/** Why nothing came of a call, as a sentence. */
export const whyNot = (answer: Exclude<Answer<unknown>, { kind: 'answer' }>, texts: BackupsTexts): string =>
  answer.kind === 'refused' ? answer.message : texts.lost;

/** It is done: what, and the way on. */
export function doneView(page: BackupsPage, message: string, undo?: () => void): View {
  const { texts } = page;
  const buttons = [button('filled', texts.toList, () => page.openList())];
  if (undo) buttons.unshift(button('quiet', texts.undo, undo));
  return pageView({
    body: [element('div', { class: 'seal' }, icon('done')), element('h1', { tabindex: -1 }, message)],
    buttons,
  });
}
