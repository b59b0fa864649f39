import type { LedgerTab } from './ledger-tab.ts';

/** A cell, or a whole row where there is no column; 1-based. */
export interface Place {
  row: number;
  column?: number;
}

/**
 * Whether whoever is at work may write all of these cells: protections that they may not edit are in the way. Two calls,
 * and a few for each protection.
 */
export function mayWrite({ sheet }: LedgerTab, places: readonly Place[]): boolean {
  const closed = (type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] =>
    sheet.getProtections(type).filter((protection) => !protection.isWarningOnly() && !protection.canEdit());
  const covers = (range: GoogleAppsScript.Spreadsheet.Range): boolean =>
    places.some(
      ({ row, column }) =>
        row >= range.getRow() &&
        row <= range.getLastRow() &&
        (column === undefined || (column >= range.getColumn() && column <= range.getLastColumn())),
    );
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  const whole = closed(SHEET).some((protection) => {
    const open = protection.getUnprotectedRanges();
    return places.some(({ row, column }) => {
      const isOpen = (range: GoogleAppsScript.Spreadsheet.Range): boolean =>
        column !== undefined &&
        row >= range.getRow() &&
        row <= range.getLastRow() &&
        column >= range.getColumn() &&
        column <= range.getLastColumn();
      return !open.some(isOpen);
    });
  });
  return !whole && !closed(RANGE).some((protection) => covers(protection.getRange()));
}
