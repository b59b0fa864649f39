import { EnumValue } from './service-object.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** The enumerations scripts may name, by type, in Google's order (`ordinal()` counts in it). */
export const ENUMS: Readonly<Record<string, readonly string[]>> = {
  AutoFillSeries: words('DEFAULT_SERIES ALTERNATE_SERIES'),
  BandingTheme: words('LIGHT_GREY CYAN GREEN YELLOW ORANGE BLUE TEAL GREY BROWN LIGHT_GREEN INDIGO PINK'),
  BooleanCriteria: words(`CELL_EMPTY CELL_NOT_EMPTY DATE_AFTER DATE_BEFORE DATE_EQUAL_TO DATE_NOT_EQUAL_TO DATE_AFTER_RELATIVE
    DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN
    NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO
    TEXT_NOT_EQUAL_TO TEXT_STARTS_WITH TEXT_ENDS_WITH CUSTOM_FORMULA`),
  BorderStyle: words('DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE'),
  CopyPasteType: words(`PASTE_NORMAL PASTE_NO_BORDERS PASTE_FORMAT PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_VALUES
    PASTE_CONDITIONAL_FORMATTING PASTE_COLUMN_WIDTHS`),
  DataValidationCriteria: words(`DATE_AFTER DATE_BEFORE DATE_BETWEEN DATE_EQUAL_TO DATE_IS_VALID_DATE DATE_NOT_BETWEEN
    DATE_ON_OR_AFTER DATE_ON_OR_BEFORE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO
    NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN
    TEXT_EQUAL_TO TEXT_IS_VALID_EMAIL TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE CUSTOM_FORMULA CHECKBOX
    DATE_AFTER_RELATIVE DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE`),
  DeveloperMetadataLocationType: words('SPREADSHEET SHEET ROW COLUMN'),
  DeveloperMetadataVisibility: words('DOCUMENT PROJECT'),
  Dimension: words('COLUMNS ROWS'),
  Direction: words('UP DOWN PREVIOUS NEXT'),
  GroupControlTogglePosition: words('BEFORE AFTER'),
  InterpolationType: words('NUMBER PERCENT PERCENTILE MIN MAX'),
  ProtectionType: words('RANGE SHEET'),
  RecalculationInterval: words('ON_CHANGE MINUTE HOUR'),
  RelativeDate: words('TODAY TOMORROW YESTERDAY PAST_WEEK PAST_MONTH PAST_YEAR'),
  SheetType: words('GRID OBJECT'),
  SortOrder: words('ASCENDING DESCENDING'),
  TextToColumnsDelimiter: words('COMMA SEMICOLON PERIOD SPACE'),
  TextDirection: words('LEFT_TO_RIGHT RIGHT_TO_LEFT'),
  ThemeColorType: words('UNSUPPORTED TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 HYPERLINK'),
  WrapStrategy: words('WRAP OVERFLOW CLIP'),
  Button: words('CLOSE OK CANCEL YES NO'),
  ButtonSet: words('OK OK_CANCEL YES_NO YES_NO_CANCEL'),
  ColorType: words('UNSUPPORTED RGB THEME'),
  WeekDay: words('SUNDAY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY'),
  AuthMode: words('NONE CUSTOM_FUNCTION LIMITED FULL'),
  AuthorizationStatus: words('REQUIRED NOT_REQUIRED'),
  EventType: words('CLOCK ON_OPEN ON_EDIT ON_FORM_SUBMIT ON_CHANGE ON_EVENT_UPDATED'),
  InstallationSource: words('APPS_MARKETPLACE_DOMAIN_ADD_ON NONE WEB_STORE_ADD_ON'),
  TriggerSource: words('SPREADSHEETS CLOCK FORMS DOCUMENTS CALENDAR'),
  Charset: words('US_ASCII UTF_8'),
  DigestAlgorithm: words('MD2 MD5 SHA_1 SHA_256 SHA_384 SHA_512'),
  RsaAlgorithm: words('RSA_SHA_1 RSA_SHA_256'),
  MacAlgorithm: words('HMAC_MD5 HMAC_SHA_1 HMAC_SHA_256 HMAC_SHA_384 HMAC_SHA_512'),
  ContentMimeType: words('ATOM CSV ICAL JAVASCRIPT JSON RSS TEXT VCARD XML'),
  SandboxMode: words('EMULATED IFRAME NATIVE'),
  XFrameOptionsMode: words('ALLOWALL DEFAULT'),
};

const interned = new Map<string, EnumValue>();

/** @throws when there is no such value: a slip in this program, not in a script */
export function enumValue(type: string, name: string): EnumValue {
  const key = `${type}.${name}`;
  let value = interned.get(key);
  if (!value) {
    if (!ENUMS[type]?.includes(name)) throw new Error(`no such enumeration value: ${key}`);
    value = new EnumValue(type, name);
    interned.set(key, value);
  }
  return value;
}
