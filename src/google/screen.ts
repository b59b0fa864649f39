import type { Locale } from '../domain/locale.ts';
import { languageOf } from '../domain/locale.ts';
import { chosenName } from './who.ts';

/** The language of whoever acts; everybody may see menus, and forms in their own. */
export function userLanguage(): Locale {
  return languageOf(Session.getActiveUserLocale());
}

export function showToast(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet, message: string): void {
  workbook.toast(message);
}

/** The workbook's screen, or undefined where nobody looks (a time trigger, the command line). */
export function screen(): GoogleAppsScript.Base.Ui | undefined {
  try {
    return SpreadsheetApp.getUi();
  } catch {
    return undefined;
  }
}

/** Asks yes or no; undefined where nobody looks. */
export function confirm(question: string): boolean | undefined {
  const ui = screen();
  return ui && ui.alert(question, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** Asks for a text; undefined where nobody answers. */
export function ask(title: string, question: string): string | undefined {
  const ui = screen();
  const answer = ui?.prompt(title, question, ui.ButtonSet.OK_CANCEL);
  return answer && answer.getSelectedButton() === ui!.Button.OK ? answer.getResponseText() : undefined;
}

const inScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /<|\/(?=\/)|[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * Opens a page in the sidebar. Every page says under which name the change log knows whoever opened it.
 *
 * @param boot what the page begins with, as JSON text inside a script element: `<` would end it, and serving may cut a
 * line at `//` or garble what is not ASCII (platform §6), so all three are escaped
 */
export function showSidebar(page: string, title: string, boot: object): void {
  const template = HtmlService.createTemplateFromFile(page);
  template.boot = inScript({ ...boot, who: chosenName() });
  SpreadsheetApp.getUi().showSidebar(template.evaluate().setTitle(title));
}

export type MenuEntry = '-' | { label: string; global: string } | { label: string; items: MenuEntry[] };

function fill(menu: GoogleAppsScript.Base.Menu, entries: readonly MenuEntry[]): GoogleAppsScript.Base.Menu {
  for (const entry of entries) {
    if (entry === '-') menu.addSeparator();
    else if ('items' in entry) menu.addSubMenu(fill(SpreadsheetApp.getUi().createMenu(entry.label), entry.items));
    else menu.addItem(entry.label, entry.global);
  }
  return menu;
}

/** Puts a menu into the menu bar. */
export function addMenu(title: string, entries: readonly MenuEntry[]): void {
  fill(SpreadsheetApp.getUi().createMenu(title), entries).addToUi();
}
