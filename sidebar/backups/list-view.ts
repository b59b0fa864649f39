import type { BackupItem } from '../../src/domain/backup/backup-api.ts';
import { call, callPatiently } from '../client.ts';
import { element } from '../element.ts';
import type { View } from '../views/shell.ts';
import { type BackupsPage, button, pageView, whyNot } from './page.ts';

const hues: Record<BackupItem['state'], string> = {
  begun: 'blue',
  complete: 'green',
  checked: 'green',
  failed: 'red',
  damaged: 'red',
};

const isWhole = ({ state }: BackupItem): boolean => state === 'complete' || state === 'checked';

/** The plan, the backups there are, and what can be done with each. */
export function listView(page: BackupsPage, said?: { text: string; ok: boolean }): View {
  const { texts, list } = page;
  const { plan, backups, notice, cannot, file } = list;

  async function backUp() {
    view.say(texts.backingUp, 'plain', true);
    const answer = await callPatiently('backUpNow', {});
    if (answer.kind !== 'answer') return lookAgain(whyNot(answer, texts));
    page.list = answer.value.list;
    page.openList({ text: answer.value.message, ok: answer.value.ok });
  }

  async function check({ id }: BackupItem) {
    view.say(texts.checking, 'plain', true);
    const answer = await callPatiently('checkBackup', { backup: id });
    if (answer.kind !== 'answer') return lookAgain(whyNot(answer, texts));
    page.list = answer.value.list;
    page.openList({ text: answer.value.message, ok: answer.value.ok });
  }

  /** After a lost answer the list tells what became of it. */
  async function lookAgain(text: string) {
    const answer = await call('getBackups', {});
    if (answer.kind === 'answer') page.list = answer.value;
    page.openList({ text, ok: false });
  }

  const item = (backup: BackupItem): HTMLElement =>
    element(
      'li',
      { class: 'backup' },
      element(
        'div',
        { class: 'backup-head' },
        element('span', { class: 'backup-when' }, backup.when),
        element(
          'span',
          { class: `state hue-${hues[backup.state]}` },
          element('span', { class: 'dot' }),
          texts.state[backup.state],
        ),
      ),
      element(
        'p',
        { class: 'help' },
        [
          backup.url === undefined ? texts.keptHere : texts.kind[backup.kind],
          ...(isWhole(backup) ? [texts.rows(backup.rows)] : []),
        ].join(' · '),
      ),
      (isWhole(backup) || backup.state === 'damaged') &&
        element(
          'div',
          { class: 'backup-acts' },
          isWhole(backup) && button('link', texts.restore, () => page.openScope(backup)),
          button('link', texts.check, () => void check(backup)),
          backup.url !== undefined && element('a', { href: backup.url, target: '_blank', rel: 'noopener' }, texts.look),
        ),
    );

  const keeps = texts.keeps(plan.daily, plan.weekly, plan.monthly);
  const view = pageView({
    body: [
      element('h1', { tabindex: -1 }, texts.title),
      cannot !== undefined && element('p', { class: 'help' }, cannot),
      notice !== undefined && element('p', { class: 'note', role: 'alert' }, notice),
      cannot === undefined &&
        element(
          'div',
          { class: 'plan-line' },
          element('span', { class: 'help' }, plan.on ? texts.planOn(plan.every, keeps) : texts.planOff),
          button('link', texts.changePlan, () => page.openPlan()),
        ),
      element(
        'div',
        { class: 'plan-line file-line' },
        element('span', { class: 'help' }, file ? texts.fileLast(file.when, file.rows) : texts.fileNever),
        cannot === undefined &&
          element(
            'span',
            { class: 'backup-acts' },
            button('link', texts.download, () => page.download()),
            button('link', texts.fromFile, () => page.openFile()),
          ),
      ),
      backups.length > 0
        ? element('ul', { 'aria-label': texts.title }, ...backups.map(item))
        : cannot === undefined && element('p', {}, texts.none),
    ],
    buttons:
      cannot === undefined
        ? [button('filled', texts.backUp, () => void backUp())]
        : [button('quiet', texts.fromFile, () => page.openFile()), button('filled', texts.downloadFile, () => page.download())],
  });
  if (said) view.say(said.text, said.ok ? 'plain' : 'wrong');
  return view;
}
