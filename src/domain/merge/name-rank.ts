import { normaliseName } from '../names/normalise-name.ts';
import { foldWidth } from '../text/fold-width.ts';

const lettersOf = (text: string): string => text.replace(/[^\p{L}]+/gu, '');

/**
 * How plainly a name names a person, for choosing among names of one person: characters rather than their sounds, all of
 * the name rather than a part, nothing besides it. Companies are all the same: their endings are no remarks.
 *
 * @returns higher is better
 * @example nameRank('丁军文') > nameRank('丁军文-微信') // true
 */
export function nameRank(text: string): number {
  const { kind, han, latin, partial } = normaliseName(text);
  if (kind === 'company') return 7;
  const isBare = lettersOf(foldWidth(text)).length === lettersOf(`${han}${latin}`).length;
  return (han === '' ? 0 : 4) + (partial ? 0 : 2) + (isBare ? 1 : 0);
}
