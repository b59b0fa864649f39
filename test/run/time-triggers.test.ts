import { expect, test } from '@jest/globals';
import { OWNER, scriptHost, thrownBy } from './script-host.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Sunday 2026-11-22, 10:00 in Shanghai */
const START = Date.UTC(2026, 10, 22, 2);

/** A workbook whose clock the test moves, with one trigger made by `builder`. */
async function withTrigger(builder: string, options: Parameters<typeof scriptHost>[1] = {}) {
  const time = { now: START };
  const { host, logs, session, events } = scriptHost(
    `function work(e) { console.log([e.year, e.month, e['day-of-month'], e['day-of-week'], e['week-of-year'], e.hour, e.minute, e.second, e.timezone].join()); }
     function install() { ScriptApp.newTrigger('work').timeBased()${builder}.create(); }`,
    { clock: () => time.now, ...options },
  );
  const made = await host.run(OWNER, 'install');
  if (!made.ok) throw new Error(made.error);
  const next = (): number | undefined => host.state.triggers[0]!.nextRun;
  /** Lets the clock go on to the next run, and tells when that was, in the zone. */
  const run = async (timeZone = 'Asia/Shanghai'): Promise<string> => {
    time.now = next()!;
    await host.fireDue();
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: 'numeric', hour: '2-digit' });
    const part = (wanted: string) => parts.formatToParts(time.now).find(({ type }) => type === wanted)!.value;
    return [part('weekday'), part('day'), part('hour')].join(' ');
  };
  return { host, logs, session, events, time, next, run };
}

test.each([1, 5, 10, 15, 30])('every %i minutes means just that', async (minutes) => {
  const { next, run, time } = await withTrigger(`.everyMinutes(${minutes})`);
  expect(next()).toBe(START + minutes * MINUTE);
  await run();
  expect(next()).toBe(time.now + minutes * MINUTE);
});

test.each([
  ['everyMinutes(2)', 'Exception: Invalid argument: n. Must be one of 1, 5, 10, 15 or 30.'],
  ['everyHours(0)', 'Exception: Invalid argument: n'],
  ['everyDays(1).atHour(24)', 'Exception: Invalid argument: hour'],
  ['everyDays(1).nearMinute(60)', 'Exception: Invalid argument: minute'],
  ['onMonthDay(32)', 'Exception: Invalid argument: day'],
  ['everyDays(1).inTimezone("Nowhere")', 'Exception: Invalid argument: timezone. Should be of type: String'],
  ['atHour(9)', 'Exception: The time of the trigger is missing.'],
])('a time that does not exist is refused: %s', async (builder, text) => {
  expect(await thrownBy(`ScriptApp.newTrigger('test').timeBased().${builder}.create()`)).toBe(text);
});

test('a trigger at nine fires at one minute between nine and ten, the same every day', async () => {
  const { host, next, run } = await withTrigger('.everyDays(1).atHour(9)');
  const minutes = new Set<number>();
  for (let day = 0; day < 5; day++) {
    expect(await run()).toBe(['Mon 23 09', 'Tue 24 09', 'Wed 25 09', 'Thu 26 09', 'Fri 27 09'][day]);
    minutes.add(Math.floor(next()! / MINUTE) % 60);
  }
  expect(minutes.size).toBe(1);
  expect(host.state.triggers).toHaveLength(1);
});

test('near a minute is at most a quarter of an hour away from it', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { next } = await withTrigger('.everyDays(1).atHour(12).nearMinute(30)', { seed });
    expect(Math.abs(next()! - Date.UTC(2026, 10, 22, 4, 30))).toBeLessThanOrEqual(15 * MINUTE);
  }
});

test('every other day, every other week, a day of the week and one of the month', async () => {
  const days = await withTrigger('.everyDays(2).atHour(1)');
  expect([await days.run(), await days.run()]).toEqual(['Tue 24 01', 'Thu 26 01']);
  const weeks = await withTrigger('.everyWeeks(2).onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(1)');
  expect([await weeks.run(), await weeks.run()]).toEqual(['Mon 23 01', 'Mon 7 01']);
  const weekly = await withTrigger('.onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(1)');
  expect([await weekly.run(), await weekly.run()]).toEqual(['Mon 23 01', 'Mon 30 01']);
  const monthly = await withTrigger('.onMonthDay(31).atHour(1)');
  expect([await monthly.run(), new Date(monthly.time.now).getUTCMonth(), await monthly.run()]).toEqual([
    'Thu 31 01',
    11,
    'Sun 31 01',
  ]);
});

