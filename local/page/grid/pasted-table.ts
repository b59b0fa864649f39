/** Reads what another program put on the clipboard: cells as text, and the little of their looks that is worth keeping. */
import type { Style } from '../../contract.ts';
import { hexOf } from './colors.ts';
import { type PastedTable, tableOfText } from './pasted-text.ts';

/**
 * The plain text is taken where it has the same shape: it holds exactly what was shown, while a table in HTML may have
 * been wrapped or padded.
 */
export function pastedTable(html: string, text: string): PastedTable | undefined {
  const plain = text === '' ? undefined : tableOfText(text);
  const rich = /<table/i.test(html) ? tableOfHtml(html) : undefined;
  if (!rich) return plain;
  if (plain && plain.rows === rich.rows && plain.columns === rich.columns) {
    const cells = rich.cells.map((row, i) => row.map((cell, j) => (cell === null ? null : plain.cells[i]![j]!)));
    return { ...rich, cells };
  }
  return rich;
}

function tableOfHtml(html: string): PastedTable | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table || table.rows.length === 0) return undefined;
  const cells: (string | null)[][] = [];
  const styles: (Style | null)[][] = [];
  let styled = false;
  for (const [i, tableRow] of [...table.rows].entries()) {
    let column = 0;
    for (const element of tableRow.cells) {
      while (cells[i]?.[column] !== undefined) column++;
      const style = styleOf(element);
      styled ||= style !== null;
      for (let r = 0; r < element.rowSpan; r++) {
        for (let c = 0; c < element.colSpan; c++) {
          const first = r === 0 && c === 0;
          (cells[i + r] ??= [])[column + c] = first ? textOf(element) : null;
          (styles[i + r] ??= [])[column + c] = first ? style : null;
        }
      }
      column += element.colSpan;
    }
  }
  const rows = table.rows.length;
  const columns = Math.max(...cells.map((row) => row.length));
  const square = <T>(grid: (T | null)[][]) =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => grid[i]?.[j] ?? null));
  return { rows, columns, cells: square(cells), ...(styled ? { styles: square(styles) } : {}) };
}

function textOf(element: Element): string {
  for (const lineEnd of element.querySelectorAll('br')) lineEnd.replaceWith('\n');
  return (element.textContent ?? '')
    .replace(/[ \t\r]*\n[ \t\r]*/g, '\n')
    .replace(/\u00a0/g, ' ')
    .trim();
}

function styleOf(element: HTMLElement): Style | null {
  const { style } = element;
  const found: Style = {};
  const background = hexOf(style.backgroundColor || element.getAttribute('bgcolor') || '');
  const color = hexOf(style.color);
  if (background && background !== '#ffffff') found.background = background;
  if (color && color !== '#000000') found.fontColor = color;
  if (style.fontWeight === 'bold' || Number(style.fontWeight) >= 600) found.bold = true;
  if (style.fontStyle === 'italic') found.italic = true;
  if (style.textDecoration.includes('line-through')) found.strikethrough = true;
  if (/mso-number-format:\s*["']?\\@/.test(element.getAttribute('style') ?? '')) found.numberFormat = '@';
  return Object.keys(found).length > 0 ? found : null;
}
