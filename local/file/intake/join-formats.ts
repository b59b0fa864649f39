import type { ConditionalFormat } from '../../contract.ts';
import { isSameRule, ruleForFile, ruleFromFile } from '../excel/format-rules.ts';
import type { FormulaWords } from '../excel/formula-text.ts';
import type { RawSheet } from '../excel/raw-workbook.ts';
import { asRuleKeeps } from '../excel/style-writing.ts';

/**
 * The conditional formats as the file has them, each as the workbook knew it where it is still the same rule; those that
 * Excel cannot hold stay where they were.
 */
export function joinFormats(
  rules: RawSheet['rules'],
  known: readonly ConditionalFormat[],
  words: FormulaWords,
): ConditionalFormat[] {
  const joined: { format: ConditionalFormat; origin: number }[] = [];
  const used = new Set<number>();
  for (const { rects, rule } of rules) {
    if (rects.length === 0) continue;
    const matches = known.flatMap((format, i) => {
      const written = ruleForFile({ ...format, ranges: rects }, words);
      return written && isSameRule(written, rule)
        ? [{ i, sameStyle: JSON.stringify(written.style) === JSON.stringify(asRuleKeeps(rule.style)) }]
        : [];
    });
    const match =
      matches.find(({ i, sameStyle }) => sameStyle && !used.has(i)) ??
      matches.find(({ i }) => !used.has(i)) ??
      matches.find(({ sameStyle }) => sameStyle);
    if (!match) {
      const made = ruleFromFile(rule, rects);
      if (made) joined.push({ format: made, origin: -1 });
      continue;
    }
    // Excel splits a rule in two when rows are moved
    const earlier = joined.find(({ origin }) => origin === match.i);
    if (earlier) earlier.format.ranges = [...earlier.format.ranges, ...rects];
    else {
      const original = known[match.i]!;
      joined.push({
        format: { ...original, ranges: rects, style: match.sameStyle ? original.style : asRuleKeeps(rule.style) },
        origin: match.i,
      });
      used.add(match.i);
    }
  }
  known.forEach((format, i) => {
    if (ruleForFile(format, words)) return;
    const after = joined.findLastIndex(({ origin }) => origin >= 0 && origin < i);
    joined.splice(after + 1, 0, { format, origin: i });
  });
  return joined.map(({ format }) => format);
}
