/**
 * The globals of the bundle: triggers, menu items, what the sidebar calls, and what a program may run. Nothing happens
 * when the bundle is loaded; a published add-on is loaded without any permission.
 */

import { answer } from './actions/answer.ts';
import { inputs } from './actions/api-inputs.ts';
import { getJobs as jobsOf, restartJobs as restartAll, switchJob as switchOne } from './actions/automation.ts';
import { beginRestore, dropFile, endRestore, putContents, putOne } from './actions/backup-from-file.ts';
import { beginFile, endFile, imageFor, pieceFor } from './actions/backup-to-file.ts';
import {
  backUpFromPage,
  checkFromPage,
  comparisonFor,
  listForPage,
  restoreFromPage,
  savePlan,
  tabsOfBackup,
} from './actions/backups-page.ts';
import { chooseName as choose } from './actions/choose-name.ts';
import { findCustomers as customersFor, loadCustomers as customersOf } from './actions/find-customers.ts';
import { findDuplicates as duplicatesFor } from './actions/find-duplicates.ts';
import { getCard as cardFor } from './actions/get-card.ts';
import { getCredit as creditFor } from './actions/get-credit.ts';
import { getDuplicateGroups as groupsOf } from './actions/get-duplicate-groups.ts';
import { getForm as formFor } from './actions/get-form.ts';
import { getReview as reviewFor } from './actions/get-review.ts';
import { getReviews as reviewsOf } from './actions/get-reviews.ts';
import { judgeDuplicates as judgeThem } from './actions/judge-duplicates.ts';
import { mergeCustomers as mergeAll } from './actions/merge-customers.ts';
import { handleEdit } from './actions/on-edit.ts';
import { handleOpen } from './actions/on-open.ts';
import { planReviewsFromPage as planFromPage } from './actions/plan-reviews.ts';
import { proposeMerge as mergeFor } from './actions/propose-merge.ts';
import { getRecordLog as logOf } from './actions/record-log.ts';
import {
  getReportChoices as choicesOf,
  makeChosenReport as makeChosen,
  openReport as openMade,
  getReports as reportsOf,
} from './actions/reports-page.ts';
import { actionList, runById, runFromMenu } from './actions/run-action.ts';
import { runJob as runJobNow } from './actions/run-job.ts';
import { goOnWithJobs as goOn, runDueJobs as runDue } from './actions/run-jobs.ts';
import { saveRecord as saveOne } from './actions/save-record.ts';
import { saveReview as saveOneReview } from './actions/save-review.ts';
import { showRecord as showOne } from './actions/show-record.ts';
import { undoFromSidebar } from './actions/undo-from-sidebar.ts';
import { updateCustomer as updateOne } from './actions/update-customer.ts';
import { getSegments as segmentsOf, writeSegmentsFromPage } from './actions/write-segments.ts';
import { takeLateWords } from './domain/messages/say.ts';
import { lateWords } from './google/late-words.ts';

// only said where they are: nothing is read while the script loads
takeLateWords(lateWords);

export function onOpen(event: GoogleAppsScript.Events.SheetsOnOpen): void {
  handleOpen(event);
}

export function onInstall(event: GoogleAppsScript.Events.AddonOnInstall): void {
  handleOpen(event);
}

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  handleEdit(event);
}

/** A time trigger: what runs by itself, once an hour. */
export function runDueJobs(event?: { triggerUid?: string }): void {
  runDue(event?.triggerUid);
}

/** A time trigger that comes once: what did not fit into one run. */
export function goOnWithJobs(): void {
  goOn();
}

export const menuRegister = (): void => runFromMenu('menuRegister');
export const menuFindCustomers = (): void => runFromMenu('menuFindCustomers');
export const menuCustomerCard = (): void => runFromMenu('menuCustomerCard');
export const menuAddPurchase = (): void => runFromMenu('menuAddPurchase');
export const menuAddRepair = (): void => runFromMenu('menuAddRepair');
export const menuAddService = (): void => runFromMenu('menuAddService');
export const menuAddInteraction = (): void => runFromMenu('menuAddInteraction');
export const menuAddCredit = (): void => runFromMenu('menuAddCredit');
export const menuAddPreference = (): void => runFromMenu('menuAddPreference');
export const menuReminders = (): void => runFromMenu('menuReminders');
export const menuCheckTab = (): void => runFromMenu('menuCheckTab');
export const menuReviewDuplicates = (): void => runFromMenu('menuReviewDuplicates');
export const menuFindDuplicates = (): void => runFromMenu('menuFindDuplicates');
export const menuCleanUp = (): void => runFromMenu('menuCleanUp');
export const menuApplyCleanUp = (): void => runFromMenu('menuApplyCleanUp');
export const menuUndoCleanUp = (): void => runFromMenu('menuUndoCleanUp');
export const menuGoToRecord = (): void => runFromMenu('menuGoToRecord');
export const menuStartReviews = (): void => runFromMenu('menuStartReviews');
export const menuReviewList = (): void => runFromMenu('menuReviewList');
export const menuAutomation = (): void => runFromMenu('menuAutomation');
export const menuDataQuality = (): void => runFromMenu('menuDataQuality');
export const menuOverview = (): void => runFromMenu('menuOverview');
export const menuMakeReport = (): void => runFromMenu('menuMakeReport');
export const menuSegments = (): void => runFromMenu('menuSegments');
export const menuOpenSegmentSettings = (): void => runFromMenu('menuOpenSegmentSettings');
export const menuSetUp = (): void => runFromMenu('menuSetUp');
export const menuChangeTemplate = (): void => runFromMenu('menuChangeTemplate');
export const menuOpenFieldSettings = (): void => runFromMenu('menuOpenFieldSettings');
export const menuApplyFieldSettings = (): void => runFromMenu('menuApplyFieldSettings');
export const menuOpenReminderSettings = (): void => runFromMenu('menuOpenReminderSettings');
export const menuOpenProducts = (): void => runFromMenu('menuOpenProducts');
export const menuOpenStaff = (): void => runFromMenu('menuOpenStaff');
export const menuOpenHelp = (): void => runFromMenu('menuOpenHelp');
export const menuOpenLog = (): void => runFromMenu('menuOpenLog');
export const menuCheckLog = (): void => runFromMenu('menuCheckLog');
export const menuUndoRun = (): void => runFromMenu('menuUndoRun');
export const menuChooseName = (): void => runFromMenu('menuChooseName');
export const menuOpenBackups = (): void => runFromMenu('menuOpenBackups');
export const menuRemoveSamples = (): void => runFromMenu('menuRemoveSamples');

