import type { Card, CustomerRows, Form } from '../src/domain/api.ts';
import type { JobsPage } from '../src/domain/automation/api.ts';
import type { Locale } from '../src/domain/locale.ts';

/** What the server puts into the page when it opens it. */
export interface Boot {
  tab: string;
  /** number of the customer a record is for */
  customer?: string;
  locale: Locale;
  /** the form itself, where the server had it at hand; otherwise the page asks for it */
  form?: Form;
}

/** The same for the page that finds customers; with a card it opens that. */
export interface SearchBoot {
  locale: Locale;
  customers?: CustomerRows;
  card?: Card;
}

/** The same for the page of what runs by itself. */
export interface AutomationBoot {
  locale: Locale;
  page: JobsPage;
}
