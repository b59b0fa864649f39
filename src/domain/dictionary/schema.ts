import * as z from 'zod/mini';
import { heldAgainst } from './roles.ts';
import {
  type Dictionary,
  eventRoles,
  fieldKinds,
  hues,
  identityRoles,
  meanings,
  mergings,
  occasions,
  reviewRoles,
  searchRoles,
  sensitivities,
  spans,
  tidyings,
  traits,
} from './types.ts';

const filled = z.string().check(z.trim(), z.minLength(1));
const localized = z.object({ 'zh-CN': filled, en: filled });
const key = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/));

export const optionSchema = z.object({
  label: localized,
  hue: z.enum(hues),
  closes: z.optional(z.enum(['done', 'void'])),
  means: z.optional(z.enum(meanings)),
  also: z.optional(z.array(filled)),
  review: z.optional(z.enum(['sooner', 'never'])),
});

const follows = { follows: z.optional(z.boolean()) };
const fillSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('reference'), through: key, field: key, ...follows }),
  z.object({ from: z.literal('identity'), fields: z.array(key), ...follows }),
  z.object({ from: z.literal('place'), fields: z.array(key), ...follows }),
  z.object({ from: z.literal('age'), field: key, ...follows }),
  z.object({ from: z.literal('latest'), tab: key, by: key, field: key, on: key, through: key, until: key, ...follows }),
]);

const fieldSchema = z.object({
  key,
  kind: z.enum(fieldKinds),
  label: localized,
  help: z.optional(localized),
  required: z.optional(z.boolean()),
  unique: z.optional(z.boolean()),
  options: z.optional(z.array(optionSchema).check(z.minLength(1), z.maxLength(500))),
  reference: z.optional(key),
  series: z.optional(
    z.object({ prefix: z.string().check(z.regex(/^[A-Z]{1,4}$/)), digits: z.int().check(z.minimum(1), z.maximum(12)) }),
  ),
  sensitivity: z.enum(sensitivities),
  group: filled,
  width: z.int().check(z.minimum(40), z.maximum(600)),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  unit: z.optional(localized),
  proposes: z.optional(z.literal('today')),
  amountFrom: z.optional(z.object({ item: key, quantity: key, list: key, listItem: key, listPrice: key })),
  suggestFrom: z.optional(z.object({ list: key, field: key })),
  fills: z.optional(z.array(fillSchema)),
  tidy: z.optional(z.enum(tidyings)),
  period: z.optional(z.enum(['past', 'future'])),
  notBefore: z.optional(key),
  notAbove: z.optional(key),
  search: z.optional(z.enum(searchRoles)),
  merge: z.optional(z.enum(mergings)),
  mergesWith: z.optional(key),
  event: z.optional(z.enum(eventRoles)),
  trait: z.optional(z.enum(traits)),
  identity: z.optional(z.enum(identityRoles)),
  review: z.optional(z.enum(reviewRoles)),
  occasion: z.optional(z.enum(occasions)),
  span: z.optional(z.enum(spans)),
  hidden: z.optional(z.boolean()),
  off: z.optional(z.boolean()),
  origin: z.enum(['core', 'template', 'shop']),
});

const tabSchema = z.object({
  key,
  label: localized,
  noun: localized,
  adds: localized,
  groups: z.array(z.object({ key, label: localized })).check(z.minLength(1)),
  fields: z.array(fieldSchema).check(z.minLength(1)),
  hue: z.enum(hues),
  from: z.enum(['start', 'firstUse']),
});

const dictionarySchema = z.object({ tabs: z.array(tabSchema) });

const repeated = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);

/** What a schema of single fields cannot see: that keys and labels are told apart and that what is named exists. */
function crossChecks(dictionary: Dictionary): string[] {
  const found: string[] = [];
  const tabs = new Map(dictionary.tabs.map((tab) => [tab.key, tab]));
  for (const twice of repeated(dictionary.tabs.map((tab) => tab.key))) found.push(`tab ${twice} is there twice`);
  for (const tab of dictionary.tabs) {
    const keys = tab.fields.map((field) => field.key);
    for (const twice of repeated(keys)) found.push(`${tab.key}.${twice} is there twice`);
    for (const locale of ['zh-CN', 'en'] as const) {
      const labels = tab.fields.map((field) => field.label[locale]);
      for (const twice of repeated(labels)) found.push(`${tab.key}: label “${twice}” is there twice`);
    }
    for (const field of tab.fields) {
      const at = `${tab.key}.${field.key}`;
      if ((field.kind === 'choice') !== (field.options !== undefined))
        found.push(`${at}: options belong to choices, and every choice has some`);
      if ((field.kind === 'series') !== (field.series !== undefined))
        found.push(`${at}: a number series needs prefix and digits`);
      if ((field.kind === 'reference') !== (field.reference !== undefined))
        found.push(`${at}: a reference needs the tab it points to`);
      if (field.reference && !tabs.get(field.reference)?.fields.some((f) => f.kind === 'series'))
        found.push(`${at}: ${field.reference} has no number series`);
      if (!tab.groups.some((group) => group.key === field.group)) found.push(`${at}: group ${field.group} is unknown`);
      if (field.occasion && field.kind !== 'date') found.push(`${at}: an occasion is a date`);
      if (field.span && field.kind !== 'integer') found.push(`${at}: a span is a whole number of months`);
      const other = heldAgainst(field);
      if (other && !keys.includes(other)) found.push(`${at}: ${other} is unknown`);
      if (field.mergesWith && !keys.includes(field.mergesWith)) found.push(`${at}: ${field.mergesWith} is unknown`);
      for (const rule of field.fills ?? []) {
        const own =
          rule.from === 'reference'
            ? [rule.through]
            : rule.from === 'latest'
              ? [rule.through, rule.until]
              : rule.from === 'age'
                ? [rule.field]
                : rule.fields;
        for (const name of own) if (!keys.includes(name)) found.push(`${at}: is filled from ${name}, which is unknown`);
      }
      for (const list of [
        field.suggestFrom,
        field.amountFrom && { list: field.amountFrom.list, field: field.amountFrom.listPrice },
      ])
        if (list && !tabs.get(list.list)?.fields.some((f) => f.key === list.field))
          found.push(`${at}: ${list.list}.${list.field} is unknown`);
    }
  }
  return found;
}

/**
 * What is wrong with a dictionary, for the people who write one; empty when nothing is.
 *
 * @example dictionaryFaults(coreDictionary) // []
 */
export function dictionaryFaults(dictionary: Dictionary): string[] {
  const parsed = z.safeParse(dictionarySchema, dictionary);
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message ?? issue.code}`);
  return crossChecks(dictionary);
}
