import { sayReason, sayReasonShortly } from '../duplicates/say-reason.ts';
import type { LinkReason } from '../linkage/explain-pair.ts';
import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import type { PhoneRegion } from '../phone/phone-types.ts';
import type { FoundGroup } from './form-groups.ts';
import { decisionLabel, groupIdOf, type KeptReason, packKey, type RowKey } from './group-rows.ts';
import type { LinkedCustomers } from './link-table-of.ts';

/** Reasons of a row in words: more would not be read. */
const mostReasons = 4;

export interface Speaker {
  locale: Locale;
  region: PhoneRegion;
  /** what a column is called, by its field's key */
  labelOf: (field: string) => string;
}

/** @example sayKept(['samePhone', { phone: '+8613800138000' }], speaker) // '电话相同：13800138000' */
export function sayKept([code, params]: KeptReason, { locale, region, labelOf }: Speaker): string {
  const { column } = params;
  return sayReason(code, column === undefined ? params : { ...params, column: labelOf(String(column)) }, locale, region);
}

/** @example sayInShort(['samePhone', { phone: '+8613800138000' }], speaker) // '电话相同' */
const sayInShort = ([code, params]: KeptReason, { locale, labelOf }: Speaker): string =>
  sayReasonShortly(code, params.column === undefined ? params : { ...params, column: labelOf(String(params.column)) }, locale);

/** @example inARow(['Same phone', 'Same name'], 'en') // 'Same phone, same name' */
const inARow = (words: readonly string[], locale: Locale): string =>
  words
    .map((word, i) => (locale === 'en' && i > 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word))
    .join(say('list.separator', locale));

/** A reason of the comparison, its column by its field's key. */
const kept = ({ code, params }: LinkReason, customers: LinkedCustomers): KeptReason => [
  code,
  params.column === undefined ? params : { ...params, column: customers.fields[Number(params.column)]!.key },
];

/** That both are regular customers says nothing to whoever looks at them. */
const isTelling = ({ params }: LinkReason, customers: LinkedCustomers): boolean =>
  params.column === undefined || customers.fields[Number(params.column)]!.kind !== 'choice';

/** Rows of the tab, without the customers' own columns; `customer` counts the compared ones. */
export function groupRows(
  groups: readonly FoundGroup[],
  customers: LinkedCustomers,
  speaker: Speaker,
): { customer: number; key: RowKey; cells: (string | number)[] }[] {
  return groups.flatMap(({ rows, tier, confidence, state, reasons }, i) => {
    const group = groupIdOf(rows.map((row) => customers.numbers[row]!));
    return rows.map((customer, at) => {
      const own = reasons[at]!.filter((reason) => isTelling(reason, customers))
        .slice(0, mostReasons)
        .map((reason) => kept(reason, customers));
      const key: RowKey = { group, number: customers.numbers[customer]!, tier, confidence, state, reasons: own };
      const why = inARow(
        own.map((reason) => sayInShort(reason, speaker)),
        speaker.locale,
      );
      const cells = [
        i + 1,
        decisionLabel(state, speaker.locale),
        packKey(key),
        say(`groups.tier.${tier}`, speaker.locale),
        confidence,
        why,
      ];
      return { customer, key, cells };
    });
  });
}

/** Groups of which not all members stood in one group before. */
export function freshGroups(groups: readonly (readonly string[])[], before: readonly (readonly string[])[]): number {
  const known = new Map<string, ReadonlySet<string>[]>();
  for (const group of before) {
    const members = new Set(group);
    for (const number of members) known.set(number, [...(known.get(number) ?? []), members]);
  }
  return groups.filter((group) => !known.get(group[0]!)?.some((members) => group.every((number) => members.has(number)))).length;
}
