import { expect, test } from '@jest/globals';
import { fileBytes } from '../../local/file/file-bytes.ts';
import { openZip, readState } from '../../local/file/read-file.ts';
import { resultOf, script, scriptHost, thrownBy } from '../run/script-host.ts';

/** A column chart of `A1:B5` beside its numbers. */
const INSERT = `
  sheet.insertChart(sheet.newChart().asColumnChart().setTitle('Sales').setStacked().setXAxisTitle('Month')
    .setOption('vAxis', { format: '0.0' }).setRange(0, 10).addRange(sheet.getRange('A1:B5')).setPosition(2, 4, 10, 20).build());`;

const SHOW = `const show = (chart) => { const at = chart.getContainerInfo(); return [String(chart.modify().getChartType()), chart.getRanges().map((range) => range.getSheet().getName() + '!' + range.getA1Notation()), at.getAnchorRow(), at.getAnchorColumn(), at.getOffsetX(), at.getOffsetY()]; };`;

test('a chart that was inserted is found on its tab with what it was built from', async () => {
  expect(
    await script(`${INSERT} ${SHOW}
      const [chart] = sheet.getCharts();
      const options = chart.getOptions();
      return [show(chart), String(chart), String(options), options.get('title'), options.get('isStacked'), options.get('hAxis.title'),
        options.get('vAxis'), options.get('nothing'), chart.getNumHeaders(), String(chart.getMergeStrategy()), String(chart.getHiddenDimensionStrategy())];`),
  ).toEqual([
    ['COLUMN', ['Data!A1:B5'], 2, 4, 10, 20],
    'EmbeddedChart',
    'ChartOptions',
    'Sales',
    true,
    'Month',
    { format: '0.0', viewWindow: { min: 0, max: 10 } },
    null,
    -1,
    'MERGE_COLUMNS',
    'IGNORE_BOTH',
  ]);
});

test('a chart has a number only once it is on a tab, and keeps it when it is changed', async () => {
  expect(
    await script(`
      const built = sheet.newChart().setChartType(Charts.ChartType.PIE).addRange(sheet.getRange('A1:B3')).build();
      sheet.insertChart(built);
      const [chart] = sheet.getCharts();
      const changed = chart.modify().setChartType(Charts.ChartType.LINE).setPosition(5, 6, 0, 0).build();
      sheet.updateChart(changed);
      const [now] = sheet.getCharts();
      return [built.getChartId(), chart.getChartId() === now.getChartId(), typeof now.getChartId(), sheet.getCharts().length,
        String(now.modify().getChartType()), now.getContainerInfo().getAnchorRow(), chart.getContainerInfo().getAnchorRow()];`),
  ).toEqual([null, true, 'number', 1, 'LINE', 5, 1]);
});

test('a chart that is not on the tab can be neither changed nor taken away', async () => {
  const missing = 'Exception: The chart was not found on the sheet "Data".';
  expect(await thrownBy(`sheet.removeChart(sheet.newChart().build());`)).toBe(missing);
  expect(await thrownBy(`${INSERT} const [chart] = sheet.getCharts(); sheet.removeChart(chart); sheet.updateChart(chart);`)).toBe(
    missing,
  );
});

test('builders of one type offer what that type has, and take Google’s enumerations only', async () => {
  expect(await thrownBy(`sheet.newChart().asPieChart().setLegendPosition('BOTTOM');`)).toBe(
    "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.EmbeddedPieChartBuilder.setLegendPosition.",
  );
  expect(await thrownBy(`sheet.newChart().setTitle('x');`)).toBe('TypeError: sheet.newChart(...).setTitle is not a function');
  expect(await thrownBy(`sheet.newChart().asBarChart().setXAxisRange(1, 2);`)).toMatch(/is not a function$/);
  expect(
    await script(`
      const builder = sheet.newChart();
      const types = ['Area', 'Bar', 'Column', 'Combo', 'Histogram', 'Line', 'Pie', 'Scatter', 'Table'].map((name) => String(builder['as' + name + 'Chart']().getChartType()));
      const text = Charts.newTextStyle().setColor('red').setFontSize(18).build();
      const line = builder.asLineChart().setCurveStyle(Charts.CurveStyle.SMOOTH).setTitleTextStyle(text).setLegendPosition(Charts.Position.NONE).setColors(['red', '#00FF00']);
      const options = line.build().getOptions();
      return [types, options.get('curveType'), options.get('titleTextStyle'), options.get('legend.position'), options.get('colors'), builder.toString().replace(/@.*/, '')];`),
  ).toEqual([
    ['AREA', 'BAR', 'COLUMN', 'COMBO', 'HISTOGRAM', 'LINE', 'PIE', 'SCATTER', 'TABLE'],
    'function',
    { color: '#ff0000', fontSize: 18 },
    'none',
    ['#ff0000', '#00ff00'],
    'com.google.apps.maestro.server.beans.trix.impl.ChartPropertyApiEmbeddedChartBuilder',
  ]);
});

