import { Checksum } from './checksum.ts';
import type { FileCell } from './file-piece.ts';
import type { FormulaRun } from './formula-runs.ts';

/** A dropdown whose options stand in another tab, which a copy into another file loses: column, that tab's id, its range. */
export type ListRule = [column: number, tab: number, range: string];

/** A filter: its range, and of columns (1-based) what is hidden and by which condition. */
export type TabFilter = [
  range: string,
  columns: [column: number, hidden: string[], criteria: string, values: (FileCell | null | string[])[]][],
];

/** What a backup says of one of its tabs. Columns and rows are 1-based. */
export interface TabImage {
  /** the tab's id in the workbook */
  id: number;
  name: string;
  /** the ledger's name of the tab; absent for the shop's own */
  key?: string;
  /** how far the contents reach */
  rows: number;
  columns: number;
  header: string[];
  /** which columns are which fields: a copied tab does not know */
  fields: [column: number, field: string][];
  /** a sum for each column, without the formulas' values */
  sums: string[];
  formulas: FormulaRun[];
  /** columns whose values spill out of a formula: they are not compared */
  computed: number[];
  lists: ListRule[];
  hidden?: boolean;
  /** what is filtered; a tab that is still there keeps the filter that it has */
  filter?: TabFilter;
  /** ms since 1970 when it was copied, where it may have been changed between that and the rest */
  at?: number;
  /** id of the copy in the file that holds the backup */
  copy: number;
}

/** What a backup consists of. It is written when everything else is there: without it there is no backup. */
export interface Manifest {
  version: 1;
  /** id of the workbook; a copy of that file has backups of its own */
  of: string;
  title: string;
  /** ms since 1970 */
  at: number;
  /** the workbook's settings as they were kept, and how many numbers were given by tab */
  settings: string;
  series: Record<string, string>;
  tabs: TabImage[];
}

/** A cell holds 50,000 characters (platform §1). */
const mostInCell = 40_000;

/** The manifest as texts for cells; the first says how many there are and what they sum up to. */
export function packManifest(manifest: Manifest): string[] {
  const text = JSON.stringify(manifest);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    // Half of a pair of surrogates would not come back.
    const end = /[\ud800-\udbff]/.test(text[at + mostInCell - 1] ?? '') ? at + mostInCell - 1 : at + mostInCell;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return [`${pieces.length} ${new Checksum().add(text).text}`, ...pieces];
}

/** Undefined where it is not whole: then there is no backup. */
export function readManifest(cells: readonly string[]): Manifest | undefined {
  const [head = '', ...rest] = cells;
  const [, count, sum] = /^(\d+) (\w+)$/.exec(head) ?? [];
  const text = rest.slice(0, Number(count ?? 0)).join('');
  if (count === undefined || new Checksum().add(text).text !== sum) return undefined;
  const manifest = JSON.parse(text) as Manifest;
  return manifest.version === 1 ? manifest : undefined;
}

/** Filled rows below the headers, all tabs together. */
export const rowsOf = (tabs: readonly TabImage[]): number => tabs.reduce((sum, { rows }) => sum + Math.max(0, rows - 1), 0);
