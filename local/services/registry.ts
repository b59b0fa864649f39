import { bandingMethods, rangeBanding } from './banding.ts';
import { blobMethods } from './blob.ts';
import { borderMethods, bordersMethods } from './border-objects.ts';
import { browserMethods } from './browser.ts';
import { cacheMethods, cacheServiceMethods } from './cache.ts';
import { spreadsheetCalculation } from './calculation.ts';
import { chartBuilderMethods, embeddedChartMethods } from './chart-builder.ts';
import { CHART_LOOKS } from './chart-looks.ts';
import { chartOptionsMethods, containerInfoMethods } from './chart-objects.ts';
import { chartTextStyleBuilderMethods, chartTextStyleMethods } from './chart-text-style.ts';
import { rangeCheckboxes } from './checkboxes.ts';
import { colorBuilderMethods, colorMethods, rgbColorMethods, themeColorMethods } from './color-objects.ts';
import { booleanConditionMethods, gradientConditionMethods } from './condition-objects.ts';
import {
  conditionalFormatRuleBuilderMethods,
  conditionalFormatRuleMethods,
  sheetConditionalFormats,
} from './conditional-format.ts';
import { contentServiceMethods, textOutputMethods } from './content-service.ts';
import { rangeDataSources } from './data-sources.ts';
import { dataValidationBuilderMethods, dataValidationMethods } from './data-validation.ts';
import { metadataLocationMethods, metadataMethods } from './developer-metadata.ts';
import { DRIVE_CLASSES } from './drive-classes.ts';
import { filterMethods, rangeFilter, sheetFilter, sortSpecMethods } from './filter.ts';
import { filterCriteriaBuilderMethods, filterCriteriaMethods } from './filter-criteria.ts';
import { FORM_CLASSES } from './form-classes.ts';
import { htmlOutputMethods, htmlServiceMethods, metaTagMethods } from './html-service.ts';
import { httpResponseMethods } from './http-response.ts';
import { groupMethods, rangeGroups } from './line-groups.ts';
import { lockMethods, lockServiceMethods } from './lock.ts';
import { mailAppMethods } from './mail.ts';
import { metadataFinderMethods, metadataMethodsOf } from './metadata-finder.ts';
import { namedRangeMethods, sheetNamedRanges, spreadsheetNamedRanges } from './named-range.ts';
import { GlobalService, type RangeObject, type SheetObject, type SpreadsheetObject } from './objects.ts';
import { propertiesMethods, propertiesServiceMethods } from './properties.ts';
import { protectionMethods } from './protection.ts';
import { rangeArrange, sheetArrange } from './range-arrange.ts';
import { rangeBorder } from './range-border.ts';
import { rangeColors } from './range-colors.ts';
import { rangeCopy } from './range-copy.ts';
import { rangeFill } from './range-fill.ts';
import { rangeFormats } from './range-formats.ts';
import { rangeJump } from './range-jump.ts';
import { rangeListMethods } from './range-list.ts';
import { rangePlace } from './range-place.ts';
import { rangeR1C1 } from './range-r1c1.ts';
import { rangeRead } from './range-read.ts';
import { rangeRules } from './range-rules.ts';
import { rangeShift } from './range-shift.ts';
import { rangeText } from './range-text.ts';
import { rangeTidy } from './range-tidy.ts';
import { rangeWrite } from './range-write.ts';
import { richTextValueBuilderMethods, richTextValueMethods } from './rich-text.ts';
import { authorizationInfoMethods, scriptAppMethods } from './script-app.ts';
import { stateTokenBuilderMethods, webAppMethods } from './script-identity.ts';
import { selectionMethods } from './selection.ts';
import { type ServiceClass, serviceClass } from './service-class.ts';
import { sessionMethods, userMethods } from './session.ts';
import { spreadsheetSharing } from './sharing.ts';
import { sheetAbout } from './sheet-about.ts';
import { sheetAxes } from './sheet-axes.ts';
import { chartsMethods, sheetCharts } from './sheet-charts.ts';
import { sheetContents } from './sheet-contents.ts';
import { sheetCopy } from './sheet-copy.ts';
import { sheetGroups } from './sheet-groups.ts';
import { sheetPlace } from './sheet-place.ts';
import { rangeProtection, sheetProtection, spreadsheetProtection } from './sheet-protection.ts';
import { spreadsheetAbout, spreadsheetTabs } from './spreadsheet.ts';
import { spreadsheetActive } from './spreadsheet-active.ts';
import { spreadsheetAppMethods } from './spreadsheet-app.ts';
import { spreadsheetMenus } from './spreadsheet-menus.ts';
import { spreadsheetThemeMethods, spreadsheetThemes } from './spreadsheet-theme.ts';
import { textFinderMethods, textFinderMethodsOf } from './text-finder.ts';
import { textRotationMethods } from './text-rotation.ts';
import { textStyleBuilderMethods, textStyleMethods } from './text-style.ts';
import {
  clockTriggerBuilderMethods,
  spreadsheetTriggerBuilderMethods,
  triggerBuilderMethods,
  triggerMethods,
} from './trigger.ts';
import { menuMethods, promptResponseMethods, uiMethods } from './ui.ts';
import { urlFetchMethods } from './url-fetch.ts';
import { utilitiesMethods } from './utilities.ts';

