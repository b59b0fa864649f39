import type { Day } from '../domain/check/cell.ts';

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const isoDay = /^\d{4}-\d\d-\d\d$/;

/**
 * Turns the instants that Sheets answers into calendar days of the workbook's zone (platform §3, dates: an instant is
 * meant in the workbook's zone but JavaScript prints it in the script's).
 */
export class WorkbookZone {
  private readonly zone: string;
  private readonly same: boolean;
  private readonly memo = new Map<number, string>();
  private format?: ((date: Date) => string) | undefined;

  constructor(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet) {
    this.zone = workbook.getSpreadsheetTimeZone();
    this.same = this.zone === Session.getScriptTimeZone();
  }

  /** Without a service call where both zones agree; otherwise one, or one per day where the runtime knows no zones. */
  day(date: Date): Day {
    if (this.same) return { day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` };
    const known = this.memo.get(date.getTime());
    if (known) return { day: known };
    this.format ??= this.formatterFor(date);
    const day = this.format(date);
    this.memo.set(date.getTime(), day);
    return { day };
  }

  /** A moment in the workbook's zone, `yyyy-MM-dd HH:mm:ss`; one service call where the script's zone is another. */
  moment(at: number): string {
    const date = new Date(at);
    if (!this.same) return Utilities.formatDate(date, this.zone, 'yyyy-MM-dd HH:mm:ss');
    return `${this.day(date).day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
  }

  /** Today in the workbook's zone, `yyyy-MM-dd`. */
  today(): string {
    return this.day(new Date()).day;
  }

  private byService(date: Date): string {
    return Utilities.formatDate(date, this.zone, 'yyyy-MM-dd');
  }

  /** The runtime's own zones where they agree with Google's for a first date: they cost no service call. */
  private formatterFor(date: Date): (date: Date) => string {
    try {
      const options = { timeZone: this.zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
      const format = new Intl.DateTimeFormat('en-CA', options);
      const day = format.format(date);
      if (isoDay.test(day) && day === this.byService(date)) return (each) => format.format(each);
    } catch {
      // no zones in this runtime
    }
    return (each) => this.byService(each);
  }
}
