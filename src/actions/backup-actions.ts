import * as z from 'zod/mini';
import { type Action, action, none } from './action.ts';
import { backUp } from './back-up.ts';
import { openBackups, planBackups } from './backups-page.ts';
import { checkBackups, listBackups } from './check-backups.ts';
import { restore } from './restore.ts';

/** What can be done with backups. */
export const backupActions: readonly Action[] = [
  action({
    id: 'open-backups',
    label: 'action.openBackups',
    menu: 'menuOpenBackups',
    schema: none,
    perform: openBackups,
  }),
  action({
    id: 'plan-backups',
    label: 'action.planBackups',
    params: '{"on": true, "every": "day", "daily": 7, "weekly": 4, "monthly": 12, "before": true}',
    schema: () =>
      z.object({
        on: z.boolean(),
        every: z.optional(z.enum(['day', 'week'])),
        daily: z.optional(z.int().check(z.minimum(0))),
        weekly: z.optional(z.int().check(z.minimum(0))),
        monthly: z.optional(z.int().check(z.minimum(0))),
        before: z.optional(z.boolean()),
      }),
    perform: planBackups,
  }),
  action({
    id: 'back-up',
    label: 'action.backUp',
    schema: none,
    perform: (book, _, locale) => backUp(book, locale),
  }),
  action({
    id: 'check-backups',
    label: 'action.checkBackups',
    params: '{"backup": "2026-11-22"}',
    schema: () => z.object({ backup: z.optional(z.string()) }),
    perform: checkBackups,
  }),
  action({ id: 'list-backups', label: 'action.listBackups', schema: none, perform: listBackups }),
  action({
    id: 'restore',
    label: 'action.restore',
    params: '{"backup": "2026-11-22", "tab": "基本信息", "customers": ["C000001"], "preview": true}',
    schema: () =>
      z.object({
        backup: z.optional(z.string()),
        tab: z.optional(z.string()),
        tabs: z.optional(z.array(z.string())),
        customers: z.optional(z.array(z.string())),
        preview: z.optional(z.boolean()),
        shown: z.optional(z.string()),
        settings: z.optional(z.boolean()),
      }),
    perform: restore,
  }),
];
