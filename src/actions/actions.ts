import * as z from 'zod/mini';
import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import { screen, showSidebar } from '../google/screen.ts';
import { type Action, action, none } from './action.ts';
import { reviewPlan } from './api-inputs.ts';
import { applyCleanUp } from './apply-clean-up.ts';
import { openAutomation } from './automation.ts';
import { backupActions } from './backup-actions.ts';
import { changeTemplate, openSetUp } from './change-template.ts';
import { checkLog } from './check-log.ts';
import { checkTab } from './check-tab.ts';
import { chooseName } from './choose-name.ts';
import { cleanUp } from './clean-up.ts';
import { dataQuality } from './data-quality.ts';
import { applyFieldSettings, openFieldSettings, switchField } from './field-settings.ts';
import { findAllDuplicates } from './find-all-duplicates.ts';
import { openSearch } from './find-customers.ts';
import { getForm } from './get-form.ts';
import { goToRecord } from './go-to-record.ts';
import { listDue } from './list-due.ts';
import { listReviews } from './list-reviews.ts';
import { makeReport, reportRequest } from './make-report.ts';
import { mergeByNumbers } from './merge-customers.ts';
import { openCard } from './open-card.ts';
import { openLog } from './open-log.ts';
import { openReviews } from './open-reviews.ts';
import { openHelp, openTab } from './open-tab.ts';
import { planReviews } from './plan-reviews.ts';
import { recordLog } from './record-log.ts';
import { dismissStuck } from './recover.ts';
import { openReminderSettings } from './reminder-settings.ts';
import { showToday } from './reminders.ts';
import { openReports } from './reports-page.ts';
import { reviewDuplicates } from './review-duplicates.ts';
import { removeSamples } from './samples.ts';
import { segmentActions } from './segment-actions.ts';
import { setUp } from './set-up.ts';
import { finishCutOff, undoBulk } from './undo-bulk.ts';
import { undoCleanUp } from './undo-clean-up.ts';

const form = (id: string, label: MessageKey, menu: string, tab: string): Action =>
  action({
    id,
    label,
    menu,
    params: '{"customer": "C000001"}',
    schema: () => z.object({ customer: z.optional(z.string()) }),
    perform: (book, request, locale) => {
      if (!book.settings) return { ok: false, message: say('stop.notSetUp', locale) };
      if (!screen()) return { ok: false, message: say('stop.noSidebar', locale) };
      const shown = getForm(book, { tab, customer: request.customer }, locale);
      if ('failed' in shown) return { ok: false, message: shown.message };
      showSidebar('form', shown.title, { tab, customer: request.customer, locale, form: shown });
      return { ok: true, message: '' };
    },
  });

/** Shows a tab that appears when it is first used. */
const opens = (id: string, label: MessageKey, tab: string, menu?: string): Action =>
  action({ id, label, ...(menu ? { menu } : {}), schema: none, perform: (book) => openTab(book, tab, id) });

