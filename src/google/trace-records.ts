import { coverRows } from '../domain/card/cover-rows.ts';
import { cellText } from '../domain/check/cell.ts';
import { bandingStyle } from '../domain/dictionary/palette.ts';
import { namedFormula } from '../domain/log/column-formula.ts';
import { type Look, looks, type RecordTrace, type TracedCell, type TracedValue } from '../domain/log/record-trace.ts';
import type { LedgerTab, Raw } from './ledger-tab.ts';
import { columnNames } from './own-columns.ts';
import { identity } from './plan-tab.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** A record as it stands now, with everything in its row. */
export interface TracedRecord {
  /** 1-based */
  row: number;
  trace: RecordTrace;
}

/** Stretches that are read one by one; each costs two calls, and one for every look. */
const mostStretches = 4;
/** Cells in between that cost as much as another read (platform §4). */
const worthARead = 24_000;

/** How each look is read; what a new cell has as well is not kept. */
const readers: Readonly<Record<Look, { read: (range: Range) => (string | null)[][]; usual: ReadonlySet<string> }>> = {
  format: { read: (range) => range.getNumberFormats(), usual: new Set(['', 'General']) },
  note: { read: (range) => range.getNotes(), usual: new Set(['']) },
  fill: { read: (range) => range.getBackgrounds(), usual: new Set(['', '#ffffff', bandingStyle.second]) },
  color: { read: (range) => range.getFontColors(), usual: new Set(['', '#000000']) },
  weight: { read: (range) => range.getFontWeights() as string[][], usual: new Set(['', 'normal']) },
  style: { read: (range) => range.getFontStyles() as string[][], usual: new Set(['', 'normal']) },
  line: { read: (range) => range.getFontLines() as string[][], usual: new Set(['', 'none']) },
};

function traced(raw: Raw): TracedValue | undefined {
  if (raw === '' || !(raw instanceof Date)) return raw === '' ? undefined : raw;
  return Number.isNaN(raw.getTime()) ? '########' : { at: raw.getTime() };
}

/** Formulas relative to their cells; '' where there is none, of which Google says null. */
export const formulasIn = (range: Range): string[][] =>
  (range.getFormulasR1C1() as (string | null)[][]).map((row) => row.map((formula) => formula ?? ''));

/** Rows in which one of the numbers stands, 1-based. One read. */
function rowsWith(tab: LedgerTab, key: string, numbers: ReadonlySet<string>): number[] {
  const rows = tab.dataRows();
  if (rows === 0) return [];
  const column = tab.sheet.getRange(2, tab.column(key), rows, 1).getValues() as Raw[][];
  return column.flatMap(([raw], i) => (numbers.has(cellText(tab.toCell(raw)).trim()) ? [i + 2] : []));
}

/**
 * Whole records as they stand now: every cell of their rows, columns of the shop's own included.
 *
 * @param withLooks formats, notes and colours as well
 * @returns by number; several where a number stands in several rows. Calls do not grow with the rows
 */
export function traceRecords(tab: LedgerTab, numbers: ReadonlySet<string>, withLooks: boolean): Map<string, TracedRecord[]> {
  const found = new Map<string, TracedRecord[]>();
  const number = identity(tab);
  const rows = number && numbers.size > 0 ? rowsWith(tab, number.key, numbers) : [];
  if (!number || rows.length === 0) return found;
  const names = columnNames(tab);
  const width = names.length;
  const read: readonly Look[] = withLooks ? looks : [];
  for (const [first, last] of coverRows(rows, mostStretches, Math.ceil(worthARead / width))) {
    const range = tab.sheet.getRange(first, 1, last - first + 1, width);
    const aspects = read.map((look) => [look, readers[look].read(range), readers[look].usual] as const);
    const formulas = formulasIn(range);
    // The values last: they tell whose row it is.
    (range.getValues() as Raw[][]).forEach((cells, i) => {
      const own = cellText(tab.toCell(cells[tab.column(number.key) - 1])).trim();
      if (!numbers.has(own)) return;
      const trace: Record<string, TracedCell> = {};
      cells.forEach((raw, column) => {
        const cell: TracedCell = {};
        const formula = formulas[i]![column]!;
        const value = traced(raw);
        if (formula !== '') cell.formula = namedFormula(formula, column + 1, names);
        if (value !== undefined) cell.value = value;
        for (const [look, texts, usual] of aspects) {
          const text = texts[i]![column] ?? '';
          if (!usual.has(text)) cell[look] = text;
        }
        if (Object.keys(cell).length > 0) trace[names[column]!] = cell;
      });
      found.set(own, [...(found.get(own) ?? []), { row: first + i, trace }]);
    });
  }
  return found;
}
