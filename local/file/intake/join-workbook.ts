/**
 * The workbook out of a file that another program may have saved: what the file shows wins, what it cannot show comes
 * from the remnant, and each finds its column again.
 */
import type { Metadata, NamedRange, Op, Style, Validation, WorkbookState } from '../../contract.ts';
import { displayValue } from '../../model/display.ts';
import { newWorkbook } from '../../model/new-workbook.ts';
import { parseRect } from '../a1.ts';
import type { FormulaWords } from '../excel/formula-text.ts';
import type { RawSheet, RawWorkbook } from '../excel/raw-workbook.ts';
import { asExcelKeeps, orderedStyle } from '../excel/style-writing.ts';
import type { ListPlaces } from '../excel/validation-rules.ts';
import { remnantTab, type SheetRemnant, unpackRemnant } from '../remnant.ts';
import { type JoinedSheet, joinSheet } from './join-sheet.ts';

/** For a workbook that was never ours. */
export interface NewcomerDefaults {
  id: string;
  title: string;
  locale: string;
  timeZone: string;
  owner: string;
}

export interface JoinedWorkbook {
  state: WorkbookState;
  revision: number;
  /** what another program did to rows and columns, as operations */
  moves: Op[];
  /** `newer`: a later version of the program wrote the file */
  remnant: 'found' | 'none' | 'newer';
}

export function joinWorkbook(raw: RawWorkbook, defaults: NewcomerDefaults): JoinedWorkbook {
  const own = raw.sheets.find(({ name }) => name === remnantTab);
  const pieces = (own?.cells ?? []).map((line) => String(line?.[0]?.v ?? ''));
  const found = unpackRemnant(pieces);
  const remnant = found === 'newer' ? undefined : found;
  const sheets = raw.sheets.filter((sheet) => sheet !== own);
  const state: WorkbookState = remnant
    ? { ...remnant.workbook, styles: remnant.styles, validations: remnant.validations, sheets: [] }
    : {
        ...newWorkbook({ ...defaults, title: raw.title ?? defaults.title }),
        sheets: [],
        nextIds: { sheet: 0, metadata: 1, banding: 1, chart: 1, other: 1 },
      };

  const matched = matchSheets(sheets, remnant?.sheets ?? []);
  const nameNow = new Map([...matched].map(([sheet, known]) => [known.state.name, sheet.name]));
  const places: ListPlaces = { tab: (name) => nameNow.get(name), place: () => `'${remnantTab}'!` };
  const names = new Set(state.namedRanges.map(({ name }) => name.toLowerCase()));
  const words: FormulaWords = { tab: places.tab, isName: (name) => names.has(name.toLowerCase()) };
  const styles = styleMatching(raw.styles, state.styles);
  const addValidation = (validation: Validation): number => {
    const key = JSON.stringify(validation);
    const index = state.validations.findIndex((each) => JSON.stringify(each) === key);
    return index >= 0 ? index : state.validations.push(validation) - 1;
  };
  // LibreOffice without a window writes no frozen rows for any tab, and grid lines for all
  const hasViews = sheets.some(
    ({ frozenRows, frozenColumns, hiddenGridlines }) => frozenRows + frozenColumns > 0 || hiddenGridlines,
  );
  const hasNoViews = remnant !== undefined && !hasViews && sheets.every(({ hasNoView }) => hasNoView);
  const joined = new Map<number, JoinedSheet>();
  for (const sheet of sheets) {
    const known = matched.get(sheet);
    const id = known?.state.id ?? state.nextIds.sheet++;
    const result = joinSheet(sheet, known, id, {
      ...styles,
      validations: state.validations,
      addValidation,
      places,
      listAt: (formula) => listAt(formula, sheets.concat(own ?? [])),
      words,
      display: (cell) =>
        displayValue(cell?.v ?? null, cell?.s === undefined ? undefined : state.styles[cell.s]?.numberFormat, state.locale),
      owner: state.owner,
      hasNoViews,
    });
    state.sheets.push(result.sheet);
    joined.set(id, result);
  }
  if (state.sheets.length > 0 && state.sheets.every(({ hidden }) => hidden)) delete state.sheets[0]!.hidden;
  state.metadata = state.metadata.flatMap((metadata) => moveMetadata(metadata, joined));
  state.namedRanges = joinNames(raw.names, state, nameNow, joined);
  const moves = [...joined.values()].flatMap((each) => each.moves);
  return { state, moves, revision: remnant?.revision ?? 0, remnant: found === 'newer' ? 'newer' : remnant ? 'found' : 'none' };
}

