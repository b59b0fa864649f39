// What Google's save-time parser and its HTML server do to a script's text (platform § 6).
import { parse } from 'acorn';

/** The parser behind the editor rejects newer syntax: class fields, BigInt, numeric separators. Modules do not exist there. */
export function syntaxProblems(name, code) {
  try {
    parse(code, { ecmaVersion: 2019, sourceType: 'script', allowHashBang: false });
    return [];
  } catch (error) {
    return [`${name}: not ES2019 at line ${error.loc?.line}: ${error.message}. Lower the target or avoid that syntax.`];
  }
}

export function asciiProblems(name, text) {
  const index = text.search(/[^\0-\x7f]/);
  if (index < 0) return [];
  const line = text.slice(0, index).split('\n').length;
  return [
    `${name}: "${text[index]}" at line ${line} is not ASCII and may arrive corrupted. Build with charset ascii, escape it.`,
  ];
}

/** The text of every inline script of a page that is program, not data. */
export function inlineScripts(html) {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)];
  return scripts
    .filter(([, attributes]) => !/type\s*=\s*["']?application\/(?:ld\+)?json/i.test(attributes))
    .map(([, , code]) => code);
}

/**
 * Serving can strip from `//` to the end of the line inside strings, template literals and regular expressions, and
 * takes `<!--` for a comment. Only comments that have their line to themselves are safe.
 */
export function strippingProblems(name, code) {
  const problems = [];
  const say = (line, what) => problems.push(`${name}, script line ${line}: ${what}`);
  const sameLineBefore = (start) => code.slice(code.lastIndexOf('\n', start - 1) + 1, start).trim();
  try {
    parse(code, {
      ecmaVersion: 2019,
      sourceType: 'script',
      locations: true,
      onComment: (block, _text, start, _end, at) => {
        if (!block && sameLineBefore(start)) say(at.line, 'a // comment after code; give it a line of its own.');
      },
      onToken: ({ type, start, end, loc }) => {
        if (!['string', 'template', 'regexp'].includes(type.label)) return;
        const raw = code.slice(start, end);
        if (raw.includes('//')) say(loc.start.line, 'a literal holds "//"; write one slash as \\u002f.');
        if (raw.includes('<!--')) say(loc.start.line, 'a literal holds "<!--"; write the first sign as \\u003c.');
      },
    });
  } catch {
    // a script that does not parse is told by syntaxProblems
  }
  return problems;
}

/** A sidebar is one file: what it loads from elsewhere is a request of another origin, or missing. */
export function outsideProblems(name, html) {
  const markup = html.replace(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi, (whole) => whole.slice(0, whole.indexOf('>') + 1));
  const problems = [];
  if (/<script\b[^>]*\bsrc\s*=/i.test(markup)) problems.push(`${name}: a script is loaded by src; put it inline.`);
  if (/<link\b[^>]*\brel\s*=\s*["']?(?:stylesheet|preload|icon)/i.test(markup))
    problems.push(`${name}: a <link> loads a file; put it inline.`);
  if (/@import\b|url\(\s*["']?(?!data:|#)/i.test(markup)) problems.push(`${name}: a style loads a file; put it inline as data.`);
  return problems;
}
