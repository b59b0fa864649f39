import { type Cell, isDay } from '../check/cell.ts';
import type { RecordCells } from '../check/check-rows.ts';
import { activeFields, seriesField } from '../dictionary/compose.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import { countOf, type Series } from '../series.ts';

/** A customer who may be one with others. */
export interface MergeCustomer {
  number: string;
  cells: RecordCells;
  /** records of all tabs that belong to the customer */
  records: number;
  /** keys of fields that a formula fills */
  formulas?: ReadonlySet<string>;
}

/** Numbers in the order in which they were given; those of the shop's own come first, in the order of their texts. */
export function numberOrder(tab: Tab): (a: MergeCustomer, b: MergeCustomer) => number {
  const series = seriesField(tab)?.series as Series | undefined;
  const count = ({ number }: MergeCustomer): number => (series && countOf(series, number)) ?? -1;
  return (a, b) => count(a) - count(b) || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
}

/** The day on which a customer's data were last verified, `yyyy-MM-dd`; empty where nobody has noted one. */
export function verifiedOn(tab: Tab, { cells }: MergeCustomer): string {
  const field = activeFields(tab).find(({ review }) => review === 'on');
  const cell = field && cells[field.key];
  return isDay(cell) ? cell.day : '';
}

/** Nothing that anybody has entered: blank, or a box that is not ticked. */
export const isNothing = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === false || (typeof cell === 'string' && cell.trim() === '');

/** The fields that a merge decides on: all but the number and what is worked out from purchases. */
export const mergedFields = (tab: Tab): Field[] =>
  activeFields(tab).filter(({ kind, standing }) => kind !== 'series' && !standing);
