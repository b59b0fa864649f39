import { type Cell, cellText, isBlank, isDay } from '../check/cell.ts';
import type { RecordCells } from '../check/check-rows.ts';
import { CustomerIndex } from '../customers/customer-index.ts';
import { activeFields, seriesField } from '../dictionary/compose.ts';
import type { Dictionary, Field, Fill, Tab } from '../dictionary/types.ts';
import type { PhoneRegion } from '../phone/phone-types.ts';
import { optionKey } from '../text/match-option.ts';
import type { Latest } from './fill-cell.ts';
import type { ValueList } from './tidy-cell.ts';

/** Numbers are the same in any case, as everywhere. */
const numberKey = (text: string): string => text.trim().toUpperCase();

/** What the planned records of all tabs tell each other. Each table is made when something first asks for it. */
export class KnownRecords {
  private readonly records = new Map<string, readonly RecordCells[]>();
  private readonly indexes = new Map<string, CustomerIndex>();
  private readonly byNumber = new Map<string, Map<string, RecordCells | 'doubled'>>();
  private readonly sorted = new Map<string, Map<string, { value: string; on: string }[]>>();
  private readonly lists = new Map<string, Map<string, string>>();
  private readonly prices = new Map<string, Map<string, number>>();

  constructor(
    private readonly dictionary: Dictionary,
    private readonly region: PhoneRegion,
  ) {}

  /** The records of a tab as they will be; call it before anything asks for them. */
  add(tab: string, records: readonly RecordCells[]): void {
    this.records.set(tab, records);
  }

  private tab(key: string): Tab | undefined {
    return this.dictionary.tabs.find((tab) => tab.key === key);
  }

  /** The index that references to a tab are resolved by; undefined where the tab is not there. */
  index(key: string): CustomerIndex | undefined {
    const tab = this.tab(key);
    const records = this.records.get(key);
    if (!tab || !records) return undefined;
    let index = this.indexes.get(key);
    if (!index) {
      const fields = activeFields(tab);
      const keys = [seriesField(tab), fields.find(({ tidy }) => tidy === 'name'), fields.find(({ kind }) => kind === 'phone')];
      index = new CustomerIndex(
        records.map((record) => keys.map((field) => field && record[field.key])),
        this.region,
      );
      this.indexes.set(key, index);
    }
    return index;
  }

  lookUp(key: string, number: string, field: string): Cell | undefined {
    let table = this.byNumber.get(key);
    if (!table) {
      table = new Map();
      const series = seriesField(this.tab(key) ?? ({ fields: [] as readonly Field[] } as Tab))?.key ?? '';
      for (const record of this.records.get(key) ?? []) {
        const own = numberKey(cellText(record[series]));
        if (own !== '') table.set(own, table.has(own) ? 'doubled' : record);
      }
      this.byNumber.set(key, table);
    }
    const found = table.get(numberKey(number));
    return found === undefined || found === 'doubled' ? undefined : found[field];
  }

  identify(key: string, values: readonly string[]): string | undefined {
    const index = this.index(key);
    const found = new Set(
      values.map((value) => {
        const resolved = index?.resolve(value);
        return resolved?.kind === 'one' ? resolved.number : '';
      }),
    );
    const [number] = found;
    return found.size === 1 && number !== '' ? number : undefined;
  }

  latest(rule: Extract<Fill, { from: 'latest' }>, number: string, until: string): Latest | undefined {
    const id = `${rule.tab} ${rule.by} ${rule.field} ${rule.on}`;
    let table = this.sorted.get(id);
    if (!table) {
      table = new Map();
      for (const record of this.records.get(rule.tab) ?? []) {
        const on = record[rule.on];
        const value = cellText(record[rule.field]).trim();
        if (!isDay(on) || value === '') continue;
        const owner = numberKey(cellText(record[rule.by]));
        const list = table.get(owner);
        if (list) list.push({ value, on: on.day });
        else table.set(owner, [{ value, on: on.day }]);
      }
      this.sorted.set(id, table);
    }
    const before = (table.get(numberKey(number)) ?? []).filter(({ on }) => on <= until);
    const last =
      before
        .map(({ on }) => on)
        .sort()
        .pop() ?? '';
    const bought = new Set(before.filter(({ on }) => on === last).map(({ value }) => value));
    const [value] = bought;
    // Two models on the same day: which one came to be repaired nobody can know.
    return value === undefined || bought.size > 1
      ? undefined
      : { value, on: last, only: before.every((each) => each.value === value) };
  }

  /** The list whose values a field suggests; `find` reads without regard to width, case and spaces. */
  listOf(field: Field, label: (tab: Tab) => string): ValueList | undefined {
    const from = field.suggestFrom;
    const tab = from && this.tab(from.list);
    if (!from || !tab || !this.records.has(from.list)) return undefined;
    const id = `${from.list} ${from.field}`;
    let values = this.lists.get(id);
    if (!values) {
      values = new Map();
      for (const record of this.records.get(from.list) ?? []) {
        const value = cellText(record[from.field]).trim();
        if (value !== '' && !values.has(optionKey(value))) values.set(optionKey(value), value);
      }
      this.lists.set(id, values);
    }
    const found = values;
    return { label: label(tab), find: (text) => found.get(optionKey(text)) };
  }

  price(field: Field, item: string): number | undefined {
    const rule = field.amountFrom;
    if (!rule || item === '') return undefined;
    let table = this.prices.get(rule.list);
    if (!table) {
      table = new Map();
      for (const record of this.records.get(rule.list) ?? []) {
        const price = record[rule.listPrice];
        if (typeof price === 'number' && !isBlank(record[rule.listItem]))
          table.set(cellText(record[rule.listItem]).trim(), price);
      }
      this.prices.set(rule.list, table);
    }
    return table.get(item);
  }
}
