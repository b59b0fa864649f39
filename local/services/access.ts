import { ServiceError } from './service-object.ts';

export type AuthModeName = 'NONE' | 'CUSTOM_FUNCTION' | 'LIMITED' | 'FULL';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

const SPREADSHEETS = [scope('spreadsheets.currentonly'), scope('spreadsheets')];
const CONTAINER_UI = [scope('script.container.ui')];
const TRIGGERS = [scope('script.scriptapp')];
const MAIL = [scope('script.send_mail')];
const EMAIL = [scope('userinfo.email')];

/** Whole services: any one of the scopes does. */
const BY_SERVICE: Record<string, readonly string[]> = {
  MailApp: MAIL,
  UrlFetchApp: [scope('script.external_request')],
  DriveApp: [scope('drive.readonly'), scope('drive')],
  FormApp: [scope('forms.currentonly'), scope('forms')],
  GmailApp: ['https://mail.google.com/'],
  CalendarApp: [scope('calendar')],
  DocumentApp: [scope('documents.currentonly'), scope('documents')],
};

/** Single methods, by the name Google's error texts use. */
const BY_METHOD: Record<string, readonly string[]> = {
  'Ui.showSidebar': CONTAINER_UI,
  'Ui.showModalDialog': CONTAINER_UI,
  'Ui.showModelessDialog': CONTAINER_UI,
  'Ui.showDialog': CONTAINER_UI,
  'Spreadsheet.show': CONTAINER_UI,
  'ScriptApp.newTrigger': TRIGGERS,
  'ScriptApp.getProjectTriggers': TRIGGERS,
  'ScriptApp.getUserTriggers': TRIGGERS,
  'ScriptApp.deleteTrigger': TRIGGERS,
  'SpreadsheetApp.openById': [scope('spreadsheets')],
  'SpreadsheetApp.openByUrl': [scope('spreadsheets')],
  'SpreadsheetApp.open': [scope('spreadsheets')],
  'SpreadsheetApp.create': [scope('spreadsheets')],
  'Spreadsheet.copy': [scope('spreadsheets')],
  'Session.getActiveUser': EMAIL,
  'Session.getEffectiveUser': EMAIL,
};

/** What a scope for reading does not allow. */
const DRIVE_WRITES = /\.(add|create|make|move|remove|revoke|set)[A-Z]/;

/** What works before anybody has allowed anything, and needs no scope. */
const FREE = new Set(['Utilities', 'HtmlService', 'Logger', 'Session', 'ScriptApp', 'Ui', 'Menu']);

/** The scopes of which a call needs one; empty: none. */
function requiredScopes(service: string, className: string, short: string): readonly string[] {
  if (service === 'DriveApp' && DRIVE_WRITES.test(short)) return [scope('drive')];
  const own = BY_METHOD[short] ?? BY_SERVICE[service];
  if (own) return own;
  const free = short === 'SpreadsheetApp.getUi' || FREE.has(className);
  return service === 'SpreadsheetApp' && !free ? SPREADSHEETS : [];
}

/**
 * Refuses a call that the manifest's scopes, or the way the execution was started, do not allow.
 * @param path `SpreadsheetApp.Range.getValue`, `MailApp.sendEmail`, `Ui.showSidebar`
 * @param granted the manifest's scopes; absent: all
 * @param consented those of them that the person has agreed to; absent: all
 * @throws ServiceError with Google's text (platform.md §5)
 */
export function checkAccess(
  path: string,
  mode: AuthModeName,
  granted: readonly string[] | undefined,
  consented?: readonly string[],
): void {
  const parts = path.split('.');
  const service = parts[0]!;
  const className = parts[parts.length - 2]!;
  const short = parts.slice(-2).join('.');
  const required = requiredScopes(service, className, short);
  const permissions = required.length > 1 ? `(${required.join(' || ')})` : required[0];
  const suffix = permissions ? ` Required permissions: ${permissions}` : '';
  // a blank e-mail, rather than a refusal, is how a simple trigger learns nothing about its user
  if (required === EMAIL && mode !== 'FULL') return;
  const refused =
    mode === 'NONE'
      ? required.length > 0 || !(FREE.has(className) || FREE.has(service) || short === 'SpreadsheetApp.getUi')
      : mode !== 'FULL' && required.length > 0 && required !== SPREADSHEETS;
  if (refused) throw new ServiceError(`You do not have permission to call ${short}.${suffix}`);
  if (granted && required.length > 0 && !required.some((each) => granted.includes(each))) {
    throw new ServiceError(`Specified permissions are not sufficient to call ${short}.${suffix}`);
  }
  if (consented && required.length > 0 && !required.some((each) => consented.includes(each)))
    throw new ServiceError(`You do not have permission to call ${short}.${suffix}`);
}
