import type { WorkbookState } from '../contract.ts';
import { filledRows, type Row } from './rows.ts';

/** What persons have put into one row: it must be found again in one row, whatever else happens. */
export interface EnteredRow {
  /** the tab's id: tabs are renamed and moved */
  sheet: number;
  /** by column, the texts under which the value may stand: as typed, and as the program is documented to write it */
  values: Record<string, readonly string[]>;
  /** by column, the texts under which it may stand while the action is not finished */
  before?: Record<string, readonly string[]>;
  /** columns in which the program may add something */
  derived?: readonly string[];
  /** it may also not be there: its entry was refused, or can be undone */
  optional?: boolean;
  /** somebody has deleted its row while it was written */
  mayBeGone?: boolean;
}

/** The ledger of everything that persons have entered, beside the workbook. */
export class Entries {
  readonly rows: EnteredRow[];

  constructor(rows: readonly EnteredRow[]) {
    this.rows = rows.map((row) => ({ ...row, values: { ...row.values }, ...(row.before ? { before: { ...row.before } } : {}) }));
  }

  /** Everything that stands in some tabs counts as entered by persons. */
  static of(state: WorkbookState, tabs: ReadonlySet<number>, derived: readonly string[]): Entries {
    const rows = state.sheets
      .filter(({ id }) => tabs.has(id))
      .flatMap((sheet) =>
        filledRows(state, sheet).map(({ values }) => ({
          sheet: sheet.id,
          values: Object.fromEntries(Object.entries(values).map(([key, text]) => [key, [text]])),
          derived,
        })),
      );
    return new Entries(rows);
  }

  copy(): Entries {
    return new Entries(this.rows);
  }

  /** The entered row that holds these values. */
  find(sheet: number, values: Record<string, string>): EnteredRow | undefined {
    return this.rows.find((row) => row.sheet === sheet && holds(values, row));
  }

  removeRow(row: EnteredRow): void {
    this.rows.splice(this.rows.indexOf(row), 1);
  }

  removeColumn(sheet: number, column: string): void {
    for (const row of this.rows) if (row.sheet === sheet) delete row.values[column];
  }

  removeTab(sheet: number): void {
    for (const row of this.rows.filter((each) => each.sheet === sheet)) this.removeRow(row);
  }
}

function holds(values: Record<string, string>, row: EnteredRow): boolean {
  return Object.entries(values).every(([key, text]) => row.values[key]?.includes(text));
}

/** Whether a row of the workbook holds all that was entered into a row. */
export function contains({ values }: Row, entered: EnteredRow, finished = false): boolean {
  return Object.entries(entered.values).every(([key, texts]) => {
    const text = values[key] ?? '';
    return texts.includes(text) || (!finished && entered.before?.[key]?.includes(text) === true);
  });
}
