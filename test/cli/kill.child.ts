/** Types into an open ledger until it is killed; says on standard output what was acknowledged. */
import { writeSync } from 'node:fs';
import { openLedger } from '../../local/cli/open-ledger.ts';

const ledger = await openLedger(process.argv[2]!, { mode: 'thread' });
const { host, whenDurable } = ledger;
const session = host.connect({ email: 'mei@shop.test', locale: 'zh-CN' }, () => {});
const sheet = host.state.sheets.at(-1)!;
const first = sheet.cells.findLastIndex((line) => line?.[0]?.v) + 1;
writeSync(1, `kept ${first - 1}\n`);
for (let row = first; ; row++) {
  const result = await session.intent({ kind: 'type', sheet: sheet.id, row, column: 0, text: `第${row}行` });
  if (!result.ok) throw new Error(result.message);
  await whenDurable(host.revision);
  writeSync(1, `kept ${row}\n`);
}
