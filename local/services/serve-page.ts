/** Scripts of the page itself; those with `src` are fetched elsewhere. */
const INLINE_SCRIPT = /(<script\b(?![^>]*\ssrc\s*=)[^>]*>)([\s\S]*?)(<\/script\s*>)/gi;
const COMMENT = /<!--(?!\[if)[\s\S]*?-->/g;

/**
 * What `HtmlService` makes of a page on its way to the browser: comments go, and in inline scripts everything from two
 * slashes to the end of the line, inside strings as well (platform.md §6). A page that minds does not work on Google.
 * @example asServed('<script>go("https://x.example")</script>') // '<script>go("https:</script>'
 */
export function asServed(html: string): string {
  let served = '';
  let done = 0;
  for (const match of html.matchAll(INLINE_SCRIPT)) {
    const [whole, open, code, close] = match as unknown as [string, string, string, string];
    served += html.slice(done, match.index).replace(COMMENT, '') + open + code.replace(/\/\/[^\n\r\u2028\u2029]*/g, '') + close;
    done = match.index + whole.length;
  }
  return served + html.slice(done).replace(COMMENT, '');
}
