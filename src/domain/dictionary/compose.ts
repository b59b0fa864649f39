import type { Localized } from '../locale.ts';
import type { Template } from './template.ts';
import type { Dictionary, Field, FieldKind, Option, Tab } from './types.ts';

/** What the shop changed of one field, or a field of its own (`kind` is there then). Only what differs is kept. */
export interface FieldChange {
  tab: string;
  key: string;
  kind?: FieldKind;
  label?: Localized;
  help?: Localized;
  required?: boolean;
  unique?: boolean;
  options?: readonly Option[];
  off?: boolean;
}

/** The properties a shop may change of a field that is not its own. */
const changeable = ['label', 'help', 'required', 'unique', 'options', 'off'] as const;

function withTemplate(tab: Tab, template: Template): Tab {
  const changes = template.changes?.[tab.key] ?? {};
  const fields: Field[] = tab.fields.map((field) => ({ ...field, ...changes[field.key] }));
  return { ...tab, fields: [...fields, ...(template.fields?.[tab.key] ?? [])] };
}

function withKept(tab: Tab, kept: readonly KeptField[]): Tab {
  const there = new Set(tab.fields.map(({ key }) => key));
  const more = kept.flatMap(({ tab: key, field }) => (key === tab.key && !there.has(field.key) ? [field] : []));
  return more.length > 0 ? { ...tab, fields: [...tab.fields, ...more] } : tab;
}

function changed(field: Field, change: FieldChange): Field {
  const next: Field = { ...field };
  for (const property of changeable) if (change[property] !== undefined) Object.assign(next, { [property]: change[property] });
  return next;
}

function ownField(tab: Tab, change: FieldChange): Field {
  const kind = change.kind ?? 'text';
  return {
    key: change.key,
    kind,
    label: change.label ?? { 'zh-CN': change.key, en: change.key },
    help: change.help,
    required: change.required,
    unique: change.unique,
    options: kind === 'choice' ? change.options : undefined,
    off: change.off,
    ...(kind === 'rating' ? { min: 1, max: 5 } : {}),
    sensitivity: kind === 'phone' || kind === 'email' ? 'personal' : 'internal',
    group: tab.groups[tab.groups.length - 1]!.key,
    width: kind === 'longText' ? 240 : 120,
    origin: 'shop',
  };
}

/** A field of another trade that the shop still uses, because it holds data. */
export interface KeptField {
  tab: string;
  field: Field;
}

/**
 * The dictionary a workbook works with: the core, what the trade's template adds, what is kept of trades before, and what
 * the shop changed. A change of a field that no longer exists is left out; a change with a `kind` is a field of the shop's own.
 *
 * @example composeDictionary(coreDictionary, applianceShop, [{ tab: 'customers', key: 'birthDate', off: false }])
 */
export function composeDictionary(
  core: Dictionary,
  template: Template | undefined,
  changes: readonly FieldChange[] = [],
  kept: readonly KeptField[] = [],
): Dictionary {
  const base = template ? [...core.tabs.map((tab) => withTemplate(tab, template)), ...(template.tabs ?? [])] : core.tabs;
  return {
    tabs: base.map((each) => {
      const tab = withKept(each, kept);
      const mine = changes.filter((change) => change.tab === tab.key);
      if (mine.length === 0) return tab;
      const known = new Set(tab.fields.map((field) => field.key));
      const fields = tab.fields.map((field) => {
        const change = mine.find((c) => c.key === field.key);
        return change ? changed(field, change) : field;
      });
      const own = mine.filter((change) => change.kind && !known.has(change.key)).map((change) => ownField(tab, change));
      return { ...tab, fields: [...fields, ...own] };
    }),
  };
}

/** @throws when the dictionary has no such tab: a bug of the caller's, never a shop's mistake. */
export function tabOf(dictionary: Dictionary, key: string): Tab {
  const tab = dictionary.tabs.find((t) => t.key === key);
  if (!tab) throw new Error(`No tab ${key} in the dictionary.`);
  return tab;
}

/** The fields a tab works with: those that are not switched off, in their order. */
export function activeFields(tab: Tab): Field[] {
  return tab.fields.filter((field) => !field.off);
}

/** The field that holds the tab's own numbers, where it has one. */
export function seriesField(tab: Tab): Field | undefined {
  return tab.fields.find((field) => field.kind === 'series');
}
