import type { Quality } from './assess.ts';
import { dimensions, shareOf, type Tallies } from './dimensions.ts';
import type { QualityWords } from './quality-words.ts';
import { grouped, percent, points } from './report-rows.ts';
import type { Step } from './steps.ts';

/** What was found, in a few sentences: how good what was measured is, what to do first, and what nobody knows. */
export function findingsOf(quality: Quality, all: Tallies, steps: readonly Step[], words: QualityWords): string[] {
  const separator = words.say('list.separator');
  const shares = dimensions.flatMap((dimension) => {
    const share = shareOf(all[dimension]);
    if (share === undefined) return [];
    return words.say('quality.finding.share', { dimension: words.say(`quality.${dimension}`), share: percent(share) });
  });
  const unknown = unknownIn(quality, all, words);
  const [best] = steps;
  const sum = steps.reduce((gained, { gain }) => gained + gain, 0);
  const say = words.say;
  return [
    say('quality.finding.shares', { list: shares.join(separator) }),
    ...(best ? [say('quality.finding.best', { step: words.step(best.group), points: points(best.gain) })] : []),
    ...(steps.length > 1 ? [say('quality.finding.rest', { count: steps.length, points: points(sum) })] : []),
    ...(best ? [] : [say('quality.finding.fine')]),
    ...(unknown.length > 0 ? [say('quality.finding.unknown', { list: unknown.join(say('quality.finding.separator')) })] : []),
  ];
}

function unknownIn({ people, tabs }: Quality, all: Tallies, words: QualityWords): string[] {
  const nobody = people.find(({ who }) => who === '')?.records ?? 0;
  const unmeasured = dimensions
    .filter((dimension) => all[dimension].all === 0)
    .map((dimension) => words.say(`quality.${dimension}`));
  const counted = (count: number) => (words.locale === 'en' ? count : grouped(count));
  return [
    ...(nobody > 0 ? [words.say('quality.finding.noAuthor', { count: counted(nobody) })] : []),
    ...tabs.flatMap(({ tab, undated }) =>
      undated > 0 ? [words.say('quality.finding.undated', { tab: words.tab(tab.key), count: counted(undated) })] : [],
    ),
    ...(unmeasured.length > 0
      ? [words.say('quality.finding.unmeasured', { list: unmeasured.join(words.say('list.separator')) })]
      : []),
  ];
}
