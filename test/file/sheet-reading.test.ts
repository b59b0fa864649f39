import { expect, test } from '@jest/globals';
import { readSheet } from '../../local/file/excel/sheet-reading.ts';
import { readStyles } from '../../local/file/excel/style-reading.ts';

const read = (xml: string, strings: string[] = []) =>
  readSheet('t', {
    xml: `<x:worksheet>${xml}</x:worksheet>`,
    strings,
    styles: { cells: [], rules: [], unlocked: new Set() },
    theme: [],
  });

test('cells of every kind, as other programs write them', () => {
  const { cells } = read(
    '<sheetData><row r="2"><c r="B2" t="s"><v>1</v></c><c t="inlineStr"><is><r><t>半</t></r><r><t xml:space="preserve"> 句</t></r><rPh><t>ban</t></rPh></is></c>' +
      '<c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#N/A</v></c><c r="G2"><v>1.5E-3</v></c><c r="H2" t="str"><f>A1&amp;"x"</f><v>&lt;_x000D_</v></c><c r="I2" t="d"><v>2024-01-02</v></c></row></sheetData>',
    ['零', '壹'],
  );
  expect(cells[1]).toEqual([
    undefined,
    { v: '壹' },
    { v: '半 句' },
    undefined,
    { v: true },
    { v: { error: '#N/A' } },
    { v: 0.0015 },
    { f: '=A1&"x"', v: '<\r' },
    { v: 45_293 },
  ]);
});

test('a formula that Excel shares is written out for every cell', () => {
  const { cells } = read(
    '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row></sheetData>',
  );
  expect(cells[2]![0]).toEqual({ f: '=B3*$C$1', v: 3 });
});

test('a dropdown whose list is on another tab is found where Excel keeps it', () => {
  const { validations } = read(
    '<extLst><ext><x14:dataValidations><x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>产品!$A$2:$A$9</xm:f></x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation></x14:dataValidations><x14:conditionalFormattings><x14:cfRule type="expression"/></x14:conditionalFormattings></ext></extLst>',
  );
  expect(validations).toMatchObject([
    {
      rects: [
        { row: 1, column: 1, rows: 8, columns: 1 },
        { row: 1, column: 3, rows: 1, columns: 1 },
      ],
      rule: { type: 'list', formulas: ['产品!$A$2:$A$9'], refuses: true },
    },
  ]);
});

test('heights that a program worked out are not the shop’s, hidden rows are', () => {
  const sheet = read('<sheetData><row r="1" ht="30"/><row r="2" ht="30" customHeight="1"/><row r="4" hidden="1"/></sheetData>');
  expect([sheet.rowHeights, sheet.hiddenRows]).toEqual([{ 1: 40 }, [3]]);
});

test('theme colours, tints and default fonts', () => {
  const { cells } = readStyles(
    '<styleSheet><fonts><font><sz val="11"/><name val="等线"/><color theme="1"/></font><font><b/><sz val="11"/><name val="等线"/><color theme="4" tint="0.5"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills><borders><border/></borders><cellXfs><xf fontId="0"/><xf fontId="1" fillId="1" numFmtId="14"><alignment vertical="center"/></xf></cellXfs></styleSheet>',
    ['#ffffff', '#000000', '#e7e6e6', '#44546a', '#4472c4'],
  );
  expect(cells).toEqual([
    {},
    { background: '#ff0000', bold: true, fontColor: '#a2b9e2', numberFormat: 'mm-dd-yy', verticalAlignment: 'middle' },
  ]);
});
