/** A report in rows of a tab: what stands in each cell and how it looks. */
import type { ChartSpec } from '../charts/chart-spec.ts';
import { bandingStyle, headerStyle } from '../dictionary/palette.ts';
import type { ValueLook } from './report.ts';

/** Columns that are the report's own; what stands further right is the shop's. */
export const reportColumns = 8;
/** Pixels. Together they are as wide as a page of A4 that is printed to its width. */
export const columnWidths: readonly number[] = [190, 110, 110, 110, 110, 110, 110, 110];
/** Pixels of an ordinary row. */
export const usualRow = 21;
export const softColor = '#5f6b66';

export interface CellLook {
  format: ValueLook;
  align: 'left' | 'right';
  background: string;
  weight: 'normal' | 'bold';
  size: number;
  color: string;
  /** a long text goes on in a second line; the row is high enough then */
  wraps: boolean;
}

export interface ReportPage {
  /** every row has `reportColumns` cells; money is in whole units */
  rows: (string | number)[][];
  looks: CellLook[][];
  /** rows of another height than the usual one, 1-based */
  heights: ReadonlyMap<number, number>;
  charts: ChartSpec[];
}

const plain: CellLook = {
  format: 'text',
  align: 'left',
  background: bandingStyle.first,
  weight: 'normal',
  size: 10,
  color: headerStyle.text,
  wraps: false,
};

/** Rows one below the other. */
export class PageRows implements ReportPage {
  readonly rows: (string | number)[][] = [];
  readonly looks: CellLook[][] = [];
  readonly heights = new Map<number, number>();
  readonly charts: ChartSpec[] = [];

  /** Of the row that comes next, 1-based. */
  get next(): number {
    return this.rows.length + 1;
  }

  /** @returns its row */
  line(cells: readonly (string | number)[], look: Partial<CellLook> = {}, height?: number): number {
    this.rows.push([...cells, ...Array<string>(reportColumns - cells.length).fill('')]);
    this.looks.push(Array.from({ length: reportColumns }, () => ({ ...plain, ...look })));
    if (height) this.heights.set(this.rows.length, height);
    return this.rows.length;
  }

  /** Puts cells into a row, making rows down to it. */
  put(row: number, column: number, cells: readonly (string | number)[], looks: readonly Partial<CellLook>[]): void {
    if (row >= this.next) this.blank(row - this.next + 1);
    cells.forEach((cell, at) => {
      this.rows[row - 1]![column - 1 + at] = cell;
      Object.assign(this.looks[row - 1]![column - 1 + at]!, looks[at]);
    });
  }

  blank(count = 1): void {
    for (let i = 0; i < count; i++) this.line([]);
  }
}
