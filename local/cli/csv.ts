/** CSV as RFC 4180 has it, and as Excel makes it: with a byte order mark, any line ends, quotes and line breaks in cells. */

/**
 * @throws {SyntaxError} when a quoted cell is never closed; the message names its line
 * @example parseCsv('a,"b ""c"""\r\n1,') // [['a', 'b "c"'], ['1', '']]
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  const plain = /[^,\r\n]*/y;
  const quoted = /"((?:[^"]|"")*)"/y;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      quoted.lastIndex = at;
      const match = quoted.exec(text);
      if (!match) throw new SyntaxError(`line ${line}: a quoted cell is not closed`);
      cell = match[1]!.replaceAll('""', '"');
      line += match[1]!.split('\n').length - 1;
      at = quoted.lastIndex;
      // what stands behind the closing quote belongs to the cell, as Excel reads it
      plain.lastIndex = at;
      cell += plain.exec(text)![0];
      at = plain.lastIndex;
    } else {
      plain.lastIndex = at;
      cell = plain.exec(text)![0];
      at = plain.lastIndex;
    }
    row.push(cell);
    if (text[at] === ',') {
      at++;
      if (at < text.length) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at++;
    line++;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** @example formatCsv([['a', 'b,c']]) // 'a,"b,c"\r\n' */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
