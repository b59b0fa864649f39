/** `HtmlService` templates: scriptlets see the script's globals, so they are compiled inside the realm. Stands alone, see `realm-codec.ts`. */
export function makeTemplates(realm: typeof globalThis, htmlOutput: (html: string) => object): (source: string) => object {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
  const escapeHtml = (value: unknown): string => String(value ?? '').replace(/[&<>"']/g, (sign) => escapes[sign]!);
  // inside <script>, a printed value must neither end the string it stands in nor the script
  const escapeScript = (value: unknown): string =>
    String(value ?? '').replace(/[\\"'<>&\n\r\u2028\u2029]/g, (sign) => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0'));

  const compile = (source: string): string => {
    let code = 'let __html = "";\n';
    let at = 0;
    let inScript = false;
    const text = (piece: string) => {
      const opened = piece.toLowerCase().lastIndexOf('<script');
      const closed = piece.toLowerCase().lastIndexOf('</script');
      if (opened !== closed) inScript = opened > closed;
      if (piece) code += `__html += ${JSON.stringify(piece)};\n`;
    };
    for (const match of source.matchAll(/<\?(!=|=)?([\s\S]*?)\?>/g)) {
      text(source.slice(at, match.index));
      at = match.index + match[0].length;
      const body = match[2]!.trim().replace(/;$/, '');
      if (match[1] === '!=') code += `__html += String((${body}) ?? "");\n`;
      else if (match[1] === '=') code += `__html += ${inScript ? '__script' : '__escape'}(${body});\n`;
      else code += `${match[2]}\n`;
    }
    text(source.slice(at));
    return `${code}return __html;`;
  };

  class HtmlTemplate {
    [variable: string]: unknown;
    constructor(source: string) {
      Object.defineProperty(this, 'getRawContent', { value: () => source });
    }
    evaluate(): object {
      const names = Object.keys(this);
      const make = new realm.Function('__escape', '__script', ...names, this.getCode());
      return htmlOutput(make(escapeHtml, escapeScript, ...names.map((name) => this[name])));
    }
    getCode(): string {
      return compile((this.getRawContent as () => string)());
    }
    getCodeWithComments(): string {
      return this.getCode();
    }
    toString(): string {
      return 'HtmlTemplate';
    }
  }
  return (source) => new HtmlTemplate(source);
}
