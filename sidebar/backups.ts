/** Backups: what there is, when they are made, and how what was lost comes back. */
import { downloadView, openFileView } from './backups/file-views.ts';
import { listView } from './backups/list-view.ts';
import type { BackupsPage } from './backups/page.ts';
import { planView } from './backups/plan-view.ts';
import { scopeView } from './backups/scope-view.ts';
import { backupsTextsOf } from './backups/texts/texts.ts';
import type { BackupsBoot } from './boot.ts';
import { fill } from './element.ts';
import { readBoot } from './read-boot.ts';

const boot = readBoot<BackupsBoot>();
const place = document.getElementById('app')!;

const page: BackupsPage = {
  texts: backupsTextsOf(boot.locale),
  list: boot.list,
  show(view) {
    fill(place, view.element);
    view.shown?.();
  },
  openList: (said) => page.show(listView(page, said)),
  openPlan: () => page.show(planView(page)),
  openScope: (backup, isStaged) => page.show(scopeView(page, backup, isStaged)),
  download: () => page.show(downloadView(page)),
  openFile: () => page.show(openFileView(page)),
};

document.documentElement.lang = boot.locale;
page.openList();
