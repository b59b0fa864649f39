import { type Cell, cellText, isDay } from '../check/cell.ts';
import { duesOf, restOf } from '../credit/due.ts';
import { closing, eventField } from '../dictionary/roles.ts';
import type { EventRole, Option } from '../dictionary/types.ts';
import { optionKey } from '../text/match-option.ts';
import { DueDays } from './due-days.ts';
import { type FittedRule, type Source, type SpanPlace, told } from './fit-rule.ts';
import type { Reminder } from './reminder.ts';

/** Records of a tab as they were read; a field that was not read is blank. */
export interface Table {
  rows: number;
  cell(row: number, field: string): Cell;
}

export type Tables = ReadonlyMap<string, Table>;

const realDay = /^[12]\d{3}-\d\d-\d\d$/;

/** One rule over the records of one tab. */
class Search {
  private readonly days: DueDays;
  private readonly closings: ReadonlyMap<string, Option['closes'] | 'open'>;
  private readonly doneOn: string | undefined;
  private readonly dues: ReturnType<typeof duesOf>;
  /** what a record may be about so that nothing follows from it */
  private readonly settled: ReadonlySet<string>;

  constructor(
    private readonly fitted: FittedRule,
    private readonly source: Source,
    private readonly table: Table,
    private readonly tables: Tables,
    today: string,
    currency: string,
  ) {
    const { rule } = fitted;
    this.days = new DueDays(rule.terms, today, rule.kind === 'core' && rule.yearly);
    this.closings = new Map(
      (source.state?.options ?? []).flatMap((option) =>
        Object.values(option.label).map((text) => [text, closing(option) ?? 'open'] as const),
      ),
    );
    this.doneOn = told(source, 'doneOn');
    this.dues = duesOf(source.tab, currency);
    const kinds = eventField(source.tab, 'what')?.options ?? [];
    this.settled = new Set(kinds.flatMap(({ closes, label }) => (closes ? Object.values(label) : [])));
  }

  private text(row: number, field: string | undefined): string {
    return field === undefined ? '' : cellText(this.table.cell(row, field)).trim();
  }

  private day(row: number): string {
    const cell = this.table.cell(row, this.source.date);
    return isDay(cell) && realDay.test(cell.day) ? cell.day : '';
  }

  private due(row: number) {
    return this.dues?.((field) => this.table.cell(row, field));
  }

  /** Whether a record is one of those that the rule is about; what never came about never is. */
  private isMeant(row: number): boolean {
    const { when } = this.source;
    if (when && !when.texts.has(this.text(row, when.field))) return false;
    const state = this.text(row, this.source.state?.key);
    const closes = this.closings.get(state);
    if (closes === 'void') return false;
    const { rule } = this.fitted;
    const open = rule.kind === 'core' ? rule.open : undefined;
    if (open === undefined) return true;
    if (this.settled.size > 0 && this.settled.has(this.text(row, told(this.source, 'what')))) return false;
    const isPaidUp = closes === 'done' || this.due(row)?.isPaidUp;
    if (isPaidUp !== undefined) return !isPaidUp;
    if (state === '') return open === 'unlessClosed' && this.text(row, this.doneOn) === '';
    return true;
  }

  /** The newest record of each customer, by the customer's number: the row and its day. */
  newest(): Map<string, { row: number; day: string }> {
    const found = new Map<string, { row: number; day: string }>();
    for (let row = 0; row < this.table.rows; row++) {
      const day = this.day(row);
      if (day === '' || !this.isMeant(row)) continue;
      const customer = this.text(row, this.source.customer);
      const known = found.get(customer);
      if (customer !== '' && (!known || known.day < day)) found.set(customer, { row, day });
    }
    return found;
  }

