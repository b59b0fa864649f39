import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import { addMenu, type MenuEntry, userLanguage } from '../google/screen.ts';
import { actions } from './actions.ts';

/** The menu by action; '-' is a separator, a list a submenu with its title. */
const layout: readonly (string | { title: MessageKey; items: readonly string[] })[] = [
  'register',
  'find-customers',
  'customer-card',
  'reminders',
  {
    title: 'menu.more',
    items: ['add-purchase', 'add-repair', 'add-service', 'add-interaction', 'add-credit', 'add-preference'],
  },
  '-',
  'check-tab',
  'find-duplicates',
  'review-duplicates',
  { title: 'menu.cleanUp', items: ['clean-up', 'apply-clean-up', 'undo-clean-up', 'go-to-record'] },
  { title: 'menu.reviews', items: ['start-reviews', 'review-list'] },
  'data-quality',
  '-',
  'overview',
  'make-report',
  'segments',
  '-',
  { title: 'log.tab', items: ['undo-run', 'open-log', 'check-log', 'choose-name'] },
  {
    title: 'menu.upkeep',
    items: [
      'open-set-up',
      'change-template',
      'open-field-settings',
      'apply-field-settings',
      'open-reminder-settings',
      'open-segment-settings',
      'automation',
      'open-backups',
      'open-products',
      'open-staff',
      'remove-samples',
    ],
  },
  'open-help',
];

/** Builds the menu in the user's language. No file access: a published add-on may open without any permission (platform §2). */
export function buildMenu(): void {
  const locale = userLanguage();
  const entry = (id: string): MenuEntry => {
    if (id === '-') return '-';
    const action = actions.find((a) => a.id === id)!;
    return { label: say(action.label, locale), global: action.menu! };
  };
  addMenu(
    say('menu.title', locale),
    layout.map((item) =>
      typeof item === 'string' ? entry(item) : { label: say(item.title, locale), items: item.items.map(entry) },
    ),
  );
}
