/** Writes edits to a file until it is killed; says on standard output what was acknowledged. */
import { writeSync } from 'node:fs';
import type { Op } from '../../local/contract.ts';
import { openFile } from '../../local/file/file-of-record.ts';
import { Workbook } from '../../local/model/workbook.ts';

const file = await openFile(process.argv[2]!);
const book = new Workbook(file.state);
writeSync(1, `open ${file.revision}\n`);
for (let revision = file.revision + 1; ; revision++) {
  // a value and a structural change: applied twice or in another order it would show
  const ops: Op[] = [
    { op: 'insertRows', sheet: 0, at: 1, count: 1 },
    { op: 'cells', sheet: 0, row: 1, column: 0, cells: [[{ v: `r${revision}` }]] },
  ];
  book.apply(ops);
  const kept = file.append(ops, revision).then(() => writeSync(1, `kept ${revision}\n`));
  if (revision % 5 === 0) await kept;
  if (revision % 23 === 0) file.save(book.state).catch(() => {});
}
