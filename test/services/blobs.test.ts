import { generateKeyPairSync, verify } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

const HEX = "const hex = (bytes) => bytes.map((each) => ((each + 256) % 256).toString(16).padStart(2, '0')).join('');";

test('text is hashed and encoded as ASCII unless a charset is given: other letters count as question marks', async () => {
  expect(
    await script(`return [
      Utilities.base64Encode('客户'), Utilities.base64Encode('客户', Utilities.Charset.UTF_8), Utilities.base64Encode([-1, -17]),
      Utilities.base64EncodeWebSafe([-1, -17]), Utilities.base64Decode('/+8='), Utilities.base64DecodeWebSafe('_-8'),
    ];`),
  ).toEqual(['Pz8=', '5a6i5oi3', '/+8=', '_-8=', [-1, -17], [-1, -17]]);
  const same =
    "const md5 = (text) => String(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, text)); return md5('王芳') === md5('李娜');";
  expect(await script(same)).toBe(true);
});

test.each([
  ['MD2', 'da853b0d3f88d99b30283a69e6ded6bb'],
  ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
  ['SHA_1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['SHA_256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('the digest %s of abc', async (name, digest) => {
  expect(await script(`${HEX} return hex(Utilities.computeDigest(Utilities.DigestAlgorithm.${name}, 'abc'));`)).toBe(digest);
});

test('signatures with a shared and with a private key', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const pem = JSON.stringify(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  expect(
    await script(`${HEX} return [
      hex(Utilities.computeHmacSha256Signature('data', 'key')).slice(0, 8),
      hex(Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_MD5, 'data', 'key')).slice(0, 8)];`),
  ).toEqual(['5031fe3d', '9d5c73ef']);
  const signature = (await script(`return Utilities.computeRsaSha256Signature('data', ${pem});`)) as number[];
  expect(verify('sha256', Buffer.from('data'), publicKey, Buffer.from(Int8Array.from(signature).buffer))).toBe(true);
  expect(await thrownBy("Utilities.computeRsaSha1Signature('data', 'no key')")).toBe('Exception: Invalid argument: key');
});

test.each([
  ['GBK', 'bfcdbba7'],
  ['Big5', 'abc8a4e1'],
  ['UTF-16', 'feff5ba26236'],
  ['US-ASCII', '3f3f'],
])('text is written and read in %s', async (charset, expected) => {
  const text = charset === 'GBK' ? '客户' : '客戶';
  const [bytes, back] = (await script(
    `${HEX} const blob = Utilities.newBlob('').setDataFromString('${text}', '${charset}'); return [hex(blob.getBytes()), blob.getDataAsString('${charset}')];`,
  )) as [string, string];
  expect(bytes).toBe(expected);
  expect(back).toBe(charset === 'US-ASCII' ? '??' : text);
});

test('a byte order mark stays in the text', async () => {
  expect(await script('return Utilities.newBlob([-17, -69, -65, 65]).getDataAsString();')).toBe('\uFEFFA');
});

test('a blob has the type it is given, or text/plain for text', async () => {
  expect(
    await script(`const blob = Utilities.newBlob('a'); const bytes = Utilities.newBlob([1]);
      const named = blob.copyBlob().setName('x.csv').setContentTypeFromExtension();
      return [blob.getContentType(), blob.getName(), bytes.getContentType(), named.getContentType(), named.setName('x.zzz').setContentTypeFromExtension().getContentType(),
        String(named), blob.isGoogleType(), named.getAllBlobs().length];`),
  ).toEqual(['text/plain', null, null, 'text/csv', null, 'Blob', false, 1]);
});

test('nothing is converted here, and what Google would refuse is refused in its words', async () => {
  expect(await script("return Utilities.newBlob('a', 'text/csv').getAs('text/csv').getDataAsString();")).toBe('a');
  expect(await thrownBy("Utilities.newBlob('a', 'text/csv').getAs('application/pdf')")).toBe(
    'Exception: Converting from text/csv to application/pdf is not supported.',
  );
  expect(await thrownBy("Utilities.newBlob('a', 'text/html').getAs('application/pdf')")).toMatch(
    /is not part of the local workbook\.$/,
  );
  expect(await thrownBy("Utilities.newBlob('a').setContentTypeFromExtension()")).toBe(
    'Exception: Blob object must have non-null name for this operation.',
  );
});

test('zip and gzip keep names and contents, and open only what says it is one', async () => {
  expect(
    await script(`const files = ['客户.csv', 'b/c.txt'].map((name, i) => Utilities.newBlob('text ' + i, 'text/plain', name));
      const zip = Utilities.zip(files);
      return [zip.getName(), zip.getContentType(), Utilities.unzip(zip).map((each) => [each.getName(), each.getContentType(), each.getDataAsString()]),
        Utilities.ungzip(Utilities.gzip(files[0], 'x.gz')).getName()];`),
  ).toEqual([
    'archive.zip',
    'application/zip',
    [
      ['客户.csv', 'text/csv', 'text 0'],
      ['b/c.txt', 'text/plain', 'text 1'],
    ],
    'x',
  ]);
  expect(await thrownBy("Utilities.unzip(Utilities.newBlob('a'))")).toBe('Exception: Invalid argument');
  expect(await thrownBy("const blob = Utilities.newBlob('a').setName('a'); Utilities.zip([blob, blob])")).toBe(
    'Exception: Duplicate filename in ZIP: a',
  );
  expect(await thrownBy("Utilities.zip([Utilities.newBlob('a')])")).toBe(
    'Exception: Blob object must have non-null name for this operation.',
  );
});
