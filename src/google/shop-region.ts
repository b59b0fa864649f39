import { isPhoneRegion } from '../domain/phone/numbering-plan.ts';

/** Zones that tell the region of a shop better than its language does. */
const zones: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'CN',
  'Asia/Urumqi': 'CN',
  'Asia/Chongqing': 'CN',
  'Asia/Hong_Kong': 'HK',
  'Asia/Macau': 'MO',
  'Asia/Taipei': 'TW',
  'Asia/Singapore': 'SG',
  'Asia/Kuala_Lumpur': 'MY',
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Europe/London': 'GB',
};

/** The region whose numbers need no country code: by the workbook's zone, else by its locale, else mainland China. */
export function shopRegion(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet): string {
  const byZone = zones[workbook.getSpreadsheetTimeZone()];
  if (byZone) return byZone;
  const country = workbook.getSpreadsheetLocale().split('_')[1] ?? '';
  return isPhoneRegion(country) ? country : 'CN';
}
