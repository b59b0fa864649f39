import { type Cell, cellText } from '../check/cell.ts';
import type { Field } from '../dictionary/types.ts';

const TOTAL = /^(?:合计|总计|小计|共计|总数|(?:sub|grand )?totals?)[:：]?$/i;

/**
 * The cell by which a row gives itself away as a heading or a total that was pasted along with the records: a total's word,
 * or two cells that say what their columns are called.
 *
 * @example captionOf([name, phone], { name: '合计', phone: '16 人' }) // name
 */
export function captionOf(fields: readonly Field[], record: Readonly<Record<string, Cell | undefined>>): Field | undefined {
  const named: Field[] = [];
  for (const field of fields) {
    const text = cellText(record[field.key]).trim();
    // nothing longer is a caption: most cells end here
    if (text.length < 2 || text.length > 16 || field.kind === 'longText') continue;
    if (TOTAL.test(text)) return field;
    if (Object.values(field.label).some((label) => label.endsWith(text))) named.push(field);
  }
  return named.length > 1 ? named[0] : undefined;
}
