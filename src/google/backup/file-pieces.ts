import type { RawCell } from '../../domain/backup/checksum.ts';
import {
  bytesOf,
  type FileLook,
  type FilePiece,
  fileLooks,
  fromFile,
  mostBytes,
  mostCells,
  trimmed,
  unrun,
} from '../../domain/backup/file-piece.ts';
import { type FormulaRun, formulaRuns } from '../../domain/backup/formula-runs.ts';
import type { Raw } from '../ledger-tab.ts';
import { looksOf } from './looks.ts';
import { readRich, writeRich } from './rich-cells.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

function readLook(range: Range, look: FileLook): string[][] {
  const { read, usual } = looksOf[look];
  return read(range).map((row) => row.map((value) => (usual.test(String(value ?? '')) ? '' : String(value))));
}

/** In larger blocks a rule is taken to be a column's: to ask for each cell's would cost calls that grow with the rows. */
const fewCells = 1_000;

/** The rules of a block; in a large one those of its first, second and last row, the second row's for all in between. */
function readRules(range: Range): string[][] {
  const [rows, columns] = [range.getNumRows(), range.getNumColumns()];
  if (rows < 4 || rows * columns <= fewCells) return readLook(range, 'rule');
  const rowOf = (row: number): string[] => readLook(range.offset(row, 0, 1, columns), 'rule')[0]!;
  const [first, second, last] = [rowOf(0), rowOf(1), rowOf(rows - 1)];
  return Array.from({ length: rows }, (_, i) => (i === 0 ? first : i === rows - 1 ? last : second));
}

/** Rows of a tab from a row on, as many as fit into one answer. Some twenty reads, whatever the rows. */
export function readPiece(sheet: Sheet, from: number): FilePiece {
  const tab = sheet.getSheetId();
  const last = sheet.getLastRow();
  const columns = sheet.getLastColumn();
  const count = Math.min(last - from + 1, Math.max(1, Math.floor(mostCells / Math.max(1, columns))));
  if (count < 1 || columns === 0) return { tab, from, cells: [], looks: {} };
  const range = sheet.getRange(from, 1, count, columns);
  const values = range.getValues() as RawCell[][];
  const rich = readRich(range);
  const looks = fileLooks.map((look) => [look, look === 'rule' ? readRules(range) : readLook(range, look)] as const);
  const pieceOf = (rows: number): FilePiece => ({
    ...{ tab, from, cells: values.slice(0, rows).map(trimmed) },
    looks: Object.fromEntries(
      looks.flatMap(([look, texts]) => {
        const runs = formulaRuns(texts.slice(0, rows));
        return runs.length > 0 ? [[look, runs]] : [];
      }),
    ),
    ...(rich.length > 0 ? { rich: rich.filter(([row]) => row <= rows) } : {}),
    ...(from + rows <= last ? { next: from + rows } : {}),
  });
  for (let rows = count; ; rows = Math.ceil(rows / 2)) {
    const piece = pieceOf(rows);
    if (rows === 1 || bytesOf(JSON.stringify(piece)) <= mostBytes) return piece;
  }
}

/** Text stays text, whatever it looks like. */
const written = (cell: RawCell, format: string): Raw =>
  typeof cell === 'string' && cell !== '' && (format !== '@' || /^['=]/.test(cell)) ? `'${cell}` : cell;

const widestOf = (cells: FilePiece['cells'], runs: readonly FormulaRun[]): number =>
  runs.reduce(
    (widest, [column]) => Math.max(widest, column),
    cells.reduce((widest, row) => Math.max(widest, row.length), 0),
  );

/** Writes a piece where it stood. Formats come first, because they decide what a text becomes. */
export function writePiece(sheet: Sheet, { from, cells, looks, rich = [] }: FilePiece): void {
  const runs = fileLooks.flatMap((look) => looks[look] ?? []);
  const columns = widestOf(cells, runs);
  if (cells.length === 0 || columns === 0) return;
  const range = sheet.getRange(from, 1, cells.length, columns);
  const formats = unrun(looks.format ?? [], cells.length, columns);
  const block = (look: FileLook): (string | number | null)[][] =>
    unrun(looks[look]!, cells.length, columns).map((row) => row.map((text) => (text === '' ? looksOf[look].plain : text)));
  range.setNumberFormats(formats.map((row) => row.map((format) => format || 'General')));
  range.setValues(
    formats.map((row, i) => row.map((format, j) => written(fromFile(cells[i]![j] ?? ''), format))) as (string | number)[][],
  );
  for (const look of fileLooks) if (look !== 'format' && looks[look]) looksOf[look].write(range, block(look));
  writeRich(range, rich);
}
