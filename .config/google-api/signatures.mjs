// Google's overloads and ours, in the notation of the services' tables: `string | int, int`, `?` for what may be null.

/** `a, b?: T` stands for two overloads. @returns {string[][]} lists of types */
export function listsOf(overloads) {
  const lists = new Map();
  for (const { parameters } of overloads) {
    const required = parameters.filter((each) => !each.optional && !each.rest).length;
    for (let length = required; length <= parameters.length; length++) {
      const list = parameters.slice(0, length).map(({ type, rest }) => notation(rest ? type.replace(/\[\]$/, '') : type));
      if (parameters.some(({ rest }) => rest)) list.rest = true;
      lists.set(list.join(', '), list);
    }
  }
  return [...lists.values()];
}

const NUMBERS = new Set(['Integer', 'number', 'Byte', 'BigNumber', 'int']);

/** `Base.Date | null` → `date?`; a bag of options, whatever its fields, → `object`. */
export function notation(type) {
  const parts = type.split('|').map((part) => part.trim());
  const bare = parts.filter((part) => part !== 'null' && part !== 'undefined');
  const nullable = bare.length < parts.length ? '?' : '';
  if (bare.length > 1) return `any${nullable}`;
  const [, core, arrays] = /^(.*?)((?:\[\])*)$/s.exec(bare[0]);
  return `${simple(core)}${arrays}${nullable}`;
}

function simple(type) {
  const name = type.split('.').at(-1);
  if (NUMBERS.has(name)) return 'number';
  if (name === 'Date') return 'date';
  if (/^(string|String|Char|FontLine|FontStyle|FontWeight)$/.test(name)) return 'string';
  if (/^(boolean|any|object)$/.test(name)) return name;
  return /^\w+$/.test(name) ? name : 'object';
}

/** @param {string} text a services' table entry; @returns {string[][]} */
export const ownLists = (text) =>
  text.split('|').map((list) => {
    const bare = list.trim();
    return bare === '' ? [] : bare.split(',').map((type) => type.trim().replace(/^int(?=\W|$)/, 'number'));
  });

const strip = (type) => type.replace(/\?(?=$|\[)/g, '');

/** Whether one of our lists takes what one of Google's says. */
export const accepts = (own, google, classes) =>
  own.some((list) => list.length === google.length && list.every((type, i) => takes(strip(type), strip(google[i]), classes)));

function takes(own, google, classes) {
  if (own === google || own === 'any' || google === 'any') return true;
  // there are two classes of that name
  if (own === 'ChartTextStyle' && google === 'TextStyle') return true;
  if (own.endsWith('[]') && google.endsWith('[]')) return takes(own.slice(0, -2), google.slice(0, -2), classes);
  // an interface without methods is a bag of options
  return own === 'object' && !classes.has(google) && /^[A-Z]/.test(google);
}
