/** How an action ended, with one sentence for the person. */
export interface Outcome {
  ok: boolean;
  message: string;
  /** figures for programs that call the action */
  details?: Readonly<Record<string, unknown>>;
}
