import type { BackupComparison, BackupItem } from '../../src/domain/backup/backup-api.ts';
import { call, callPatiently } from '../client.ts';
import { element } from '../element.ts';
import type { View } from '../views/shell.ts';
import { type BackupsPage, button, doneView, pageView, whyNot } from './page.ts';
import type { Scope } from './scope-view.ts';

const hues = { back: 'green', gone: 'red', changed: 'amber' } as const;

type TabChange = BackupComparison['tabs'][number];

/** What a restore would change, before anything is changed, and the button that names it. */
export function comparisonView(
  page: BackupsPage,
  { backup, scope, comparison, back }: { backup: BackupItem; scope: Scope; comparison: BackupComparison; back: View },
): View {
  const { texts } = page;
  const changed = comparison.tabs.filter(({ state }) => state !== 'same');
  const label = scope.customers
    ? texts.confirmCustomers(scope.customers.length)
    : scope.tabs
      ? texts.confirmTabs(scope.tabs.length)
      : texts.confirmWhole;

  const line = ({ number, title, change, fields }: TabChange['examples'][number]) =>
    element(
      'li',
      { class: `hue-${hues[change]}` },
      element('span', { class: 'number' }, number),
      [title, texts.change[change], ...(fields ? [texts.fields(fields)] : [])].filter(Boolean).join(' · '),
    );

  const part = ({ tab, message, state, examples }: TabChange) =>
    element(
      'section',
      { class: state === 'same' ? 'change same' : 'change', 'aria-label': tab },
      element('p', {}, message),
      examples.length > 0 && element('ul', {}, ...examples.map(line)),
    );

  async function restore() {
    view.say(texts.restoring, 'plain', true);
    const { shown } = comparison;
    const answer = await callPatiently('restoreBackup', {
      backup: backup.id,
      ...scope,
      ...(shown === undefined ? {} : { shown }),
    });
    if (answer.kind !== 'answer') return view.say(whyNot(answer, texts), 'wrong');
    if (!answer.value.ok) return view.say(answer.value.message, 'wrong');
    await refresh();
    const { run, message } = answer.value;
    page.show(doneView(page, message, run === undefined ? undefined : () => void undo(run, message)));
  }

  async function undo(run: number, before: string) {
    const waiting = pageView({ body: [element('h1', { tabindex: -1 }, before)], buttons: [] });
    page.show(waiting);
    waiting.say(texts.undoing, 'plain', true);
    const answer = await callPatiently('undoRun', { run });
    await refresh();
    if (answer.kind === 'answer' && answer.value.ok) return page.show(doneView(page, answer.value.message));
    const why = answer.kind === 'answer' ? answer.value.message : whyNot(answer, texts);
    page.openList({ text: why, ok: false });
  }

  async function refresh() {
    const answer = await call('getBackups', {});
    if (answer.kind === 'answer') page.list = answer.value;
  }

  // What a backup does not hold matters where something is written from it, and most where a tab is made anew.
  const isFile = backup.url === undefined && !page.list.backups.some(({ id }) => id === backup.id);
  const lacks = scope.customers
    ? []
    : [
        ...(comparison.tabs.some(({ state }) => state === 'missing') ? [isFile ? texts.lacksTabFile : texts.lacksTab] : []),
        ...(isFile ? [texts.lacksFile] : []),
      ];
  const lead = scope.customers ? texts.compareCustomers(comparison.when) : texts.compareLead(comparison.when);
  const view = pageView({
    back: { label: texts.back, act: () => page.show(back) },
    body: [
      element('h1', { tabindex: -1 }, comparison.isSame ? texts.same : texts.compareTitle),
      !comparison.isSame && element('p', { class: 'help' }, lead),
      comparison.isSame && !scope.customers && element('p', { class: 'help' }, texts.sameLooks),
      ...lacks.map((text) => element('p', { class: 'help' }, text)),
      changed.length > 0 &&
        element('div', {}, ...[...changed, ...comparison.tabs.filter(({ state }) => state === 'same')].map(part)),
    ],
    buttons: comparison.isSame
      ? [
          ...(scope.customers ? [] : [button('quiet', texts.anyway, () => void restore())]),
          button('filled', texts.toList, () => page.openList()),
        ]
      : [button('filled', label, () => void restore())],
  });
  return view;
}
