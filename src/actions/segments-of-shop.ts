import { tabOf } from '../domain/dictionary/compose.ts';
import type { Table } from '../domain/reminders/find-reminders.ts';
import { readSegmentRules, type SegmentRules, shippedRules } from '../domain/segments/read-segment-rules.ts';
import { buyingTabs, type Segmentation, segmentCustomers } from '../domain/segments/segmentation.ts';
import { segmentSettingsKey } from '../domain/segments/settings-tab.ts';
import { planStandings, type StandingPlan, standingFields } from '../domain/segments/standings.ts';
import type { Book } from '../google/book.ts';
import { ledgerFacts } from '../google/ledger-facts.ts';
import type { StandingRows } from './tell-rows.ts';

/** The rules as the shop has them, and where they stand if it has a tab for them. */
export interface RulesOfShop extends SegmentRules {
  standing?: StandingRows;
}

/** The shop's rules; those that are shipped where it has no settings of its own. At most one read. */
export function segmentRules(book: Book): RulesOfShop {
  const tab = book.tab(segmentSettingsKey);
  if (!tab) return shippedRules();
  const block = tab.read(2, tab.dataRows());
  const rows = block.raw.map((_, row) => tab.record(block, row));
  return { ...readSegmentRules(rows, book.language), standing: { tab, block } };
}

export interface SegmentsOfShop {
  rules: RulesOfShop;
  segmentation: Segmentation;
  /** what writing them would change */
  plan: StandingPlan;
}

const nothing: Table = { rows: 0, cell: () => '' };

/** Every customer's segment, and how it differs from what stands in the tab. One read of each tab. */
export function segmentsOfShop(book: Book): SegmentsOfShop {
  const { dictionary, language } = book;
  const tab = tabOf(dictionary, 'customers');
  const rules = segmentRules(book);
  let cells = nothing;
  const also = { [tab.key]: standingFields(tab).map(({ key }) => key) };
  const facts = ledgerFacts(book, also, (key, table) => {
    if (key === tab.key) cells = table;
  });
  const segmentation = segmentCustomers(
    facts,
    buyingTabs(dictionary).map(({ key }) => key),
    rules,
  );
  return { rules, segmentation, plan: planStandings(segmentation, tab, cells, language) };
}
