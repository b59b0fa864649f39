import { Checksum, columnSums } from './checksum.ts';
import type { FilePiece, TabFrame } from './file-piece.ts';
import { fromFile } from './file-piece.ts';
import { formulaLookup } from './formula-runs.ts';
import type { Manifest, TabImage } from './manifest.ts';

/** What the first line of a file says: whose it is. */
export interface FileHead {
  format: typeof fileFormat;
  version: number;
  /** id of the workbook */
  of: string;
  title: string;
  /** ms since 1970 */
  at: number;
  /** the same in the workbook's zone, `yyyy-MM-dd HH:mm` */
  when: string;
  zone: string;
}

export const fileFormat = 'customer-ledger-backup';
/** A file of a later version is refused: it may hold what this one does not know. */
export const fileVersion = 1;

/** A tab in a file's list of contents. */
export type FileImage = TabImage & { frame: TabFrame };
export type FileManifest = Omit<Manifest, 'tabs'> & { tabs: FileImage[] };

/** Why a file cannot be restored. */
export type FileFault = 'foreign' | 'newer' | 'half' | 'damaged';

/** A file that is whole. */
export interface LedgerFile {
  head: FileHead;
  pieces: readonly string[];
  manifest: FileManifest;
}

/** Lines of a file that is being written: its head, pieces, the manifest, and last how many there are and their sum. */
export class FileLines {
  readonly lines: string[] = [];

  add(line: unknown): void {
    this.lines.push(typeof line === 'string' ? line : JSON.stringify(line));
  }

  end(): string {
    return `${[...this.lines, endOf(this.lines)].join('\n')}\n`;
  }
}

function endOf(lines: readonly string[]): string {
  const sum = new Checksum();
  for (const line of lines) sum.add(line);
  return JSON.stringify({ lines: lines.length, sum: sum.text });
}

/** Reads a file as a whole; what is cut off, changed or something else is said. */
export function readLedgerFile(text: string): LedgerFile | FileFault {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  const head = parsed(lines[0]?.replace(/^\ufeff/, '')) as FileHead | undefined;
  if (head?.format !== fileFormat) return 'foreign';
  if (!(head.version <= fileVersion)) return 'newer';
  const end = lines.pop()!;
  if (!/^\{"lines":\d+,"sum":"\w+"\}$/.test(end)) return 'half';
  if (lines.length < 2 || end !== endOf(lines)) return 'damaged';
  const manifest = parsed(lines.pop()) as FileManifest | undefined;
  return manifest?.version === 1 ? { head, pieces: lines.slice(1), manifest } : 'damaged';
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/**
 * Whether pieces that were read one after the other hold what the tab held at one moment: somebody may have typed or sorted
 * in between.
 */
export function isOfOneMoment(pieces: readonly FilePiece[], image: Omit<TabImage, 'copy'>): boolean {
  const cells = pieces.flatMap((piece) => piece.cells);
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const rows = cells.map((row) => row.map(fromFile));
  const isSame = columnSums(rows, image.columns, formulaLookup(image.formulas)).every(
    (sum, i) => sum === image.sums[i] || image.computed.includes(i + 1),
  );
  return width <= image.columns && isSame;
}

/**
 * The manifest of another ledger's file for this one: its tabs' ids mean nothing here, so that tabs are found by what they
 * are, and the shop's own by their names.
 */
export function adopted<M extends Manifest>(manifest: M, of: string): M {
  if (manifest.of === of) return manifest;
  const ids = new Map(manifest.tabs.map(({ id }, i) => [id, -1 - i]));
  const idOf = (id: number): number => ids.get(id) ?? -1 - manifest.tabs.length;
  const tabs = manifest.tabs.map((tab) => ({
    ...tab,
    id: idOf(tab.id),
    lists: tab.lists.map(([column, list, range]) => [column, idOf(list), range]),
  }));
  return { ...manifest, of, tabs };
}

/** What a file is called, without what some computers do not allow in a name. */
export const fileNameOf = (title: string, moment: string): string =>
  `${title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()} ${moment.slice(0, 10)} ${moment.slice(11, 16).replace(':', '')}`;
