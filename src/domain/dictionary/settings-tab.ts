import type { Locale, Localized } from '../locale.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import type { Dictionary, Field, FieldKind, Option, Tab } from './types.ts';

export const settingsTabKey = 'fieldSettings';

/** What a field of the shop's own may be. Number series and references need more than a row can say. */
export const ownKinds: readonly FieldKind[] = [
  'text',
  'longText',
  'phone',
  'email',
  'date',
  'money',
  'integer',
  'choice',
  'rating',
  'yesNo',
];

const both = (key: MessageKey): Localized => ({ 'zh-CN': say(key, 'zh-CN'), en: say(key, 'en') });
const options = (labels: readonly Localized[]): Option[] => labels.map((label) => ({ label, hue: 'grey' }));
const yesNo: Option[] = [
  { label: both('yes'), hue: 'green' },
  { label: both('no'), hue: 'grey' },
];

/** In an English workbook the field's English name comes first and the Chinese one second. */
export const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en');

export const kindLabel = (kind: FieldKind): Localized => both(`kind.${kind}`);

/**
 * 字段设置: the dictionary as a table that the shop edits. It is a tab like the others, so that dropdowns, marks and
 * notes work there in the same way.
 */
export function settingsTab(dictionary: Dictionary): Tab {
  const column = (key: string, kind: FieldKind, width: number, more: Partial<Field> = {}): Field => ({
    key,
    kind,
    label: both(`settings.column.${key}` as MessageKey),
    help: both(`settings.note.${key}` as MessageKey),
    sensitivity: 'internal',
    group: 'main',
    width,
    origin: 'core',
    ...more,
  });
  return {
    key: settingsTabKey,
    label: both('settings.tab'),
    noun: both('settings.column.label'),
    adds: both('settings.tab'),
    groups: [{ key: 'main', label: both('settings.tab') }],
    hue: 'grey',
    from: 'firstUse',
    fields: [
      column('tab', 'choice', 110, { options: options(dictionary.tabs.map((tab) => tab.label)) }),
      column('label', 'text', 130),
      column('labelOther', 'text', 150),
      column('kind', 'choice', 100, { options: options([...ownKinds, 'reference' as const, 'series' as const].map(kindLabel)) }),
      column('required', 'choice', 80, { options: yesNo }),
      column('unique', 'choice', 90, { options: yesNo }),
      column('options', 'longText', 180),
      column('on', 'choice', 80, { options: yesNo }),
      column('help', 'longText', 260),
      column('key', 'text', 160, { hidden: true }),
    ],
  };
}
