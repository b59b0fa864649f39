import type { Tab } from '../dictionary/types.ts';
import { cellText, isBlank } from './cell.ts';
import type { RecordCells, RowVerdict } from './check-rows.ts';

/**
 * Fills an empty amount with unit price times quantity, once both are there. An amount that stands is never touched.
 *
 * @param prices unit price by item
 */
export function proposeAmount(tab: Tab, record: RecordCells, verdict: RowVerdict, prices: ReadonlyMap<string, number>): void {
  const field = tab.fields.find((f) => f.amountFrom && !f.off);
  if (!field?.amountFrom || !isBlank(record[field.key])) return;
  const price = prices.get(cellText(record[field.amountFrom.item]).trim());
  const typed = verdict.fields[field.amountFrom.quantity]?.write ?? record[field.amountFrom.quantity];
  if (price === undefined || typeof typed !== 'number' || verdict.fields[field.amountFrom.quantity]?.problem) return;
  verdict.fields[field.key] = { write: Math.round(price * typed * 100) / 100 };
}
