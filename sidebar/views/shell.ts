/** What a view needs of the page around it. */
export interface Shell {
  /** Replaces the view and puts the focus where the new one wants it. */
  show(view: View): void;
  /** Asks the server for a form and shows it. */
  openForm(tab: string, customer?: string): void;
}

export interface View {
  element: HTMLElement;
  /** called when the view is in the page */
  shown?(): void;
}
