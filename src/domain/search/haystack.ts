/**
 * What is told of a place where something was found: the row, and whether a whole piece begins and ends there.
 *
 * @returns true when no better place can follow in that row
 */
export type Hit = (row: number, begins: boolean, ends: boolean, text: string, at: number, length: number) => boolean | undefined;

const line = '\n';
const isEdge = (code: number): boolean => code === 10 || code === 9;

/**
 * One column as one long text with a row on each line: the engine's own text search goes through 50,000 rows in a
 * millisecond, and a flat text takes little more room than its letters.
 */
export class Haystack {
  private readonly text: string;
  private readonly starts: Int32Array;
  /** a column that the shop does not fill in */
  private readonly isBlank: boolean;

  /** @param keys one of each row; pieces of a key are divided by a tab */
  constructor(keys: readonly string[]) {
    this.starts = new Int32Array(keys.length + 1);
    let at = 1;
    keys.forEach((key, row) => {
      this.starts[row] = at;
      at += key.length + 1;
    });
    this.starts[keys.length] = at;
    // Joined in one go it lies flat from the start; added to piece by piece the first search would have to flatten it.
    this.isBlank = at === keys.length + 1;
    this.text = ['', ...keys, ''].join(line);
  }

  /** The places where a text stands, in the order of the rows. */
  find(needle: string, hit: Hit): void {
    if (this.isBlank) return;
    const { text } = this;
    let row = 0;
    for (let at = text.indexOf(needle); at >= 0; ) {
      row = this.rowAt(at, row);
      const ends = isEdge(text.charCodeAt(at + needle.length));
      const isDone = hit(row, isEdge(text.charCodeAt(at - 1)), ends, text, at, needle.length);
      at = text.indexOf(needle, isDone ? this.starts[row + 1]! : at + 1);
    }
  }

  /**
   * The places that a pattern fits.
   *
   * @param pattern global, and never over a line's end
   * @param lead how many signs at its front only say what stands before the place
   */
  match(pattern: RegExp, hit: Hit, lead = 0): void {
    if (this.isBlank) return;
    const { text } = this;
    let row = 0;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const at = found.index + lead;
      const length = found[0].length - lead;
      row = this.rowAt(at, row);
      const ends = isEdge(text.charCodeAt(at + length));
      const isDone = hit(row, isEdge(text.charCodeAt(at - 1)), ends, text, at, length);
      pattern.lastIndex = isDone ? this.starts[row + 1]! - 1 : found.index + 1;
    }
  }

  /** Places come in order, so the row is found by going on from the last one. */
  private rowAt(at: number, from: number): number {
    let row = from;
    while (this.starts[row + 1]! <= at) row++;
    return row;
  }
}
