/** Measures how good a shop's data are: by tab, by field, and by who entered them. */
import { cellText, isBlank } from '../check/cell.ts';
import type { CheckContext } from '../check/check-cell.ts';
import { checkRow, type RecordCells } from '../check/check-rows.ts';
import { KnownRecords } from '../cleanup/known-records.ts';
import { activeFields } from '../dictionary/compose.ts';
import { eventField, referenceTo, reviewField } from '../dictionary/roles.ts';
import type { Dictionary, Field, Tab } from '../dictionary/types.ts';
import { type LastEvent, noteEvents } from '../review/read-review-records.ts';
import { Currency } from './currency.ts';
import { count, noTallies, type Tallies, type Tally } from './dimensions.ts';
import { doubledRecords, type KnownDoubles } from './doubled-records.ts';
import { type Flaw, FlawGroups } from './flaw.ts';
import { findSensitive } from './sensitive-numbers.ts';

/** A tab as it was read: rows from the first below the header, by the keys of the fields that have a column. */
export interface QualityInput {
  tab: Tab;
  keys: readonly string[];
  records: readonly RecordCells[];
}

export interface FieldQuality {
  tab: string;
  field: Field;
  /** counted as missing where it is empty */
  isAsked: boolean;
  filled: number;
  missing: number;
  valid: Tally;
}

export interface TabQuality {
  tab: Tab;
  records: number;
  tallies: Tallies;
  /** of which nobody knows when they were right last */
  undated: number;
}

export interface PersonQuality {
  /** empty: nobody knows who */
  who: string;
  records: number;
  complete: Tally;
  valid: Tally;
}

export interface Quality {
  tabs: TabQuality[];
  fields: FieldQuality[];
  people: PersonQuality[];
  flaws: FlawGroups;
}

/** Who entered a record first, and the day it was changed last. */
export interface Logged {
  /** empty: not known */
  who: string;
  /** `yyyy-MM-dd` */
  on: string;
}

export interface QualityContext extends Omit<CheckContext, 'customers'> {
  /** by tab and number with a space between, as far as the change log knows */
  logged: ReadonlyMap<string, Logged>;
  /** by tab, where somebody has looked for doubles */
  doubles?: ReadonlyMap<string, KnownDoubles>;
}

/** Whether a rule of the dictionary says what may stand there. */
const judged = new Set<Field['kind']>(['phone', 'email', 'date', 'money', 'integer', 'choice', 'reference', 'rating', 'yesNo']);

/** An unticked box is no entry. */
const isFilled = (cell: RecordCells[string]): boolean => !isBlank(cell) && cell !== false;

/**
 * @param inputs every tab once; what refers to another is looked up there
 * @example assessQuality(dictionary, [{ tab: customers, keys, records }], context).tabs[0]!.tallies.complete
 */
export function assessQuality(dictionary: Dictionary, inputs: readonly QualityInput[], context: QualityContext): Quality {
  const known = new KnownRecords(dictionary, context.region);
  const last = new Map<string, LastEvent>();
  for (const { tab, records } of inputs) {
    known.add(tab.key, records);
    for (const { key } of dictionary.tabs) {
      const reference = referenceTo(tab, key);
      if (reference) noteEvents(last, tab, reference, records, context.today);
    }
  }
  const people = new Map<string, PersonQuality>();
  const flaws = new FlawGroups();
  const done = inputs.map((input) => new TabAssessment(input, context, known, last, people, flaws).run());
  return {
    tabs: done.map(({ tab }) => tab),
    fields: done.flatMap(({ fields }) => fields),
    people: [...people.values()].sort((a, b) => Number(a.who === '') - Number(b.who === '') || b.records - a.records),
    flaws,
  };
}

class TabAssessment {
  private readonly tallies = noTallies();
  private readonly fields: FieldQuality[];
  private readonly identity: Field | undefined;
  private readonly checks: CheckContext;
  private readonly currency: Currency;
  private readonly by: Field | undefined;
  private readonly responsible: Field | undefined;
  private undated = 0;

