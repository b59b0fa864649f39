import { cellText, isBlank } from '../check/cell.ts';
import { type CheckContext, numberText } from '../check/check-cell.ts';
import type { RecordCells } from '../check/check-rows.ts';
import { activeFields, seriesField } from '../dictionary/compose.ts';
import type { Dictionary, Field, Tab } from '../dictionary/types.ts';
import { captionOf } from './caption-rows.ts';
import { emptyRows, holdsValues, isInUse, numbersInUse } from './dead-rows.ts';
import type { FillContext } from './fill-cell.ts';
import type { Finding } from './finding.ts';
import { KnownRecords } from './known-records.ts';
import { planRecord } from './plan-record.ts';

/** A tab as it was read; indexes count rows from 0, the first below the header. */
export interface TabRows {
  tab: Tab;
  /** keys of the fields that have a column */
  keys: readonly string[];
  records: readonly RecordCells[];
  /** whether a cell holds a formula */
  isLocked(row: number, key: string): boolean;
  /** whether a row holds anything outside of the ledger's columns */
  hasOther(row: number): boolean;
}

/** Tabs that a tab's fields ask something of. */
function needs(tab: Tab): string[] {
  return activeFields(tab).flatMap((field) => [
    ...(field.reference ? [field.reference] : []),
    ...(field.suggestFrom ? [field.suggestFrom.list] : []),
    ...(field.amountFrom ? [field.amountFrom.list] : []),
    ...(field.fills ?? []).flatMap((rule) => (rule.from === 'latest' ? [rule.tab] : [])),
  ]);
}

/** Where a clean-up stopped: by number, because rows may be sorted before it goes on. */
export interface StoppedAt {
  tab: string;
  /** the number of the first record that nobody has looked at */
  record: string;
}

/** Each tab behind those it asks. */
function inOrder(inputs: readonly TabRows[]): TabRows[] {
  const placed: TabRows[] = [];
  const visited = new Set<string>();
  const place = (input: TabRows): void => {
    if (visited.has(input.tab.key)) return;
    visited.add(input.tab.key);
    for (const key of needs(input.tab)) {
      const other = inputs.find(({ tab }) => tab.key === key);
      if (other) place(other);
    }
    placed.push(input);
  };
  for (const input of inputs) place(input);
  return placed;
}

/** What identifies a tab's records: their series, or else what may not repeat and must be there. */
export function identityField(tab: Tab): Field | undefined {
  return seriesField(tab) ?? activeFields(tab).find(({ unique, required }) => unique && required);
}

/** Rows that go: never before somebody has ticked it. */
const gone = { field: '', to: '', kind: 'remove', sure: false } as const;

/**
 * Plans a clean-up of all tabs, a slice of rows at a time, so that somebody may look at the clock or stop in between.
 * Pure: what was read goes in, findings come out. Applying all fixes and fills and planning again finds none.
 *
 * @example
 * const plan = new CleanUp(dictionary, tabs, context);
 * while (!plan.isDone) plan.slice(2_000);
 * plan.findings;
 */
export class CleanUp {
  readonly findings: Finding[] = [];
  readonly total: number;
  private readonly queue: TabRows[];
  private readonly known: KnownRecords;
  private readonly used: ReadonlySet<string>;
  private at = 0;
  private row = 0;
  private passed = 0;
  private skipped = 0;
  /** rows of the tab at hand that an earlier run has looked at: they are only asked by others */
  private seen = 0;
  private planned: RecordCells[] = [];
  private doubled = new Map<string, number>();

  constructor(
    private readonly dictionary: Dictionary,
    inputs: readonly TabRows[],
    private readonly context: Omit<CheckContext, 'customers'>,
    private readonly from?: StoppedAt,
  ) {
    this.queue = inOrder(inputs);
    this.known = new KnownRecords(dictionary, context.region);
    this.total = inputs.reduce((sum, { records }) => sum + records.length, 0);
    this.used = numbersInUse(inputs);
    this.begin();
  }

  get isDone(): boolean {
    return this.at >= this.queue.length;
  }

  /** Rows looked at so far, of `total`. */
  get looked(): number {
    return this.passed + this.row;
  }

  /** The same without rows that an earlier run has looked at. */
  get lookedNow(): number {
    return this.looked - this.skipped - Math.min(this.row, this.seen);
  }

  /** Where to go on, should nothing more be looked at now; undefined when all is done. */
  get next(): StoppedAt | undefined {
    const input = this.queue[this.at];
    if (!input) return undefined;
    const key = identityField(input.tab)?.key ?? '';
    return { tab: input.tab.key, record: cellText(input.records[this.row]?.[key]) };
  }

  /** Looks at the next rows, of one tab at most. */
  slice(rows: number): void {
    const input = this.queue[this.at];
    if (!input) return;
    const identity = identityField(input.tab);
    const fields = activeFields(input.tab).filter(({ key }) => input.keys.includes(key));
    const context = this.contextFor(input.tab);
    const end = Math.min(input.records.length, this.row + rows);
    for (; this.row < end; this.row++) this.planned.push(this.plan(input, identity, fields, context));
    if (this.row >= input.records.length) this.finish(input, identity);
  }

  private begin(): void {
    const input = this.queue[this.at];
    this.row = 0;
    this.planned = [];
    this.doubled = new Map();
    const key = input && identityField(input.tab)?.key;
    this.seen = this.seenOf(input, key);
    if (!input || key === undefined) return;
    for (const record of input.records) {
      const number = numberText(cellText(record[key]));
      if (number !== '') this.doubled.set(number, (this.doubled.get(number) ?? 0) + 1);
    }
  }

