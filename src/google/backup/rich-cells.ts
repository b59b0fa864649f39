import type { RichCell, RichStretch } from '../../domain/backup/file-piece.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** In a piece; each costs a call when it is restored. */
const mostRich = 500;
const flags = ['Bold', 'Italic', 'Underline', 'Strikethrough'] as const;

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
          ...([run.getStartIndex(), run.getEndIndex(), flags.map((flag) => style[`is${flag}`]())] as const),
          ...([style.getForegroundColor(), style.getFontSize(), style.getFontFamily(), run.getLinkUrl()] as const),
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
    for (const [from, to, looks, color, size, font, link] of stretches) {
      if (link) rich.setLinkUrl(from, to, link);
      const style = SpreadsheetApp.newTextStyle().setForegroundColor(color!).setFontFamily(font!);
      flags.forEach((flag, i) => {
        style[`set${flag}`](!!looks[i]);
      });
      if (size) style.setFontSize(size);
      rich.setTextStyle(from, to, style.build());
    }
    range.getCell(row, column).setRichTextValue(rich.build());
  }
}
