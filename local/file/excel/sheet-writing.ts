/** One tab into ExcelJS, and a record of what the file shows differently. */
import type { CellErrorValue, CellValue, Worksheet } from 'exceljs';
import type { CellState, Rect, SheetState, Style, WorkbookState } from '../../contract.ts';
import { columnLetters, rectName } from '../../model/a1.ts';
import { cellMark, type OddCell, type SheetRemnant } from '../remnant.ts';
import { bandRules } from './band-rules.ts';
import { escapeText, fittingText } from './escape-text.ts';
import { ruleForFile } from './format-rules.ts';
import { type FormulaWords, formulaForFile, formulaFromFile, standInFormula } from './formula-text.ts';
import { rectsOf } from './rect-cover.ts';
import { writeShape } from './shape-writing.ts';
import { remnantOf } from './sheet-remnant.ts';
import { asExcelKeeps, excelRuleStyle, excelStyle } from './style-writing.ts';
import { type ListPlaces, validationForFile } from './validation-rules.ts';

/** Made once for a workbook: ExcelJS recognises a style by its object. */
export interface StyleTable {
  excel: ReturnType<typeof excelStyle>[];
  /** whether an earlier style looks the same in the file */
  isTwin: boolean[];
}

export function styleTable(styles: readonly Style[]): StyleTable {
  const seen = new Set<string>();
  const isTwin = styles.map((style) => {
    const key = JSON.stringify(asExcelKeeps(style));
    const known = seen.has(key) || key === '{}';
    seen.add(key);
    return known;
  });
  return { excel: styles.map(excelStyle), isTwin };
}

const excelErrors = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'];
const errorOf = (error: string) => ({ error: excelErrors.includes(error) ? error : '#VALUE!' }) as CellErrorValue;

/** What goes into the cell, and what will be read from it again. */
function fileCell(cell: CellState, words: FormulaWords): { value: CellValue; shown: Pick<CellState, 'v' | 'f'> } {
  const { v = null, f } = cell;
  const shown = typeof v === 'string' ? fittingText(v) : v !== null && typeof v === 'object' ? errorOf(v.error) : v;
  const result = typeof shown === 'string' ? escapeText(shown) : shown;
  if (f === undefined) return { value: result as CellValue, shown: { v: shown } };
  const formula = formulaForFile(f, words) ?? standInFormula(f, v);
  // a formula too long for both stays as its value
  if (formula === undefined) return { value: result as CellValue, shown: { v: shown } };
  return {
    value: { formula: escapeText(formula), result: result ?? undefined } as CellValue,
    shown: { v: shown, f: formulaFromFile(formula) },
  };
}

export interface SheetWriting {
  state: WorkbookState;
  styles: StyleTable;
  words: FormulaWords;
  places: ListPlaces;
}

/** Fills the worksheet; answers what has to ride along. */
export function writeSheet(target: Worksheet, sheet: SheetState, { state, styles, words, places }: SheetWriting): SheetRemnant {
  const odd: OddCell[] = [];
  const twins: SheetRemnant['twins'] = [];
  const openTwins = new Map<number, SheetRemnant['twins'][number]>();
  const covered = new Set(sheet.merges.flatMap((rect) => [...cellsOf(rect)].slice(1)));

  sheet.cells.forEach((line, row) => {
    if (!line?.length) return;
    const targetRow = target.getRow(row + 1);
    line.forEach((cell, column) => {
      if (!cell) return;
      const { v, f, s, n, r } = cell;
      if (v === undefined && f === undefined && s === undefined && n === undefined) return;
      const targetCell = targetRow.getCell(column + 1);
      if (s !== undefined) {
        targetCell.style = styles.excel[s]!;
        if (styles.isTwin[s]) addTwin(s, row, column);
      }
      let shown: Pick<CellState, 'v' | 'f'> = {};
      if ((v !== undefined && v !== null) || f !== undefined) {
        const made = fileCell(cell, words);
        if (!covered.has(`${row}:${column}`)) {
          targetCell.value = made.value;
          shown = made.shown;
        }
      }
      const note = n === undefined ? undefined : fittingText(n);
      if (note) targetCell.note = { texts: [{ text: escapeText(note) }] };
      if (!r && shown.v === v && shown.f === f && note === n) return;
      const mark = cellMark(shown.v, shown.f, note || undefined);
      if (r || mark !== cellMark(v, f, n)) odd.push({ row, column, shown: mark, v, f, n, ...(r && { r }) });
    });
  });

  function addTwin(style: number, row: number, column: number): void {
    const open = openTwins.get(column);
    if (open && open[0] === style && open[1] + open[3] === row) open[3]++;
    else {
      const next: SheetRemnant['twins'][number] = [style, row, column, 1];
      openTwins.set(column, next);
      twins.push(next);
    }
  }

  writeShape(target, sheet);
  writeValidations(target, sheet, state, places);
  writeRules(target, sheet, words);
  const bands = writeBands(target, sheet, state.styles);
  return { ...remnantOf(target.name, sheet, state), odd, twins, ...(bands.length > 0 && { bands }) };
}

