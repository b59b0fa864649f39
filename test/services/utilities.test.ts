import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

test.each([
  ['yyyy-MM-dd HH:mm:ss', '2026-02-03 04:05:06'],
  ['yy/M/d h:mm a', '26/2/3 4:05 AM'],
  ["EEE, d MMM yyyy 'at' HH", 'Tue, 3 Feb 2026 at 04'],
  ['EEEE MMMM DDD', 'Tuesday February 034'],
  ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", '2026-02-03T04:05:06.007+0800'],
  ['XXX z u', '+08:00 GMT+08:00 2'],
])('formatDate writes %s', async (pattern, text) => {
  expect(
    await script(
      `return Utilities.formatDate(new Date(Date.UTC(2026, 1, 2, 20, 5, 6, 7)), 'Asia/Shanghai', ${JSON.stringify(pattern)});`,
    ),
  ).toBe(text);
});

test.each([
  ['Asia/Tokyo', 'JST', 'HH'],
  ['America/Los_Angeles', 'PST', 'HH z'],
])('the zone %s may be called %s', async (zone, short, pattern) => {
  const body = `return ['${zone}', '${short}'].map((zone) => Utilities.formatDate(new Date(0), zone, '${pattern}'));`;
  const [one, other] = (await script(body)) as string[];
  expect(one).toBe(other);
});

test.each([
  ['2026-12-27', 'w YYYY W F', '1 2027 5 4'],
  ['2026-01-01', 'w YYYY W F', '1 2026 1 1'],
  ['2024-02-29', 'D G LLL k K', '60 AD Feb 24 0'],
])('%s in the pattern %s', async (day, pattern, text) => {
  expect(await script(`return Utilities.formatDate(new Date('${day}T00:00:00Z'), 'GMT', '${pattern}');`)).toBe(text);
});

test.each([
  ['2026-02-03 04:05', 'yyyy-MM-dd HH:mm', '2026-02-02T20:05:00.000Z'],
  ['20260203', 'yyyyMMdd', '2026-02-02T16:00:00.000Z'],
  ['3 Feb 26, 4 PM', 'd MMM yy, h a', '2026-02-03T08:00:00.000Z'],
  ['2026-02-03T04:05:06+0100', "yyyy-MM-dd'T'HH:mm:ssZ", '2026-02-03T03:05:06.000Z'],
  ['2026-02-30', 'yyyy-MM-dd', '2026-03-01T16:00:00.000Z'],
])('parseDate reads %s by %s', async (text, pattern, iso) => {
  const body = `return Utilities.parseDate('${text}', 'Asia/Shanghai', ${JSON.stringify(pattern)}).toISOString();`;
  expect(await script(body)).toBe(iso);
});

test('parseDate refuses what does not fit', async () => {
  expect(await thrownBy("Utilities.parseDate('tomorrow', 'GMT', 'yyyy')")).toBe('Exception: Unparseable date: "tomorrow"');
});

test('formatDate knows GMT, offsets and no other letters', async () => {
  expect(
    await script(
      "return [Utilities.formatDate(new Date(0), 'GMT', 'HH:mm Z'), Utilities.formatDate(new Date(0), 'GMT-3:30', 'HH:mm')];",
    ),
  ).toEqual(['00:00 +0000', '20:30']);
  expect(await thrownBy("Utilities.formatDate(new Date(0), 'GMT', 'bbb')")).toBe("Exception: Illegal pattern character 'b'");
  expect(await thrownBy("Utilities.formatDate('2026', 'GMT', 'yyyy')")).toMatch(
    /^Exception: The parameters \(String,String,String\)/,
  );
});

test('uuids repeat with the seed and differ among themselves', async () => {
  const body = 'return [Utilities.getUuid(), Utilities.getUuid()];';
  const first = (await script(body)) as string[];
  expect(first[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first[0]).not.toBe(first[1]);
  expect(await script(body)).toEqual(first);
});

test.each([
  ["'%s %05d %.2f %-4s| %x %%', 'a', 42, 3.14159, 'b', 255", 'a 00042 3.14 b   | ff %'],
  ["'%,d %+d %06.1f %e', 1234567, 5, -3.14159, 12345.678", '1,234,567 +5 -003.1 1.234568e+04'],
  ["'%2$s before %1$s', 'a', 'b'", 'b before a'],
  ["'%11.6f|%8s|%.2s', 123.456, 'x', 'abc'", ' 123.456000|       x|ab'],
])('formatString(%s)', async (args, text) => {
  expect(await script(`return Utilities.formatString(${args});`)).toBe(text);
});

test('a format with fewer values than it asks for is refused', async () => {
  expect(await thrownBy("Utilities.formatString('%s %s', 'a')")).toBe("Exception: Format specifier '%s'");
});

test('parseCsv reads quotes, doubled quotes and its own delimiter', async () => {
  expect(await script(`return Utilities.parseCsv('a,"b ""q"", c"\\r\\n1,\\n');`)).toEqual([
    ['a', 'b "q", c'],
    ['1', ''],
  ]);
  expect(await script(`return Utilities.parseCsv('a;"b;c"', ';');`)).toEqual([['a', 'b;c']]);
});

test('JSON goes to text and back', async () => {
  expect(await script(`return Utilities.jsonParse(Utilities.jsonStringify({ a: [1, null, 'x'] }));`)).toEqual({
    a: [1, null, 'x'],
  });
});

test('a sleep moves the script’s clock, and takes numbers only', async () => {
  expect(await script('const before = Date.now(); Utilities.sleep(1500); return Date.now() - before;')).toBe(1500);
  expect(await thrownBy("Utilities.sleep('soon')")).toBe("Exception: Cannot convert 'soon' to int.");
  expect(await thrownBy('Utilities.sleep(300001)')).toBe('Exception: Invalid argument: milliseconds');
});
