/**
 * Whether a text would be, or could become, a formula in a spreadsheet or in a CSV opened by one (platform §8):
 * it starts with `=`, `+`, `-`, `@`, their full-width forms, a tab or a carriage return, also behind spaces.
 * A phone such as `+86 138…` and a negative number count as well: they too must be written as text.
 *
 * @example looksLikeFormula(' ＝IMPORTXML("…")') // true
 */
export function looksLikeFormula(text: string): boolean {
  return /^[ \u00a0\u200b\u3000\ufeff\n]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text);
}
