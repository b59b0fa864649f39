/** What the journal holds beyond the file, applied again after a crash. */
import { copyFile, rename } from 'node:fs/promises';
import type { WorkbookState } from '../contract.ts';
import { feasibleOps } from '../model/feasible.ts';
import { rebaseOps, shiftOps } from '../model/rebase.ts';
import { Workbook } from '../model/workbook.ts';
import { copyBeside, journalPath } from './beside.ts';
import type { FileNotice } from './file-problem.ts';
import { type JournalContent, readJournal } from './journal.ts';
import type { ReadWorkbook } from './read-file.ts';

export interface Replayed {
  state: WorkbookState;
  revision: number;
  journal: JournalContent;
  notices: FileNotice[];
}

const stamp = () => new Date().toISOString().replace(/\D/g, '').slice(0, 14);

/** Lines that the file already has are passed over; a journal of another file is set aside, not used. */
export async function replayJournal(path: string, { state, revision, origin, moves }: ReadWorkbook): Promise<Replayed> {
  const notices: FileNotice[] = [];
  const place = journalPath(path);
  const journal = await readJournal(place);
  const fresh = journal.lines.filter((line) => line.revision > revision);
  const follows = fresh.every((line, i) => line.revision === revision + 1 + i);
  if (fresh.length > 0 && (!follows || origin === 'foreign')) {
    const kept = `${place}.${stamp()}`;
    await rename(place, kept);
    return {
      state,
      revision,
      journal: { lines: [], goodBytes: 0 },
      notices: [{ code: 'journal-set-aside', details: { path: kept } }],
    };
  }
  if (journal.fault === 'torn') notices.push({ code: 'journal-torn', details: {} });
  if (journal.fault === 'damaged') {
    const kept = `${place}.${stamp()}`;
    await copyFile(place, kept);
    notices.push({ code: 'journal-damaged', details: { line: journal.lines.length + 1, path: kept } });
  }
  if (fresh.length === 0) return { state, revision, journal, notices };
  if (origin === 'changed') {
    const copy = await copyBeside(path, `-${stamp()}`);
    await copyFile(place, journalPath(copy).replace(/\.journal$/, '.journal-before'));
    notices.push({ code: 'journal-over-changes', details: { path: copy } });
  }
  const book = new Workbook(state);
  let past = moves;
  for (const { ops } of fresh) {
    // written for the lines as they were before another program had the file
    book.apply(origin === 'changed' ? feasibleOps(book.state, rebaseOps(ops, past)) : ops);
    past = shiftOps(past, ops);
  }
  notices.push({ code: 'journal-replayed', details: { count: fresh.length } });
  return { state: book.state, revision: revision + fresh.length, journal, notices };
}
