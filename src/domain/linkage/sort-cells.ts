import type { LinkKind } from './link-table.ts';

const PLACE = /[省市区县镇乡村路街道巷弄号栋幢座室]|\d+\s*(?:st|street|rd|road|ave|avenue)\b/i;
/** What most cells are: nothing in them could be of another kind. */
const PLAIN_NAME = /^[^\d@]+$/;
const PLAIN_PHONE = /^[\d +()-]{7,}$/;
const HAN_NAME = /^[\u4e00-\u9fff·\s]{2,6}$/;

/**
 * What a cell is about, whatever column it was typed into: an address line in the phone's place is still an address.
 * The column's own kind wins wherever the cell can be of it.
 *
 * @example kindOfCell('zeng@gmail.com', 'phone') // 'email'
 * @example kindOfCell('陈老师', 'email') // 'name'
 */
export function kindOfCell(text: string, column: LinkKind): LinkKind {
  if (text === '' || !MOVABLE.has(column)) return column;
  if (column === 'name' ? PLAIN_NAME.test(text) : column === 'phone' && PLAIN_PHONE.test(text)) return column;
  if (text.includes('@')) return 'email';
  const digits = text.replace(/\D/g, '').length;
  if (column === 'address')
    return PLACE.test(text) || digits === 0 ? asNameOrPlace(text) : looksLikePhone(text, digits) ? 'phone' : column;
  if (looksLikePhone(text, digits)) return 'phone';
  if (column === 'name') return PLACE.test(text) && digits > 0 ? 'address' : column;
  if (column === 'phone' && digits >= 5) return column;
  return PLACE.test(text) && text.length > 5
    ? 'address'
    : HAN_NAME.test(text) || /^[a-z][a-z ,.'-]+$/i.test(text)
      ? 'name'
      : column;
}

const MOVABLE: ReadonlySet<LinkKind> = new Set(['name', 'phone', 'email', 'address']);

const looksLikePhone = (text: string, digits: number): boolean => digits >= 7 && digits * 2 > text.length && !PLACE.test(text);

/** Two to four characters without a place's word in an address column are a name that slipped. */
const asNameOrPlace = (text: string): LinkKind => (/^[\u4e00-\u9fff]{2,4}$/.test(text) && !PLACE.test(text) ? 'name' : 'address');
