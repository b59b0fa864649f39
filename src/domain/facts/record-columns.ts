import { cellText, isBlank } from '../check/cell.ts';
import { type Due, duesOf } from '../credit/due.ts';
import { activeFields, seriesField } from '../dictionary/compose.ts';
import { optionMeant } from '../dictionary/option-meant.ts';
import { closing, eventField, referenceTo } from '../dictionary/roles.ts';
import type { Dictionary, EventRole, Field, Tab } from '../dictionary/types.ts';
import type { Table } from '../reminders/find-reminders.ts';
import { dayNumber } from './day-number.ts';
import { type FactsContext, filledRows } from './filled-rows.ts';
import { DayReader, readCents, readNumber } from './read-cells.ts';
import { ended, type LeftOut, noDay, none, type RecordFacts, unpriced, type WordColumn } from './record-facts.ts';
import { noWords, wordColumn } from './word-column.ts';

/** The fields of a tab with records that reports count from. */
export const recordFields = (tab: Tab): string[] =>
  activeFields(tab)
    .filter(
      ({ event, kind, reference }) =>
        (event && event !== 'words') || kind === 'series' || kind === 'choice' || reference === 'customers',
    )
    .map(({ key }) => key);

/** The fields of tabs in which stands what was said, for who reads them besides. */
export const wordFields = ({ tabs }: Dictionary, keys: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(tabs.filter(({ key }) => keys.includes(key)).map((tab) => [tab.key, [eventField(tab, 'words')?.key ?? '']]));

const unknownDue: Due = { owed: Number.NaN, received: Number.NaN, isUnclear: false, rest: Number.NaN };

const endings = { done: ended.done, void: ended.void } as const;

/** The records of one tab in columns. */
export class RecordColumns implements RecordFacts {
  private readonly rows: Int32Array;
  private readonly kept = new Map<string, WordColumn>();
  private readonly dues: ReturnType<typeof duesOf>;
  readonly count: number;
  readonly customers: Int32Array;
  readonly days: Int32Array;
  readonly doneDays: Int32Array;
  readonly quantities: Float64Array;
  readonly cents: Float64Array;
  readonly unpriced: Uint8Array;
  readonly closings: Uint8Array;
  readonly scores: Float64Array;
  readonly leftOut: LeftOut;

  /**
   * @param customerOf place of the customer who bears a number; undefined where nobody does
   */
  constructor(
    readonly tab: Tab,
    private readonly table: Table,
    private readonly context: FactsContext,
    customerOf: (number: string) => number | undefined,
  ) {
    const { currency, dateOrder, today } = context;
    this.rows = filledRows(table, recordFields(tab));
    this.dues = duesOf(tab, currency);
    const { rows } = this;
    const count = rows.length;
    this.count = count;
    const cellOf = (field: Field | undefined) => (at: number) => (field ? table.cell(rows[at]!, field.key) : '');
    const days = new DayReader({ order: dateOrder, today });
    const cell = (role: EventRole) => cellOf(eventField(tab, role));
    const dayColumn = (role: EventRole) => {
      const read = cell(role);
      return Int32Array.from(rows, (_, at) => days.read(read(at)));
    };
    this.days = dayColumn('on');
    this.doneDays = dayColumn('doneOn');
    const numbers = cell('count');
    this.quantities = Float64Array.from(rows, (_, at) => (isBlank(numbers(at)) ? 1 : readNumber(numbers(at))));
    const scores = cell('score');
    this.scores = Float64Array.from(rows, (_, at) => readNumber(scores(at)));
    this.cents = new Float64Array(count).fill(Number.NaN);
    this.unpriced = new Uint8Array(count);
    this.closings = this.readClosings();
    this.customers = new Int32Array(count);
    this.leftOut = { day: 0, future: 0, noAmount: 0, unclearAmount: 0, foreignAmount: 0, noCustomer: 0, unknownCustomer: 0 };
    const now = dayNumber(today);
    const hasAmount = this.has('amount');
    const amount = cell('amount');
    const bears = cellOf(referenceTo(tab, 'customers'));
    const why: readonly (keyof LeftOut)[] = ['noAmount', 'unclearAmount', 'foreignAmount'];
    for (let at = 0; at < count; at++) {
      const number = cellText(bears(at)).trim();
      const customer = number === '' ? undefined : customerOf(number);
      this.customers[at] = customer ?? none;
      if (hasAmount) {
        const read = readCents(amount(at), currency);
        this.cents[at] = read.cents;
        this.unpriced[at] = read.why;
      } else this.unpriced[at] = unpriced.empty;
      if (this.closings[at] === ended.void) continue;
      const day = this.days[at]!;
      if (day === noDay) this.leftOut.day++;
      else if (day > now) this.leftOut.future++;
      if (hasAmount && this.unpriced[at] !== 0) this.leftOut[why[this.unpriced[at]! - 1]!]++;
      if (customer === undefined) this.leftOut[number === '' ? 'noCustomer' : 'unknownCustomer']++;
    }
  }

  /** By a state that closes; else by what has come of what is owed, by the state, or by whether the day is known on which it was settled. */
  private readClosings(): Uint8Array {
    const state = eventField(this.tab, 'state');
    const states = this.states;
    const ofWord = states.words.map((word) => {
      const option = optionMeant(state, word);
      const how = option && closing(option);
      return how ? endings[how] : ended.open;
    });
    const isSettled = eventField(this.tab, 'doneOn') !== undefined;
    return Uint8Array.from(this.rows, (_, at) => {
      const place = states.places[at]!;
      if (place !== none && ofWord[place]! !== ended.open) return ofWord[place]!;
      const { isPaidUp } = this.due(at);
      if (isPaidUp !== undefined) return isPaidUp ? ended.done : ended.open;
      if (place !== none) return ended.open;
      return isSettled ? (this.doneDays[at] === noDay ? ended.open : ended.done) : ended.done;
    });
  }

  due(record: number): Due {
    return this.dues?.((field) => this.table.cell(this.rows[record]!, field)) ?? unknownDue;
  }

  private role(role: EventRole): WordColumn {
    const field = eventField(this.tab, role);
    return field ? this.words(field.key) : noWords(this.count);
  }

  get items(): WordColumn {
    return this.role('what');
  }

  get states(): WordColumn {
    return this.role('state');
  }

  get people(): WordColumn {
    return this.role('by');
  }

  get sorts(): WordColumn {
    return this.role('sort');
  }

  has(role: EventRole): boolean {
    return eventField(this.tab, role) !== undefined;
  }

  words(field: string): WordColumn {
    let column = this.kept.get(field);
    if (!column) {
      const found = this.tab.fields.find(({ key, off }) => key === field && !off);
      column = wordColumn(found, this.table, this.rows, this.context.language);
      this.kept.set(field, column);
    }
    return column;
  }

  text(field: string, record: number): string {
    return cellText(this.table.cell(this.rows[record]!, field)).trim();
  }

  numberOf(record: number): string {
    return this.text(seriesField(this.tab)?.key ?? '', record);
  }
}
