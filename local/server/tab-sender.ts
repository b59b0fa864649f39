/** Sends the tabs' cells to one page piece by piece: the one being looked at first, the hidden ones last. */
import type { SheetState, WorkbookState } from '../contract.ts';
import { chartPictures } from './chart-watch.ts';
import type { ColumnDefault, ServerMessage } from './protocol.ts';
import type { StyleTable } from './style-table.ts';
import type { Sight } from './view-cell.ts';
import { columnDefaults, viewRows } from './view-tab.ts';

/** Cells of the first piece, so that something is seen soon, and of the further ones. */
const FIRST_PIECE = 4_000;
const PIECE = 40_000;
/** Bytes on their way to the page above which the next piece waits. */
const ENOUGH_UNDERWAY = 4_000_000;

export interface Outlet {
  send(message: ServerMessage): void;
  /** bytes not yet taken by the socket */
  underway(): number;
  open(): boolean;
}

export class TabSender {
  private queue: number[] = [];
  private current: { sheet: number; row: number; defaults: ColumnDefault[] } | undefined;
  private readonly started = new Set<number>();
  private running = false;

  constructor(
    private readonly state: () => WorkbookState,
    private readonly sight: Sight,
    private readonly styles: StyleTable,
    private readonly outlet: Outlet,
  ) {}

  /** @param active id of the tab to begin with */
  begin(active: number): void {
    const others = this.state().sheets.filter((sheet) => sheet.id !== active);
    const hidden = others.filter((sheet) => sheet.hidden);
    this.queue = [active, ...others.filter((sheet) => !sheet.hidden), ...hidden].map((entry) =>
      typeof entry === 'number' ? entry : entry.id,
    );
    this.started.clear();
    this.current = undefined;
    void this.run();
  }

  /** Begins with this tab again, or for the first time. */
  again(sheet: number): void {
    if (this.current?.sheet === sheet) this.current = undefined;
    this.queue = [sheet, ...this.queue.filter((id) => id !== sheet)];
    void this.run();
  }

  /** Puts a tab to the front that was not sent yet. */
  want(sheet: number): void {
    if (!this.started.has(sheet)) this.again(sheet);
  }

  /** Rows were moved under a tab that is on its way. */
  reshaped(sheet: number): void {
    if (this.current?.sheet === sheet) this.again(sheet);
  }

  /** Whether the page holds cells of this tab, so that it must be told of changes. */
  knows(sheet: number): boolean {
    return this.started.has(sheet);
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.outlet.open() && (this.current || this.queue.length > 0)) {
      this.piece();
      do await new Promise((done) => setTimeout(done, this.outlet.underway() > ENOUGH_UNDERWAY ? 15 : 0));
      while (this.outlet.open() && this.outlet.underway() > ENOUGH_UNDERWAY);
    }
    this.running = false;
  }

  private sendCharts(sheet: SheetState): void {
    if (sheet.charts.length === 0) return;
    this.outlet.send({ type: 'charts', sheet: sheet.id, charts: chartPictures(this.state(), this.sight, sheet) });
  }

  private piece(): void {
    const state = this.state();
    const id = this.current?.sheet ?? this.queue.shift();
    const sheet = state.sheets.find((candidate) => candidate.id === id);
    if (!sheet) {
      this.current = undefined;
      return;
    }
    if (!this.current) this.sight.refresh(sheet);
    this.current ??= { sheet: sheet.id, row: 0, defaults: columnDefaults(state, this.sight, this.styles, sheet) };
    this.started.add(sheet.id);
    const { row, defaults } = this.current;
    const width = Math.max(1, defaults.length);
    const count = Math.max(20, Math.floor((row === 0 ? FIRST_PIECE : PIECE) / width));
    const rows = viewRows(state, this.sight, this.styles, sheet, defaults, row, count);
    const last = row + count >= sheet.cells.length;
    this.outlet.send({ type: 'rows', sheet: sheet.id, row, defaults, rows, last });
    if (last) this.sendCharts(sheet);
    if (last) this.current = undefined;
    else this.current.row = row + count;
  }
}
