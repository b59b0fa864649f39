import { readFile } from 'node:fs/promises';
import type { SheetState } from '../contract.ts';
import { fileProblemOf } from '../file/file-problem.ts';
import type { HostEvent } from '../host-contract.ts';
import { type Command, Refusal } from './command.ts';
import { parseCsv } from './csv.ts';
import { columnsFor, findTab } from './tabs.ts';
import { tellEvents, withLedger } from './with-ledger.ts';

export const pasteCommand: Command = {
  name: 'paste',
  form: 'FILE TAB CSV',
  summary: ['像人一样把 CSV 粘贴到表的末尾', 'Paste a CSV below the last row, as a person would'],
  details: [
    'CSV 第一行写列名（中文、英文或表头文字），- 表示标准输入。粘贴后的检查照常进行。',
    'The first row of the CSV names the columns (Chinese, English, or the text of the header); - is standard input. The checks run as after any paste.',
  ],
  positionals: { least: 3, most: 3 },
  async run(call) {
    const [path = '', tab = '', source = ''] = call.positionals;
    const [labels, ...rows] = await readRows(source, () => call.readInput());
    if (!labels) throw new Refusal(['CSV 是空的。', 'The CSV is empty.']);
    return withLedger(path, call, async ({ host, traces, whenDurable }) => {
      const sheet = findTab(host.state, tab);
      const block = blockOf(rows, columnsFor(host.state, sheet, labels));
      const first = lastRowOf(sheet) + 1;
      if (block.cells.length === 0) {
        call.out(
          call.values.json ? JSON.stringify({ ok: true, rows: 0 }) : call.say('没有要粘贴的行。', 'There are no rows to paste.'),
        );
        return 0;
      }
      let failed = false;
      const tell = tellEvents(call);
      const session = host.connect(call.user, (event: HostEvent) => {
        tell(event);
        if (event.event === 'cost') traces.push(event.trace);
        if (event.event === 'failed') failed = true;
      });
      const result = await session.intent({
        kind: 'paste',
        sheet: sheet.id,
        row: first,
        column: block.column,
        cells: block.cells,
      });
      await host.idle();
      await whenDurable(host.revision);
      session.close();
      if (!result.ok) {
        call.err(result.message);
        return 1;
      }
      const [from, to, count] = [first + 1, first + block.cells.length, block.cells.length];
      call.out(
        call.values.json
          ? JSON.stringify({ ok: !failed, tab: sheet.name, rows: count, firstRow: from, lastRow: to })
          : call.say(
              `已粘贴 ${count} 行到“${sheet.name}”第 ${from}–${to} 行。`,
              `Pasted ${count} rows into “${sheet.name}”, rows ${from}–${to}.`,
            ),
      );
      return failed ? 1 : 0;
    });
  },
};

async function readRows(source: string, readInput: () => Promise<string>): Promise<string[][]> {
  const text =
    source === '-'
      ? await readInput()
      : await readFile(source, 'utf8').catch((error: unknown) => {
          throw fileProblemOf(error, source);
        });
  try {
    return parseCsv(text);
  } catch (error) {
    const reason = (error as Error).message;
    throw new Refusal([`CSV 有误：${reason}`, `The CSV is wrong: ${reason}`]);
  }
}

/** One block over all columns, as one paste: cells that the CSV does not have are left alone. */
function blockOf(rows: readonly string[][], columns: readonly number[]): { column: number; cells: (string | null)[][] } {
  const left = Math.min(...columns);
  const width = Math.max(...columns) - left + 1;
  const cells = rows
    .filter((row) => row.some((text) => text !== ''))
    .map((row) => {
      const line = new Array<string | null>(width).fill(null);
      columns.forEach((column, i) => {
        line[column - left] = row[i] ?? '';
      });
      return line;
    });
  return { column: left, cells };
}

/** Where a person would see the last entry: an unticked box is none. */
function lastRowOf(sheet: SheetState): number {
  return sheet.cells.findLastIndex((line) =>
    line?.some((cell) => cell && ((cell.v ?? '') !== '' || cell.f !== undefined) && cell.v !== false),
  );
}
