import * as z from 'zod/mini';
import { isJobKey } from '../domain/automation/jobs.ts';
import { fileFormat } from '../domain/backup/ledger-file.ts';
import { presets } from '../domain/reports/period.ts';

/** What the sidebar may send. Everything else is refused before anything is read. Made when asked for: every run loads this. */
const text = () => z.string().check(z.maxLength(50_000));
const values = () => z.record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/)), text());
const tab = () => z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/));
const number = () => z.string().check(z.maxLength(100));
const numbers = () => z.array(number()).check(z.minLength(1), z.maxLength(20));
const requestId = () => z.string().check(z.regex(/^[\w-]{8,64}$/));
const backupScope = () => ({ backup: text(), tabs: z.optional(z.array(text())), customers: z.optional(z.array(text())) });

const place = () => z.int().check(z.minimum(0));
const amount = () => z.int().check(z.minimum(0), z.maximum(10_000_000));
const fileText = () => z.string().check(z.maxLength(3_000_000));
const head = () =>
  z.object({
    format: z.literal(fileFormat),
    version: z.number(),
    of: text(),
    title: text(),
    at: z.number(),
    when: text(),
    zone: text(),
  });

const job = () => z.string().check(z.refine(isJobKey));
const name = () => z.optional(z.string().check(z.maxLength(30)));
/** What is wrong in it is as the default has it (`readPlan`). */
export const reviewPlan = () => z.record(z.string(), z.unknown());

export const segmentColumns = () => z.array(z.enum(['segment', 'stage', 'bought']));

const word = () => z.optional(text());

/** Which report, for when, of what part. */
export const reportWish = () =>
  z.object({
    report: text(),
    preset: z.optional(z.enum(presets)),
    from: word(),
    to: word(),
    region: word(),
    type: word(),
    product: word(),
    person: word(),
    within: word(),
    against: word(),
    againstFrom: word(),
    againstTo: word(),
  });

export const inputs = {
  getReports: () => z.object({}),
  getReportChoices: () => z.object({ report: text() }),
  makeChosenReport: reportWish,
  openReport: () => z.object({ report: text() }),
  getSegments: () => z.object({ region: z.optional(z.string()), type: z.optional(z.string()) }),
  writeSegments: () => z.object({ columns: segmentColumns(), shown: text() }),
  getForm: () => z.object({ tab: tab(), customer: z.optional(text()) }),
  findDuplicates: () => z.object({ values: values(), exclude: z.optional(text()) }),
  saveRecord: () => z.object({ tab: tab(), requestId: requestId(), values: values(), keepWarnings: z.optional(z.boolean()) }),
  updateCustomer: () => z.object({ number: text(), requestId: requestId(), values: values(), shown: values() }),
  showRecord: () => z.object({ tab: tab(), number: text() }),
  findCustomers: () => z.object({ text: text() }),
  loadCustomers: () => z.object({ from: z.int().check(z.minimum(0)), rows: z.optional(z.int().check(z.minimum(1))) }),
  getCard: () => z.object({ customer: text() }),
  getCredit: () => z.object({ customer: text() }),
  undoRun: () => z.object({ run: z.int().check(z.minimum(1)) }),
  getRecordLog: () => z.object({ number: text() }),
  chooseName: () => z.object({ name: text() }),
  getJobs: () => z.object({}),
  switchJob: () => z.object({ job: job(), on: z.boolean(), name: name() }),
  runJob: () => z.object({ job: job() }),
  restartJobs: () => z.object({ name: name() }),
  getDuplicateGroups: () =>
    z.object({
      from: z.optional(z.int().check(z.minimum(0))),
      most: z.optional(z.int().check(z.minimum(1), z.maximum(500))),
    }),
  judgeDuplicates: () =>
    z.object({
      customers: z.array(text()).check(z.maxLength(50)),
      verdict: z.enum(['notSame', 'later', 'undecided']),
    }),
  proposeMerge: () => z.object({ customers: numbers() }),
  mergeCustomers: () =>
    z.object({ requestId: requestId(), keep: number(), drop: numbers(), values: values(), shown: z.record(number(), values()) }),
  getReviews: () => z.object({ who: z.optional(text()) }),
  planReviews: () => z.object({ plan: reviewPlan() }),
  getReview: () => z.object({ customer: text() }),
  saveReview: () =>
    z.object({ requestId: requestId(), customer: text(), outcome: z.optional(text()), values: values(), shown: values() }),
  getBackups: () => z.object({}),
  planBackups: () =>
    z.object({
      on: z.boolean(),
      every: z.enum(['day', 'week']),
      daily: z.int().check(z.minimum(0)),
      weekly: z.int().check(z.minimum(0)),
      monthly: z.int().check(z.minimum(0)),
      before: z.boolean(),
    }),
  backUpNow: () => z.object({}),
  checkBackup: () => z.object({ backup: text() }),
  getBackupTabs: () => z.object({ backup: text() }),
  compareBackup: () => z.object(backupScope()),
  restoreBackup: () => z.object({ ...backupScope(), shown: z.optional(text()) }),
  beginBackupFile: () => z.object({}),
  readBackupPiece: () => z.object({ tab: place(), from: z.int().check(z.minimum(1)) }),
  readBackupImage: () => z.object({ tab: place() }),
  endBackupFile: () => z.object({ rows: amount(), tabs: amount() }),
  beginFileRestore: () => z.object({ head: head() }),
  putBackupPiece: () => z.object({ place: place(), piece: fileText(), rows: amount(), columns: amount() }),
  putBackupContents: () => z.object({ place: place(), from: amount(), texts: z.array(text()) }),
  endFileRestore: () => z.object({ place: place(), head: text() }),
  dropBackupFile: () => z.object({ backup: text() }),
};
