import { activeFields } from '../dictionary/compose.ts';
import type { Dictionary, Field, FieldKind, Option, Tab } from '../dictionary/types.ts';
import type { Locale, Localized } from '../locale.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import { fitRule } from './fit-rule.ts';
import { type CoreRule, listeners, sides } from './rule.ts';

export const reminderSettingsKey = 'reminderSettings';

/** The most days and months that a rule may speak of. */
export const mostDays = 3_660;
export const mostMonths = 240;

const both = (key: MessageKey): Localized => ({ 'zh-CN': say(key, 'zh-CN'), en: say(key, 'en') });
const options = (labels: readonly Localized[]): Option[] => labels.map((label) => ({ label, hue: 'grey' }));
const yesNo: Option[] = [
  { label: both('yes'), hue: 'green' },
  { label: both('no'), hue: 'grey' },
];

export const sideLabels = (): Localized[] => sides.map((side) => both(`rule.side.${side}`));
export const listenerLabels = (): Localized[] => listeners.map((listener) => both(`rule.tell.${listener}`));

/** 提醒设置: the reminders as a table that the shop edits, a row each. */
export function reminderSettingsTab(dictionary: Dictionary): Tab {
  const column = (key: string, kind: FieldKind, width: number, more: Partial<Field> = {}): Field => ({
    key,
    kind,
    label: both(`ruleSettings.column.${key}` as MessageKey),
    help: both(`ruleSettings.note.${key}` as MessageKey),
    sensitivity: 'internal',
    group: 'main',
    width,
    origin: 'core',
    ...more,
  });
  const place = (key: string): Field => column(key, 'choice', 100, { options: yesNo });
  return {
    key: reminderSettingsKey,
    label: both('ruleSettings.tab'),
    noun: both('ruleSettings.noun'),
    adds: both('ruleSettings.tab'),
    groups: [{ key: 'main', label: both('ruleSettings.tab') }],
    hue: 'grey',
    from: 'firstUse',
    fields: [
      column('on', 'choice', 60, { options: yesNo }),
      column('words', 'text', 170),
      column('tab', 'choice', 100, { options: options(dictionary.tabs.map((tab) => tab.label)) }),
      column('date', 'text', 110),
      column('months', 'integer', 96, { min: 0, max: mostMonths }),
      column('days', 'integer', 64, { min: 0, max: mostDays }),
      column('side', 'choice', 112, { options: options(sideLabels()) }),
      column('whenField', 'text', 100),
      column('whenOption', 'text', 110),
      column('tell', 'choice', 116, { options: options(listenerLabels()) }),
      place('today'),
      place('digest'),
      place('home'),
      column('keep', 'integer', 124, { min: 0, max: mostDays }),
      column('state', 'longText', 320),
      column('key', 'text', 100, { hidden: true }),
    ],
  };
}

/** A reminder of the ledger's own as a row of 提醒设置, by the keys of its columns. */
export function reminderSettingsRow(rule: CoreRule, dictionary: Dictionary, locale: Locale): Record<string, string | number> {
  const { terms } = rule;
  const [source] = fitRule(dictionary, { kind: 'core', ...rule }).sources;
  const date = source && activeFields(source.tab).find(({ key }) => key === source.date);
  const yes = (value: boolean): string => say(value ? 'yes' : 'no', locale);
  return {
    on: yes(terms.on),
    words: say(`rule.${rule.key}` as MessageKey, locale),
    tab: source?.tab.label[locale] ?? '',
    date: date?.label[locale] ?? '',
    months: terms.months ?? '',
    days: terms.days,
    side: say(`rule.side.${terms.side}`, locale),
    whenField: '',
    whenOption: '',
    tell: say(`rule.tell.${terms.tell}`, locale),
    today: yes(terms.at.includes('today')),
    digest: yes(terms.at.includes('digest')),
    home: yes(terms.at.includes('home')),
    keep: terms.keep ?? '',
    state: '',
    key: rule.key,
  };
}
