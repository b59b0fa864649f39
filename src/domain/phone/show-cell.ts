import { formatPhone } from './format-phone.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import type { PhoneStyle } from './phone-types.ts';
import { type CellReading, readCell } from './read-cell.ts';

const CHINESE = ['CN', 'HK', 'MO', 'TW'];

/** Numbers divided by ` / `, each with its remarks behind it in brackets. */
function joinNumbers(cell: CellReading, remarks: readonly string[][], region: PhoneRegion, style: PhoneStyle): string {
  const [open, shut, comma] = CHINESE.includes(region) ? ['\uff08', '\uff09', '\uff0c'] : [' (', ')', ', '];
  const texts = cell.numbers.map((number, index) => {
    const remark = (remarks[index] ?? []).join(comma);
    return formatPhone(number, region, style) + (remark ? open + remark + shut : '');
  });
  return texts.join(' / ');
}

/**
 * The text of a valid cell in the shop's form. Words can be of a kind that would read differently in their new place
 * (`转801` before a number): such a cell stays as typed, so that reading it again never changes its meaning.
 *
 * @param typed the cell as typed
 */
export function showCell(cell: CellReading, typed: string, region: PhoneRegion, style: PhoneStyle): string {
  const remarks = cell.remarks();
  const shown = joinNumbers(cell, remarks, region, style);
  if (remarks.every((remark) => remark.length === 0)) return shown;
  const again = readCell(shown, region);
  const same = again.verdict === 'valid' && !again.strayLetter && JSON.stringify(again.numbers) === JSON.stringify(cell.numbers);
  return same && joinNumbers(again, again.remarks(), region, style) === shown ? shown : typed;
}
