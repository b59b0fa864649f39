import { cleanText } from './clean-text.ts';
import { editDistance } from './edit-distance.ts';
import { foldWidth } from './fold-width.ts';

/** What two spellings of an option have in common: width, letter case and spaces do not count. */
export function optionKey(text: string): string {
  return foldWidth(cleanText(text)).replace(/ /g, '').toLowerCase();
}

/**
 * The option that a typed text means, read without regard to width, case and spaces.
 *
 * @example matchOption('ｖｉｐ 客户', ['普通客户', 'VIP客户']) // 'VIP客户'
 */
export function matchOption(text: string, options: readonly string[]): string | undefined {
  if (options.includes(text)) return text;
  const key = optionKey(text);
  if (key === '') return undefined;
  return options.find((option) => optionKey(option) === key);
}

/**
 * The option nearest to a mistyped text. Nothing where two are equally near, or where more than half of the
 * text would have to change (已发货 must not be "mended" to 待发货 from 发 alone).
 *
 * @param maxDistance edits allowed; 2 suits option lists
 * @example closest('已發货', ['待发货', '已发货', '已完成'], 1) // '已发货'
 */
export function closest(text: string, options: readonly string[], maxDistance: number): string | undefined {
  const key = optionKey(text);
  if (key === '') return undefined;
  let best: string | undefined;
  let bestDistance = maxDistance + 1;
  let tied = false;
  for (const option of options) {
    const target = optionKey(option);
    const allowed = Math.min(maxDistance, Math.floor(Math.min(key.length, target.length) / 2));
    const distance = editDistance(key, target, allowed);
    if (distance > allowed) continue;
    if (distance < bestDistance) {
      best = option;
      bestDistance = distance;
      tied = false;
    } else if (distance === bestDistance && optionKey(best!) !== target) tied = true;
  }
  return tied ? undefined : best;
}