  constructor(
    private readonly input: QualityInput,
    private readonly context: QualityContext,
    known: KnownRecords,
    last: ReadonlyMap<string, LastEvent>,
    private readonly people: Map<string, PersonQuality>,
    private readonly flaws: FlawGroups,
  ) {
    const { tab, keys } = input;
    this.fields = activeFields(tab)
      .filter(({ key }) => keys.includes(key))
      .map((field) => ({
        tab: tab.key,
        field,
        isAsked: field.kind !== 'series' && (field.required === true || field.wanted === true),
        filled: 0,
        missing: 0,
        valid: { good: 0, all: 0 },
      }));
    this.identity = activeFields(tab).find(({ kind }) => kind === 'series') ?? activeFields(tab).find(({ unique }) => unique);
    const target = this.fields.find(({ field }) => field.reference)?.field.reference;
    this.checks = { ...context, customers: target === undefined ? undefined : known.index(target) };
    this.currency = new Currency(tab, last, context.today);
    this.by = eventField(tab, 'by');
    this.responsible = reviewField(tab, 'responsible');
  }

  run(): { tab: TabQuality; fields: FieldQuality[] } {
    const { tab, records } = this.input;
    const rows = records.flatMap((record, row) => (this.fields.some(({ field }) => isFilled(record[field.key])) ? [row] : []));
    for (const row of rows) this.assess(records[row]!, row);
    const doubled = doubledRecords(tab, records, rows, this.context.region, this.context.doubles?.get(tab.key));
    this.tallies.unique = { good: rows.length - doubled.length, all: rows.length };
    for (const { row, field, first } of doubled) this.note(row, { kind: 'doubled', field, first: first + 2 });
    return { tab: { tab, records: rows.length, tallies: this.tallies, undated: this.undated }, fields: this.fields };
  }

  private note(row: number, flaw: Pick<Flaw, 'kind' | 'field'> & Partial<Flaw>): void {
    this.flaws.add({ tab: this.input.tab.key, record: this.numberOf(row), row: row + 2, ...flaw });
  }

  private numberOf(row: number): string {
    return this.identity ? cellText(this.input.records[row]![this.identity.key]).trim() : '';
  }

  private assess(record: RecordCells, row: number): void {
    const person = this.personOf(record, row);
    person.records++;
    const verdicts = checkRow(this.input.tab, record, this.input.keys, this.checks).fields;
    for (const each of this.fields) {
      const { field } = each;
      const filled = isFilled(record[field.key]);
      if (filled) each.filled++;
      if (each.isAsked) {
        count(this.tallies.complete, filled);
        count(person.complete, filled);
        if (!filled) {
          each.missing++;
          this.note(row, { kind: 'missing', field: field.key });
        }
      }
      if (filled && judged.has(field.kind)) {
        const problem = verdicts[field.key]?.problem;
        const right = problem?.severity !== 'wrong';
        for (const tally of [each.valid, this.tallies.valid, person.valid]) count(tally, right);
        if (!right) this.note(row, { kind: 'wrong', field: field.key, problem });
      }
      if (filled && field.kind === 'longText' && !field.tidy) this.readText(record, row, field);
    }
    this.judgeAge(record, row);
  }

  private readText(record: RecordCells, row: number, field: Field): void {
    const leaks = findSensitive(cellText(record[field.key]));
    count(this.tallies.handled, leaks === undefined);
    if (leaks) this.note(row, { kind: 'leaked', field: field.key, leaks });
  }

  private judgeAge(record: RecordCells, row: number): void {
    const judgement = this.currency.judge(record, this.numberOf(row), this.logged(row)?.on ?? '');
    if (!judgement) return;
    count(this.tallies.current, judgement.isCurrent);
    if (judgement.age === undefined) this.undated++;
    const { field, age } = judgement;
    if (!judgement.isCurrent) this.note(row, { kind: 'stale', field: field.key, ...(age === undefined ? {} : { age }) });
  }

  private logged(row: number): Logged | undefined {
    return this.context.logged.get(`${this.input.tab.key} ${this.numberOf(row)}`);
  }

  private responsibleFor(record: RecordCells): string {
    return this.responsible ? cellText(record[this.responsible.key]).trim() : '';
  }

  /** Who did it, else who entered it, else who is responsible, else nobody knows. */
  private personOf(record: RecordCells, row: number): PersonQuality {
    const named = this.by ? cellText(record[this.by.key]).trim() : '';
    const who = named || (this.logged(row)?.who ?? '') || this.responsibleFor(record);
    let person = this.people.get(who);
    if (!person) {
      person = { who, records: 0, complete: { good: 0, all: 0 }, valid: { good: 0, all: 0 } };
      this.people.set(who, person);
    }
    return person;
  }
}
