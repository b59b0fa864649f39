/** Texts as SpreadsheetML can hold them. */

/** What one cell of Excel holds; the rest of a longer text rides in our own part of the file. */
export const longestText = 32_767;

// what XML forbids or changes on reading, and lone halves of surrogate pairs
const unfit = /[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Escapes as Excel does (`_x000D_`), so that every text comes back as it was. */
export function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(unfit, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** The beginning of a text that fits a cell, without cutting a character in two. */
export function fittingText(text: string): string {
  if (text.length <= longestText) return text;
  const cut = text.slice(0, longestText - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