export const getForm = (input: string): string => answer(inputs.getForm, input, formFor);
export const findDuplicates = (input: string): string => answer(inputs.findDuplicates, input, duplicatesFor);
export const saveRecord = (input: string): string => answer(inputs.saveRecord, input, saveOne);
export const updateCustomer = (input: string): string => answer(inputs.updateCustomer, input, updateOne);
export const showRecord = (input: string): string => answer(inputs.showRecord, input, showOne);
export const findCustomers = (input: string): string => answer(inputs.findCustomers, input, customersFor);
export const loadCustomers = (input: string): string => answer(inputs.loadCustomers, input, customersOf);
export const getCard = (input: string): string => answer(inputs.getCard, input, cardFor);
export const getCredit = (input: string): string => answer(inputs.getCredit, input, creditFor);
export const undoRun = (input: string): string => answer(inputs.undoRun, input, undoFromSidebar);
export const getRecordLog = (input: string): string => answer(inputs.getRecordLog, input, logOf);
export const chooseName = (input: string): string => answer(inputs.chooseName, input, choose);
export const getDuplicateGroups = (input: string): string => answer(inputs.getDuplicateGroups, input, groupsOf);
export const judgeDuplicates = (input: string): string => answer(inputs.judgeDuplicates, input, judgeThem);
export const getBackups = (input: string): string => answer(inputs.getBackups, input, listForPage);
export const planBackups = (input: string): string => answer(inputs.planBackups, input, savePlan);
export const backUpNow = (input: string): string => answer(inputs.backUpNow, input, backUpFromPage);
export const checkBackup = (input: string): string => answer(inputs.checkBackup, input, checkFromPage);
export const getBackupTabs = (input: string): string => answer(inputs.getBackupTabs, input, tabsOfBackup);
export const compareBackup = (input: string): string => answer(inputs.compareBackup, input, comparisonFor);
export const restoreBackup = (input: string): string => answer(inputs.restoreBackup, input, restoreFromPage);

export const beginBackupFile = (input: string): string => answer(inputs.beginBackupFile, input, beginFile);
export const readBackupPiece = (input: string): string => answer(inputs.readBackupPiece, input, pieceFor);
export const readBackupImage = (input: string): string => answer(inputs.readBackupImage, input, imageFor);
export const endBackupFile = (input: string): string => answer(inputs.endBackupFile, input, endFile);
export const beginFileRestore = (input: string): string => answer(inputs.beginFileRestore, input, beginRestore);
export const putBackupPiece = (input: string): string => answer(inputs.putBackupPiece, input, putOne);
export const putBackupContents = (input: string): string => answer(inputs.putBackupContents, input, putContents);
export const endFileRestore = (input: string): string => answer(inputs.endFileRestore, input, endRestore);
export const dropBackupFile = (input: string): string => answer(inputs.dropBackupFile, input, dropFile);
export const getReports = (input: string): string => answer(inputs.getReports, input, reportsOf);
export const getReportChoices = (input: string): string => answer(inputs.getReportChoices, input, choicesOf);
export const makeChosenReport = (input: string): string => answer(inputs.makeChosenReport, input, makeChosen);
export const openReport = (input: string): string => answer(inputs.openReport, input, openMade);
export const getSegments = (input: string): string => answer(inputs.getSegments, input, segmentsOf);
export const writeSegments = (input: string): string => answer(inputs.writeSegments, input, writeSegmentsFromPage);

export const getJobs = (input: string): string => answer(inputs.getJobs, input, jobsOf);
export const switchJob = (input: string): string => answer(inputs.switchJob, input, switchOne);
export const runJob = (input: string): string => answer(inputs.runJob, input, runJobNow);
export const restartJobs = (input: string): string => answer(inputs.restartJobs, input, restartAll);
export const proposeMerge = (input: string): string => answer(inputs.proposeMerge, input, mergeFor);
export const mergeCustomers = (input: string): string => answer(inputs.mergeCustomers, input, mergeAll);

export const listActions = (): string => actionList();
export const runAction = (id: string, input?: string): string => runById(id, input);
export const getReviews = (input: string): string => answer(inputs.getReviews, input, reviewsOf);
export const planReviews = (input: string): string => answer(inputs.planReviews, input, planFromPage);
export const getReview = (input: string): string => answer(inputs.getReview, input, reviewFor);
export const saveReview = (input: string): string => answer(inputs.saveReview, input, saveOneReview);
