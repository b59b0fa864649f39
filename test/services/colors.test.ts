import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

const THEME = `const role = (name) => SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType[name]).build();`;

test('a colour object is a colour, a role of the theme, or nothing yet', async () => {
  expect(
    await script(`${THEME}
      const rgb = SpreadsheetApp.newColor().setRgbColor('Tomato').build().asRgbColor();
      return [String(SpreadsheetApp.newColor().getColorType()), rgb.asHexString(), [rgb.getRed(), rgb.getGreen(), rgb.getBlue()],
        String(role('ACCENT2').getColorType()), String(role('ACCENT2').asThemeColor().getThemeColorType()), String(role('TEXT')), String(rgb)];`),
  ).toEqual(['UNSUPPORTED', '#ff6347', [255, 99, 71], 'THEME', 'ACCENT2', 'Color', 'RgbColor']);
  expect(await thrownBy(`${THEME} role('TEXT').asRgbColor();`)).toBe('Exception: Object is not of type RgbColor.');
  expect(await thrownBy(`SpreadsheetApp.newColor().setRgbColor('red').asThemeColor();`)).toBe(
    'Exception: Object is not of type ThemeColor.',
  );
  expect(await thrownBy(`SpreadsheetApp.newColor().setRgbColor('rebeccapurple');`)).toBe('Exception: Invalid argument: color');
});

test('cells take colour objects one by one, and answer with what they were given', async () => {
  expect(
    await script(`${THEME}
      const cells = sheet.getRange('A1:B1').setBackgroundObjects([[role('ACCENT1'), SpreadsheetApp.newColor().setRgbColor('#123456').build()]]);
      cells.setFontColorObject(role('TEXT'));
      const kinds = cells.getBackgroundObjects()[0].map((color) => String(color.getColorType()));
      return [kinds, cells.getBackgrounds()[0], cells.getFontColors()[0], String(cells.getFontColorObject().asThemeColor().getThemeColorType())];`),
  ).toEqual([['THEME', 'RGB'], ['#4285f4', '#123456'], ['#000000', '#000000'], 'TEXT']);
});

test('a plain colour takes a role away, and null takes both', async () => {
  expect(
    await script(`${THEME}
      const cell = sheet.getRange('A1').setBackgroundObject(role('ACCENT1')).setBackground('#ffff00');
      const plain = String(cell.getBackgroundObject().getColorType());
      return [plain, cell.setBackgroundObject(role('ACCENT1')).setBackgroundObject(null).getBackground(), cell.setBackgroundRGB(300, -1, 16).getBackground()];`),
  ).toEqual(['RGB', '#ffffff', '#ff0010']);
});

test('a text style of a role reads as the role’s name', async () => {
  expect(
    await script(`${THEME}
      const style = SpreadsheetApp.newTextStyle().setForegroundColorObject(role('ACCENT4')).setBold(true).build();
      const cell = sheet.getRange('A1').setTextStyle(style);
      const read = cell.getTextStyle();
      return [style.getForegroundColor(), style.isItalic(), read.getForegroundColor(), read.isBold(), read.isItalic(), read.getFontFamily(), read.getFontSize(), cell.getFontColor()];`),
  ).toEqual(['ACCENT4', null, 'ACCENT4', true, false, 'arial,sans,sans-serif', 10, '#34a853']);
});

test('what was coloured by role follows the theme, and undoes with it', async () => {
  expect(
    await script(`${THEME}
      const cells = sheet.getRange('A1:B1').setBackgroundObject(role('ACCENT1'));
      sheet.getRange('B1').setBackground('#4285f4');
      const theme = ss.getSpreadsheetTheme().setConcreteColor(SpreadsheetApp.ThemeColorType.ACCENT1, 1, 2, 3).setFontFamily('Lato');
      const before = cells.getBackgrounds()[0];
      ss.setSpreadsheetTheme(theme);
      const after = cells.getBackgrounds()[0];
      const font = [ss.getSpreadsheetTheme().getFontFamily(), cells.getFontFamily()];
      ss.resetSpreadsheetTheme();
      return [before, after, font, cells.getBackground(), theme.getThemeColors().length];`),
  ).toEqual([['#4285f4', '#4285f4'], ['#010203', '#4285f4'], ['Lato', 'Lato'], '#4285f4', 9]);
});

test('text is turned, stands upright, or runs from the right', async () => {
  expect(
    await script(`
      const cell = sheet.getRange('A1').setTextRotation(45);
      const turned = [cell.getTextRotation().getDegrees(), cell.getTextRotation().isVertical()];
      cell.setVerticalText(true).setTextDirection(SpreadsheetApp.TextDirection.RIGHT_TO_LEFT);
      const upright = [cell.getTextRotation().getDegrees(), cell.getTextRotation().isVertical(), String(cell.getTextDirection())];
      sheet.getRange('B1').setTextRotation(cell.getTextRotation());
      return [turned, upright, sheet.getRange('B1').getTextRotation().isVertical(), cell.setVerticalText(false).setTextDirection(null).getTextDirection()];`),
  ).toEqual([[45, false], [0, true, 'RIGHT_TO_LEFT'], true, null]);
  expect(await thrownBy(`sheet.getRange('A1').setTextRotation(91);`)).toBe('Exception: Invalid argument: degrees');
});

test('the lines round a cell can be read, and a cell without any has none', async () => {
  expect(
    await script(`
      const none = sheet.getRange('A1').getBorder();
      sheet.getRange('B2:C3').setBorder(true, true, null, null, null, null, 'red', SpreadsheetApp.BorderStyle.DOUBLE);
      const border = sheet.getRange('B2:C3').getBorder();
      const line = (side) => [String(side.getBorderStyle()), String(side.getColor().getColorType())];
      return [none, line(border.getTop()), border.getTop().getColor().asRgbColor().asHexString(), line(border.getBottom())];`),
  ).toEqual([null, ['DOUBLE', 'RGB'], '#ff0000', ['null', 'UNSUPPORTED']]);
});

test('the colour of a tab is text or an object, and what is no colour is refused', async () => {
  expect(
    await script(`const seen = [sheet.getTabColor(), sheet.getTabColorObject()];
      sheet.setTabColor('#FF00AA');
      seen.push(sheet.getTabColor(), sheet.getTabColorObject().asRgbColor().asHexString());
      sheet.setTabColorObject(SpreadsheetApp.newColor().setRgbColor('green'));
      seen.push(sheet.getTabColor());
      sheet.setTabColorObject(null);
      return [...seen, sheet.getTabColor()];`),
  ).toEqual([null, null, '#ff00aa', '#ff00aa', '#008000', null]);
  expect(await thrownBy(`sheet.setTabColor('nonsense')`)).toBe('Exception: Invalid argument: color');
});
