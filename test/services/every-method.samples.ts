/** How a script gets hold of an object of each class, in a spreadsheet that nothing else uses. */
export const SAMPLES: Readonly<Record<string, string>> = {
  SpreadsheetApp: 'SpreadsheetApp',
  'SpreadsheetApp.Spreadsheet': 'book()',
  'SpreadsheetApp.Sheet': 'tab()',
  'SpreadsheetApp.Range': 'range()',
  'SpreadsheetApp.RangeList': "tab().getRangeList(['A1:B2', 'D4'])",
  'SpreadsheetApp.Selection': 'tab().getSelection()',
  'SpreadsheetApp.Banding': 'range().applyRowBanding()',
  'SpreadsheetApp.Filter': 'range().createFilter()',
  'SpreadsheetApp.FilterCriteria': "SpreadsheetApp.newFilterCriteria().setHiddenValues(['a']).build()",
  'SpreadsheetApp.FilterCriteriaBuilder': 'SpreadsheetApp.newFilterCriteria()',
  'SpreadsheetApp.Protection': 'range().protect()',
  'SpreadsheetApp.NamedRange': 'named()',
  'SpreadsheetApp.TextFinder': "range().createTextFinder('a')",
  'SpreadsheetApp.DataValidation': "SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build()",
  'SpreadsheetApp.DataValidationBuilder': 'SpreadsheetApp.newDataValidation()',
  'SpreadsheetApp.ConditionalFormatRule': 'rule().build()',
  'SpreadsheetApp.ConditionalFormatRuleBuilder': 'rule()',
  'SpreadsheetApp.BooleanCondition': 'rule().build().getBooleanCondition()',
  'SpreadsheetApp.GradientCondition':
    "SpreadsheetApp.newConditionalFormatRule().setGradientMaxpoint('#ff0000').setGradientMinpoint('#ffffff').setRanges([range()]).build().getGradientCondition()",
  'SpreadsheetApp.DeveloperMetadata': 'metadata()',
  'SpreadsheetApp.DeveloperMetadataFinder': 'book().createDeveloperMetadataFinder()',
  'SpreadsheetApp.DeveloperMetadataLocation': 'metadata().getLocation()',
  'SpreadsheetApp.Color': "SpreadsheetApp.newColor().setRgbColor('#ff0000').build()",
  'SpreadsheetApp.ColorBuilder': 'SpreadsheetApp.newColor()',
  'SpreadsheetApp.RgbColor': "SpreadsheetApp.newColor().setRgbColor('#ff0000').build().asRgbColor()",
  'SpreadsheetApp.RichTextValue': "SpreadsheetApp.newRichTextValue().setText('some text').build()",
  'SpreadsheetApp.RichTextValueBuilder': "SpreadsheetApp.newRichTextValue().setText('some text')",
  'SpreadsheetApp.TextStyle': 'SpreadsheetApp.newTextStyle().setBold(true).build()',
  'SpreadsheetApp.TextStyleBuilder': 'SpreadsheetApp.newTextStyle()',
  'SpreadsheetApp.TextRotation': 'range().getTextRotation()',
  'SpreadsheetApp.EmbeddedChart': 'chart()',
  'SpreadsheetApp.EmbeddedChartBuilder': 'tab().newChart()',
  'SpreadsheetApp.EmbeddedBarChartBuilder': 'tab().newChart().asBarChart()',
  'SpreadsheetApp.EmbeddedPieChartBuilder': 'tab().newChart().asPieChart()',
  'SpreadsheetApp.EmbeddedLineChartBuilder': 'tab().newChart().asLineChart()',
  'SpreadsheetApp.ContainerInfo': 'chart().getContainerInfo()',
  'SpreadsheetApp.Group': 'grouped()',
  'HtmlService.HtmlOutput': "HtmlService.createHtmlOutput('<b>x</b>')",
  HtmlService: 'HtmlService',
  ScriptApp: 'ScriptApp',
  'ScriptApp.TriggerBuilder': "ScriptApp.newTrigger('run')",
  'ScriptApp.ClockTriggerBuilder': "ScriptApp.newTrigger('run').timeBased()",
  'PropertiesService.Properties': 'PropertiesService.getDocumentProperties()',
  PropertiesService: 'PropertiesService',
  'CacheService.Cache': 'CacheService.getScriptCache()',
  CacheService: 'CacheService',
  'LockService.Lock': 'LockService.getScriptLock()',
  LockService: 'LockService',
  Utilities: 'Utilities',
  'Utilities.Blob': "Utilities.newBlob('text', 'text/plain', 'a.txt')",
  Session: 'Session',
  DriveApp: 'DriveApp',
  'DriveApp.File': "DriveApp.createFile('a.txt', 'text')",
  'DriveApp.Folder': "DriveApp.createFolder('a')",
  'FormApp.Form': "FormApp.create('form')",
  'FormApp.TextItem': "FormApp.create('form').addTextItem()",
  'FormApp.MultipleChoiceItem': "FormApp.create('form').addMultipleChoiceItem()",
  'FormApp.ScaleItem': "FormApp.create('form').addScaleItem()",
};

/** The functions that {@link SAMPLES} calls. */
export const PREAMBLE = `
  function book() { return SpreadsheetApp.create('try', 30, 10); }
  function tab() { var made = book().getSheets()[0]; made.getRange('A1:C3').setValues([['a', 1, true], ['b', new Date(0), ''], ['=1+1', 'c', 2.5]]); return made; }
  function range() { return tab().getRange('A1:C3'); }
  function rule() { return SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(1).setBackground('#ff0000').setRanges([range()]); }
  function named() { var at = book(); at.setNamedRange('one', at.getRange('A1')); return at.getNamedRanges()[0]; }
  function metadata() { var at = book(); at.addDeveloperMetadata('key', 'value'); return at.getDeveloperMetadata()[0]; }
  function chart() { var at = tab(); var made = at.newChart().asColumnChart().addRange(at.getRange('A1:B3')).setPosition(1, 5, 0, 0).build(); at.insertChart(made); return at.getCharts()[0]; }
  function grouped() { var at = tab(); at.getRange('2:3').shiftRowGroupDepth(1); return at.getRowGroup(2, 1); }
  function run() {}
`;
