import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../src/domain/dates/calendar.ts';
import { agendaOf, countItems, urgencyOf } from '../../src/domain/reminders/agenda.ts';
import {
  handlingText,
  isHidden,
  livingMarks,
  type Mark,
  markCells,
  readHandling,
  readMarkCells,
  withHandled,
} from '../../src/domain/reminders/marks.ts';
import { remindersOn } from './shop-records.ts';

const today = '2026-11-22';
const read = (text: string, listed = today) => readHandling(text, { today, listed, dateOrder: 'ymd' });

test('what people choose or type under 处理 is understood in both languages', () => {
  for (const text of ['', '待办', 'to do', ' To do ']) expect([text, read(text)]).toEqual([text, { state: 'open' }]);
  for (const text of ['已处理', 'Done', '完成', '√']) expect([text, read(text)]).toEqual([text, { state: 'done' }]);
  const until: [string, string][] = [
    ['稍后 3 天', '2026-11-25'],
    ['稍后3天', '2026-11-25'],
    ['Snooze 7 days', '2026-11-29'],
    ['2 周', '2026-12-06'],
    ['稍后 1 个月', '2026-12-22'],
    ['12-5', '2026-12-05'],
    ['稍后到 2026-12-01', '2026-12-01'],
    ['Snooze until 2026-12-01', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
  ];
  for (const [text, day] of until) expect([text, read(text)]).toEqual([text, { state: 'later', until: day }]);
  for (const text of ['回头再说', '????', '稍后到 2199-01-01']) expect([text, read(text)]).toEqual([text, { state: 'unclear' }]);
});

test('a span counts from the day the list was made, unless that would be over', () => {
  expect(read('稍后 3 天', '2026-11-21')).toEqual({ state: 'later', until: '2026-11-24' });
  expect(read('稍后 3 天', '2026-11-01')).toEqual({ state: 'later', until: '2026-11-25' });
});

const mark = (id: string, more: Partial<Mark> = {}): [string, Mark] => [id, { id, state: 'done', on: today, ...more }];

test('what stands in the list as it was written changes nothing, however often it is read', () => {
  const marks = new Map([mark('a|1'), mark('b|1', { state: 'later', until: '2026-11-30' })]);
  const rows = [...marks.values()].map((each) => ({
    id: each.id,
    handling: read(handlingText(each, 'zh-CN')),
    wasHidden: true,
  }));
  const next = withHandled(marks, [...rows, { id: 'c|1', handling: read('待办'), wasHidden: false }], '2026-11-23');
  expect(next).toEqual(marks);
});

test('one that is put back to be done loses its mark; one in the list that nobody touched keeps what others said', () => {
  const marks = new Map([mark('a|1'), mark('b|1')]);
  const open = read('待办');
  const next = withHandled(
    marks,
    [
      { id: 'a|1', handling: open, wasHidden: true },
      { id: 'b|1', handling: open, wasHidden: false },
    ],
    today,
  );
  expect([...next.keys()]).toEqual(['b|1']);
});

test('marks of what is long gone are forgotten, those of what is still there never', () => {
  const old = addDays(today, -500);
  const marks = new Map([
    mark('there|1', { on: old }),
    mark('gone|1', { on: old }),
    mark('lately|1'),
    mark('back|1', { state: 'later', until: today }),
  ]);
  expect([...livingMarks(marks, (id) => id.startsWith('there'), today).keys()]).toEqual(['there|1', 'lately|1']);
});

test('a snoozed reminder is out of sight until its day and comes back on it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 400 }), (days, later) => {
      const until = addDays(today, days);
      const marks = withHandled(new Map(), [{ id: 'a|1', handling: read(until), wasHidden: false }], today);
      const day = addDays(today, later);
      const kept = livingMarks(marks, () => true, day);
      expect(isHidden(kept.get('a|1'), day)).toBe(later < days);
      const stored = [...kept.values()].map((each) => readMarkCells(markCells(each))!);
      expect(stored).toEqual([...kept.values()]);
    }),
  );
});

test('the longest overdue comes first, then today, then what is next; done and put off stand last', () => {
  const repairs = ['2026-11-01', '2026-11-10', '2026-11-15', '2026-11-03'].map((reportedOn, i) => ({
    repairId: `R${i}`,
    customerId: 'C1',
    model: 'A',
    reportedOn,
  }));
  const customers = [{ customerId: 'C1', name: '王', birthDate: '1980-11-25' }];
  const found = remindersOn(today, { repairs, customers });
  const marks = new Map([mark(found.find(({ number }) => number === 'R3')!.id)]);
  const items = agendaOf(found, marks, today, 'today');
  expect(items.map(({ reminder, urgency }) => [reminder.number, urgency])).toEqual([
    ['R0', 'overdue'],
    ['R1', 'overdue'],
    ['R2', 'today'],
    ['C1', 'coming'],
    ['R3', 'done'],
  ]);
  expect(countItems(items)).toEqual({ overdue: 2, today: 1, coming: 1, later: 0, done: 1 });
  expect(urgencyOf({ due: '2026-11-20', isCalm: true }, today)).toBe('today');
});
