import { cellText } from '../domain/check/cell.ts';
import { say } from '../domain/messages/say.ts';
import { coreRules } from '../domain/reminders/core-rules.ts';
import { type FittedRule, fitRule } from '../domain/reminders/fit-rule.ts';
import { reminderSettingsKey, reminderSettingsRow } from '../domain/reminders/settings-tab.ts';
import { appendRows } from '../google/append-rows.ts';
import type { Book } from '../google/book.ts';
import { isTakenUp, withIntent } from '../google/intents.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { underLock } from '../google/numbers.ts';
import { ruleCounts } from '../google/rule-counts.ts';
import { sentence } from './block-marks.ts';
import { type RulesOfShop, rulesOfShop } from './due-reminders.ts';
import type { Outcome } from './outcome.ts';
import { ensureTabs } from './set-up.ts';
import { tellRows } from './tell-rows.ts';

const opening = 'open-reminder-settings';

/** Reminders that have no row yet are written below the others: all of them when the tab has just been made. */
function writeMissingRows(book: Book, tab: LedgerTab): void {
  const block = tab.read(2, tab.dataRows());
  const there = new Set(block.raw.map((_, row) => cellText(tab.cell(block, row, 'key'))));
  const lacking = coreRules.filter(({ key }) => !there.has(key));
  appendRows(
    tab,
    lacking.map((rule) => reminderSettingsRow(rule, book.dictionary, book.language)),
  );
}

/** What a rule's row says of it: how many reminders there are now, or why there are none. */
function stateOf(book: Book, { rule, problem }: FittedRule, counts: Readonly<Record<string, number>> | undefined): string {
  const { language, dictionary } = book;
  if (!rule.terms.on) return say('rule.state.off', language);
  if (!problem) return counts ? say('rule.state.working', language, { count: counts[rule.key] ?? 0 }) : '';
  const tab = dictionary.tabs.find(({ key }) => key === problem.params?.tab);
  if (!tab) return sentence(problem, dictionary.tabs[0]!, language);
  return sentence({ ...problem, params: { ...problem.params, tab: tab.label[language] } }, tab, language);
}

/** Answers in 提醒设置 what stands there: what has to be mended, and of each reminder how many there are. */
export function tellRules(book: Book, { standing, problems, keys }: RulesOfShop, fitted: readonly FittedRule[]): void {
  const counts = ruleCounts();
  tellRows(book, standing, problems, (row) => {
    const rule = fitted.find(({ rule: { key } }) => key === keys[row]);
    return rule ? stateOf(book, rule, counts) : keys[row] === undefined ? '' : undefined;
  });
}

function open(book: Book): LedgerTab {
  const there = isTakenUp(opening) ? undefined : book.tab(reminderSettingsKey);
  if (!there)
    withIntent({ id: opening, action: opening, request: {} }, () => {
      ensureTabs(book, [book.ownTab(reminderSettingsKey)], book.workbook.getSheets().length);
      writeMissingRows(book, book.tab(reminderSettingsKey)!);
    });
  else writeMissingRows(book, there);
  book.refresh();
  const rules = rulesOfShop(book);
  const fitted = rules.rules.map((rule) => fitRule(book.dictionary, rule));
  tellRules(book, rules, fitted);
  return book.tab(reminderSettingsKey)!;
}

/** Shows 提醒设置, made when it is first asked for, with a row for each reminder. What the shop has written there stays. */
export function openReminderSettings(book: Book): Outcome {
  const tab = underLock(book, () => open(book));
  if (!tab) return { ok: false, message: say('stop.busy', book.language) };
  if (!isTakenUp(opening)) tab.sheet.activate();
  return { ok: true, message: tab.name, shown: true };
}