  private seenOf(input: TabRows | undefined, key: string | undefined): number {
    const stopped = this.queue.findIndex(({ tab }) => tab.key === this.from?.tab);
    if (!input || stopped < 0 || this.at > stopped) return 0;
    if (this.at < stopped) return input.records.length;
    return Math.max(
      0,
      input.records.findIndex((record) => key !== undefined && cellText(record[key]) === this.from?.record),
    );
  }

  private finish(input: TabRows, identity: Field | undefined): void {
    this.known.add(input.tab.key, this.planned);
    if (this.seen < input.records.length || input.records.length === 0) {
      this.reportRows(input, identity);
      this.reportRepeated(input, identity);
    }
    this.passed += input.records.length;
    this.skipped += this.seen;
    this.at++;
    this.begin();
  }

  private contextFor(tab: Tab): FillContext {
    const { known, context } = this;
    const target = activeFields(tab).find(({ reference }) => reference)?.reference;
    return {
      ...context,
      customers: target === undefined ? undefined : known.index(target),
      listOf: (field) => known.listOf(field, ({ label }) => label[context.language]),
      lookUp: (key, number, field) => known.lookUp(key, number, field),
      identify: (key, values) => known.identify(key, values),
      latest: (rule, number, until) => known.latest(rule, number, until),
      price: (field, item) => known.price(field, item),
    };
  }

  private plan(input: TabRows, identity: Field | undefined, fields: readonly Field[], context: FillContext): RecordCells {
    const { row } = this;
    const record = input.records[row]!;
    if (!identity || row < this.seen) return record;
    const text = cellText(record[identity.key]);
    const number = numberText(text);
    // Without a number, or with one that two rows share, nothing can be written to the right row for certain.
    if (number === '' || (this.doubled.get(number) ?? 0) > 1) return record;
    const others = fields.filter(({ key }) => key !== identity.key);
    const isNeeded = this.used.has(`${input.tab.key} ${number.toUpperCase()}`) || isInUse(input, row, identity);
    if (identity.kind === 'series' && !isNeeded) {
      this.findings.push({ ...gone, tab: input.tab.key, record: text, from: text, code: 'clean.deadRow' });
      return record;
    }
    const caption = captionOf(fields, record);
    if (caption)
      this.add(input, { record: text, field: caption.key, from: cellText(record[caption.key]), code: 'clean.caption' });
    if (identity.kind === 'series' && number !== text)
      this.add(input, { record: text, field: identity.key, from: text, code: 'clean.numberSpelling', params: { to: number } });
    const planned = planRecord(input.tab, text, record, others, (key) => input.isLocked(row, key), context);
    if (planned.findings.length > 0) {
      const about = this.about(input.tab, planned.record);
      for (const finding of planned.findings) this.findings.push({ ...finding, about });
    }
    return planned.record;
  }

  /** The name of whoever a record is about: its own, or that of the record it points to. */
  private about(tab: Tab, record: RecordCells): string {
    const nameOf = ({ fields }: Tab): string | undefined => fields.find(({ tidy }) => tidy === 'name')?.key;
    const reference = activeFields(tab).find((field) => field.reference);
    const target = this.dictionary.tabs.find(({ key }) => key === reference?.reference);
    if (!reference || !target) return cellText(record[nameOf(tab) ?? '']);
    return cellText(this.known.lookUp(target.key, cellText(record[reference.key]), nameOf(target) ?? ''));
  }

  private add({ tab }: TabRows, finding: Pick<Finding, 'record' | 'field' | 'from' | 'code' | 'params'>): void {
    this.findings.push({ tab: tab.key, ...finding, kind: 'report', sure: false });
  }

  /** Rows that are no records: empty ones in between, and those that lack a number. */
  private reportRows(input: TabRows, identity: Field | undefined): void {
    const empty = emptyRows(input).length;
    const numberless = input.records.filter(
      (record, row) => identity && isBlank(record[identity.key]) && holdsValues(input, row, identity),
    ).length;
    const label = input.tab.label[this.context.language];
    if (numberless > 0)
      this.add(input, {
        record: '',
        field: identity!.key,
        from: '',
        code: 'clean.noNumber',
        params: { count: numberless, tab: label },
      });
    if (empty > 0)
      this.findings.push({
        ...gone,
        tab: input.tab.key,
        record: '',
        from: '',
        code: 'clean.emptyRows',
        params: { count: empty },
      });
  }

  /** Values that may stand only once and stand more often: numbers first, then what the shop says may not repeat. */
  private reportRepeated(input: TabRows, identity: Field | undefined): void {
    for (const [value, count] of this.doubled)
      if (count > 1)
        this.add(input, { record: value, field: identity!.key, from: value, code: 'clean.doubled', params: { value, count } });
    for (const field of activeFields(input.tab)) {
      if (!field.unique || field === identity || !input.keys.includes(field.key)) continue;
      const rows = new Map<string, string[]>();
      for (const record of this.planned) {
        const value = cellText(record[field.key]).trim();
        if (value === '') continue;
        const numbers = rows.get(value);
        const number = identity ? cellText(record[identity.key]) : '';
        if (numbers) numbers.push(number);
        else rows.set(value, [number]);
      }
      for (const [value, numbers] of rows)
        if (numbers.length > 1)
          this.add(input, {
            record: numbers[0]!,
            field: field.key,
            from: value,
            code: 'clean.doubledValue',
            params: { value, count: numbers.length },
          });
    }
  }
}
