import { type DriveItem, rootOf } from './drive-items.ts';
import { ServiceError } from './service-object.ts';

type Test = (item: DriveItem) => boolean;

interface Reader {
  /** takes the next word when it is this one */
  take(...words: string[]): string | undefined;
  /** a text, or a bare word */
  operand(): string;
  readonly done: boolean;
}

const invalid = (): ServiceError => new ServiceError('Invalid argument: q');

function readerOf(query: string): Reader {
  const words = query.match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[()]|!=|<=|>=|[<>=]|[^\s()<>=!'"]+/g) ?? [];
  return {
    take: (...wanted) => (wanted.includes(words[0]?.toLowerCase() ?? '') ? words.shift()!.toLowerCase() : undefined),
    operand: () => {
      const word = words.shift();
      if (word === undefined) throw invalid();
      return /^['"]/.test(word) ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word;
    },
    get done() {
      return words.length === 0;
    },
  };
}

/** Words that begin with what is looked for, as Drive searches names. */
const contains = (name: string, part: string): boolean =>
  name.toLowerCase().startsWith(part.toLowerCase()) ||
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.startsWith(part.toLowerCase()));

function compare(a: number, operator: string, b: number): boolean {
  if (Number.isNaN(b)) throw invalid();
  if (operator === '=') return a === b;
  if (operator === '!=') return a !== b;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function field(name: string, operator: string, value: string): Test {
  switch (name.toLowerCase()) {
    case 'title':
    case 'name':
      if (operator === 'contains') return (item) => contains(item.name, value);
      return (item) => (item.name === value) === (operator === '=');
    case 'mimetype':
      if (operator === 'contains') return (item) => item.mimeType.includes(value);
      return (item) => (item.mimeType === value) === (operator === '=');
    case 'trashed':
      return (item) => ((item.trashed === true) === (value.toLowerCase() === 'true')) === (operator === '=');
    case 'starred':
      return (item) => ((item.starred === true) === (value.toLowerCase() === 'true')) === (operator === '=');
    case 'modifieddate':
    case 'modifiedtime':
      return (item) => compare(item.updated, operator, Date.parse(value));
    case 'createddate':
    case 'createdtime':
      return (item) => compare(item.created, operator, Date.parse(value));
    case 'fulltext':
      throw new ServiceError('DriveApp.searchFiles with fullText is not part of the local workbook.');
    default:
      throw invalid();
  }
}

function membership(value: string, list: string, email: string): Test {
  const person = value === 'me' ? email : value;
  switch (list.toLowerCase()) {
    case 'parents':
      return (item) => item.parent === (value === 'root' ? rootOf(email) : value);
    case 'owners':
      return (item) => item.owner === person;
    case 'writers':
      return (item) => item.owner === person || item.editors?.includes(person) === true;
    case 'readers':
      return (item) =>
        [item.owner, ...(item.editors ?? []), ...(item.commenters ?? []), ...(item.viewers ?? [])].includes(person);
    default:
      throw invalid();
  }
}

/**
 * `searchFiles`: names, types, dates, flags, parents and people, joined by `and`, `or`, `not` and brackets.
 * @param email what `me` and `root` stand for
 * @throws ServiceError where the query makes no sense
 * @example testOf("title contains 'backup' and trashed = false", 'a@shop.example')
 */
export function testOf(query: string, email: string): Test {
  const reader = readerOf(query);
  const all = (): Test => {
    const one = term();
    if (!reader.take('and')) return one;
    const rest = all();
    return (item) => one(item) && rest(item);
  };
  const any = (): Test => {
    const one = all();
    if (!reader.take('or')) return one;
    const rest = any();
    return (item) => one(item) || rest(item);
  };
  const term = (): Test => {
    if (reader.take('not')) {
      const one = term();
      return (item) => !one(item);
    }
    if (reader.take('(')) {
      const inner = any();
      if (!reader.take(')')) throw invalid();
      return inner;
    }
    const first = reader.operand();
    if (reader.take('in')) return membership(first, reader.operand(), email);
    const operator = reader.take('contains', '=', '!=', '<', '<=', '>', '>=');
    if (!operator) throw invalid();
    return field(first, operator, reader.operand());
  };
  const test = any();
  if (!reader.done) throw invalid();
  return test;
}
