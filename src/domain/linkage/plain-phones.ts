/** What stands between numbers and around them, remarks and extensions included. */
const REMARK = /[(（][^()（）\d]*[)）]|(?:转|分机|转分机|ext\.?|#)\s*\d{1,5}/gi;
const MAINLAND =
  /(?:\+?86|0086)?[- ]?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)|(?:(?:\+?86|0086)[- ]?\(?0?|\(?0)(10|2\d|[3-9]\d\d)\)?[- ]?(\d{4})[- ]?(\d{3,4})(?:-\d{3,5})?(?!\d)/g;
/** Numbers of other countries with their code, and runs of digits that are no number of the mainland as they stand. */
const FOREIGN = /(?:\+|\b00)(?!86)(\d{7,15})(?!\d)|(?:\+|\b00|\()(85[23]|886)\)?[- ]?0?(\d{8,9})(?!\d)/g;
const WRONG = /(?:^|[^\d+])(1\d{7,9}|1\d{11}|1[0-2]\d{9})(?!\d)/g;
const HONG_KONG = /(?:\+?852)?[- ]?([2-9]\d{3})[- ]?(\d{4})(?!\d)/g;

/**
 * The numbers of a cell that is plainly written, without a numbering plan; undefined for any other, which must be parsed.
 * Equal numbers come out equal, which is all that comparing needs.
 *
 * @param cell half-width
 * @example plainPhones('13800138000（微信同号）/ 0571-58424365', 'CN') // ['+8613800138000', '+8657158424365']
 */
export function plainPhones(cell: string, region: 'CN' | 'HK'): string[] | undefined {
  const found: string[] = [];
  const take = (text: string, pattern: RegExp, prefix: string, groups: number): string =>
    text.replace(pattern, (_, ...parts: (string | undefined)[]) => {
      const number = prefix + parts.slice(0, groups).join('');
      if (!found.includes(number)) found.push(number);
      return '';
    });
  const text = /[(（#转分e]/i.test(cell) ? cell.replace(REMARK, ' ') : cell;
  let rest = region === 'CN' ? take(text, MAINLAND, '+86', 6) : take(text, HONG_KONG, '+852', 2);
  if (region === 'CN' && /\d{5}/.test(rest)) rest = take(take(rest, FOREIGN, '+', 3), WRONG, '?', 1);
  return found.length > 0 && !/[\d+a-z]/i.test(rest) ? found : undefined;
}
