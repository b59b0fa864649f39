import { expect, test } from '@jest/globals';
import { newRequest, refused, requestFor, unsure } from '../../sidebar/save/request.ts';

const values = { name: '张伟' };
const others = { name: '张玮' };

test('the same values after a refusal are the same request', () => {
  const sent = requestFor(newRequest(), values);
  expect(requestFor(refused(sent, values), values).id).toBe(sent.id);
});

test('other values after a refusal are another request', () => {
  const sent = requestFor(newRequest(), values);
  expect(requestFor(refused(sent, values), others).id).not.toBe(sent.id);
});

test('after a lost answer the request stays, whatever is changed', () => {
  const sent = requestFor(newRequest(), values);
  const again = requestFor(unsure(sent), others);
  expect(again.id).toBe(sent.id);
  expect(again.sent).toEqual(values);
});

test('refusing other values does not settle what became of the first', () => {
  const sent = unsure(requestFor(newRequest(), values));
  expect(refused(sent, others).state).toBe('unsure');
  expect(refused(sent, values).state).toBe('refused');
});

test('two requests are never the same', () => {
  expect(new Set(Array.from({ length: 100 }, () => newRequest().id)).size).toBe(100);
});
