import { composeDictionary, type FieldChange, type KeptField } from '../dictionary/compose.ts';
import type { Template } from '../dictionary/template.ts';
import type { Dictionary, Field, Option, Tab } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';

/** What a workbook knows of its trade. */
export interface Trade {
  template: Template;
  /** fields of trades before, with the id by which they are remembered */
  kept: readonly (KeptField & { id: string })[];
  changes: readonly FieldChange[];
  /** options and switches as the shop had changed them when it left a trade, by template */
  left?: Left;
}

/** By template, the options that were the shop's own there, and what it had switched on or off. */
export type Left = Readonly<Record<string, readonly FieldChange[]>>;

/** What stands in the workbook's columns. Both are asked of fields in use only. */
export interface Contents {
  /** how many records hold something in a field */
  filled(tab: string, field: string): number;
  /** texts that stand in a field of options */
  used(tab: string, field: string): ReadonlySet<string>;
}

/** A field, and what becomes of it. */
export interface FieldFate {
  tab: Tab;
  field: Field;
}

export interface TradePlan {
  kept: string[];
  changes: FieldChange[];
  left: Left;
  after: Dictionary;
  /** come into use */
  added: FieldFate[];
  /** are called otherwise from now on */
  renamed: (FieldFate & { to: Field })[];
  /** options that are new, and options of before that stay because they are in use or the shop's own */
  options: (FieldFate & { added: Option[]; stay: Option[] })[];
  /** belong to the trade before, hold data and stay */
  stay: (FieldFate & { count: number })[];
  /** belong to the trade before and hold nothing: switched off, their columns hidden */
  off: FieldFate[];
  /** of the new trade, but the shop has a field of that name already: not switched on */
  doubled: FieldFate[];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const labels = ({ label }: Pick<Field, 'label'>): string[] => Object.values(label);
const isNamed = (a: Pick<Field, 'label'>, b: Pick<Field, 'label'>): boolean => labels(a).some((text) => labels(b).includes(text));
const fieldIn = (dictionary: Dictionary, tab: string, key: string): Field | undefined =>
  dictionary.tabs.find((each) => each.key === tab)?.fields.find((field) => field.key === key);

/** Puts a property into the changes of a field; one that is as the trade has it anyway goes, and an empty change with it. */
function withProperty(changes: readonly FieldChange[], tab: string, key: string, more: Partial<FieldChange>): FieldChange[] {
  const mine = changes.find((change) => change.tab === tab && change.key === key);
  return [...changes.filter((change) => change !== mine), { ...mine, tab, key, ...more }];
}

/**
 * What an earlier change of trade put there and the new trade says itself is left out. What the shop called, required or
 * switched off stays, whatever a trade says: it would be lost on the way back.
 */
function cleared(changes: readonly FieldChange[], shipped: Dictionary): FieldChange[] {
  return changes.flatMap((change) => {
    const field = fieldIn(shipped, change.tab, change.key);
    if (!field) return [change];
    const next: FieldChange = { ...change };
    if (change.off === false && !field.off) delete next.off;
    if (isSame(change.options, field.options)) delete next.options;
    return Object.keys(next).length > 2 ? [next] : [];
  });
}

/** Options are the same by what the workbook's cells say: two trades may call two things alike in the other language. */
const optionIn = (list: readonly Option[] | undefined, { label }: Option, locale: Locale): Option | undefined =>
  list?.find((each) => each.label[locale] === label[locale]);

/** The options of a field in the new trade: its own, as the shop changed them, then those of before that must stay. */
function joined(
  was: Field,
  shippedWas: Field,
  next: Field,
  used: ReadonlySet<string>,
  locale: Locale,
): { all: Option[]; stay: Option[] } {
  const before = was.options ?? [];
  const all = (next.options ?? []).map((option) => {
    const mine = optionIn(before, option, locale);
    return mine && !(shippedWas.options ?? []).some((each) => isSame(each, mine)) ? mine : option;
  });
  const stay = before.filter(
    (option) =>
      !optionIn(all, option, locale) && (used.has(option.label[locale]) || !optionIn(shippedWas.options, option, locale)),
  );
  return { all: [...all, ...stay], stay };
}

/**
 * What becomes of a workbook's fields when it is kept for another trade. Nothing that holds data goes: fields of the trade
 * before stay, options in use stay, own fields, renamed labels and what the shop switched on or off stay as they are.
 * Back again, everything is as it was, but for what was entered meanwhile.
 *
 * @param core the dictionary without any trade
 * @param locale the workbook's language
 */
export function planTrade(core: Dictionary, from: Trade, template: Template, contents: Contents, locale: Locale): TradePlan {
  const dictionary = (trade: Template, changes: readonly FieldChange[], kept: readonly KeptField[]): Dictionary =>
    composeDictionary(core, trade, changes, kept);
  const before = dictionary(from.template, from.changes, from.kept);
  const shippedBefore = dictionary(from.template, [], from.kept);
  const shipped = dictionary(template, [], []);
  const plan: TradePlan = {
    kept: [],
    changes: [...from.changes],
    left: leaving(from, template.key),
    after: shipped,
    added: [],
    renamed: [],
    options: [],
    stay: [],
    off: [],
    doubled: [],
  };
  const kept: KeptField[] = [];
  for (const tab of before.tabs)
    for (const field of tab.fields) {
      const theirs = fieldIn(shipped, tab.key, field.key);
      const change = from.changes.find((each) => each.tab === tab.key && each.key === field.key);
      if (field.origin === 'shop' || field.off) continue;
      const staysOn = theirs && (!theirs.off || change?.off === false);
      const count = staysOn ? 0 : contents.filled(tab.key, field.key);
      if (count > 0) {
        plan.stay.push({ tab, field, count });
        if (theirs) plan.changes = withProperty(plan.changes, tab.key, field.key, { off: false });
        else {
          const earlier = from.kept.find((each) => each.tab === tab.key && each.field.key === field.key);
          plan.kept.push(earlier?.id ?? `${from.template.key}.${tab.key}.${field.key}`);
          kept.push(earlier ?? { tab: tab.key, field: fieldIn(shippedBefore, tab.key, field.key)! });
        }
      } else if (!staysOn) plan.off.push({ tab, field });
    }
  for (const { tab, key, off } of from.left?.[template.key] ?? []) {
    const now = plan.changes.find((change) => change.tab === tab && change.key === key)?.off;
    if (off !== undefined && now === undefined) plan.changes = withProperty(plan.changes, tab, key, { off });
  }
  joinOptions(plan, before, shippedBefore, shipped, contents, from.left?.[template.key] ?? [], locale);
  avoidDoubles(plan, before, dictionary(template, plan.changes, kept), from.changes);
  plan.changes = cleared(plan.changes, dictionary(template, [], kept));
  plan.after = dictionary(template, plan.changes, kept);
  tell(plan, before);
  return plan;
}

/** Options that are the shop's own now, and what it has switched on or off, are remembered for the way back. */
function leaving({ template, changes, left }: Trade, to: string): Left {
  const { [to]: _, ...others } = left ?? {};
  const own = changes.flatMap(({ tab, key, kind, options, off }) =>
    kind || (!options && off === undefined)
      ? []
      : [{ tab, key, ...(options ? { options } : {}), ...(off === undefined ? {} : { off }) }],
  );
  return own.length > 0 ? { ...others, [template.key]: own } : others;
}

function joinOptions(
  plan: TradePlan,
  before: Dictionary,
  shippedBefore: Dictionary,
  shipped: Dictionary,
  contents: Contents,
  lists: readonly FieldChange[],
  locale: Locale,
): void {
  for (const tab of before.tabs)
    for (const field of tab.fields) {
      const [was, next] = [fieldIn(shippedBefore, tab.key, field.key), fieldIn(shipped, tab.key, field.key)];
      if (!was?.options || !next?.options || isSame(was.options, next.options)) continue;
      const used = field.off ? new Set<string>() : contents.used(tab.key, field.key);
      const list = lists.find((each) => each.tab === tab.key && each.key === field.key)?.options;
      const { all, stay } = joined(field, was, list ? { ...next, options: list } : next, used, locale);
      plan.changes = withProperty(plan.changes, tab.key, field.key, { options: all });
      const added = all.filter((option) => !optionIn(field.options, option, locale));
      if (!field.off && added.length + stay.length > 0) plan.options.push({ tab, field, added, stay });
    }
}

/** Two columns of one name would be taken for each other: the shop's stands, and the trade's is not switched on or renamed. */
function avoidDoubles(plan: TradePlan, before: Dictionary, after: Dictionary, mine: readonly FieldChange[]): void {
  for (const tab of after.tabs) {
    const isShops = (field: Field): boolean =>
      field.origin === 'shop' ||
      plan.kept.some((id) => id.endsWith(`.${tab.key}.${field.key}`)) ||
      mine.some((change) => change.tab === tab.key && change.key === field.key && change.label !== undefined);
    for (const field of tab.fields) {
      const was = fieldIn(before, tab.key, field.key);
      const other = tab.fields.find((each) => each !== field && isNamed(each, field) && isShops(each));
      if (!other || isShops(field)) continue;
      if (was && !isNamed(was, other)) {
        plan.changes = withProperty(plan.changes, tab.key, field.key, { label: was.label });
        continue;
      }
      const label = { 'zh-CN': `${field.label['zh-CN']} 2`, en: `${field.label.en} 2` };
      plan.changes = withProperty(plan.changes, tab.key, field.key, { off: true, label });
      if (!field.off) plan.doubled.push({ tab, field });
    }
  }
}

function tell(plan: TradePlan, before: Dictionary): void {
  plan.options = plan.options.filter(({ tab, field }) => fieldIn(plan.after, tab.key, field.key)?.off !== true);
  for (const tab of plan.after.tabs)
    for (const field of tab.fields) {
      const was = fieldIn(before, tab.key, field.key);
      if (field.off) continue;
      if (!was || was.off) plan.added.push({ tab, field });
      else if (!isSame(was.label, field.label)) plan.renamed.push({ tab, field: was, to: field });
    }
}

/** How a list of fields reads: by tabs, in their order. @example byTab(plan.added, 'en') // [['Purchases', ['Check-in']]] */
export function byTab(fates: readonly FieldFate[], locale: Locale): [tab: string, fields: string[]][] {
  const found = new Map<string, string[]>();
  for (const { tab, field } of fates) {
    const name = tab.label[locale];
    found.set(name, [...(found.get(name) ?? []), field.label[locale]]);
  }
  return [...found];
}
