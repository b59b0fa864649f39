/**
 * The rules of a sheet once more, as plainly as they can be written and without a line of the program: a grid of cells that
 * are moved about as objects. What several people undo is told by who wrote a cell last.
 */
export type Value = string | number | boolean | null;
type Property = 'v' | 'bold';

interface Mark {
  user: string;
  /** of an undo: what stood there before, and whose writing came back to light */
  previous?: Mark;
  restores?: Mark;
}

interface Cell {
  v: Value;
  bold: boolean;
  by: Record<Property, Mark>;
}

interface Change {
  cell: Cell;
  property: Property;
  old: Value;
  new: Value;
  oldBy: Mark;
  undone?: Mark;
}

export interface Box {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

interface Snapshot {
  grid: Cell[][];
  contents: Map<Cell, Cell>;
  merges: Box[];
}

type Step = Mark & { changes?: Change[]; before?: Snapshot; after?: Snapshot; isDeletion?: boolean };

const nobody: Mark = { user: '' };
/** Nobody can say whose this is: one wrote it, another wrote the same over it. */
const unclear: Mark = { user: '?' };
const lost: Mark = { user: 'deleted' };

export class PlainGrid {
  grid: Cell[][];
  merges: Box[] = [];
  private last: Step | undefined;
  private readonly stacks = new Map<string, { undo: Step[]; redo: Step[] }>();

  constructor(rows: number, columns: number) {
    this.grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => fresh()));
  }

  get rows(): number {
    return this.grid.length;
  }
  get columns(): number {
    return this.grid[0]!.length;
  }

  write(user: string, entries: [row: number, column: number, property: Property, value: Value][]): void {
    const step: Step = { user, changes: [] };
    for (const [row, column, property, value] of entries) {
      const cell = this.grid[row]![column]!;
      if (cell[property] === value) {
        // what was there already is no change; whether it covers another's writing is not said
        if (cell.by[property].user !== user && cell.by[property] !== nobody) cell.by[property] = unclear;
        continue;
      }
      step.changes!.push({ cell, property, old: cell[property], new: value, oldBy: cell.by[property] });
      set(cell, property, value, step);
    }
    // whoever goes on, even without effect, has no more use for what they took back
    if (step.changes!.length > 0) this.done(step);
    else this.stack(user).redo = [];
  }

  /** Anything that moves cells; taken back as a whole, or not at all. */
  reshape(user: string, change: (step: Mark) => void, isDeletion = false): void {
    const step: Step = { user, before: this.snapshot(), isDeletion };
    change(step);
    step.after = this.snapshot();
    this.done(step);
  }

  clear(user: string, box: Box): boolean {
    const places = cellsOf(box);
    if (places.every(([row, column]) => this.grid[row]![column]!.v === null)) return false;
    this.write(
      user,
      places.map(([row, column]) => [row, column, 'v', null]),
    );
    return true;
  }

  insert(user: string, axis: 'row' | 'column', at: number, count: number): void {
    this.reshape(user, (step) => {
      const model = at === 0 ? 0 : at - 1;
      const like = (cell: Cell) => ({ v: null, bold: cell.bold, by: { v: step, bold: step } });
      const lines = Array.from({ length: count });
      if (axis === 'row') this.grid.splice(at, 0, ...lines.map(() => this.grid[model]!.map(like)));
      else for (const line of this.grid) line.splice(at, 0, ...lines.map(() => like(line[model]!)));
      this.merges = this.merges.map((box) => grown(box, axis, at, count));
    });
  }

  remove(user: string, axis: 'row' | 'column', at: number, count: number): void {
    const change = () => {
      if (axis === 'row') this.grid.splice(at, count);
      else for (const line of this.grid) line.splice(at, count);
      this.merges = this.merges
        .map((box) => shrunk(box, axis, at, count))
        .filter(({ rows, columns }) => rows > 0 && columns > 0 && rows * columns > 1);
    };
    this.reshape(user, change, true);
  }

  move(user: string, axis: 'row' | 'column', at: number, count: number, to: number): void {
    const place = to > at ? to - count : to;
    const shift = <T>(line: T[]) => line.splice(place, 0, ...line.splice(at, count));
    this.reshape(user, () => {
      if (axis === 'row') shift(this.grid);
      else for (const line of this.grid) shift(line);
    });
  }

  sort(user: string, box: Box, column: number, ascending: boolean): void {
    const lines = this.grid.slice(box.row, box.row + box.rows).map((line) => line.slice(box.column, box.column + box.columns));
    const keyed = lines.map((cells, i) => ({ cells, i, key: cells[column - box.column]!.v }));
    keyed.sort((a, b) => compare(a.key, b.key, ascending) || a.i - b.i);
    if (keyed.every(({ i }, place) => i === place)) return;
    this.reshape(user, () => {
      for (const [i, { cells }] of keyed.entries()) this.grid[box.row + i]!.splice(box.column, box.columns, ...cells);
    });
  }

  /** Whether these rules say what undo or redo would do now. */
  knows(user: string, kind: 'undo' | 'redo'): boolean {
    const step = this.stack(user)[kind].at(-1);
    if (!step) return false;
    if (!step.changes) return this.last === step;
    return step.changes.every(({ cell, property }) => cell.by[property] !== unclear);
  }

  undo(user: string): void {
    const { undo, redo } = this.stack(user);
    const step = undo.pop()!;
    redo.push(step);
    if (!step.changes) this.restore(step.before!, step.isDeletion ? user : undefined);
    for (const change of [...(step.changes ?? [])].reverse()) {
      const { cell, property, old, oldBy } = change;
      const by = cell.by[property];
      if (own(by, user) !== step) continue;
      change.undone = { user, previous: by, restores: oldBy };
      set(cell, property, old, change.undone);
    }
    this.last = step;
  }

  redo(user: string): void {
    const { undo, redo } = this.stack(user);
    const step = redo.pop()!;
    undo.push(step);
    if (step.after) this.restore(step.after);
    for (const { cell, property, new: value, undone } of step.changes ?? []) {
      if (undone && cell.by[property] === undone) set(cell, property, value, undone.previous!);
    }
    this.last = step;
  }

  private done(step: Step): void {
    const stack = this.stack(step.user);
    stack.undo.push(step);
    stack.redo = [];
    this.last = step;
  }

  private stack(user: string) {
    let stack = this.stacks.get(user);
    if (!stack) this.stacks.set(user, (stack = { undo: [], redo: [] }));
    return stack;
  }

  private snapshot(): Snapshot {
    const contents = new Map(this.grid.flat().map((cell) => [cell, { ...cell, by: { ...cell.by } }]));
    return { grid: this.grid.map((line) => [...line]), contents, merges: [...this.merges] };
  }

  /** Of deleted cells that come back, nobody but who deleted them knows what stood there before. */
  private restore({ grid, contents, merges }: Snapshot, deletedBy?: string): void {
    const present = new Set(this.grid.flat());
    this.grid = grid.map((line) => [...line]);
    this.merges = [...merges];
    for (const [cell, content] of contents) {
      Object.assign(cell, content, { by: { ...content.by } });
      if (deletedBy === undefined || present.has(cell)) continue;
      for (const property of ['v', 'bold'] as const) if (cell.by[property].user !== deletedBy) cell.by[property] = lost;
    }
  }
}

