import { eventField, referenceTo } from '../dictionary/roles.ts';
import type { EventRole } from '../dictionary/types.ts';
import { ended, noDay, none, type RecordFacts, unpriced, type WordColumn } from '../facts/record-facts.ts';
import { bucketOf, type Unit, unitFor } from './buckets.ts';
import type { Period } from './period.ts';
import type { ReportColumn, ReportTable, ReportValue, ValueLook } from './report.ts';
import type { ReportWords } from './report-words.ts';
import type { Selection } from './selection.ts';
import { Spread } from './spread.ts';
import { stretchesOf } from './time-table.ts';

/** Below so many records nobody and nothing is compared: chance would tell more than the shop. */
export const enough = 10;
/** Rows of a list of single records. */
const listed = 10;

export const column = (label: string, look: ValueLook = 'count'): ReportColumn => ({ label, look });
export const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** What is summed up of records that somebody works on: repairs, services, complaints. */
export class Sums {
  count = 0;
  done = 0;
  /** that came again */
  again = 0;
  /** days from the beginning to the end of what is done */
  readonly took = new Spread();
  /** days that open ones have waited until today */
  readonly waiting = new Spread();
  /** hundredths of the workbook's currency */
  readonly cost = new Spread();
  /** how often each score was given */
  readonly scores: number[] = [];

  get open(): number {
    return this.count - this.done;
  }

  get rated(): number {
    return this.scores.reduce((sum, count) => sum + count, 0);
  }

  get mean(): number | null {
    return share(
      this.scores.reduce((sum, count, score) => sum + count * score, 0),
      this.rated,
    );
  }
}

/** The records that a report tells of, with the words of the tab that they stand in. */
export class Matters {
  readonly of: RecordFacts;
  readonly unit: Unit;
  /** the scale of scores */
  readonly low: number;
  readonly high: number;
  readonly all: Sums;
  readonly before: Sums;
  /** the longest first */
  readonly open: number[] = [];
  /** with a day of completion before that of the beginning, or after today */
  misdated = 0;

  constructor(
    readonly selection: Selection,
    readonly words: ReportWords,
    private readonly told: {
      only?: (record: number) => boolean;
      /** the day on which a record was settled, or `noDay` */
      settled?: (record: number) => number;
      /** a record without a state is open */
      isStated?: boolean;
      again?: (record: number) => boolean;
    } = {},
  ) {
    const { period, of } = selection;
    this.of = of;
    this.unit = unitFor(period.to - period.from + 1);
    const score = eventField(of.tab, 'score');
    this.low = score?.min ?? 1;
    this.high = score?.max ?? 5;
    const whole = (during: Period) => this.by(() => 0, during).get(0) ?? new Sums();
    this.all = whole(period);
    this.before = selection.before ? whole(selection.before) : new Sums();
    this.each((at, day) => {
      const done = this.settled(at);
      if (!this.isDone(at)) this.open.push(at);
      else if (done !== noDay && (done < day || done > selection.facts.today)) this.misdated++;
    });
    this.open.sort((a, b) => of.days[a]! - of.days[b]! || a - b);
  }

  each(see: (record: number, day: number) => void, during = this.selection.period): void {
    const { only } = this.told;
    this.selection.each(during, (at, day) => {
      if (!only || only(at)) see(at, day);
    });
  }

  isDone(at: number): boolean {
    return this.of.closings[at] === ended.done && !(this.told.isStated && this.of.states.places[at] === none);
  }

  private settled(at: number): number {
    return this.told.settled ? this.told.settled(at) : this.of.doneDays[at]!;
  }

  /** Sums by whatever tells the records apart. */
  by(key: (record: number, day: number) => number, during?: Period): Map<number, Sums> {
    const { of, selection, told, low, high } = this;
    const { today } = selection.facts;
    const found = new Map<number, Sums>();
    this.each((at, day) => {
      const name = key(at, day);
      let sums = found.get(name);
      if (!sums) found.set(name, (sums = new Sums()));
      sums.count++;
      if (this.isDone(at)) {
        const done = this.settled(at);
        sums.done++;
        if (done >= day && done <= today) sums.took.add(done - day);
      } else sums.waiting.add(today - day);
      const score = of.scores[at]!;
      if (score >= low && score <= high) sums.scores[Math.round(score)] = (sums.scores[Math.round(score)] ?? 0) + 1;
      if (of.unpriced[at] === 0) sums.cost.add(of.cents[at]!);
      if (told.again?.(at)) sums.again++;
    }, during);
    return found;
  }

  /** What the tab calls the field that tells this: reports follow when a shop renames it. */
  label(role: EventRole): string {
    return eventField(this.of.tab, role)?.label[this.words.locale] ?? '';
  }

  column(role: EventRole, look: ValueLook = 'text'): ReportColumn {
    return column(this.label(role), look);
  }

  /** “按产品型号看” */
  heading(role: EventRole): string {
    const field = role === 'by' ? this.words.say('ops.person') : this.label(role);
    return this.words.say('ops.by', { field: this.words.small(field) });
  }

