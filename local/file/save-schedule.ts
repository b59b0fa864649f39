import type { WorkbookState } from '../contract.ts';

/** ms of rest before a save, and the longest that edits wait for one. */
const rest = 2_000;
const longest = 60_000;

/** Saves when edits come to rest. A save that takes long is followed by a longer rest, so that a large workbook stays usable. */
export class SaveSchedule {
  private getState: (() => WorkbookState) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private since = 0;
  private lastCost = 0;
  private isFinished = false;

  constructor(private readonly save: (state: WorkbookState) => Promise<unknown>) {}

  ask(getState: () => WorkbookState): void {
    const now = Date.now();
    this.since = this.getState ? this.since : now;
    this.getState = getState;
    if (this.isFinished) return;
    const wait = Math.max(rest, this.lastCost * 2);
    const left = this.since + Math.max(longest, this.lastCost * 10) - now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run().catch(() => {}), Math.max(0, Math.min(wait, left))).unref();
  }

  /** Saves now if anything waits. */
  async finish(): Promise<void> {
    this.isFinished = true;
    clearTimeout(this.timer);
    await this.run();
  }

  private async run(): Promise<void> {
    const { getState } = this;
    if (!getState) return;
    this.getState = undefined;
    const started = Date.now();
    try {
      const outcome = await this.save(getState());
      if (outcome === 'postponed') this.ask(getState);
    } catch (error) {
      this.ask(getState);
      throw error;
    } finally {
      this.lastCost = Date.now() - started;
    }
  }
}