const fresh = (): Cell => ({ v: null, bold: false, by: { v: nobody, bold: nobody } });

function set(cell: Cell, property: Property, value: Value, by: Mark): void {
  if (property === 'v') cell.v = value;
  else cell.bold = value === true;
  cell.by[property] = by;
}

/** Whose writing shows, once the user's own undone ones are looked through. */
function own(mark: Mark, user: string): Mark {
  let found = mark;
  while (found.restores && found.user === user) found = found.restores;
  return found;
}

export function cellsOf({ row, column, rows, columns }: Box): [number, number][] {
  return Array.from({ length: rows * columns }, (_, i) => [row + Math.floor(i / columns), column + (i % columns)]);
}

const kinds = ['number', 'string', 'boolean'];

function compare(a: Value, b: Value, ascending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const difference = kinds.indexOf(typeof a) - kinds.indexOf(typeof b) || (a < b ? -1 : a > b ? 1 : 0);
  return ascending ? difference : -difference;
}

function grown(box: Box, axis: 'row' | 'column', at: number, count: number): Box {
  const size = axis === 'row' ? 'rows' : 'columns';
  if (at <= box[axis]) return { ...box, [axis]: box[axis] + count };
  return at < box[axis] + box[size] ? { ...box, [size]: box[size] + count } : box;
}

function shrunk(box: Box, axis: 'row' | 'column', at: number, count: number): Box {
  const size = axis === 'row' ? 'rows' : 'columns';
  const kept = Array.from({ length: box[size] }, (_, i) => box[axis] + i).filter((line) => line < at || line >= at + count);
  const first = kept[0] ?? 0;
  return { ...box, [axis]: first >= at + count ? first - count : first, [size]: kept.length };
}
