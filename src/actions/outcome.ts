/** How an action ended, with one sentence for the person. */
export interface Outcome {
  ok: boolean;
  message: string;
  /** what was done is in plain sight (a tab came up): no toast */
  shown?: boolean;
  /** figures for programs that call the action */
  details?: Readonly<Record<string, unknown>>;
}
