import { expect, test } from '@jest/globals';
import { staff } from '../../src/domain/dictionary/core/staff.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import { composeDigest, type Digest } from '../../src/domain/digest/compose-digest.ts';
import { readRecipients } from '../../src/domain/digest/recipients.ts';
import { readPeople } from '../../src/domain/reminders/people.ts';

const line = (due: string) => ({ what: '还没核实过', numbers: 'C000001', due });
const part = {
  who: 'Lee',
  reviews: { today: [line('2026-11-20'), line('2026-11-22')], waiting: 0, done: 0 },
  reminders: { overdue: [line('2026-11-21')], today: [], coming: 0, done: 0 },
};
const digest: Digest = {
  ...{ locale: 'zh-CN', day: '2026-11-22', ledger: '台账', links: { reviews: 'r', reminders: 't' } },
  ...{ own: part, team: [part], unsure: [] },
};

test('a digest says how much is to be done and how much of it is late, and nothing of what there is none of', () => {
  const { subject, body } = composeDigest(digest);
  expect(subject).toBe('台账 2026-11-22：待复核 2 位，提醒 1 件，逾期 2');
  expect(body).toContain('复核：今天 2 位，逾期 1。');
  expect(body).toContain('- Lee：今天 3（其中逾期 2），做完 0');
  const idle = { ...part, reviews: { ...part.reviews, today: [] }, reminders: { ...part.reminders, overdue: [] } };
  expect(composeDigest({ ...digest, locale: 'en', own: idle }).subject).toBe('台账 2026-11-22: nothing to do today');
});

test('where no owner has an address the first of the staff is told what is nobody’s', () => {
  const row = (staffName: string, staffEmail: string, more: object = {}) => ({ staffName, staffEmail, ...more });
  const owners = (...rows: Record<string, string>[]) =>
    readRecipients(staff, rows, 'en').list.flatMap(({ isOwner, names }) => (isOwner ? names : []));
  expect(owners(row('Ann', 'ann@a.com'), row('Bea', 'bea@a.com', { staffRole: 'Owner' }))).toEqual(['Bea']);
  expect(owners(row('Ann', 'ann@a.com'), row('Bea', 'bea@a.com', { staffRole: 'boss', staffState: 'gone' }))).toEqual(['Ann']);
});

test('of two of the staff with the same name the one who still works here is meant', () => {
  const rows = [
    { staffName: '李娜', staffState: '在职' },
    { staffName: '李娜', staffState: '离职' },
    { staffName: '王强', staffState: '离职' },
  ] as Record<string, string>[];
  const tables = new Map([['staff', { rows: rows.length, cell: (row: number, field: string) => rows[row]![field] ?? '' }]]);
  const { known } = readPeople(coreDictionary, tables, '');
  expect(['李娜', '王强', '小周'].map(known)).toEqual(['李娜', undefined, '小周']);
});