/** By name; a tab that was renamed is known by its header. */
function matchSheets(sheets: readonly RawSheet[], known: readonly SheetRemnant[]): Map<RawSheet, SheetRemnant> {
  const matched = new Map<RawSheet, SheetRemnant>();
  for (const sheet of sheets) {
    const same = known.find(({ written }) => written === sheet.name);
    if (same) matched.set(sheet, same);
  }
  const left = known.filter((each) => ![...matched.values()].includes(each));
  for (const sheet of sheets) {
    if (matched.has(sheet)) continue;
    const texts = new Set(sheet.cells.slice(0, 10).flatMap((line) => Array.from(line ?? [], (cell) => String(cell?.v ?? ''))));
    const at = left.findIndex(({ headers }) => {
      const named = headers.filter((text) => text !== '');
      return named.length > 0 && named.filter((text) => texts.has(text)).length * 2 > named.length;
    });
    if (at >= 0) matched.set(sheet, left.splice(at, 1)[0]!);
  }
  return matched;
}

function styleMatching(fileStyles: readonly Style[], styles: Style[]) {
  const keyOf = (style: Style) => JSON.stringify(orderedStyle(style));
  const kept = styles.map((style) => keyOf(asExcelKeeps(style)));
  const byKey = new Map<string, number>();
  for (const [i, key] of kept.entries()) if (!byKey.has(key)) byKey.set(key, i);
  const fileKeys = fileStyles.map(keyOf);
  return {
    styleOf(fileStyle: number): number | undefined {
      const key = fileKeys[fileStyle] ?? '{}';
      if (key === '{}') return undefined;
      let index = byKey.get(key);
      if (index === undefined) {
        index = styles.push(fileStyles[fileStyle]!) - 1;
        kept.push(key);
        byKey.set(key, index);
      }
      return index;
    },
    looksLike: (style: number, fileStyle: number) => kept[style] === (fileKeys[fileStyle] ?? '{}'),
  };
}

/** The texts of a list that lies in our own tab; lists elsewhere stay ranges. */
function listAt(formula: string, sheets: readonly RawSheet[]): string[] | undefined {
  const [, range] = /^'?_ledger'?[!.](.+)$/.exec(formula) ?? [];
  const rect = range ? parseRect(range) : undefined;
  const cells = sheets.find(({ name }) => name === remnantTab)?.cells;
  if (!rect || !cells) return undefined;
  return Array.from({ length: Math.min(rect.rows, cells.length) }, (_, i) =>
    String(cells[rect.row + i]?.[rect.column]?.v ?? ''),
  ).filter(Boolean);
}

function moveMetadata(metadata: Metadata, joined: ReadonlyMap<number, JoinedSheet>): Metadata[] {
  const { at } = metadata;
  if (at.kind === 'spreadsheet') return [metadata];
  const sheet = joined.get(at.sheet);
  if (!sheet) return [];
  if (at.index === undefined || at.kind === 'sheet') return [metadata];
  const index = at.kind === 'column' ? sheet.columnNow(at.index) : sheet.rowNow(at.index);
  return index < 0 ? [] : [{ ...metadata, at: { ...at, index } }];
}

/** A name that Excel knew follows Excel, even into nothing; one it could not know stays. */
function joinNames(
  fileNames: RawWorkbook['names'],
  state: WorkbookState,
  nameNow: ReadonlyMap<string, string>,
  joined: ReadonlyMap<number, JoinedSheet>,
): NamedRange[] {
  const idOf = (tab: string) => state.sheets.find(({ name }) => (nameNow.get(name) ?? name) === tab)?.id;
  const result = state.namedRanges.flatMap((named): NamedRange[] => {
    const inFile = fileNames.find(({ name }) => name.toLowerCase() === named.name.toLowerCase());
    const sheet = inFile ? idOf(inFile.tab) : undefined;
    if (inFile && sheet !== undefined) return [{ ...named, sheet, rect: inFile.rect }];
    return joined.has(named.sheet) ? [named] : [];
  });
  for (const { name, tab, rect } of fileNames) {
    const sheet = idOf(tab);
    if (sheet !== undefined && !result.some((each) => each.name.toLowerCase() === name.toLowerCase()))
      result.push({ name, sheet, rect });
  }
  return result;
}
