import { finishRun, finishRunAction } from '../google/apply-plan.ts';
import type { Book } from '../google/book.ts';
import { finishIntent, isLeft, lookForIntents, takeUp } from '../google/intents.ts';
import { afterRun } from './after-run.ts';

/**
 * Finishes runs that were cut off, or takes them back: a retry from the sidebar would find half of what it did before.
 * Call it under the ledger's lock; what was read of the workbook before is to be read anew.
 */
export function finishCutOffRuns(book: Book): void {
  for (const intent of lookForIntents()) {
    if (intent.action !== finishRunAction || !isLeft(intent)) continue;
    takeUp(intent, () => afterRun(book, finishRun(book, (intent.request as { run: number }).run).done));
    book.refresh();
    finishIntent(intent);
  }
}
