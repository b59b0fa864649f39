import { readFile, stat } from 'node:fs/promises';
import type { WorkbookState } from '../contract.ts';
import { Workbook } from '../model/workbook.ts';
import { journalPath } from './beside.ts';
import { FileProblem, fileProblemOf } from './file-problem.ts';
import { readJournal } from './journal.ts';
import { openZip, readState } from './read-file.ts';

/**
 * The workbook as it is now, without taking the file: another program may be writing it meanwhile.
 * @throws {FileProblem} when the file is refused
 */
export async function peekFile(path: string): Promise<{ state: WorkbookState; revision: number }> {
  for (let attempt = 0; ; attempt++) {
    try {
      if (!(await stat(path)).isFile()) throw new FileProblem('not-xlsx', { path });
      const { state, revision } = readState(openZip(await readFile(path), path), path);
      const fresh = (await readJournal(journalPath(path))).lines.filter((line) => line.revision > revision);
      // a save between the two readings leaves a gap
      if (fresh.length > 0 && fresh[0]!.revision !== revision + 1 && attempt < 5) continue;
      const follows = fresh.every((line, i) => line.revision === revision + 1 + i);
      if (fresh.length === 0 || !follows) return { state, revision };
      const book = new Workbook(state);
      for (const { ops } of fresh) book.apply(ops);
      return { state: book.state, revision: revision + fresh.length };
    } catch (error) {
      throw fileProblemOf(error, path);
    }
  }
}
