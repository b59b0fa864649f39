// Plain tables for a terminal: words to the left, numbers to the right.

/** Chinese characters take two columns. */
const width = (text) =>
  [...text].reduce(
    (sum, character) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
const isFigure = (text) => /^[\d.,-]+(\s?[%A-Za-z]+)?$/.test(text);

/** @param {string} title @param {string[]} columns @param {(string | number)[][]} rows */
export function printTable(title, columns, rows) {
  const texts = rows.map((row) => row.map(String));
  const widths = columns.map((name, index) => Math.max(width(name), ...texts.map((row) => width(row[index] ?? ''))));
  const right = columns.map(
    (_, index) => texts.length > 0 && texts.every((row) => row[index] === undefined || isFigure(row[index])),
  );
  const line = (row) =>
    row.map((text, index) => {
      const gap = ' '.repeat(widths[index] - width(text));
      return right[index] ? gap + text : text + gap;
    });
  console.log(`\n${title}`);
  for (const row of [columns, widths.map((size) => '-'.repeat(size)), ...texts])
    console.log(`  ${line(row).join('  ').trimEnd()}`);
}
