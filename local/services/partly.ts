/** What a method leaves out of what Google's does, by its path; `docs/local-coverage.md` says it. */
export const PARTLY: Readonly<Record<string, string>> = {
  'SpreadsheetApp.Sheet.copyTo': 'protections, metadata and names stay behind',
  'Utilities.Blob.getAs': 'nothing is converted: only the type it has',
  'HtmlService.HtmlOutput.getAs': 'nothing is converted: only HTML',
  'UrlFetchApp.HTTPResponse.getAs': 'nothing is converted: only the type it has',
  'UrlFetchApp.fetch': 'the answers come from the test; without them no address is available',
  'DriveApp.File.getAs': 'nothing is converted, so no PDF of spreadsheets and forms',
  'DriveApp.File.getBlob': 'no PDF of spreadsheets and forms',
  'DriveApp.searchFiles': 'not by fullText',
  'DriveApp.Folder.searchFiles': 'not by fullText',
  'ScriptApp.getOAuthToken': 'opens nothing',
};
