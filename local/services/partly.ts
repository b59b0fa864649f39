/** What a method leaves out of what Google's does, by its path; `docs/local-coverage.md` says it. */
export const PARTLY: Readonly<Record<string, string>> = {
  'SpreadsheetApp.Sheet.copyTo': 'protections, metadata and names stay behind',
};
