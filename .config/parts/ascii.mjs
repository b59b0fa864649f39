// Google may corrupt what is not ASCII (platform § 6). esbuild escapes strings and names but leaves regular expressions.

/**
 * Escapes every character beyond ASCII as `\uXXXX`, which means the same in strings, regular expressions and names.
 * A needless backslash before such a character (`/\—/`) goes, or it would escape the escape.
 */
export const toAscii = (code) =>
  code.replace(/(\\*)([^\0-\x7f])/g, (_, slashes, character) => {
    const kept = slashes.length % 2 === 0 ? slashes : slashes.slice(1);
    return `${kept}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