/** Everything the menu offers, and what the command line can run. Each is found here by the words on the menu. */
export const actions: readonly Action[] = [
  form('register', 'action.register', 'menuRegister', 'customers'),
  form('add-purchase', 'action.addPurchase', 'menuAddPurchase', 'purchases'),
  form('add-repair', 'action.addRepair', 'menuAddRepair', 'repairs'),
  form('add-service', 'action.addService', 'menuAddService', 'services'),
  form('add-interaction', 'action.addInteraction', 'menuAddInteraction', 'interactions'),
  form('add-credit', 'action.addCredit', 'menuAddCredit', 'credits'),
  form('add-preference', 'action.addPreference', 'menuAddPreference', 'preferences'),
  action({
    id: 'find-customers',
    label: 'action.findCustomers',
    menu: 'menuFindCustomers',
    params: '{"query": "zw"}',
    schema: () => z.object({ query: z.optional(z.string()) }),
    perform: openSearch,
  }),
  action({
    id: 'customer-card',
    label: 'action.customerCard',
    menu: 'menuCustomerCard',
    params: '{"customer": "C000001"}',
    schema: () => z.object({ customer: z.optional(z.string()) }),
    perform: openCard,
  }),
  action({
    id: 'reminders',
    label: 'action.reminders',
    menu: 'menuReminders',
    schema: none,
    perform: (book, _, locale) => showToday(book, locale),
  }),
  action({
    id: 'due-reminders',
    label: 'action.dueReminders',
    params: '{"place": "digest"}',
    schema: () => z.object({ place: z.optional(z.enum(['today', 'digest', 'home'])) }),
    perform: listDue,
  }),
  action({
    id: 'check-tab',
    label: 'action.checkTab',
    menu: 'menuCheckTab',
    params: '{"tab": "基本信息"}',
    schema: () => z.object({ tab: z.optional(z.string()) }),
    perform: (book, request, locale) => checkTab(book, request.tab, locale),
  }),
  action({
    id: 'find-duplicates',
    label: 'action.listDuplicates',
    menu: 'menuFindDuplicates',
    params: '{"list": true}',
    schema: () => z.object({ list: z.optional(z.boolean()) }),
    perform: findAllDuplicates,
  }),
  action({
    id: 'review-duplicates',
    label: 'action.reviewDuplicates',
    menu: 'menuReviewDuplicates',
    schema: none,
    perform: (book, _, locale) => reviewDuplicates(book, locale),
  }),
  action({
    id: 'clean-up',
    label: 'action.cleanUp',
    menu: 'menuCleanUp',
    params: '{"rows": 20000}',
    schema: () => z.object({ rows: z.optional(z.int().check(z.minimum(1))) }),
    perform: cleanUp,
  }),
  action({
    id: 'apply-clean-up',
    label: 'action.applyCleanUp',
    menu: 'menuApplyCleanUp',
    isBulk: true,
    schema: none,
    perform: (book, _, locale) => applyCleanUp(book, locale),
  }),
  action({
    id: 'undo-clean-up',
    label: 'action.undoCleanUp',
    menu: 'menuUndoCleanUp',
    schema: none,
    perform: (book, _, locale) => undoCleanUp(book, locale),
  }),
  action({
    id: 'go-to-record',
    label: 'action.goToRecord',
    menu: 'menuGoToRecord',
    schema: none,
    perform: (book, _, locale) => goToRecord(book, locale),
  }),
  action({
    id: 'start-reviews',
    label: 'action.startReviews',
    menu: 'menuStartReviews',
    params: '{"who": "王店长"}',
    schema: () => z.object({ who: z.optional(z.string()) }),
    perform: openReviews,
  }),
  action({
    id: 'plan-reviews',
    label: 'action.planReviews',
    params: '{"plan": {"every": "quarterly", "perDay": 20}}',
    schema: () => z.object({ plan: z.optional(reviewPlan()) }),
    perform: planReviews,
  }),
  action({
    id: 'review-list',
    label: 'action.reviewList',
    menu: 'menuReviewList',
    schema: none,
    perform: (book, _, locale) => listReviews(book, locale),
  }),
  action({
    id: 'data-quality',
    label: 'action.dataQuality',
    menu: 'menuDataQuality',
    schema: none,
    perform: (book, _, locale) => dataQuality(book, locale),
  }),
  action({
    id: 'overview',
    label: 'action.overview',
    menu: 'menuOverview',
    schema: none,
    perform: (book, _, locale) => makeReport(book, {}, locale),
  }),
  action({
    id: 'make-report',
    label: 'action.makeReport',
    menu: 'menuMakeReport',
    params: '{"report": "sales", "from": "2026-01-01", "to": "2026-06-30", "region": "浙江"}',
    schema: reportRequest,
    perform: (book, request, locale) =>
      request.report === undefined && screen() ? openReports(book, locale) : makeReport(book, request, locale),
  }),
  action({
    id: 'open-set-up',
    label: 'action.setUp',
    menu: 'menuSetUp',
    schema: none,
    perform: (book, _, locale) => openSetUp(book, locale),
  }),
  action({
    id: 'change-template',
    label: 'action.changeTemplate',
    menu: 'menuChangeTemplate',
    params: '{"template": "hotel", "preview": true}',
    schema: () => z.object({ template: z.optional(z.string()), preview: z.optional(z.boolean()) }),
    perform: changeTemplate,
  }),
  action({
    id: 'set-up',
    label: 'action.setUp',
    params: '{"template": "appliance-shop", "language": "zh-CN", "samples": true}',
    schema: () =>
      z.object({
        template: z.optional(z.string()),
        language: z.optional(z.enum(['zh-CN', 'en'])),
        samples: z.optional(z.boolean()),
      }),
    perform: (book, request) => setUp(book, request),
  }),
  action({
    id: 'open-field-settings',
    label: 'action.openFieldSettings',
    menu: 'menuOpenFieldSettings',
    schema: none,
    perform: openFieldSettings,
  }),
  action({
    id: 'apply-field-settings',
    label: 'action.applyFieldSettings',
    menu: 'menuApplyFieldSettings',
    schema: none,
    perform: applyFieldSettings,
  }),
  action({
    id: 'open-reminder-settings',
    label: 'action.openReminderSettings',
    menu: 'menuOpenReminderSettings',
    schema: none,
    perform: openReminderSettings,
  }),
  action({
    id: 'switch-field',
    label: 'action.switchField',
    params: '{"tab": "基本信息", "field": "出生日期", "on": true}',
    schema: () => z.object({ tab: z.string(), field: z.string(), on: z.boolean() }),
    perform: (book, request) => switchField(book, request),
  }),
  opens('open-products', 'action.openProducts', 'products', 'menuOpenProducts'),
  opens('open-staff', 'action.openStaff', 'staff', 'menuOpenStaff'),
  opens('open-interactions', 'action.openInteractions', 'interactions'),
  opens('open-credits', 'action.openCredits', 'credits'),
  opens('open-preferences', 'action.openPreferences', 'preferences'),
  action({
    id: 'automation',
    label: 'action.automation',
    menu: 'menuAutomation',
    schema: none,
    perform: (book, _, locale) => openAutomation(book, locale),
  }),
  action({ id: 'open-help', label: 'action.openHelp', menu: 'menuOpenHelp', schema: none, perform: openHelp }),
  action({
    id: 'remove-samples',
    label: 'action.removeSamples',
    menu: 'menuRemoveSamples',
    schema: none,
    perform: removeSamples,
  }),
  action({ id: 'open-log', label: 'action.openLog', menu: 'menuOpenLog', schema: none, perform: openLog }),
  action({ id: 'check-log', label: 'action.checkLog', menu: 'menuCheckLog', schema: none, perform: checkLog }),
  action({
    id: 'undo-run',
    label: 'action.undoRun',
    menu: 'menuUndoRun',
    params: '{"run": 3, "preview": true}',
    schema: () => z.object({ run: z.optional(z.int().check(z.minimum(1))), preview: z.optional(z.boolean()) }),
    perform: undoBulk,
  }),
  action({
    id: 'merge-customers',
    label: 'action.mergeCustomers',
    params: '{"keep": "C000001", "drop": ["C000009"], "preview": true}',
    schema: () =>
      z.object({
        keep: z.string(),
        drop: z.array(z.string()),
        values: z.optional(z.record(z.string(), z.string())),
        preview: z.optional(z.boolean()),
      }),
    perform: mergeByNumbers,
  }),
  action({
    id: 'record-log',
    label: 'action.recordLog',
    params: '{"number": "C000001"}',
    schema: () => z.object({ number: z.string() }),
    perform: recordLog,
  }),
  action({
    id: 'finish-run',
    label: 'action.finishRun',
    schema: () => z.object({ run: z.int().check(z.minimum(1)) }),
    perform: finishCutOff,
  }),
  action({
    id: 'choose-name',
    label: 'action.chooseName',
    menu: 'menuChooseName',
    params: '{"name": "王店长"}',
    schema: () => z.object({ name: z.optional(z.string()) }),
    perform: chooseName,
  }),
  ...backupActions,
  ...segmentActions,
  action({
    id: 'dismiss-cut-off',
    label: 'action.dismissCutOff',
    schema: none,
    perform: (_, __, locale) => ({ ok: true, message: say('done.dismissed', locale, { count: dismissStuck() }) }),
  }),
];

/** Actions that make sense before the ledger is set up. */
export const needsNoLedger: ReadonlySet<string> = new Set(['set-up', 'open-set-up']);
