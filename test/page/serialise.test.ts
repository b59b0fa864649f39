import { expect, test } from '@jest/globals';
import { serialise } from '../../local/page/panel/serialise.ts';

test('plain values, lists and objects travel as they are', () => {
  expect(JSON.parse(serialise([1, 'a', null, { rows: [[true]] }]))).toEqual([1, 'a', null, { rows: [[true]] }]);
});

test('undefined becomes null in lists and is left out of objects', () => {
  expect(JSON.parse(serialise([[1, undefined], { a: undefined, b: 2 }, undefined]))).toEqual([[1, null], { b: 2 }, null]);
});

test('keys ending in two underscores are left out', () => {
  expect(JSON.parse(serialise([{ name: 'x', cache__: 1 }]))).toEqual([{ name: 'x' }]);
});

test.each([
  ['a date', { birthDate: new Date(0) }],
  ['a function', { birthDate: () => 1 }],
  ['a map', { birthDate: new Map() }],
  ['an object of a class', { birthDate: new (class Day {})() }],
])('%s is refused at once, by the name of its property', (_what, value) => {
  expect(() => serialise([value])).toThrow('Failed due to illegal value in property: birthDate');
});

test('an object that contains itself is refused', () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  expect(() => serialise([loop])).toThrow('Failed due to circular reference.');
});

test('the same object twice is no loop', () => {
  const shared = { a: 1 };
  expect(JSON.parse(serialise([[shared, shared]]))).toEqual([[{ a: 1 }, { a: 1 }]]);
});

test('a lone form goes as its fields', () => {
  expect(JSON.parse(serialise(['form'], () => ({ phone: '0571' })))).toEqual([{ phone: '0571' }]);
});
