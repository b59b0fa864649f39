import type { Card, CustomerRows, DuplicateGroup, Form } from '../src/domain/api.ts';
import type { JobsPage } from '../src/domain/automation/api.ts';
import type { BackupList } from '../src/domain/backup/backup-api.ts';
import type { Locale } from '../src/domain/locale.ts';
import type { ReportsPage } from '../src/domain/reports/api.ts';
import type { Reviews } from '../src/domain/review/api.ts';
import type { SegmentsPage } from '../src/domain/segments/api.ts';

/** What every page is told about whoever opened it. */
export interface PersonBoot {
  /** the name they chose for the change log; empty where they have chosen none */
  who?: string;
}

/** What the server puts into the page when it opens it. */
export interface Boot extends PersonBoot {
  tab: string;
  /** number of the customer a record is for */
  customer?: string;
  locale: Locale;
  /** the form itself, where the server had it at hand; otherwise the page asks for it */
  form?: Form;
}

/** The same for the page that finds customers; with a card it opens that. */
export interface SearchBoot extends PersonBoot {
  locale: Locale;
  customers?: CustomerRows;
  card?: Card;
}

/** The same for the page of what runs by itself. */
export interface AutomationBoot extends PersonBoot {
  locale: Locale;
  page: JobsPage;
}

/** The same for the page of customers' segments. */
export interface SegmentsBoot extends PersonBoot {
  locale: Locale;
  page: SegmentsPage;
}

/** The same for the page that walks through possible duplicates. */
export interface ReviewBoot extends PersonBoot {
  locale: Locale;
  /** the first groups, where the server had them at hand; otherwise the page asks for them */
  review?: DuplicateList;
}

/** Groups that wait for a decision, as far as they are known. */
export interface DuplicateList {
  groups: DuplicateGroup[];
  total: number;
  listedAt?: string;
}

/** The same for the page of reports. */
export interface ReportsBoot extends PersonBoot {
  locale: Locale;
  offers: ReportsPage;
}

/** The same for the page of periodic reviews. */
export interface ReviewsBoot extends PersonBoot {
  locale: Locale;
  reviews: Reviews;
}

/** The same for the page of backups. */
export interface BackupsBoot {
  locale: Locale;
  list: BackupList;
}

/** The same for the choice of a trade. */
export interface TradeBoot extends PersonBoot {
  locale: Locale;
  trades: { key: string; label: string; about: string; isCurrent: boolean }[];
  /** the ledger is set up with what is chosen; otherwise it is changed */
  isNew: boolean;
}
