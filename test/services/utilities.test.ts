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

test('bytes are signed, digests and base64 as on Google', async () => {
  expect(
    await script(`
      const hex = (bytes) => bytes.map((each) => ((each + 256) % 256).toString(16).padStart(2, '0')).join('');
      return [
        Utilities.base64Encode('客户'), Utilities.base64EncodeWebSafe([-1, -17]), Utilities.base64Decode('/+8='),
        hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc')).slice(0, 8),
        hex(Utilities.computeHmacSha256Signature('data', 'key')).slice(0, 8),
        Utilities.newBlob(Utilities.base64Decode('5a6i')).getDataAsString(),
      ];`),
  ).toEqual(['5a6i5oi3', '_-8=', [-1, -17], 'ba7816bf', '5031fe3d', '客']);
});

test('uuids repeat with the seed and differ among themselves', async () => {
  const body = 'return [Utilities.getUuid(), Utilities.getUuid()];';
  const first = (await script(body)) as string[];
  expect(first[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first[0]).not.toBe(first[1]);
  expect(await script(body)).toEqual(first);
});

test('formatString and parseCsv', async () => {
  expect(await script("return Utilities.formatString('%s %05d %.2f %-4s| %x %%', 'a', 42, 3.14159, 'b', 255);")).toBe(
    'a 00042 3.14 b   | ff %',
  );
  expect(await script(`return Utilities.parseCsv('a,"b ""q"", c"\\r\\n1,\\n');`)).toEqual([
    ['a', 'b "q", c'],
    ['1', ''],
  ]);
});
