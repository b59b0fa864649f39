/** Prints into a page that grows: what is printed is escaped for the place it lands in. */
export interface Escaper {
  /** Takes markup as it is. */
  raw(markup: string): string;
  /** Escapes a value for the place reached so far. */
  print(value: unknown): string;
}

/** Knows where in a page it is: text, an attribute, a script, a style. Stands alone, see `realm-codec.ts`. */
export function makeEscaper(): Escaper {
  type Place = 'text' | 'tag' | 'name' | 'value' | 'script' | 'style' | 'comment';
  let place: Place = 'text';
  /** the tag and the attribute in which it is */
  let tag = '';
  let attribute = '';
  /** what ends the attribute's value; '' for a blank */
  let quote = '';
  /** whether anything of the value has come yet */
  let begun = false;
  /** in a script: the quote of the string, `/` and `*` for comments */
  let inside = '';
  let tail = '';

  const hex = (sign: string, width: number): string => sign.charCodeAt(0).toString(16).padStart(width, '0');
  const inText = (text: string): string =>
    text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' })[sign]!);
  const unquoted = (text: string): string => inText(text).replace(/[\s=`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  // neither the string may end there nor the script
  const inString = (text: string): string => text.replace(/[\\"'`<>&\n\r\u2028\u2029]/g, (sign) => `\\u${hex(sign, 4)}`);
  const inStyle = (text: string): string => text.replace(/[^\w #%.,-]/g, (sign) => `\\${hex(sign, 1)} `);

  const inScript = (value: unknown): string => {
    if (inside === '/' || inside === '*') return '';
    if (inside) return inString(String(value));
    const bare = value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean';
    return bare ? ` ${String(value)} ` : `'${inString(String(value))}'`;
  };

  const inValue = (value: unknown): string => {
    const escaped = quote ? inText : unquoted;
    if (/^on/.test(attribute)) return escaped(inScript(value));
    if (attribute === 'style') return escaped(inStyle(String(value)));
    const text = String(value);
    const isAddress = /^(href|src|action|formaction|poster|data)$/.test(attribute);
    if (isAddress && !begun && !/^(?:(?:https?|mailto|ftp|tel):|[^&:/?#]*(?:[/?#]|$))/i.test(text)) return 'about:invalid';
    return escaped(text);
  };

  const code = (sign: string): void => {
    if (inside === '/') inside = sign === '\n' ? '' : inside;
    else if (inside === '*') inside = tail.endsWith('*') && sign === '/' ? '' : inside;
    else if (inside) inside = sign === inside && !/(^|[^\\])(\\\\)*\\$/.test(tail) ? '' : inside;
    else if (/["'`]/.test(sign)) inside = sign;
    else if (tail.endsWith('/') && /[/*]/.test(sign)) inside = sign;
  };

  const leaveTag = (): void => {
    place = tag === 'script' || tag === 'style' ? tag : 'text';
    inside = '';
    tail = '';
  };

  const step = (sign: string): void => {
    tail = (tail + sign).slice(-64);
    if (place === 'text') {
      if (tail.endsWith('<!--')) place = 'comment';
      else if (/[a-z]/i.test(sign) && /<\/?[a-z]$/i.test(tail)) {
        place = 'tag';
        tag = tail.endsWith(`/${sign}`) ? '/' : sign.toLowerCase();
      }
    } else if (place === 'comment') {
      if (tail.endsWith('-->')) place = 'text';
    } else if (place === 'tag') {
      if (sign === '>') leaveTag();
      else if (/[\s/]/.test(sign)) [place, attribute] = ['name', ''];
      else tag += sign.toLowerCase();
    } else if (place === 'name') {
      if (sign === '>') leaveTag();
      else if (sign === '=') [place, quote, begun, inside] = ['value', '', false, ''];
      else
        attribute = /[\s/]/.test(sign)
          ? /\S/.test(attribute)
            ? `${attribute} `
            : ''
          : attribute.endsWith(' ')
            ? sign
            : attribute + sign;
    } else if (place === 'value') value(sign);
    else if (tail.toLowerCase().endsWith(`</${place}`)) [place, tag, inside] = ['tag', '/', ''];
    else if (place === 'script') {
      tail = tail.slice(0, -1);
      code(sign);
      tail += sign;
    }
  };

  const value = (sign: string): void => {
    attribute = attribute.trim().toLowerCase();
    if (!begun && !quote) {
      if (/["']/.test(sign)) quote = sign;
      else if (/\S/.test(sign)) begun = sign !== '>';
      if (sign === '>') leaveTag();
    } else if (quote ? sign === quote : /[\s>]/.test(sign)) {
      [place, attribute] = ['name', ''];
      if (sign === '>') leaveTag();
    } else {
      if (/^on/.test(attribute)) code(sign);
      begun = true;
    }
  };

  const raw = (markup: string): string => {
    for (const sign of markup) step(sign);
    return markup;
  };

  return {
    raw,
    print: (printed) => {
      if (place === 'script') return inScript(printed);
      if (place === 'style') return inStyle(String(printed));
      if (place === 'value') {
        const text = inValue(printed);
        begun ||= text !== '';
        return text;
      }
      if (place === 'tag' || place === 'name') return String(printed).replace(/[^\w-]/g, '');
      return place === 'comment' ? '' : inText(String(printed));
    },
  };
}
