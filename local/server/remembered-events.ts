/** What a page has to be told again after its connection was lost or it was loaded anew. */
import type { PageEvent } from './protocol.ts';

/** Of these only the last one counts. */
const LASTING = new Set(['menus', 'executions', 'saved', 'users']);

export class RememberedEvents {
  private readonly lasting = new Map<string, PageEvent>();
  private readonly panels = new Map<string, PageEvent>();
  private readonly alerts = new Map<string, PageEvent>();

  take(event: PageEvent): void {
    if (LASTING.has(event.event)) this.lasting.set(event.event, event);
    if (event.event === 'sidebar' || event.event === 'dialog') this.panels.set(event.panel, event);
    if (event.event === 'closePanel') this.panels.delete(event.panel);
    if (event.event === 'alert') this.alerts.set(event.id, event);
    if (event.event === 'withdrawAlert') this.alerts.delete(event.id);
  }

  answered(alert: string): void {
    this.alerts.delete(alert);
  }

  panelClosed(panel: string): void {
    this.panels.delete(panel);
  }

  /** @param withPanels also what is open on the page: after a lost connection it still is, after a reload it is gone */
  all(withPanels: boolean): PageEvent[] {
    return [...this.lasting.values(), ...(withPanels ? this.panels.values() : []), ...this.alerts.values()];
  }

  openPanels(): string[] {
    return [...this.panels.keys()];
  }
}
