/**
 * Reads the XML of an .xlsx part tag by tag, without a tree: a tab may have a million cells. Prefixes of names are cut
 * off, because programs choose them differently (`x:row`, `row`).
 */
export interface XmlHandler {
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * `&amp;` → `&`, `&#10;` → line feed
 * @throws {SyntaxError} at an entity that XML itself does not know
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    const text = entities[name!];
    if (text === undefined) throw new SyntaxError(`entity ${whole}`);
    return text;
  });
}

/** `_x000D_` → carriage return: how SpreadsheetML writes what XML forbids. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const attributeShape = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const match of text.matchAll(attributeShape)) {
    const name = match[1]!;
    attributes[name.slice(name.indexOf(':') + 1)] = decodeEntities(match[2] ?? match[3] ?? '');
  }
  return attributes;
}

/**
 * @throws {SyntaxError} when a tag is never closed or another is closed than was opened, and at a document type: no
 * program writes one into a workbook, and what it may declare (entities that grow, files to fetch) is never looked at
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start < 0) break;
    if (xml.startsWith('<!DOCTYPE', start)) throw new SyntaxError('document type');
    if (start > at && handler.text) handler.text(decodeEntities(xml.slice(at, start).replaceAll('\r\n', '\n')));
    const next = xml.charCodeAt(start + 1);
    // `!`: comment or CDATA; `?`: instruction
    if (next === 33 || next === 63) {
      const isCdata = xml.startsWith('<![CDATA[', start);
      const terminator = isCdata ? ']]>' : xml.startsWith('<!--', start) ? '-->' : '>';
      const end = xml.indexOf(terminator, start + 2);
      if (end < 0) throw new SyntaxError('unclosed section');
      if (isCdata) handler.text?.(xml.slice(start + 9, end));
      at = end + terminator.length;
      continue;
    }
    const end = tagEnd(xml, start);
    if (next === 47) {
      const name = xml.slice(start + 2, end).trimEnd();
      if (open.pop() !== name) throw new SyntaxError('tags do not match');
      handler.close?.(localName(name));
    } else openTag(xml, start + 1, end, handler, open);
    at = end + 1;
  }
  if (open.length > 0) throw new SyntaxError('unclosed tag');
}

/** A `>` may stand inside an attribute's value, where quotes before it do not pair up. */
function tagEnd(xml: string, start: number): number {
  let end = xml.indexOf('>', start);
  let from = start;
  let quote = 0;
  for (;;) {
    if (end < 0) throw new SyntaxError('unclosed tag');
    for (let at = from; at < end; at++) {
      const code = xml.charCodeAt(at);
      if (quote === code) quote = 0;
      else if (quote === 0 && (code === 34 || code === 39)) quote = code;
    }
    if (quote === 0) return end;
    from = end;
    end = xml.indexOf('>', end + 1);
  }
}

function openTag(xml: string, from: number, end: number, handler: XmlHandler, path: string[]): void {
  const empty = xml.charCodeAt(end - 1) === 47;
  const body = xml.slice(from, empty ? end - 1 : end);
  const space = body.search(/\s/);
  const whole = space < 0 ? body : body.slice(0, space);
  const name = localName(whole);
  handler.open?.(name, space < 0 ? {} : attributesOf(body.slice(space)));
  if (empty) handler.close?.(name);
  else path.push(whole);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