  /** @param settled the newest day by which everything older of a customer's is settled */
  *reminders(settled: ReadonlyMap<string, string>): Generator<Reminder> {
    const { rule } = this.fitted;
    const rows = rule.kind === 'core' && rule.newest ? [...this.newest().values()].map(({ row }) => row) : undefined;
    const months = this.source.span && monthsByItem(this.tables, this.source.span);
    const amount = rows?.length ?? this.table.rows;
    for (let i = 0; i < amount; i++) {
      const row = rows?.[i] ?? i;
      const day = this.day(row);
      if (day === '') continue;
      const due = this.days.of(day, this.monthsOf(row, months));
      if (!due || !this.isMeant(row)) continue;
      const number = this.text(row, this.source.number);
      const customer = this.text(row, this.source.customer);
      if (number === '' || (settled.get(customer) ?? '') > day) continue;
      yield this.reminder(row, number, customer, day, due);
    }
  }

  /** Undefined: those of the rule. A product without any is put beyond all time. */
  private monthsOf(row: number, months: ReadonlyMap<string, number> | undefined): number | undefined {
    const { cause } = this.source;
    if (!cause?.span) return undefined;
    const own = this.source.span && months?.get(optionKey(this.text(row, this.source.span.item)));
    if (own !== undefined) return own;
    return cause.orTerms && this.fitted.rule.terms.months !== undefined ? undefined : beyond;
  }

  private reminder(
    row: number,
    number: string,
    customer: string,
    since: string,
    { due, occurrence }: { due: string; occurrence: string },
  ): Reminder {
    const { rule } = this.fitted;
    const say = (role: EventRole): string => this.text(row, told(this.source, role));
    const amount = this.table.cell(row, told(this.source, 'amount') ?? told(this.source, 'owed') ?? '');
    const rest = restOf(this.due(row));
    return {
      id: [rule.key, this.source.tab.key, number, occurrence].join('|'),
      rule: rule.key,
      tab: this.source.tab.key,
      number,
      row,
      customer,
      due,
      since,
      side: rule.terms.side,
      isCalm: rule.kind === 'core' && rule.calm === true,
      isAgain: rule.kind === 'core' && rule.settledBy !== undefined && this.source.cause?.means === rule.settledBy,
      tell: rule.terms.tell,
      at: rule.terms.at,
      what: say('what'),
      words: say('words'),
      ...(typeof amount === 'number' ? { amount } : {}),
      ...(rest === undefined ? {} : { rest }),
      by: say('by'),
    };
  }
}

/** More months than anything lasts: it is never mentioned. */
const beyond = 12_000;

function monthsByItem(tables: Tables, { list, listItem, listMonths }: SpanPlace): Map<string, number> {
  const months = new Map<string, number>();
  const table = tables.get(list);
  for (let row = 0; row < (table?.rows ?? 0); row++) {
    const item = optionKey(cellText(table!.cell(row, listItem)));
    const count = table!.cell(row, listMonths);
    if (item !== '' && typeof count === 'number' && count > 0 && count <= 1_200) months.set(item, Math.floor(count));
  }
  return months;
}

/**
 * All reminders of these rules on a day, settled and put off ones as well; each of one time once, also where a number
 * stands in two rows. Tabs that are not there have none.
 *
 * @param today `yyyy-MM-dd` in the workbook's zone
 * @param currency code of the workbook's
 */
export function findReminders(fitted: readonly FittedRule[], tables: Tables, today: string, currency = ''): Reminder[] {
  const found = new Map<string, Reminder>();
  for (const each of fitted) {
    if (!each.rule.terms.on || each.problem) continue;
    const settled = new Map<string, string>();
    const isNewest = each.rule.kind === 'core' && each.rule.newest;
    for (const source of isNewest ? each.sources : each.settling) {
      const table = tables.get(source.tab.key);
      if (!table) continue;
      for (const [customer, { day }] of new Search(each, source, table, tables, today, currency).newest())
        if ((settled.get(customer) ?? '') < day) settled.set(customer, day);
    }
    for (const source of each.sources) {
      const table = tables.get(source.tab.key);
      if (!table) continue;
      for (const reminder of new Search(each, source, table, tables, today, currency).reminders(settled))
        if (!found.has(reminder.id)) found.set(reminder.id, reminder);
    }
  }
  return [...found.values()];
}
