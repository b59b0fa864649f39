import { cellText } from '../check/cell.ts';
import { activeFields, seriesField } from '../dictionary/compose.ts';
import { optionMeant } from '../dictionary/option-meant.ts';
import { reviewField } from '../dictionary/roles.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import type { Table } from './find-reminders.ts';

export interface CustomerFacts {
  name: string;
  phone: string;
  /** who looks after the customer, or '' */
  responsible: string;
  /** the customer does not want to be contacted */
  isLeftAlone: boolean;
}

const keysOf = (tab: Tab) => ({
  number: seriesField(tab)?.key,
  name: activeFields(tab).find(({ search }) => search === 'name')?.key,
  phone: activeFields(tab).find(({ kind }) => kind === 'phone')?.key,
  responsible: reviewField(tab, 'responsible')?.key,
  reach: reviewField(tab, 'reach')?.key,
});

/** The fields of the customers' tab that reminders read of whoever they are about. */
export const customerFields = (tab: Tab): string[] => Object.values(keysOf(tab)).filter((key) => key !== undefined);

/** Customers by their numbers, as reminders need them. */
export class CustomerBook {
  private rows?: Map<string, number>;
  private readonly keys: ReturnType<typeof keysOf>;
  private readonly reach: Field | undefined;

  constructor(
    tab: Tab,
    private readonly table: Table,
  ) {
    this.keys = keysOf(tab);
    this.reach = reviewField(tab, 'reach');
  }

  private text(row: number, key: string | undefined): string {
    return key === undefined ? '' : cellText(this.table.cell(row, key)).trim();
  }

  private byNumber(): Map<string, number> {
    if (this.rows) return this.rows;
    this.rows = new Map();
    for (let row = this.table.rows - 1; row >= 0; row--) this.rows.set(this.text(row, this.keys.number), row);
    this.rows.delete('');
    return this.rows;
  }

  /** Undefined where no customer bears the number. */
  find(number: string): CustomerFacts | undefined {
    const row = this.byNumber().get(number);
    if (row === undefined) return undefined;
    return {
      name: this.text(row, this.keys.name),
      phone: this.text(row, this.keys.phone),
      responsible: this.text(row, this.keys.responsible),
      isLeftAlone: optionMeant(this.reach, this.text(row, this.keys.reach))?.review === 'never',
    };
  }
}
