/** What a panel's frame and the page say to one another. Arguments and results travel as JSON text. */
export type FromPanel = { ledger: true } & (
  | { type: 'call'; id: number; function: string; args: string }
  | { type: 'close' }
  | { type: 'focus' }
  | { type: 'size'; width?: number; height?: number }
);

export interface ToPanel {
  ledger: true;
  id: number;
  /** a `CallResult` as JSON */
  result: string;
}
