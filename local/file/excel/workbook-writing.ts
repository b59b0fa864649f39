/** The whole workbook as an .xlsx that Excel and LibreOffice open. */
import ExcelJS from 'exceljs';
import type { WorkbookState } from '../../contract.ts';
import { displayValue } from '../../model/display.ts';
import { absoluteName, quoteTab } from '../a1.ts';
import { packRemnant, remnantTab, type SheetRemnant } from '../remnant.ts';
import { readEntry, rebuildZip } from '../zip-archive.ts';
import { readZip } from '../zip-directory.ts';
import { escapeText } from './escape-text.ts';
import { filterXml, type Shown } from './filter-rules.ts';
import type { FormulaWords } from './formula-text.ts';
import { fileTabName, styleTable, writeSheet } from './sheet-writing.ts';
import type { ListPlaces } from './validation-rules.ts';

const nameShape = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const looksLikeCell = /^(?:[A-Z]{1,3}\d+|[RC]\d*|R\d*C\d*)$/i;

/** The bytes of the file. `revision` is how far the journal is in it. */
export async function workbookBytes(state: WorkbookState, revision: number): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.title = escapeText(state.title);
  book.creator = 'Customer Ledger';
  // values of formulas may be older than what they refer to
  book.calcProperties.fullCalcOnLoad = true;
  const taken = new Set([remnantTab, 'history']);
  const written = new Map(state.sheets.map(({ name }) => [name, fileTabName(name, taken)]));
  const names = state.namedRanges.filter(({ name }) => nameShape.test(name) && !looksLikeCell.test(name));
  const known = new Set(names.map(({ name }) => name.toLowerCase()));
  const lists: string[][] = [];
  const listPlaces = new Map<string, string>();
  const places: ListPlaces = {
    tab: (name) => written.get(name),
    place(values) {
      const key = JSON.stringify(values);
      let place = listPlaces.get(key);
      if (!place) {
        lists.push(values);
        place = `${quoteTab(remnantTab)}!${absoluteName({ row: 0, column: lists.length, rows: values.length, columns: 1 })}`;
        listPlaces.set(key, place);
      }
      return place;
    },
  };
  const words: FormulaWords = { tab: places.tab, isName: (name) => known.has(name.toLowerCase()) };
  const styles = styleTable(state.styles);

  const sheets: SheetRemnant[] = state.sheets.map((sheet) => {
    const target = book.addWorksheet(written.get(sheet.name)!, {
      state: sheet.hidden ? 'hidden' : 'visible',
      properties: {
        defaultRowHeight: 15.75,
        defaultColWidth: 100 / 7,
        ...(sheet.tabColor && { tabColor: { argb: `FF${sheet.tabColor.slice(1).toUpperCase()}` } }),
      } as never,
      views: [viewOf(sheet)],
    });
    return writeSheet(target, sheet, { state, styles, words, places });
  });
  const { sheets: _sheets, styles: _styles, validations: _validations, ...workbook } = state;
  const remnant = packRemnant({ revision, workbook, styles: state.styles, validations: state.validations, sheets });
  const hidden = book.addWorksheet(remnantTab, { state: 'veryHidden' });
  for (const [column, texts] of [remnant, ...lists].entries()) {
    for (const [row, text] of texts.entries()) hidden.getCell(row + 1, column + 1).value = escapeText(text);
  }

  // ExcelJS would make an object of every cell in every range
  const model = names.flatMap(({ name, sheet, rect }) => {
    const tab = state.sheets.find(({ id }) => id === sheet);
    return tab ? [{ name, ranges: [`${quoteTab(written.get(tab.name)!)}!${absoluteName(rect)}`] }] : [];
  });
  // LibreOffice wants a filter's range under this name, too
  const filters = state.sheets.flatMap(({ name, filter }, i) =>
    filter
      ? [
          {
            name: '_xlnm._FilterDatabase',
            localSheetId: i,
            ranges: [`${quoteTab(written.get(name)!)}!${absoluteName(filter.rect)}`],
          },
        ]
      : [],
  );
  Object.defineProperty(book.definedNames, 'model', { get: () => [...model, ...filters] });
  const shown = state.sheets.findIndex(({ hidden: isHidden }) => !isHidden);
  book.views = [{ activeTab: Math.max(0, shown), firstSheet: Math.max(0, shown), visibility: 'visible' } as never];
  return withFilters(Buffer.from(await book.xlsx.writeBuffer()), state);
}

/** ExcelJS writes where a filter is, but not what it hides. */
function withFilters(xlsx: Buffer, state: WorkbookState): Buffer {
  const zip = readZip(xlsx);
  const change: Record<string, Buffer> = {};
  const rewrite = (name: string, from: RegExp, to: (match: string) => string) => {
    change[name] = Buffer.from(readEntry(zip, name)!.toString('utf8').replace(from, to));
  };
  for (const [i, sheet] of state.sheets.entries()) {
    if (!sheet.filter) continue;
    const shown: Shown = (row, column) => {
      const { v = null, s = -1 } = sheet.cells[row]?.[column] ?? {};
      return displayValue(v, state.styles[s]?.numberFormat, state.locale);
    };
    rewrite(`xl/worksheets/sheet${i + 1}.xml`, /<autoFilter ref="[^"]*"\/>/, () => filterXml(sheet, shown));
  }
  if (Object.keys(change).length === 0) return xlsx;
  rewrite('xl/workbook.xml', /name="_xlnm\._FilterDatabase"/g, (name) => `${name} hidden="1"`);
  return rebuildZip(zip, change);
}

function viewOf({ frozenRows, frozenColumns, hiddenGridlines }: WorkbookState['sheets'][number]) {
  const showGridLines = !hiddenGridlines;
  if (frozenRows === 0 && frozenColumns === 0) return { state: 'normal' as const, showGridLines };
  return { state: 'frozen' as const, xSplit: frozenColumns, ySplit: frozenRows, showGridLines };
}
