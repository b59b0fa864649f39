/**
 * What is wrong with a value, as data. A code becomes a sentence only at the edge (`messages/say.ts`), in the reader's
 * language, so that the same finding can be a note, a line under a form's field, or a row of a report.
 */
export interface Problem {
  code: string;
  /** the field's key, where the problem belongs to one */
  field?: string;
  params?: Readonly<Record<string, string | number>>;
  /** a value that would do, offered to the person */
  suggestion?: string;
  /** `warning`: the value may stand; it is marked all the same where that helps */
  severity?: 'wrong' | 'warning';
}
