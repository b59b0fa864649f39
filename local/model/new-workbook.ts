import type { SheetState, WorkbookState } from '../contract.ts';

interface NewWorkbook {
  id: string;
  title: string;
  /** `zh_CN`, `en_US` … */
  locale: string;
  /** IANA name */
  timeZone: string;
  owner: string;
  /** default: what Google calls the first tab in that language */
  sheetName?: string;
}

/** A workbook as Google makes one: a single tab of 1000 × 26. */
export function newWorkbook({ id, title, locale, timeZone, owner, sheetName }: NewWorkbook): WorkbookState {
  return {
    id,
    title,
    locale,
    timeZone,
    owner,
    styles: [],
    validations: [],
    sheets: [newSheet(0, sheetName ?? newSheetName(locale, 1))],
    namedRanges: [],
    metadata: [],
    properties: { script: {}, document: {}, user: {} },
    triggers: [],
    outbox: [],
    nextIds: { sheet: 1, metadata: 1, banding: 1, chart: 1, other: 1 },
  };
}

export function newSheet(id: number, name: string, rowCount = 1000, columnCount = 26): SheetState {
  return {
    id,
    name,
    rowCount,
    columnCount,
    cells: [],
    frozenRows: 0,
    frozenColumns: 0,
    rowHeights: {},
    columnWidths: {},
    hiddenRows: [],
    hiddenColumns: [],
    filteredRows: [],
    merges: [],
    conditionalFormats: [],
    protections: [],
    bandings: [],
    charts: [],
  };
}

/** `工作表2`, `Sheet2`. */
export function newSheetName(locale: string, number: number): string {
  return `${locale.startsWith('zh') ? '工作表' : 'Sheet'}${number}`;
}
