/** What stands between numbers and around them, remarks and extensions included. */
const REMARK = /[(（][^()（）\d]*[)）]|(?:转|分机|转分机|ext\.?|#)\s*\d{1,5}/gi;
const MAINLAND =
  /(?:\+?86|0086)?[- ]?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)|(?:(?:\+?86|0086)[- ]?\(?0?|\(?0)(10|2\d|[3-9]\d\d)\)?[- ]?(\d{4})[- ]?(\d{3,4})(?:-\d{3,5})?(?!\d)/g;
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
  const text = /[(（#转分e]/i.test(cell) ? cell.replace(REMARK, ' ') : cell;
  const rest = text.replace(region === 'CN' ? MAINLAND : HONG_KONG, (_, ...groups: (string | undefined)[]) => {
    const digits = groups.slice(0, region === 'CN' ? 6 : 2).join('');
    const number = (region === 'CN' ? '+86' : '+852') + digits;
    if (!found.includes(number)) found.push(number);
    return '';
  });
  return found.length > 0 && !/[\d+a-z]/i.test(rest) ? found : undefined;
}
