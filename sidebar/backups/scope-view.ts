import type { BackupItem } from '../../src/domain/backup/backup-api.ts';
import { call, callPatiently } from '../client.ts';
import { element, fill, freshId } from '../element.ts';
import type { View } from '../views/shell.ts';
import { comparisonView } from './comparison-view.ts';
import { type BackupsPage, button, pageView, whyNot } from './page.ts';

/** What of a backup is to be restored. */
export interface Scope {
  tabs?: string[];
  customers?: string[];
}

type Kind = 'whole' | 'some' | 'customers';

/** What is to come back: everything, some tabs, or some customers. */
export function scopeView(page: BackupsPage, backup: BackupItem, isStaged = false): View {
  const { texts } = page;
  const name = freshId('scope');
  let kind: Kind = 'whole';
  let ticks: HTMLInputElement[] = [];

  const numbers = element('input', {
    id: freshId('numbers'),
    type: 'text',
    class: 'plain-input',
    autocomplete: 'off',
    placeholder: 'C000001',
  });
  const tabs = element('div', { class: 'under', hidden: true }, element('p', { class: 'help' }, texts.opening));
  const customers = element(
    'div',
    { class: 'under', hidden: true },
    element('label', { class: 'label', for: numbers.id }, texts.customersLabel),
    numbers,
    element('p', { class: 'help' }, texts.customersHelp),
  );

  const pick = (value: Kind, label: string, help?: string) =>
    element(
      'label',
      { class: 'pick' },
      element('input', { type: 'radio', name, value, checked: value === kind, on: { change: () => choose(value) } }),
      element('span', {}, label, help !== undefined && element('span', { class: 'help' }, element('br'), help)),
    );

  function choose(value: Kind) {
    kind = value;
    tabs.hidden = kind !== 'some';
    customers.hidden = kind !== 'customers';
    view.say('');
    if (kind === 'some' && ticks.length === 0) void loadTabs();
    if (kind === 'customers') numbers.focus();
  }

  async function loadTabs() {
    const answer = await callPatiently('getBackupTabs', { backup: backup.id });
    if (answer.kind !== 'answer') return view.say(whyNot(answer, texts), 'wrong');
    ticks = answer.value.tabs.map(({ tab }) => element('input', { type: 'checkbox', value: tab }));
    const lines = answer.value.tabs.map(({ tab, rows }, i) =>
      element(
        'label',
        { class: 'tick' },
        ticks[i],
        element('span', {}, tab, ' ', element('span', { class: 'number' }, texts.rows(rows))),
      ),
    );
    fill(tabs, ...lines);
  }

  function chosen(): Scope | string {
    if (kind === 'whole') return {};
    if (kind === 'some') {
      const wanted = ticks.filter(({ checked }) => checked).map(({ value }) => value);
      return wanted.length > 0 ? { tabs: wanted } : texts.noTab;
    }
    const wanted = numbers.value.split(/[\s,\uff0c\u3001;\uff1b]+/).filter(Boolean);
    return wanted.length > 0 ? { customers: wanted } : texts.noCustomer;
  }

  /** The file is not to be restored after all. */
  async function leave() {
    page.openList();
    const answer = await call('dropBackupFile', { backup: backup.id });
    if (answer.kind === 'answer') page.list = answer.value.list;
  }

  async function compare() {
    const scope = chosen();
    if (typeof scope === 'string') return view.say(scope, 'wrong');
    view.say(texts.comparing, 'plain', true);
    const answer = await callPatiently('compareBackup', { backup: backup.id, ...scope });
    view.say('');
    if (answer.kind !== 'answer') return view.say(whyNot(answer, texts), 'wrong');
    if ('ok' in answer.value) return view.say(answer.value.message, 'wrong');
    page.show(comparisonView(page, { backup, scope, comparison: answer.value, back: view }));
  }

  const view = pageView({
    back: { label: texts.back, act: () => (isStaged ? void leave() : page.openList()) },
    body: [
      element('h1', { tabindex: -1 }, isStaged ? texts.scopeFile(backup.when) : texts.scopeTitle(backup.when)),
      element('p', { class: 'help' }, texts.scopeLead),
      element(
        'fieldset',
        {},
        pick('whole', texts.whole, texts.wholeHelp),
        pick('some', texts.some),
        tabs,
        pick('customers', texts.customers),
        customers,
      ),
    ],
    buttons: [button('filled', texts.compare, () => void compare())],
  });
  return view;
}
