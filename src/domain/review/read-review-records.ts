import { type Cell, cellText, isBlank, isDay } from '../check/cell.ts';
import { type CheckContext, checkCell } from '../check/check-cell.ts';
import { activeFields, seriesField } from '../dictionary/compose.ts';
import { optionMeant } from '../dictionary/option-meant.ts';
import { eventField, reviewField, traitField } from '../dictionary/roles.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import type { ReviewRecord } from './due-reviews.ts';

/** What happened last with a customer, all tabs together. */
export interface LastEvent {
  /** `yyyy-MM-dd` */
  on: string;
  /** who served them last; empty where no record says so */
  by: string;
  /** the day of that service */
  byOn: string;
}

type Records = readonly Readonly<Record<string, Cell | undefined>>[];

/** Days sort as their texts do. */
const later = (a: string, b: string): string => [a, b].sort()[1]!;

const text = (cell: Cell | undefined): string => cellText(cell).trim();
const dayIn = (cell: Cell | undefined): string => (isDay(cell) ? cell.day : '');

/** Takes in the records of one tab: the newest day, not after today, and who served on the newest day that names somebody. */
export function noteEvents(last: Map<string, LastEvent>, tab: Tab, reference: Field, records: Records, today: string): void {
  const on = eventField(tab, 'on');
  const by = eventField(tab, 'by');
  if (!on) return;
  for (const record of records) {
    const number = text(record[reference.key]);
    const day = dayIn(record[on.key]);
    if (number === '' || day === '' || day > today) continue;
    const known = last.get(number) ?? { on: '', by: '', byOn: '' };
    const name = by ? text(record[by.key]) : '';
    const isNewer = name !== '' && day >= known.byOn;
    last.set(number, {
      on: later(day, known.on),
      by: isNewer ? name : known.by,
      byOn: isNewer ? day : known.byOn,
    });
  }
}

/**
 * Customers as a review sees them. Only what tells whether somebody can be reached is judged: required fields, phones and
 * e-mails.
 */
export function readReviewRecords(
  tab: Tab,
  records: Records,
  last: ReadonlyMap<string, LastEvent>,
  context: CheckContext,
): ReviewRecord[] {
  const number = seriesField(tab)!;
  const [on, by, responsible, reach] = (['on', 'by', 'responsible', 'reach'] as const).map((role) => reviewField(tab, role));
  const judged = activeFields(tab).filter(({ kind }) => kind === 'phone' || kind === 'email');
  const required = activeFields(tab).filter((field) => field.required && field.kind !== 'series');
  const [type, region] = (['type', 'region'] as const).map((trait) => traitField(tab, trait));
  const name = activeFields(tab).find((field) => field.search === 'name');
  const of = (field: Field | undefined, record: Records[number]): string => (field ? text(record[field.key]) : '');
  return records.flatMap((record) => {
    const own = of(number, record);
    if (own === '') return [];
    const event = last.get(own);
    const isWrong = (field: Field): boolean =>
      !isBlank(record[field.key]) && checkCell(field, record[field.key]!, context).problem?.severity === 'wrong';
    return [
      {
        number: own,
        name: of(name, record),
        verifiedOn: on ? dayIn(record[on.key]) : '',
        verifiedBy: of(by, record),
        reachText: of(reach, record),
        reach: optionMeant(reach, of(reach, record))?.review,
        type: of(type, record),
        responsible: of(responsible, record),
        region: of(region, record),
        servedBy: event?.by ?? '',
        lastOn: event?.on ?? '',
        missing: required.filter((field) => isBlank(record[field.key])).length,
        wrong: judged.filter(isWrong).length,
      },
    ];
  });
}
