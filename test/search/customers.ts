import fc from 'fast-check';
import type { SearchRole } from '../../src/domain/dictionary/types.ts';
import { SearchIndex, type SearchRows } from '../../src/domain/search/search-index.ts';

export interface Person {
  number: string;
  name: string;
  phone: string;
  email: string;
  address: string;
  company: string;
}

const roles: [keyof Person, SearchRole][] = [
  ['number', 'number'],
  ['name', 'name'],
  ['phone', 'phone'],
  ['email', 'email'],
  ['address', 'text'],
  ['company', 'name'],
];
export const fields = roles.map(([key, role]) => ({ key, label: key, role }));

export const rowsOf = (people: readonly Person[]): SearchRows => ({
  fields,
  columns: roles.map(([key]) => people.map((person) => person[key])),
});

export function indexOf(people: readonly Person[]): SearchIndex {
  const index = new SearchIndex();
  index.add(rowsOf(people));
  return index;
}

let count = 0;
export const person = (part: Partial<Person>): Person => ({
  number: `C${String(++count).padStart(6, '0')}`,
  name: '',
  phone: '',
  email: '',
  address: '',
  company: '',
  ...part,
});

const of = (signs: string, least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...signs), minLength: least, maxLength: most });

const han = of('张王李赵曾单乐重伟芳娜秀敏静丽强磊军洋勇艳杰华欣晓冰雪', 2, 4);

/** Customers as shops have them, and some that are odd. */
export const people = fc
  .array(
    fc.record({
      name: fc.oneof(han, han, of('ABCDEabcde ', 1, 10)),
      phone: fc.oneof(of('0123456789', 8, 11), of('0123456789- ', 8, 16), of('0123456789/ ', 8, 24), fc.constant('')),
      email: fc.oneof(of('abcxyz019._@', 0, 12), fc.constant('')),
      address: of('杭州市文三路号栋室0123456789 ', 0, 20),
      company: fc.oneof(fc.constant(''), han),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) => all.map((one, i) => ({ ...one, number: `C${String(i + 1).padStart(6, '0')}` })));

/** One of the people, and a piece of a text of theirs from one place to another. */
export const pieceOf = (text: string, from: number, length: number): string => {
  const start = text.length === 0 ? 0 : from % text.length;
  return text.slice(start, start + length);
};
