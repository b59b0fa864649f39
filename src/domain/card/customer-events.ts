import type { CardEvent } from '../api.ts';
import { type Cell, cellText, isBlank, isDay } from '../check/cell.ts';
import type { RecordCells } from '../check/check-rows.ts';
import { duesOf, restOf } from '../credit/due.ts';
import { seriesField } from '../dictionary/compose.ts';
import { closing, eventField } from '../dictionary/roles.ts';
import type { EventRole, Option, Tab } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import { parseNumber } from '../numbers/parse-number.ts';

/** An event, whether its amount is there but cannot be read, and whether it is owed, which is nothing that was paid. */
export interface ReadEvent {
  event: CardEvent;
  isUnclear: boolean;
  isOwed: boolean;
}

function numberIn(cell: Cell): number | undefined {
  if (isBlank(cell) || isDay(cell) || typeof cell === 'boolean') return undefined;
  const parsed = parseNumber(cell, { kind: 'money' });
  return parsed.ok ? parsed.value : undefined;
}

/** A record is open until its state closes it or all that is owed has come; one that tells neither, until it was settled on a day. */
function isOpen(tab: Tab, state: Option | undefined, stateText: string, doneOn: string, isPaidUp?: boolean): boolean {
  if (state && closing(state)) return false;
  if (isPaidUp !== undefined) return !isPaidUp;
  if (stateText !== '') return true;
  return eventField(tab, 'doneOn') !== undefined && doneOn === '';
}

/**
 * What a record tells on the customer's time line, by the roles that the dictionary gives to its fields.
 *
 * @param locale language of what is shown
 * @param currency code of the workbook's
 */
export function readEvent(tab: Tab, record: RecordCells, locale: Locale, currency = ''): ReadEvent {
  const cell = (role: EventRole): Cell => record[eventField(tab, role)?.key ?? ''] ?? '';
  const text = (role: EventRole): string => cellText(cell(role)).trim();
  const day = (role: EventRole): string => {
    const value = cell(role);
    return isDay(value) ? value.day : '';
  };
  const label = (role: EventRole): { option?: Option; label: string } => {
    const shown = text(role);
    const option = eventField(tab, role)?.options?.find((one) => Object.values(one.label).indexOf(shown) >= 0);
    return { option, label: option?.label[locale] ?? shown };
  };
  const state = label('state');
  const isOwed = eventField(tab, 'amount') === undefined && eventField(tab, 'owed') !== undefined;
  const sum = cell(isOwed ? 'owed' : 'amount');
  const amount = numberIn(sum);
  const due = duesOf(tab, currency)?.((key) => record[key] ?? '');
  const what = label('what');
  const isVoid = state.option !== undefined && closing(state.option) === 'void';
  const open = !what.option?.closes && isOpen(tab, state.option, state.label, day('doneOn'), due?.isPaidUp);
  const event: CardEvent = {
    tab: tab.key,
    noun: tab.noun[locale],
    number: cellText(record[seriesField(tab)?.key ?? '']).trim(),
    on: day('on'),
    doneOn: day('doneOn') || undefined,
    what: what.label || undefined,
    count: numberIn(cell('count')),
    amount,
    state: state.label === '' ? undefined : { label: state.label, hue: state.option?.hue ?? 'grey' },
    isOpen: open,
    rest: open ? restOf(due) : undefined,
    isVoid,
    score: numberIn(cell('score')),
    by: text('by') || undefined,
    words: text('words') || undefined,
  };
  return { event, isUnclear: !isOwed && amount === undefined && !isBlank(sum), isOwed };
}

/** The newest first, undated ones at the end; of one day the one that was entered last. */
export const newestFirst = (a: CardEvent, b: CardEvent): number =>
  a.on === b.on ? (a.number < b.number ? 1 : -1) : a.on < b.on ? 1 : -1;
