import type { RichCell, RichStretch } from '../../domain/backup/file-piece.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** In a piece; each costs a call when it is restored. */
const mostRich = 500;

/** Texts of which a part is bold, coloured or a link. One read. */
export function readRich(range: Range): RichCell[] {
  const cells: RichCell[] = [];
  range.getRichTextValues().forEach((row, i) => {
    row.forEach((rich, j) => {
      const runs = rich?.getText() ? rich.getRuns() : [];
      if (cells.length >= mostRich || (runs.length < 2 && !runs[0]?.getLinkUrl())) return;
      const stretches = runs.map((run): RichStretch => {
        const style = run.getTextStyle();
        return [
          ...([run.getStartIndex(), run.getEndIndex(), style.isBold(), style.isItalic(), style.isUnderline()] as const),
          ...([style.isStrikethrough(), style.getForegroundColor(), style.getFontSize(), style.getFontFamily()] as const),
          run.getLinkUrl(),
        ];
      });
      cells.push([i + 1, j + 1, rich!.getText(), stretches]);
    });
  });
  return cells;
}

/** @param range the piece's cells */
export function writeRich(range: Range, cells: readonly RichCell[]): void {
  for (const [row, column, text, stretches] of cells) {
    const rich = SpreadsheetApp.newRichTextValue().setText(text);
    for (const [from, to, bold, italic, underline, strike, color, size, font, link] of stretches) {
      if (link) rich.setLinkUrl(from, to, link);
      const style = SpreadsheetApp.newTextStyle().setForegroundColor(color!).setFontFamily(font!);
      style.setBold(!!bold).setItalic(!!italic).setUnderline(!!underline).setStrikethrough(!!strike);
      if (size) style.setFontSize(size);
      rich.setTextStyle(from, to, style.build());
    }
    range.getCell(row, column).setRichTextValue(rich.build());
  }
}