test('ranges are added and taken away one by one, and open ones grow with the tab', async () => {
  expect(
    await script(`
      const builder = sheet.newChart().addRange(sheet.getRange('A1:A3')).addRange(sheet.getRange('C:C'));
      builder.removeRange(sheet.getRange('A1:A3'));
      sheet.insertChart(builder.build());
      sheet.insertRowsAfter(sheet.getMaxRows(), 5);
      const [range] = sheet.getCharts()[0].getRanges();
      return [range.getA1Notation(), range.getNumRows(), builder.clearRanges().getRanges().length];`),
  ).toEqual(['C:C', 1005, 0]);
});

test('a chart and its ranges follow rows and columns, also from another tab', async () => {
  expect(
    await script(`${SHOW}
      const report = ss.insertSheet('Report');
      report.insertChart(report.newChart().addRange(sheet.getRange('A2:B5')).setPosition(3, 2, 0, 0).build());
      sheet.insertRowBefore(1);
      report.insertRowBefore(1);
      report.insertColumnBefore(1);
      const moved = show(report.getCharts()[0]);
      sheet.deleteRows(3, 4);
      return [moved, show(report.getCharts()[0])[1]];`),
  ).toEqual([['LINE', ['Data!A3:B6'], 4, 3, 0, 0], []]);
});

test('a copied tab has charts of its own that read the copy', async () => {
  expect(
    await script(
      `${INSERT} ${SHOW}
      const copy = sheet.copyTo(ss).setName('Copy');
      const away = sheet.copyTo(ss.copy('Elsewhere')).setName('Away');
      const [mine, theirs, far] = [sheet, copy, away].map((tab) => tab.getCharts()[0]);
      return [show(theirs)[1], show(far)[1], mine.getChartId() === theirs.getChartId()];`,
      { scopes: ['spreadsheets'] },
    ),
  ).toEqual([['Copy!A1:B5'], ['Away!A1:B5'], false]);
});

test('undo brings a chart back, also the ranges it lost with their tab', async () => {
  const { host, session } = scriptHost(`${SHOW}
    function insert() { const sheet = SpreadsheetApp.getActive().getSheetByName('Data'); ${INSERT}
      const other = SpreadsheetApp.getActive().insertSheet('Other'); other.insertChart(sheet.getCharts()[0].modify().build()); }
    function drop() { const ss = SpreadsheetApp.getActive(); ss.deleteSheet(ss.getSheetByName('Data')); }
    function read() { return SpreadsheetApp.getActive().getSheets().map((sheet) => sheet.getCharts().map((chart) => show(chart)[1])); }`);
  await resultOf(host, 'insert');
  await resultOf(host, 'drop');
  expect(await resultOf(host, 'read')).toEqual([[[]]]);
  await session.intent({ kind: 'undo' });
  expect(await resultOf(host, 'read')).toEqual([[['Data!A1:B5']], [['Data!A1:B5']]]);
});

test('charts ride in the file, also where another program has saved it', async () => {
  const { host } = scriptHost(`function insert() { const sheet = SpreadsheetApp.getActiveSheet(); ${INSERT} }`);
  await resultOf(host, 'insert');
  const bytes = await fileBytes(Buffer.from(JSON.stringify(host.state)), 1);
  for (const trustSeal of [true, false]) {
    const { state } = readState(openZip(bytes, 'x.xlsx'), 'x.xlsx', {}, trustSeal);
    expect(state.sheets[0]!.charts).toEqual(JSON.parse(JSON.stringify(host.state.sheets[0]!.charts)));
  }
});
