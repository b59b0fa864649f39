import { type Cell, cellText, isBlank, isDay } from '../check/cell.ts';
import type { CheckContext } from '../check/check-cell.ts';
import type { RecordCells, RowVerdict } from '../check/check-rows.ts';
import { activeFields, seriesField } from '../dictionary/compose.ts';
import type { Fill, Tab } from '../dictionary/types.ts';
import { type FillContext, fillCell } from './fill-cell.ts';
import { asCell } from './tidy-cell.ts';

/** The fields of the row that a fill is known by. */
function sourcesOf(fill: Fill): readonly string[] {
  switch (fill.from) {
    case 'reference':
      return [fill.through];
    case 'latest':
      return [fill.through];
    case 'age':
      return [fill.field];
    default:
      return fill.fields;
  }
}

/**
 * Rules by which something of a row can be completed once some of its fields were entered.
 *
 * @param keys of the fields that were entered
 */
export function fillsBy(tab: Tab, keys: readonly string[]): { key: string; fill: Fill }[] {
  const active = activeFields(tab);
  const known = new Set(keys);
  const found = new Map<Fill, string>();
  // what is completed may tell more: a phone the customer's number, and that the name
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { key, fills = [] } of active)
      for (const fill of fills) {
        if (found.has(fill) || !sourcesOf(fill).some((source) => known.has(source))) continue;
        found.set(fill, key);
        known.add(key);
      }
  }
  return [...found].map(([fill, key]) => ({ key, fill }));
}

/** Every field that must be seen to complete a row: what is filled, and what it is known by. */
export const keysOfFills = (fills: readonly { key: string; fill: Fill }[]): string[] =>
  fills.flatMap(({ key, fill }) => [key, ...sourcesOf(fill), ...(fill.from === 'latest' ? [fill.until] : [])]);

/**
 * Completes a row by what was entered into it: the region by an address, the age by a birth date, the name beside a
 * customer's number, the model that was bought last. What somebody entered is never touched; an age follows its date.
 *
 * @param record whole, as it stands; a field that was not read counts as empty
 * @param verdict of the fields that were entered; what is completed is added to it
 * @returns what was completed, by key of the field
 * @example completeRow(tab, { address: '杭州市文三路1号' }, verdict, ['address'], context) // { region: '浙江' }
 */
export function completeRow(
  tab: Tab,
  record: RecordCells,
  verdict: RowVerdict,
  keys: readonly string[],
  context: CheckContext & Pick<FillContext, 'latest'>,
): Record<string, Cell> {
  const working: Record<string, Cell | undefined> = { ...record };
  for (const field of tab.fields) {
    const { write, problem } = verdict.fields[field.key] ?? {};
    if (problem?.severity === 'wrong') working[field.key] = '';
    else if (write !== undefined) working[field.key] = asCell(field, write);
  }
  const series = seriesField(tab);
  const isEmpty = tab.fields.every(({ key, kind }) => kind === 'yesNo' || isBlank(record[key]));
  const completed: Record<string, Cell> = {};
  const fills = fillsBy(tab, keys);
  if (isEmpty) return completed;
  // what is entered today is about today until somebody says otherwise
  const asOfToday: Record<string, Cell | undefined> = {};
  for (const { fill } of fills)
    if (fill.from === 'latest' && isBlank(working[fill.until])) asOfToday[fill.until] = { day: context.today };
  for (const key of new Set(fills.map((one) => one.key))) {
    const field = tab.fields.find((one) => one.key === key)!;
    // what is wrong there was typed by somebody
    if (verdict.fields[key]?.problem) continue;
    const filled = fillCell(tab, field, { ...working, ...asOfToday }, withCustomers(context));
    if (!filled) continue;
    working[key] = filled.to;
    completed[key] = filled.to;
    verdict.fields[key] = { write: isDay(filled.to) ? filled.to.day : filled.to };
    if (field.required && series && isBlank(record[series.key])) verdict.needsNumber = true;
  }
  return completed;
}

/** What the index of customers knows: their number, name and phone. */
function withCustomers(context: CheckContext & Pick<FillContext, 'latest'>): FillContext {
  const { customers } = context;
  return {
    ...context,
    listOf: () => undefined,
    price: () => undefined,
    lookUp: (_tab, number, field) => {
      const known = customers?.find(number);
      return field === 'name' ? known?.name : field === 'phone' ? known?.phone : undefined;
    },
    identify: (_tab, values) => {
      const numbers = new Set(
        values.map((value) => {
          const found = customers?.resolve(cellText(value));
          return found?.kind === 'one' ? found.number : '';
        }),
      );
      const [number] = numbers;
      return numbers.size === 1 && number !== '' ? number : undefined;
    },
  };
}