const same = (names: string): Record<string, string> => Object.fromEntries(names.split(' ').map((name) => [name, name]));

const SPREADSHEET_ENUMS = same(
  'AutoFillSeries BandingTheme BooleanCriteria BorderStyle ColorType CopyPasteType DataValidationCriteria DeveloperMetadataLocationType ' +
    'DeveloperMetadataVisibility Dimension Direction GroupControlTogglePosition InterpolationType ProtectionType RecalculationInterval RelativeDate SheetType ' +
    'SortOrder TextDirection TextToColumnsDelimiter ThemeColorType WrapStrategy DataExecutionErrorCode DataExecutionState ' +
    'DataSourceParameterType DataSourceRefreshScope DataSourceType DateTimeGroupingRuleType FrequencyType ' +
    'PivotTableSummarizeFunction PivotValueDisplayType ValueType',
);

/** A class that calls itself otherwise than the documentation does. */
const named = (shown: string, definition: ServiceClass): ServiceClass => ({ ...definition, shown });

/** Services of Google that are not here: any use of one says so by name. */
const ABSENT = (
  'GmailApp CalendarApp DocumentApp SlidesApp XmlService LanguageApp Maps ' + 'ContactsApp JdbcService Sheets Drive'
).split(' ');

/** Every class a script can hold, by the name handles carry. */
export const SERVICE_CLASSES: Readonly<Record<string, ServiceClass>> = {
  SpreadsheetApp: serviceClass('SpreadsheetApp', [spreadsheetAppMethods], SPREADSHEET_ENUMS),
  Spreadsheet: serviceClass<SpreadsheetObject>('SpreadsheetApp.Spreadsheet', [
    spreadsheetTabs,
    spreadsheetAbout,
    spreadsheetSharing,
    spreadsheetMenus,
    spreadsheetCalculation,
    spreadsheetThemes,
    spreadsheetActive,
    spreadsheetProtection,
    spreadsheetNamedRanges,
    textFinderMethodsOf<SpreadsheetObject>(),
    metadataMethodsOf<SpreadsheetObject>(),
  ]),
  Sheet: serviceClass<SheetObject>('SpreadsheetApp.Sheet', [
    sheetPlace,
    sheetAbout,
    sheetAxes,
    sheetContents,
    sheetCharts,
    sheetCopy,
    sheetProtection,
    sheetConditionalFormats,
    sheetArrange,
    sheetFilter,
    sheetNamedRanges,
    sheetGroups,
    textFinderMethodsOf<SheetObject>(),
    metadataMethodsOf<SheetObject>(),
  ]),
  Range: serviceClass<RangeObject>('SpreadsheetApp.Range', [
    rangePlace,
    rangeRead,
    rangeWrite,
    rangeR1C1,
    rangeJump,
    rangeTidy,
    rangeFill,
    rangeShift,
    rangeDataSources,
    rangeFormats,
    rangeColors,
    rangeText,
    rangeBorder,
    rangeRules,
    rangeCheckboxes,
    rangeGroups,
    rangeCopy,
    rangeBanding,
    rangeProtection,
    rangeArrange,
    rangeFilter,
    textFinderMethodsOf<RangeObject>(),
    metadataMethodsOf<RangeObject>(),
  ]),
  RangeList: serviceClass('SpreadsheetApp.RangeList', [rangeListMethods]),
  Selection: serviceClass('SpreadsheetApp.Selection', [selectionMethods]),
  DataValidation: serviceClass('SpreadsheetApp.DataValidation', [dataValidationMethods]),
  DataValidationBuilder: serviceClass('SpreadsheetApp.DataValidationBuilder', [dataValidationBuilderMethods]),
  ConditionalFormatRule: serviceClass('SpreadsheetApp.ConditionalFormatRule', [conditionalFormatRuleMethods]),
  ConditionalFormatRuleBuilder: serviceClass('SpreadsheetApp.ConditionalFormatRuleBuilder', [
    conditionalFormatRuleBuilderMethods,
  ]),
  BooleanCondition: named(
    'ConditionalFormatBooleanCondition',
    serviceClass('SpreadsheetApp.BooleanCondition', [booleanConditionMethods]),
  ),
  GradientCondition: named(
    'ConditionalFormatGradientCondition',
    serviceClass('SpreadsheetApp.GradientCondition', [gradientConditionMethods]),
  ),
  Color: serviceClass('SpreadsheetApp.Color', [colorMethods]),
  ColorBuilder: serviceClass('SpreadsheetApp.ColorBuilder', [colorBuilderMethods]),
  RgbColor: serviceClass('SpreadsheetApp.RgbColor', [rgbColorMethods]),
  ThemeColor: serviceClass('SpreadsheetApp.ThemeColor', [themeColorMethods]),
  TextStyle: serviceClass('SpreadsheetApp.TextStyle', [textStyleMethods]),
  TextStyleBuilder: serviceClass('SpreadsheetApp.TextStyleBuilder', [textStyleBuilderMethods]),
  TextRotation: serviceClass('SpreadsheetApp.TextRotation', [textRotationMethods]),
  RichTextValue: serviceClass('SpreadsheetApp.RichTextValue', [richTextValueMethods]),
  RichTextValueBuilder: serviceClass('SpreadsheetApp.RichTextValueBuilder', [richTextValueBuilderMethods]),
  Borders: serviceClass('SpreadsheetApp.Borders', [bordersMethods]),
  Border: serviceClass('SpreadsheetApp.Border', [borderMethods]),
  EmbeddedChart: serviceClass('SpreadsheetApp.EmbeddedChart', [embeddedChartMethods]),
  EmbeddedChartBuilder: serviceClass('SpreadsheetApp.EmbeddedChartBuilder', [chartBuilderMethods]),
  ...Object.fromEntries(
    Object.entries(CHART_LOOKS).map(([name, looks]) => [
      name,
      serviceClass(`SpreadsheetApp.${name}`, [chartBuilderMethods, looks]),
    ]),
  ),
  ContainerInfo: serviceClass('SpreadsheetApp.ContainerInfo', [containerInfoMethods]),
  Charts: serviceClass(
    'Charts',
    [chartsMethods],
    same('ChartHiddenDimensionStrategy ChartMergeStrategy ChartType ColumnType CurveStyle PointStyle Position'),
  ),
  ChartOptions: serviceClass('Charts.ChartOptions', [chartOptionsMethods]),
  ChartTextStyle: serviceClass('Charts.TextStyle', [chartTextStyleMethods]),
  ChartTextStyleBuilder: serviceClass('Charts.TextStyleBuilder', [chartTextStyleBuilderMethods]),
  SpreadsheetTheme: serviceClass('SpreadsheetApp.SpreadsheetTheme', [spreadsheetThemeMethods]),
  Group: serviceClass('SpreadsheetApp.Group', [groupMethods]),
  NamedRange: serviceClass('SpreadsheetApp.NamedRange', [namedRangeMethods]),
  TextFinder: serviceClass('SpreadsheetApp.TextFinder', [textFinderMethods]),
  Filter: serviceClass('SpreadsheetApp.Filter', [filterMethods]),
  SortSpec: serviceClass('SpreadsheetApp.SortSpec', [sortSpecMethods]),
  FilterCriteria: serviceClass('SpreadsheetApp.FilterCriteria', [filterCriteriaMethods]),
  FilterCriteriaBuilder: serviceClass('SpreadsheetApp.FilterCriteriaBuilder', [filterCriteriaBuilderMethods]),
  Protection: serviceClass('SpreadsheetApp.Protection', [protectionMethods]),
  Banding: serviceClass('SpreadsheetApp.Banding', [bandingMethods]),
  DeveloperMetadata: serviceClass('SpreadsheetApp.DeveloperMetadata', [metadataMethods]),
  DeveloperMetadataFinder: serviceClass('SpreadsheetApp.DeveloperMetadataFinder', [metadataFinderMethods]),
  DeveloperMetadataLocation: serviceClass('SpreadsheetApp.DeveloperMetadataLocation', [metadataLocationMethods]),
  Ui: serviceClass('Ui', [uiMethods], same('Button ButtonSet')),
  Browser: serviceClass('Browser', [browserMethods], { Buttons: 'ButtonSet' }),
  Menu: serviceClass('Menu', [menuMethods]),
  PromptResponse: serviceClass('PromptResponse', [promptResponseMethods]),
  HtmlService: serviceClass('HtmlService', [htmlServiceMethods], same('SandboxMode XFrameOptionsMode')),
  HtmlOutput: serviceClass('HtmlService.HtmlOutput', [htmlOutputMethods]),
  HtmlOutputMetaTag: serviceClass('HtmlService.HtmlOutputMetaTag', [metaTagMethods]),
  ContentService: serviceClass('ContentService', [contentServiceMethods], { MimeType: 'ContentMimeType' }),
  TextOutput: serviceClass('ContentService.TextOutput', [textOutputMethods]),
  PropertiesService: serviceClass('PropertiesService', [propertiesServiceMethods]),
  Properties: serviceClass('PropertiesService.Properties', [propertiesMethods]),
  CacheService: serviceClass('CacheService', [cacheServiceMethods]),
  Cache: serviceClass('CacheService.Cache', [cacheMethods]),
  LockService: serviceClass('LockService', [lockServiceMethods]),
  Lock: serviceClass('LockService.Lock', [lockMethods]),
  Utilities: serviceClass('Utilities', [utilitiesMethods], same('Charset DigestAlgorithm MacAlgorithm RsaAlgorithm')),
  Blob: serviceClass('Utilities.Blob', [blobMethods]),
  Session: serviceClass('Session', [sessionMethods]),
  User: serviceClass('Session.User', [userMethods]),
  ScriptApp: serviceClass(
    'ScriptApp',
    [scriptAppMethods],
    same('AuthMode AuthorizationStatus EventType InstallationSource TriggerSource WeekDay'),
  ),
  AuthorizationInfo: serviceClass('ScriptApp.AuthorizationInfo', [authorizationInfoMethods]),
  Service: serviceClass('ScriptApp.Service', [webAppMethods]),
  StateTokenBuilder: serviceClass('ScriptApp.StateTokenBuilder', [stateTokenBuilderMethods]),
  Trigger: serviceClass('ScriptApp.Trigger', [triggerMethods]),
  TriggerBuilder: serviceClass('ScriptApp.TriggerBuilder', [triggerBuilderMethods]),
  SpreadsheetTriggerBuilder: serviceClass('ScriptApp.SpreadsheetTriggerBuilder', [spreadsheetTriggerBuilderMethods]),
  ClockTriggerBuilder: serviceClass('ScriptApp.ClockTriggerBuilder', [clockTriggerBuilderMethods]),
  UrlFetchApp: serviceClass('UrlFetchApp', [urlFetchMethods]),
  HTTPResponse: serviceClass('UrlFetchApp.HTTPResponse', [httpResponseMethods]),
  ...DRIVE_CLASSES,
  ...FORM_CLASSES,
  MailApp: serviceClass('MailApp', [mailAppMethods]),
  ...Object.fromEntries(ABSENT.map((name) => [name, serviceClass(name, [])])),
};

const PRESENT =
  'SpreadsheetApp Browser ContentService HtmlService PropertiesService CacheService LockService Utilities Session ScriptApp MailApp UrlFetchApp DriveApp FormApp Charts'.split(
    ' ',
  );

export const GLOBALS: Readonly<Record<string, GlobalService>> = Object.fromEntries(
  [...PRESENT, ...ABSENT].map((name) => [name, new GlobalService(name)]),
);
