import type { Day } from '../domain/check/cell.ts';

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/**
 * Turns the instants that Sheets answers into calendar days of the workbook's zone (platform §3, dates: an instant is
 * meant in the workbook's zone but JavaScript prints it in the script's).
 */
export class WorkbookZone {
  private readonly zone: string;
  private readonly same: boolean;
  private readonly memo = new Map<number, string>();

  constructor(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet) {
    this.zone = workbook.getSpreadsheetTimeZone();
    this.same = this.zone === Session.getScriptTimeZone();
  }

  /** Without a service call where both zones agree; otherwise one per distinct instant. */
  day(date: Date): Day {
    if (this.same) return { day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` };
    const known = this.memo.get(date.getTime());
    if (known) return { day: known };
    const day = Utilities.formatDate(date, this.zone, 'yyyy-MM-dd');
    this.memo.set(date.getTime(), day);
    return { day };
  }

  /** Today in the workbook's zone, `yyyy-MM-dd`. */
  today(): string {
    return this.day(new Date()).day;
  }
}
