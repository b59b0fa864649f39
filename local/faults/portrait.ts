import type { CellState, SheetState, WorkbookState } from '../contract.ts';
import type { FaultWorkbook } from './fault-action.ts';
import { columnKeys } from './rows.ts';
import { shown } from './shown.ts';

/**
 * All that a person can see of a workbook, as lines that can be compared: rows in no order, columns by what they are,
 * empty rows left out, and numbers that were given since in one sign, because a run that was ended may skip one.
 */
export function portrait(
  state: WorkbookState,
  { series, apart }: Pick<FaultWorkbook, 'series' | 'apart'>,
  known: ReadonlySet<string>,
): string[] {
  const left = apart(state);
  const sheets = state.sheets.filter(({ id }) => !left.has(id));
  return sheets.flatMap((sheet, position) => {
    const keys = columnKeys(state, sheet);
    const own = series.get(sheet.id);
    const lines = sheet.cells.map((row, at) => {
      const parts: string[] = [];
      let filled = false;
      row?.forEach((cell, column) => {
        // a run that is finished later was made later
        const text = shown(state, cell).replace(/ \d\d:\d\d(?= 生成)/, '');
        if (text === '' && !cell?.n) return;
        filled ||= cell?.v !== false;
        const fresh = keys[column] === own && at > 0 && !known.has(text);
        parts.push(`${keys[column]}=${fresh ? '№' : text}${look(state, cell!)}`);
      });
      return filled ? `${at === 0 ? 'header' : 'row'} ${parts.sort().join(' ')}` : '';
    });
    return [about(sheet, position), ...lines.filter((line) => line !== '').sort()];
  });
}

function look(state: WorkbookState, { n, s, d }: CellState): string {
  const style = s === undefined ? {} : state.styles[s]!;
  const rule = d === undefined ? '' : `${state.validations[d]!.criteria} ${state.validations[d]!.allowInvalid}`;
  return `{${[n ?? '', style.background ?? '', style.numberFormat ?? '', style.bold ? 'bold' : '', rule].join('|')}}`;
}

function about(sheet: SheetState, position: number): string {
  const { name, frozenRows, protections, conditionalFormats, bandings, filter, tabColor, hidden } = sheet;
  const marks = protections.map(({ description }) => description).join();
  const counts = `${conditionalFormats.length} rules, ${bandings.length} bandings`;
  return `tab ${position} ${name} frozen ${frozenRows} protected ${marks} ${counts} ${filter ? 'filter' : ''} ${tabColor} ${hidden}`;
}

/** What two portraits differ in, shortened; a line that stands twice is two lines. */
export function difference(wanted: readonly string[], got: readonly string[]): string[] {
  const lacks = without(wanted, got).map((line) => `- ${line}`);
  const more = without(got, wanted).map((line) => `+ ${line}`);
  return [...lacks, ...more].map((line) => line.slice(0, 300));
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
