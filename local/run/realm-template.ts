import type { Escaper } from './realm-escape.ts';

/** `HtmlService` templates: scriptlets see the script's globals, so they are compiled inside the realm. Stands alone, see `realm-codec.ts`. */
export function makeTemplates(
  realm: typeof globalThis,
  htmlOutput: (html: string) => object,
  makeEscaper: () => Escaper,
): { template: (source: string) => object; initTemplate: () => object } {
  /** What the code of a template writes to: `_` takes markup, `_$` what is to be escaped for its place. */
  const initTemplate = (): object => {
    const escaper = makeEscaper();
    let html = '';
    const output = {
      set _(markup: unknown) {
        html += escaper.raw(String(markup));
      },
      set _$(printed: unknown) {
        html += escaper.print(printed);
      },
      get $out() {
        return htmlOutput(html);
      },
    };
    return output;
  };

  const literal = (text: string): string =>
    `'${text.replace(/[\\'\n\r\u2028\u2029]/g, (sign) => (sign === '\n' ? '\\n' : sign === '\r' ? '\\r' : sign.charCodeAt(0) > 0xff ? `\\u${sign.charCodeAt(0).toString(16)}` : `\\${sign}`))}'`;
  // a line of the template stays a line of the code
  const markup = (piece: string): string =>
    (piece.match(/[^\n]*\n|[^\n]+$/g) ?? [])
      .map((line) => `output._ = ${literal(line)};${line.endsWith('\n') ? '\n' : ' '}`)
      .join('');

  const compile = (source: string): string => {
    let code = '';
    let at = 0;
    for (const match of source.matchAll(/<\?(!=|=)?([\s\S]*?)\?>/g)) {
      code += markup(source.slice(at, match.index));
      at = match.index + match[0].length;
      const body = match[2]!;
      // what follows must not become part of a comment
      const end = /\/\/[^\n]*$/.test(body) ? '\n' : ' ';
      if (match[1]) code += `output.${match[1] === '=' ? '_$' : '_'} = (${body.replace(/;\s*$/, '')}${end}); `;
      else code += `${body}${end}`;
    }
    code += markup(source.slice(at));
    return `(function() { var output = HtmlService.initTemplate(); ${code}\n/* End of user code */\nreturn output.$out;\n})()`;
  };

  class HtmlTemplate {
    [variable: string]: unknown;
    constructor(source: string) {
      Object.defineProperty(this, 'getRawContent', { value: () => source });
    }
    evaluate(): object {
      const names = Object.keys(this);
      const make = new realm.Function(...names, `return ${this.getCode()};`);
      return make(...names.map((name) => this[name]));
    }
    getCode(): string {
      return compile((this.getRawContent as () => string)());
    }
    getCodeWithComments(): string {
      const lines = (this.getRawContent as () => string)().split('\n');
      return this.getCode()
        .split('\n')
        .map((line, i) => (i < lines.length ? `${line} // ${lines[i]}` : line))
        .join('\n');
    }
    toString(): string {
      return 'HtmlTemplate';
    }
  }
  return { template: (source) => new HtmlTemplate(source), initTemplate };
}
