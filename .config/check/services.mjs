// Google's services and the permission that each needs (platform § 8). A service that needs none is listed with `[]`, so
// that it is known here and kept inside src/google all the same.

const scope = (name) => `https://www.googleapis.com/auth/${name}`;

/** Asked for by merely using the service, whatever is called on it. */
export const services = {
  SpreadsheetApp: [scope('spreadsheets.currentonly')],
  Sheets: [scope('spreadsheets')],
  MailApp: [scope('script.send_mail')],
  GmailApp: ['https://mail.google.com/'],
  DriveApp: [scope('drive')],
  Drive: [scope('drive')],
  FormApp: [scope('forms')],
  DocumentApp: [scope('documents')],
  CalendarApp: ['https://www.googleapis.com/auth/calendar'],
  UrlFetchApp: [scope('script.external_request')],
  ContactsApp: ['https://www.google.com/m8/feeds'],
  ScriptApp: [],
  HtmlService: [],
  PropertiesService: [],
  CacheService: [],
  LockService: [],
  Utilities: [],
  Session: [],
  Logger: [],
  Charts: [],
  ContentService: [],
  Browser: [],
  LanguageApp: [],
  XmlService: [],
};

/**
 * Asked for by a method, on whatever variable it is called: the name alone decides, which errs on the side of asking.
 * A method that needs a service (`of`) counts only where that service is used at all.
 */
export const methods = {
  openById: { of: 'SpreadsheetApp', scopes: [scope('spreadsheets')] },
  openByUrl: { of: 'SpreadsheetApp', scopes: [scope('spreadsheets')] },
  showSidebar: { of: 'HtmlService', scopes: [scope('script.container.ui')] },
  showModalDialog: { of: 'HtmlService', scopes: [scope('script.container.ui')] },
  showModelessDialog: { of: 'HtmlService', scopes: [scope('script.container.ui')] },
  newTrigger: { of: 'ScriptApp', scopes: [scope('script.scriptapp')] },
  getProjectTriggers: { of: 'ScriptApp', scopes: [scope('script.scriptapp')] },
  getUserTriggers: { of: 'ScriptApp', scopes: [scope('script.scriptapp')] },
  deleteTrigger: { of: 'ScriptApp', scopes: [scope('script.scriptapp')] },
  getEmail: { of: 'Session', scopes: [scope('userinfo.email')] },
};

/** `SpreadsheetApp.create(…)` makes another file; `create()` alone (a trigger's builder) does not. */
export const ownMethods = { 'SpreadsheetApp.create': [scope('spreadsheets')] };

/** A wider scope that makes a narrower one superfluous. */
export const includes = { [scope('spreadsheets')]: [scope('spreadsheets.currentonly')] };

/** What the `core` manifest grants: registering and checking in this workbook, and nothing beyond it. */
export const coreScopes = [scope('spreadsheets.currentonly'), scope('script.container.ui')];
