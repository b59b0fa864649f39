/** Files of other programs with more in them than a ledger keeps: opened as a copy that says what it would lose. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { openFile } from '../../local/file/file-of-record.ts';
import { describeFinding } from '../../local/file/file-problem.ts';
import { readEntry, rebuildZip } from '../../local/file/zip-archive.ts';
import { readZip } from '../../local/file/zip-directory.ts';
import { inFolder } from './temporary.ts';

async function bytesOf(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('客户');
  sheet.addRow(['姓名', '电话']);
  fill(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What the opening said would be lost; nothing for a file that was opened itself. */
const lostIn = (bytes: Buffer) =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    await writeFile(path, bytes);
    const file = await openFile(path, { locale: 'zh-CN' });
    const notice = file.notices.find(({ code }) => code === 'opened-as-copy');
    await file.save(file.state);
    await file.close();
    if (notice) expect((await readFile(path)).equals(bytes)).toBe(true);
    expect(await readdir(folder)).toContain(notice ? 'a-副本.xlsx' : 'a-原件.xlsx');
    return notice && { lost: notice.details.lost, zh: describeFinding(notice, 'zh'), en: describeFinding(notice, 'en') };
  });

test('a plain table of another program is opened itself', async () => {
  expect(await lostIn(await bytesOf(() => {}))).toBeUndefined();
});

test('hyperlinks, texts of several formats, icon sets, print settings and groups are named before they are lost', async () => {
  const cases: [string, string, Buffer][] = [
    [
      'hyperlinks',
      '超链接',
      await bytesOf((sheet) => (sheet.getCell('A2').value = { text: '站', hyperlink: 'https://shop.test' })),
    ],
    [
      'rich-text',
      '混合格式',
      await bytesOf(
        (sheet) => (sheet.getCell('A2').value = { richText: [{ text: '重要', font: { bold: true } }, { text: '说明' }] }),
      ),
    ],
    [
      'icons-and-bars',
      '图标集',
      await bytesOf((sheet) =>
        sheet.addConditionalFormatting({
          ref: 'A1:A9',
          rules: [
            {
              type: 'iconSet',
              iconSet: '3Arrows',
              priority: 1,
              cfvo: [
                { type: 'percent', value: 0 },
                { type: 'percent', value: 33 },
                { type: 'percent', value: 67 },
              ],
            } as never,
          ],
        }),
      ),
    ],
    ['print-settings', '打印设置', await bytesOf((sheet) => (sheet.pageSetup.orientation = 'landscape'))],
    ['print-settings', '打印设置', await bytesOf((sheet) => (sheet.pageSetup.printArea = 'A1:B2'))],
    ['print-settings', '打印设置', await bytesOf((sheet) => (sheet.headerFooter.oddFooter = '&P'))],
    ['groups', '分组', await bytesOf((sheet) => (sheet.getRow(1).outlineLevel = 1))],
    ['cell-looks', '缩进', await bytesOf((sheet) => (sheet.getCell('A1').alignment = { indent: 2 }))],
  ];
  for (const [code, zh, bytes] of cases) {
    const said = await lostIn(bytes);
    expect([code, said]).toEqual([code, expect.objectContaining({ lost: code, zh: expect.stringContaining(zh) })]);
    expect(said!.en.replace('副本', '')).not.toMatch(/[\u3400-\u9fff]/);
  }
});

test('a link that Excel made of an address as it was typed says no more than the address', async () => {
  const typed = { text: 'li@shop.test', hyperlink: 'mailto:li@shop.test' };
  expect(await lostIn(await bytesOf((sheet) => (sheet.getCell('A2').value = typed)))).toBeUndefined();
});

test('parts that nobody here has heard of are reason enough for a copy', async () => {
  const zip = readZip(await bytesOf(() => {}));
  const bytes = rebuildZip(zip, { 'xl/featurePropertyBag/featurePropertyBag.xml': Buffer.from('<a/>') });
  expect(await lostIn(bytes)).toMatchObject({ lost: 'other-parts' });
  const text = readEntry(zip, 'xl/workbook.xml')!.toString('utf8');
  const named = text.replace('</sheets>', '</sheets><definedNames><definedName name="税率">0.13</definedName></definedNames>');
  expect(await lostIn(rebuildZip(zip, { 'xl/workbook.xml': Buffer.from(named) }))).toMatchObject({ lost: 'named-formulas' });
  const range = named.replace('>0.13<', ">'客户'!$A$1:$A$9<");
  expect(await lostIn(rebuildZip(zip, { 'xl/workbook.xml': Buffer.from(range) }))).toBeUndefined();
});