test('the hour is meant in the script’s zone, whatever the workbook’s, unless another is named', async () => {
  const scriptZone = await withTrigger('.everyDays(1).atHour(9)', { timeZone: 'America/New_York' });
  expect(await scriptZone.run('America/New_York')).toMatch(/ 09$/);
  const { host } = scriptZone;
  await host.run(OWNER, 'install');
  const named = await withTrigger('.everyDays(1).atHour(9).inTimezone("Europe/Paris")');
  expect(await named.run('Europe/Paris')).toMatch(/ 09$/);
  const workbook = await withTrigger('.everyDays(1).atHour(9)');
  workbook.host.state.timeZone = 'America/New_York';
  await workbook.run();
  expect(await workbook.run('Asia/Shanghai')).toMatch(/ 09$/);
});

test('a trigger after a while, at a time or on a date fires once and stays in the list', async () => {
  for (const builder of ['.after(60000)', '.at(new Date(2026, 10, 23))', '.atDate(2026, 12, 1)']) {
    const { host, next, run, logs } = await withTrigger(builder);
    await run();
    expect([host.state.triggers.length, next(), logs.length]).toEqual([1, undefined, 1]);
  }
  const { next } = await withTrigger('.atDate(2026, 12, 1)');
  expect(Math.abs(next()! - Date.UTC(2026, 10, 30, 16))).toBeLessThanOrEqual(15 * MINUTE);
});

test('the event tells the time in the universal zone', async () => {
  const { host, logs, time } = await withTrigger('.everyHours(6)');
  time.now = START + DAY;
  await host.fireDue();
  expect(logs).toEqual(['log: 2026,11,23,1,47,2,0,0,UTC']);
});

test('a run that was missed while nobody was here is not made up for', async () => {
  const { host, time, logs, next } = await withTrigger('.everyMinutes(1)');
  time.now = START + DAY;
  await host.fireDue();
  expect([logs.length, next()]).toEqual([1, time.now + MINUTE]);
});

test('a trigger whose function is gone, or that throws, is recorded and told to its creator, and keeps firing', async () => {
  const { host, events, next, run } = await withTrigger('.everyHours(1)', {});
  host.state.triggers[0]!.handler = 'gone';
  await run();
  const { id } = host.state.triggers[0]!;
  expect(host.failures).toEqual([
    { function: 'gone', user: OWNER.email, trigger: id, message: 'Script function not found: gone', at: START + HOUR },
  ]);
  expect(events.filter(({ event }) => event === 'failed')).toEqual([
    { event: 'failed', function: 'gone', message: 'Script function not found: gone' },
  ]);
  expect(next()).toBe(START + 2 * HOUR);
});

test('an add-on has one trigger of a kind in a workbook, and none more often than hourly', async () => {
  const made = (builders: string[]) =>
    thrownBy(builders.map((builder) => `ScriptApp.newTrigger('test').${builder}.create();`).join(''), { addOn: true });
  expect(await made(['timeBased().everyMinutes(30)'])).toBe('Exception: An add-on can use a time trigger once per hour at most.');
  expect(await made(['timeBased().everyHours(1)', 'timeBased().everyHours(2)'])).toBe(
    'Exception: The Add-on has created too many time-based triggers in this document for this Google user account.',
  );
  expect(await made(['forSpreadsheet(ss).onEdit()', 'forSpreadsheet(ss).onOpen()', 'timeBased().everyHours(1)'])).toBe(
    'nothing thrown',
  );
});

test('after ninety minutes of triggers in a day none runs any more, until a day after the first', async () => {
  const { host, time } = await withTrigger('.everyHours(1)');
  const { host: long, logs } = scriptHost(
    `function work() { for (let i = 0; i < 16; i++) Utilities.sleep(300000); console.log('worked'); }
     function install() { ScriptApp.newTrigger('work').timeBased().everyHours(1).create(); }`,
    { clock: () => time.now, limits: { other: 100 * MINUTE } },
  );
  await long.run(OWNER, 'install');
  for (let hour = 1; hour <= 4; hour++) {
    time.now = START + hour * HOUR;
    await long.fireDue();
  }
  expect([logs.filter((line) => line === 'log: worked').length, long.failures.length]).toEqual([2, 2]);
  expect(long.failures[0]).toMatchObject({ message: 'Service using too much computer time for one day' });
  time.now = START + DAY + 2 * HOUR;
  await long.fireDue();
  expect(logs.filter((line) => line === 'log: worked')).toHaveLength(3);
  await host.close();
});
