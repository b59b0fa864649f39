import type { Saved } from '../save/save-record.ts';

/** What a view needs of the page around it. */
export interface Shell {
  /** Replaces the view and puts the focus where the new one wants it. */
  show(view: View): void;
  /** Asks the server for a form and shows it. */
  openForm(tab: string, customer?: string): void;
  /** where the page has something to go back to: the card, the search */
  back?: { label: string; act(): void };
  /** where the page has cards */
  openCard?(number: string): void;
  /** told of every record that was saved */
  saved?(tab: string, result: Saved): void;
}

export interface View {
  element: HTMLElement;
  /** called when the view is in the page */
  shown?(): void;
}
