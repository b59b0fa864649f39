/** A chart of the kind “table”: its rows as text, as many as there is room for. */
import type { ChartTable } from './chart-table.ts';
import { type Box, GRID, INK, lineShape, rectShape, type Shape, SOFT, textShape } from './shapes.ts';
import { shorten } from './text-width.ts';

const LINE = 22;

export function drawTable(table: ChartTable, box: Box, shapes: Shape[]): void {
  const columns = [{ name: table.title, texts: table.names }, ...table.series];
  const width = box.width / columns.length;
  const most = Math.max(1, Math.floor(box.height / LINE) - 1);
  const cut = table.names.length > most;
  const shown = cut ? most - 1 : table.names.length;
  shapes.push(rectShape({ ...box, height: LINE }, '#eef3f2'));
  for (const [index, { name, texts }] of columns.entries()) {
    const right = index > 0;
    const x = box.left + index * width + (right ? width - 8 : 8);
    const say = (row: number, text: string, bold = false) =>
      shapes.push(
        textShape(x, box.top + LINE * (row + 0.5), shorten(text, width - 16, 12), {
          color: INK,
          bold,
          anchor: right ? 'end' : 'start',
          hint: text,
        }),
      );
    say(0, name, true);
    for (let row = 0; row < shown; row++) say(row + 1, texts[row]!);
  }
  for (let row = 1; row <= shown + 1; row++)
    shapes.push(lineShape(box.left, box.top + LINE * row, box.left + box.width, box.top + LINE * row, GRID));
  if (cut)
    shapes.push(textShape(box.left + 8, box.top + LINE * (shown + 1.5), `+${table.names.length - shown}`, { color: SOFT }));
}
