import { type Cell, cellText, isBlank, isDay } from '../check/cell.ts';
import type { RecordCells } from '../check/check-rows.ts';
import type { Field, Fill, Tab } from '../dictionary/types.ts';
import type { Params } from '../messages/fill-in.ts';
import { parsePhone } from '../phone/parse-phone.ts';
import type { CleanCode } from './messages.ts';
import { placeAtStart, provinceOfNumber } from './places.ts';
import { asCell, type TidyContext } from './tidy-cell.ts';

/** What was bought last: every model up to a day, the newest of them, and how many there were. */
export interface Latest {
  value: string;
  on: string;
  /** whether there was nothing else before */
  only: boolean;
}

/** What the other tabs know, as far as fills ask for it. */
export interface FillContext extends TidyContext {
  /** a field of the record that a reference points to, in any tab */
  lookUp(tab: string, number: string, field: string): Cell | undefined;
  /** the number of the one record that all these values fit */
  identify(tab: string, values: readonly string[]): string | undefined;
  latest(rule: Extract<Fill, { from: 'latest' }>, number: string, until: string): Latest | undefined;
  price(field: Field, item: string): number | undefined;
}

export interface Filled {
  to: Cell;
  reason: CleanCode;
  params?: Params;
  sure: boolean;
}

/** Whole years between two days. @example yearsBetween('1990-11-23', '2026-11-22') // 35 */
export function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
}

const labelOf = (tab: Tab, key: string, { language }: TidyContext): string =>
  tab.fields.find((field) => field.key === key)?.label[language] ?? key;

function placeOf(
  tab: Tab,
  rule: Extract<Fill, { from: 'place' }>,
  record: RecordCells,
  context: FillContext,
): Filled | undefined {
  for (const key of rule.fields) {
    const field = tab.fields.find((each) => each.key === key);
    const text = cellText(record[key]).trim();
    if (!field || field.off || text === '') continue;
    const province =
      field.kind === 'phone'
        ? onlyOne(parsePhone(text, { region: context.region }).numbers.flatMap(({ e164 }) => provinceOfNumber(e164)?.short ?? []))
        : placeAtStart(text)?.province.short;
    if (province !== undefined)
      return { to: province, reason: 'place', params: { other: field.label[context.language] }, sure: true };
  }
  return undefined;
}

const onlyOne = (values: readonly string[]): string | undefined => (new Set(values).size === 1 ? values[0] : undefined);

function byRule(tab: Tab, field: Field, rule: Fill, record: RecordCells, context: FillContext): Filled | undefined {
  switch (rule.from) {
    case 'place':
      return placeOf(tab, rule, record, context);
    case 'age': {
      const born = record[rule.field];
      if (!isDay(born) || born.day > context.today) return undefined;
      const years = yearsBetween(born.day, context.today);
      const other = labelOf(tab, rule.field, context);
      return years > 120 ? undefined : { to: years, reason: 'age', params: { other, to: years }, sure: true };
    }
    case 'reference': {
      const through = tab.fields.find(({ key }) => key === rule.through);
      const number = cellText(record[rule.through]).trim();
      const found =
        through?.reference === undefined || number === '' ? undefined : context.lookUp(through.reference, number, rule.field);
      return isBlank(found)
        ? undefined
        : { to: found!, reason: 'copied', params: { other: labelOf(tab, rule.through, context) }, sure: true };
    }
    case 'identity': {
      const given = rule.fields.filter((key) => !isBlank(record[key]));
      const number = context.identify(
        field.reference ?? '',
        given.map((key) => cellText(record[key])),
      );
      const other = given.map((key) => labelOf(tab, key, context)).join(' + ');
      return given.length === 0 || number === undefined
        ? undefined
        : { to: number, reason: 'identity', params: { other }, sure: true };
    }
    case 'latest': {
      const number = cellText(record[rule.through]).trim();
      const until = record[rule.until];
      const found = number === '' || !isDay(until) ? undefined : context.latest(rule, number, until.day);
      return (
        found && {
          to: found.value,
          reason: found.only ? 'latest' : 'latestOfSeveral',
          params: { on: found.on },
          sure: found.only,
        }
      );
    }
  }
}

/** An amount proposed as typing does it: unit price times quantity. */
function amountOf(field: Field, record: RecordCells, context: FillContext): Filled | undefined {
  const rule = field.amountFrom;
  const quantity = rule && record[rule.quantity];
  const price = rule && context.price(field, cellText(record[rule.item]).trim());
  if (typeof quantity !== 'number' || quantity <= 0 || price === undefined) return undefined;
  return { to: Math.round(price * quantity * 100) / 100, reason: 'amount', sure: true };
}

/**
 * What an empty cell can be known to hold, by the rules of its field; the first that knows it counts. A rule marked
 * `follows` also corrects what stands there.
 */
export function fillCell(tab: Tab, field: Field, record: RecordCells, context: FillContext): Filled | undefined {
  const standing = record[field.key] ?? '';
  const blank = isBlank(standing);
  if (blank && field.amountFrom) return amountOf(field, record, context);
  for (const rule of field.fills ?? []) {
    if (!blank && !rule.follows) continue;
    const filled = byRule(tab, field, rule, record, context);
    if (!filled) continue;
    const to = typeof filled.to === 'object' ? filled.to : asCell(field, filled.to);
    if (blank) return { ...filled, to };
    return cellText(to) === cellText(standing) ? undefined : { ...filled, to, reason: 'outdated' };
  }
  return undefined;
}
