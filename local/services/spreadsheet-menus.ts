import type { MenuItem } from '../host-contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { HtmlOutputObject } from './html-service.ts';
import type { SpreadsheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';
import { UiObject, uiMethods } from './ui.ts';

type Self = SpreadsheetObject;
type Entry = { name?: unknown; functionName?: unknown } | null;

function checkUi(context: ExecutionContext): void {
  if (!context.ui) throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
}

/** `null` is a line between items. */
function itemsOf(entries: readonly Entry[]): MenuItem[] {
  return entries.map((entry) => (entry ? { label: String(entry.name), function: String(entry.functionName) } : {}));
}

function dropMenu(context: ExecutionContext, title: string): void {
  const kept = context.menus.filter((menu) => menu.title !== title);
  context.menus.splice(0, context.menus.length, ...kept);
}

function addMenu(context: ExecutionContext, _: Self, title: string, entries: Entry[]): void {
  checkUi(context);
  dropMenu(context, title);
  context.menus.push({ title, items: itemsOf(entries) });
}

/** Neither a title nor a side of the page is asked for: it is a dialog that does not hold up the page. */
function show(context: ExecutionContext, _: Self, output: HtmlOutputObject): void {
  checkUi(context);
  const dialog = uiMethods.showModelessDialog![1] as (context: ExecutionContext, ui: UiObject, output: HtmlOutputObject) => void;
  dialog(context, new UiObject(), output);
}

/** The older way to make menus and dialogs; like with the newer one, menus appear when the script ends. */
export const spreadsheetMenus: Methods<Self> = {
  addMenu: ['string, object?[]', addMenu],
  updateMenu: ['string, object?[]', addMenu],
  show: ['HtmlOutput', show],
};
