import { cellText } from '../domain/check/cell.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { asksAmountsOnly } from '../domain/segments/classify.ts';
import { sayRange } from '../domain/segments/read-segment-rules.ts';
import { type ScoreRange, scoreRanges } from '../domain/segments/score-ranges.ts';
import { boundIn } from '../domain/segments/segment-rule.ts';
import type { Segmentation } from '../domain/segments/segmentation.ts';
import { scored, scoreKey, segmentSettingsKey, segmentSettingsRows } from '../domain/segments/settings-tab.ts';
import { appendRows } from '../google/append-rows.ts';
import type { Book } from '../google/book.ts';
import { isTakenUp, withIntent } from '../google/intents.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { underLock } from '../google/numbers.ts';
import type { Outcome } from './outcome.ts';
import { type RulesOfShop, segmentsOfShop } from './segments-of-shop.ts';
import { ensureTabs } from './set-up.ts';
import { tellRows } from './tell-rows.ts';

const opening = 'open-segment-settings';

/** Segments that have no row yet are written below the others: all of them when the tab has just been made. */
function writeMissingRows(book: Book, tab: LedgerTab): void {
  const block = tab.read(2, tab.dataRows());
  const there = new Set(block.raw.map((_, row) => cellText(tab.cell(block, row, 'key'))));
  appendRows(
    tab,
    segmentSettingsRows(book.language).filter(({ key }) => !there.has(String(key))),
  );
}

/** What each score but the lowest means now. */
function sayScores(of: Segmentation, score: (typeof scored)[number], locale: Locale): string {
  const limit = ({ from, to }: ScoreRange): string => (score === 'r' ? `≤${to}` : `≥${from}`);
  return [...scoreRanges(of, score)]
    .sort(([a], [b]) => b - a)
    .slice(0, -1)
    .map(([each, range]) => say('segment.state.score', locale, { score: each, range: limit(range) }))
    .join(say('segment.state.and', locale));
}

/** What a row says of itself: how many customers it takes now, or why it takes none. */
function stateOf(of: Segmentation, key: string, locale: Locale): string {
  const score = scored.find((each) => scoreKey(each) === key);
  const { rules, sizes, rhythm, measures } = of;
  if (score) {
    if (measures.purchases === 0) return say('segment.state.none', locale);
    return score === 'm' && !measures.hasAmounts ? say('segment.state.noAmounts', locale) : sayScores(of, score, locale);
  }
  const place = rules.findIndex((rule) => rule.key === key);
  const rule = rules[place]!;
  if (!rule.on) return say('segment.state.off', locale);
  if (!measures.hasAmounts && asksAmountsOnly(rule)) return say('segment.state.noAmounts', locale);
  const { from, to } = rule.ranges.days ?? {};
  const isAuto = typeof from === 'object' || typeof to === 'object';
  const range = { from: boundIn(from, rhythm, 'from'), to: boundIn(to, rhythm, 'to') };
  const days = isAuto ? say('segment.state.days', locale, { days: sayRange(range, locale) }) : '';
  const guess = isAuto && !rhythm.known ? say('segment.state.guess', locale) : '';
  return say('segment.state.working', locale, { count: sizes[place]! }) + days + guess;
}

/** Answers in 分层设置 what stands there: what has to be mended, and how many customers each segment has. */
export function tellSegmentRules(book: Book, { standing, problems, keys }: RulesOfShop, of: Segmentation): void {
  tellRows(book, standing, problems, (row) => {
    const key = keys[row];
    if (key === undefined || problems.some((each) => each.row === row && !of.rules.some((rule) => rule.key === key))) return '';
    return stateOf(of, key, book.language);
  });
}

function open(book: Book): LedgerTab {
  const there = isTakenUp(opening) ? undefined : book.tab(segmentSettingsKey);
  if (!there)
    withIntent({ id: opening, action: opening, request: {} }, () => {
      ensureTabs(book, [book.ownTab(segmentSettingsKey)], book.workbook.getSheets().length);
      writeMissingRows(book, book.tab(segmentSettingsKey)!);
    });
  else writeMissingRows(book, there);
  book.refresh();
  const { rules, segmentation } = segmentsOfShop(book);
  tellSegmentRules(book, rules, segmentation);
  return book.tab(segmentSettingsKey)!;
}

/** Shows 分层设置, made when it is first asked for, with a row for each segment. What the shop has written there stays. */
export function openSegmentSettings(book: Book): Outcome {
  const tab = underLock(book, () => open(book));
  if (!tab) return { ok: false, message: say('stop.busy', book.language) };
  if (!isTakenUp(opening)) tab.sheet.activate();
  return { ok: true, message: tab.name, shown: true };
}
