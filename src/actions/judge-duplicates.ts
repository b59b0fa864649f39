import type { Failure } from '../domain/api.ts';
import { byGroup, type Decision, type ListedRow } from '../domain/duplicate-groups/group-rows.ts';
import type { Judgements } from '../domain/duplicate-groups/judgements.ts';
import { pairsOf, takeDecisions } from '../domain/duplicate-groups/take-decisions.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { duplicatesSheet, readDuplicates, writeDecisions } from '../google/duplicates-tab.ts';
import { keepJudgements, readJudgements } from '../google/judgement-store.ts';
import { underLock } from '../google/numbers.ts';

export interface Judgement {
  customers: string[];
  /** `undecided`: what was said before is taken back */
  verdict: 'notSame' | 'later' | 'undecided';
}

const sentences = { notSame: 'done.judgedNotSame', later: 'done.judgedLater', undecided: 'done.judgedOpen' } as const;

/**
 * Remembers what somebody says of customers who may be one, every two of them, and shows it beside their rows of 疑似重复.
 * The rows come first: cut off in between, what stands there counts, and the same call does the rest.
 */
export function judgeDuplicates(
  book: Book,
  { customers, verdict }: Judgement,
  locale: Locale,
): { ok: boolean; message: string } | Failure {
  const numbers = [...new Set(customers.map((number) => number.trim()).filter((number) => number !== ''))];
  if (numbers.length < 2) return { ok: false, message: say('stop.judgeTwo', locale) };
  const fits = underLock(book, () => judge(book, numbers, verdict));
  if (fits === undefined) return { failed: true, message: say('stop.busy', locale), retry: true };
  if (!fits) return { ok: false, message: say('stop.judgedTooMany', locale) };
  return { ok: true, message: say(sentences[verdict], locale, { list: numbers.join(say('list.separator', locale)) }) };
}

function judge(book: Book, numbers: readonly string[], verdict: Judgement['verdict']): boolean {
  const judgements = readJudgements();
  const sheet = duplicatesSheet(book);
  const listed = sheet && readDuplicates(sheet);
  if (listed) takeDecisions(listed.rows, judgements);
  let fits = true;
  for (const [a, b] of pairsOf(numbers)) {
    if (verdict === 'undecided') judgements.remove(a, b);
    else fits = judgements.put(a, b, verdict) && fits;
  }
  if (!fits) return false;
  if (sheet && listed) writeDecisions(book, sheet, listed, changedRows(listed.rows, new Set(numbers), judgements));
  keepJudgements(judgements);
  return true;
}

/** Rows of groups with at least two of the customers whose decision reads otherwise now. */
function changedRows(
  rows: readonly ListedRow[],
  numbers: ReadonlySet<string>,
  judgements: Judgements,
): { row: number; decision: Decision }[] {
  return byGroup(rows).flatMap((group) => {
    if (group.filter(({ number }) => numbers.has(number)).length < 2) return [];
    const isJudged = pairsOf(group).every(([a, b]) => judgements.of(a.number, b.number) !== undefined);
    return group.flatMap((row): { row: number; decision: Decision }[] => {
      const isOther = group.every((other) => other === row || judgements.of(row.number, other.number) === 'notSame');
      const decision = isOther ? 'notSame' : isJudged ? 'later' : 'open';
      return decision === row.decision || row.decision === 'merged' ? [] : [{ row: row.row, decision }];
    });
  });
}
