import type { FrameRule, ScalePoint, TabFrame } from '../../domain/backup/file-piece.ts';
import { valueFromFile, valueToFile } from './looks.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Widths beyond are not kept: each costs a call. */
const mostWidths = 60;

const points = ['Min', 'Mid', 'Max'] as const;

function scaleOf(scale: GoogleAppsScript.Spreadsheet.GradientCondition): (ScalePoint | null)[] {
  return points.map((point) => {
    const color = scale[`get${point}Color`]();
    return color ? [color, String(scale[`get${point}Type`]()), scale[`get${point}Value`]()] : null;
  });
}

function setScale(builder: GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder, scale: FrameRule['scale']): void {
  scale?.forEach((point, i) => {
    if (!point) return;
    const [color, type, value] = point;
    builder[`setGradient${points[i]!}pointWithValue`](color, SpreadsheetApp.InterpolationType[type as 'MIN'], value);
  });
}

/** What a tab looks like as a whole. One call for each column, none for rows. */
export function readFrame(sheet: Sheet, columns: number): TabFrame {
  const color = sheet.getTabColor() as string | null;
  const grid: TabFrame['grid'] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const all = sheet.getRange(1, 1, ...grid);
  return {
    grid,
    widths: Array.from({ length: Math.min(columns, mostWidths) }, (_, i) => sheet.getColumnWidth(i + 1)),
    frozen: [sheet.getFrozenRows(), sheet.getFrozenColumns()],
    ...(color ? { color } : {}),
    merges: all.getMergedRanges().map((range) => range.getA1Notation()),
    rules: sheet.getConditionalFormatRules().flatMap((rule): FrameRule[] => {
      const on = rule.getRanges().map((range) => range.getA1Notation());
      const scale = rule.getGradientCondition();
      if (scale) return [{ on, criteria: '', values: [], scale: scaleOf(scale) }];
      const condition = rule.getBooleanCondition();
      const values = condition?.getCriteriaValues().map(valueToFile) ?? [undefined];
      if (!condition || values.includes(undefined)) return [];
      const [background, font] = [condition.getBackground(), condition.getFontColor()];
      return [
        {
          on,
          criteria: String(condition.getCriteriaType()),
          values: values as FrameRule['values'],
          ...(background ? { background } : {}),
          ...(font ? { color: font } : {}),
          ...(condition.getBold() ? { bold: true } : {}),
          ...(condition.getItalic() ? { italic: true } : {}),
        },
      ];
    }),
  };
}

/** Dresses a tab as it was. */
export function writeFrame(sheet: Sheet, { widths, frozen, color, merges, rules }: TabFrame): void {
  widths.forEach((width, i) => {
    if (width !== widths[i - 1]) {
      const end = widths.findIndex((other, j) => j > i && other !== width);
      sheet.setColumnWidths(i + 1, (end < 0 ? widths.length : end) - i, width);
    }
  });
  sheet.setFrozenRows(frozen[0]);
  sheet.setFrozenColumns(frozen[1]);
  if (color) sheet.setTabColor(color);
  for (const range of merges) sheet.getRange(range).merge();
  sheet.setConditionalFormatRules(
    rules.map(({ on, criteria, values, background, color: font, bold, italic, scale }) => {
      const builder = SpreadsheetApp.newConditionalFormatRule().setRanges(on.map((range) => sheet.getRange(range)));
      setScale(builder, scale);
      if (criteria) builder.withCriteria(SpreadsheetApp.BooleanCriteria[criteria as 'CELL_EMPTY'], values.map(valueFromFile));
      if (background) builder.setBackground(background);
      if (font) builder.setFontColor(font);
      if (bold) builder.setBold(true);
      if (italic) builder.setItalic(true);
      return builder.build();
    }),
  );
}
