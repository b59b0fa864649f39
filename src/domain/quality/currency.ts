import { cellText, isDay } from '../check/cell.ts';
import type { RecordCells } from '../check/check-rows.ts';
import { daysBetween } from '../dates/calendar.ts';
import { seriesField } from '../dictionary/compose.ts';
import { closing, eventField, reviewField } from '../dictionary/roles.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import type { LastEvent } from '../review/read-review-records.ts';

/** A customer whose data were verified, or who was served, within so many days is up to date. */
export const customerDays = 365;
/** What is still open after so many days was forgotten, or nobody has entered how it ended. */
export const openDays = 30;

export interface Judgement {
  isCurrent: boolean;
  /** days since; undefined where no date says when */
  age?: number;
  /** the field that shows it */
  field: Field;
}

/**
 * How far the records of a tab are up to date. Where they are reviewed: by the last day that they were verified or
 * changed, or something happened. Where a field says how far things are: whether something has been open for too long.
 */
export class Currency {
  private readonly verified: Field | undefined;
  private readonly state: Field | undefined;
  private readonly on: Field | undefined;
  private readonly shows: Field | undefined;

  constructor(
    tab: Tab,
    private readonly last: ReadonlyMap<string, LastEvent>,
    private readonly today: string,
  ) {
    this.verified = reviewField(tab, 'on');
    this.state = eventField(tab, 'state');
    this.on = eventField(tab, 'on');
    const isReviewed = tab.fields.some(({ review }) => review === 'on');
    this.shows = isReviewed ? (this.verified ?? seriesField(tab)) : undefined;
  }

  /**
   * Undefined where nothing tells how old the record is allowed to be.
   *
   * @param changedOn the day somebody changed it last, empty where nobody knows
   */
  judge(record: RecordCells, number: string, changedOn: string): Judgement | undefined {
    if (this.shows) return this.judgeReviewed(record, number, changedOn, this.shows);
    if (this.state && this.on) return this.judgeOpen(record, this.state, this.on);
    return undefined;
  }

  private judgeReviewed(record: RecordCells, number: string, changedOn: string, field: Field): Judgement | undefined {
    const cell = this.verified && record[this.verified.key];
    // days sort as their texts do
    const day = [isDay(cell) ? cell.day : '', this.last.get(number)?.on ?? '', changedOn].sort().pop()!;
    // without dates anywhere a shop does not keep them yet: nothing is measured
    if (day === '') return this.verified || this.last.size > 0 ? { isCurrent: false, field } : undefined;
    const age = daysBetween(day, this.today);
    return { isCurrent: age <= customerDays, age, field };
  }

  private judgeOpen(record: RecordCells, state: Field, on: Field): Judgement | undefined {
    const text = cellText(record[state.key]).trim();
    const option = state.options?.find(({ label }) => Object.values(label).includes(text));
    if (option && closing(option)) return { isCurrent: true, age: 0, field: state };
    const cell = record[on.key];
    if (!isDay(cell)) return { isCurrent: false, field: state };
    const age = daysBetween(cell.day, this.today);
    return { isCurrent: age <= openDays, age, field: state };
  }
}