function* cellsOf({ row, column, rows, columns }: Rect): Generator<string> {
  for (let i = row; i < row + rows; i++) for (let j = column; j < column + columns; j++) yield `${i}:${j}`;
}

function writeValidations(target: Worksheet, sheet: SheetState, state: WorkbookState, places: ListPlaces): void {
  const model = (target as unknown as { dataValidations: { model: Record<string, unknown> } }).dataValidations.model;
  for (const [index, rects] of rectsOf(sheet.cells, (cell) => cell.d)) {
    for (const rect of rects) {
      const { type, operator, formulas, refuses, prompt, title } = validationForFile(
        state.validations[index]!,
        index,
        rect,
        places,
      );
      model[rectName(rect)] = {
        type,
        operator,
        // ExcelJS takes the days of a date rule as dates only
        formulae:
          type === 'date'
            ? formulas.map((days) => new Date(Math.round((Number(days) - 25_569) * 86_400_000)))
            : formulas.map(escapeText),
        allowBlank: true,
        showErrorMessage: refuses,
        errorTitle: title,
        ...(prompt && { showInputMessage: true, prompt: escapeText(prompt) }),
      };
    }
  }
}

function writeRules(target: Worksheet, sheet: SheetState, words: FormulaWords): void {
  sheet.conditionalFormats.forEach((format, i) => {
    const rule = ruleForFile(format, words);
    if (!rule) return;
    const { type, operator, formulas, points } = rule;
    target.addConditionalFormatting({
      ref: format.ranges.map(rectName).join(' '),
      rules: [
        {
          type,
          operator,
          formulae: formulas.map(escapeText),
          priority: i + 1,
          ...(points
            ? {
                cfvo: points.map(({ type, value }) => ({ type, value })),
                color: points.map(({ color }) => ({ argb: `FF${color.slice(1).toUpperCase()}` })),
              }
            : { style: excelRuleStyle(rule.style) }),
        } as never,
      ],
    });
  });
}

/** @returns the bands that have a rule now */
function writeBands(target: Worksheet, sheet: SheetState, styles: readonly Style[]): number[] {
  const rules = bandRules(sheet, styles);
  for (const [i, { ranges, formula, color }] of rules.entries()) {
    const style = excelRuleStyle({ background: color });
    const rule = { type: 'expression', formulae: [formula], priority: sheet.conditionalFormats.length + 1 + i, style };
    target.addConditionalFormatting({ ref: ranges.map(rectName).join(' '), rules: [rule as never] });
  }
  return sheet.bandings
    .map(({ id }) => id)
    .filter((id) => rules.some(({ formula }) => formula.startsWith(`N("Ledger band ${id} `)));
}

/** A tab's name as Excel allows it: 31 characters, none of `[]:*?/\`, and none twice. */
export function fileTabName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[[\]:*?/\\\x00-\x1f]/g, '_').replace(/^'|'$/g, '_') || '_';
  let found = plain.slice(0, 31).trim() || '_';
  for (let i = 2; taken.has(found.toLowerCase()); i++) found = `${plain.slice(0, 27)}_${columnLetters(i)}`;
  taken.add(found.toLowerCase());
  return found;
}