  name({ words }: WordColumn, place: number): string {
    return place === none ? this.words.say('report.blank') : words[place]!;
  }

  /**
   * Sums by the words of a column, the most first and those without any last; of many words the rarer are one group.
   *
   * @param most groups that are told by themselves
   */
  groups(words: WordColumn, most = 12): { name: string; sums: Sums }[] {
    const { places } = words;
    const found = this.by((at) => places[at]!);
    const order = [...found.keys()].sort(
      (a, b) => Number(a === none) - Number(b === none) || found.get(b)!.count - found.get(a)!.count || a - b,
    );
    const told = order.slice(0, order.length > most + 1 ? most : order.length);
    const rows = told.map((place) => ({ name: this.name(words, place), sums: found.get(place)! }));
    if (told.length === order.length) return rows;
    const kept = new Set(told);
    const rest = this.by((at) => (kept.has(places[at]!) ? 1 : 0)).get(0)!;
    return [...rows, { name: this.words.say('report.rest', { count: order.length - most }), sums: rest }];
  }

  /** Sums by stretch of time, those in which nothing happened as well, and of all. */
  stretches(): { name: string; sums: Sums }[] {
    const { unit, words, selection } = this;
    const found = this.by((_, day) => bucketOf(day, unit));
    return stretchesOf(selection.period, unit).map((bucket) => ({
      name: words.bucket(bucket, unit),
      sums: found.get(bucket) ?? new Sums(),
    }));
  }

  /** A table of stretches and their sum, with its heading. */
  timeTable(
    what: string,
    stretches: readonly { name: string; sums: Sums }[],
    columns: readonly ReportColumn[],
    cells: (sums: Sums) => ReportValue[],
  ): ReportTable {
    const { words, unit } = this;
    return {
      heading: words.say('report.byTime', { what, unit: words.say(`report.unit.${unit}`) }),
      columns: [column(words.say(`report.column.${unit}`), 'text'), ...columns],
      rows: [...stretches.map(({ name, sums }) => [name, ...cells(sums)]), [words.say('report.total'), ...cells(this.all)]],
      totals: true,
    };
  }

  /** Records one by one: their number, what the roles tell, days, and what was said. */
  list(
    heading: string,
    lead: string,
    records: readonly number[],
    roles: readonly EventRole[],
    days?: [label: string, of: (at: number) => number],
  ): ReportTable {
    const { of, words } = this;
    const columns: Partial<Record<EventRole, WordColumn>> = { what: of.items, by: of.people, state: of.states };
    const cell = (role: EventRole, at: number): ReportValue => {
      const word = columns[role];
      if (word) return this.name(word, word.places[at]!);
      return role === 'on' ? words.day(of.days[at]!) : of.text(eventField(of.tab, role)!.key, at).slice(0, 50);
    };
    // all as text: a figure at the right of its cell would touch the text beside it
    const told: [string, (at: number) => ReportValue][] = [
      [words.say('ops.number'), (at) => of.numberOf(at)],
      ...roles
        .filter((role) => of.has(role))
        .map((role): [string, (at: number) => ReportValue] => [this.label(role), (at) => cell(role, at)]),
    ];
    if (days)
      told.splice(of.has('words') && roles.includes('words') ? -1 : told.length, 0, [days[0], (at) => String(days[1](at))]);
    return {
      heading,
      lead,
      columns: told.map(([label]) => column(label, 'text')),
      rows: records.slice(0, listed).map((at) => told.map(([, of]) => of(at))),
    };
  }

  /** What was not counted, one sentence each; the roles are those that a record should tell. */
  notes(roles: readonly EventRole[]): string[] {
    const { of, words, selection } = this;
    const { notCounted } = selection;
    const found: string[] = [];
    const note = (key: Parameters<typeof words.say>[0], count: number, params?: Record<string, string>) => {
      if (count > 0) found.push(words.say(key, { ...params, count: words.number(count) }));
    };
    note('report.left.void', notCounted.void);
    note('report.left.noDay', notCounted.noDay);
    note('report.left.future', notCounted.future);
    note('ops.left.misdated', this.misdated, { field: this.label('doneOn'), other: this.label('on') });
    const blank: Partial<Record<EventRole, (at: number) => boolean>> = {
      what: (at) => of.items.places[at] === none,
      by: (at) => of.people.places[at] === none,
      state: (at) => of.states.places[at] === none,
      doneOn: (at) => of.doneDays[at] === noDay && this.isDone(at),
      score: (at) => !(of.scores[at]! >= this.low && of.scores[at]! <= this.high),
      amount: (at) => of.unpriced[at] !== 0 && (of.unpriced[at] !== unpriced.empty || this.isDone(at)),
    };
    for (const role of roles.filter((each) => of.has(each))) {
      let count = 0;
      this.each((at) => {
        if (blank[role]!(at)) count++;
      });
      note('ops.left.blank', count, { field: this.label(role) });
    }
    if (referenceTo(of.tab, 'customers')) note('ops.left.stranger', notCounted.noCustomer);
    return found;
  }
}
