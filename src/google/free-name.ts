/** The name, or the name with the first free number behind it: two tabs cannot bear the same. */
export function freeName(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet, name: string): string {
  const taken = new Set(workbook.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  for (let n = 2; ; n++) if (!taken.has(`${name} ${n}`.toLowerCase())) return `${name} ${n}`;
}
