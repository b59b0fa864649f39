/** What all pages of one open workbook have in common: how cells are seen, the styles, the changes of the last revision. */
import { randomUUID } from 'node:crypto';
import type { Host, HostEvent } from '../host-contract.ts';
import { optionsAt } from './options.ts';
import type { PanelStore } from './panels.ts';
import type { Option, PageEvent, TabMeta } from './protocol.ts';
import { StyleTable } from './style-table.ts';
import type { Sight } from './view-cell.ts';
import { ChangeView, type ViewUpdate } from './view-changes.ts';
import { tabMeta } from './view-tab.ts';

export class Showing {
  /** differs after the program was started again */
  readonly boot = randomUUID();
  readonly styles = new StyleTable();
  private readonly changes: ChangeView;
  private last: { revision: number; update: ViewUpdate } | undefined;

  constructor(
    readonly host: Host,
    readonly sight: Sight,
    readonly panels: PanelStore,
    readonly whenDurable: (revision: number) => Promise<void>,
    readonly onProblem: (error: unknown) => void,
  ) {
    this.changes = new ChangeView(sight, this.styles);
  }

  tabs(): TabMeta[] {
    return this.host.state.sheets.map(tabMeta);
  }

  /** Worked out once a revision, however many pages are open. */
  update(event: Extract<HostEvent, { event: 'ops' }>): ViewUpdate {
    if (this.last?.revision !== event.revision)
      this.last = { revision: event.revision, update: this.changes.update(this.host.state, event.ops) };
    return this.last.update;
  }

  /** A panel's page is put under an address of its own. */
  forPage(event: Exclude<HostEvent, { event: 'ops' }>): PageEvent {
    if (event.event !== 'sidebar' && event.event !== 'dialog') {
      if (event.event === 'closePanel') this.panels.drop(event.panel);
      return event;
    }
    const { html, ...rest } = event;
    return { ...rest, src: this.panels.keep(event.panel, html) };
  }

  options(sheet: number, row: number, column: number): Option[] {
    return optionsAt(this.host.state, this.sight, sheet, row, column);
  }
}
