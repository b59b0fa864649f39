/** Files that were cut, bent or made to harm: each is refused with a sentence, left as it is, and soon. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileBytes } from '../../local/file/file-bytes.ts';
import { openFile } from '../../local/file/file-of-record.ts';
import { describeFinding, FileProblem } from '../../local/file/file-problem.ts';
import { openZip, readState } from '../../local/file/read-file.ts';
import { readEntry, rebuildZip } from '../../local/file/zip-archive.ts';
import { readZip } from '../../local/file/zip-directory.ts';
import { plain, sampleState, trimmed } from '../file/sample-state.ts';
import { inFolder } from '../file/temporary.ts';
import { patience, runs } from './seeded.ts';

let good: Buffer;
beforeAll(async () => {
  good = await fileBytes(Buffer.from(JSON.stringify(sampleState())), 5);
});

/** What comes of the bytes: a workbook, or the problem. Anything else that is thrown fails the test. */
function taken(bytes: Buffer, trustSeal = true) {
  try {
    return readState(openZip(bytes, 'a.xlsx'), 'a.xlsx', {}, trustSeal).state;
  } catch (error) {
    if (error instanceof FileProblem) return error;
    throw error;
  }
}

const code = (bytes: Buffer, trustSeal = true) => {
  const found = taken(bytes, trustSeal);
  return found instanceof FileProblem ? found.code : 'opened';
};

/** The sample with a part changed and without its seal, as another program would have saved it. */
function withPart(name: string, change: (text: string) => string | null): Buffer {
  const zip = readZip(good);
  const text = change(readEntry(zip, name)!.toString('utf8'));
  return rebuildZip(zip, {
    [name]: text === null ? null : Buffer.from(text),
    'ledger/seal.json': null,
    'ledger/state.json': null,
  });
}

const sheet1 = 'xl/worksheets/sheet1.xml';

test(
  'a file that was cut off anywhere is refused, never read in part',
  () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: good.length - 1 }), fc.boolean(), (length, trust) => {
        expect(code(good.subarray(0, length), trust)).toMatch(/^(?:damaged|not-xlsx)$/);
      }),
      runs(300),
    );
  },
  patience,
);

test(
  'a file with flipped bits is refused or gives exactly what was saved',
  () => {
    const saved = plain(sampleState());
    fc.assert(
      fc.property(fc.array(fc.nat({ max: good.length * 8 - 1 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (bits, trust) => {
        const bytes = Buffer.from(good);
        for (const bit of bits) bytes[bit >> 3]! ^= 1 << (bit & 7);
        const found = taken(bytes, trust);
        if (!(found instanceof FileProblem)) expect(trimmed(found)).toEqual(trimmed(saved));
      }),
      runs(300),
    );
  },
  patience,
);

test('a missing part is named, in the language of whoever asked', () => {
  const names = [...readZip(good).entries.keys()].filter((name) =>
    /^xl\/(?:workbook|sharedStrings|worksheets\/sheet)/.test(name),
  );
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) {
    const found = taken(withPart(name, () => null));
    expect(found).toBeInstanceOf(FileProblem);
    if (name === 'xl/workbook.xml') continue;
    const problem = found as FileProblem;
    expect(problem.code).toBe('damaged');
    expect(describeFinding(problem, 'zh-CN')).toMatch(/缺少 .*(?:sharedStrings|sheet\d)\.xml/);
    expect(describeFinding(problem, 'en')).toMatch(/(?:sharedStrings|sheet\d)\.xml is missing/);
  }
});

test('no Chinese sentence about a damaged file has English in it', () => {
  const cases = [
    good.subarray(0, good.length - 400),
    withPart(sheet1, (xml) => xml.slice(0, 900)),
    withPart(sheet1, (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '')),
    withPart('xl/workbook.xml', (xml) => xml.replace(/<sheets>.*<\/sheets>/s, '')),
    withPart(sheet1, (xml) => xml.replace('r="2"', 'r="99999999999"')),
  ];
  for (const bytes of cases) {
    const problem = taken(bytes) as FileProblem;
    expect(problem.code).toBe('damaged');
    const words = describeFinding(problem, 'zh-CN').replace(/a\.xlsx|Excel|XML|xl\/[\w/.]+/g, '');
    expect(words).not.toMatch(/[A-Za-z]/);
    expect(describeFinding(problem, 'en')).not.toMatch(/[\u3400-\u9fff]/);
  }
});

test(
  'XML that is not well-formed is refused wherever it breaks',
  () => {
    const parts = ['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', sheet1, 'xl/comments1.xml'];
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.double({ min: 0, max: 0.999, noNaN: true }), (name, at) => {
        const bytes = withPart(name, (xml) => xml.slice(0, Math.floor(xml.length * at)));
        expect(code(bytes)).toMatch(/^(?:damaged|not-xlsx)$/);
      }),
      runs(120),
    );
  },
  patience,
);

test(
  'random characters in the XML never end the program',
  () => {
    const junk = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      '</',
      '/>',
      '<![CDATA[',
      '<!--',
      '&#xFFFFFFFF;',
      '\u0000',
      '-1',
      '1e9',
      'r="XFE1"',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(sheet1, 'xl/styles.xml', 'xl/workbook.xml'),
        fc.nat(),
        junk,
        fc.nat({ max: 5 }),
        (name, at, text, cut) => {
          const bytes = withPart(name, (xml) => xml.slice(0, at % xml.length) + text + xml.slice((at % xml.length) + cut));
          expect(['opened', 'damaged', 'not-xlsx', 'too-large']).toContain(code(bytes));
        },
      ),
      runs(200),
    );
  },
  patience,
);

test('entities of its own and files to fetch are refused, not followed', () => {
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const types = [
    `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}]>`,
    '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    '',
  ];
  for (const type of types) {
    const bytes = withPart('xl/sharedStrings.xml', (xml) => xml.replace(/(<sst[^>]*>)<si><t[^>]*>/, `${type}$1<si><t>&l9;`));
    expect(code(bytes)).toBe('damaged');
  }
});

/** A zip entry by entry, as no honest program writes one. */
function rawZip(entries: { name: string; body: Buffer; claims?: number; flags?: number }[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, body, claims, flags = 0 } of entries) {
    const packed = deflateRawSync(body);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(body), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims ?? body.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    pieces.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, place, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, list, end]);
}

const partsOf = () => {
  const zip = readZip(good);
  return [...zip.entries.keys()]
    .filter((name) => !name.startsWith('ledger/'))
    .map((name) => ({ name, body: readEntry(zip, name)! }));
};

test('a bomb is told by its size, before it is unpacked', () => {
  const bomb = Buffer.alloc(200 * 2 ** 20, 32);
  const parts = partsOf();
  expect(code(rawZip(parts))).toBe('opened');
  expect(code(rawZip([...parts, { name: 'xl/worksheets/sheet99.xml', body: bomb }]))).toBe('too-large');
  const overlapping = Array.from({ length: 60 }, (_, i) => ({ name: `x${i}`, body: Buffer.alloc(9), claims: 2 ** 25 }));
  expect(code(rawZip([...parts, ...overlapping]))).toBe('too-large');
  // one that claims to be small is unpacked no further than it claims
  const liar = parts.map((part) => (part.name === sheet1 ? { ...part, body: bomb, claims: 1000 } : part));
  expect(code(rawZip(liar))).toBe('damaged');
});

test('a part that occurs twice is refused: programs would disagree which one counts', () => {
  const parts = partsOf();
  const twin = (name: string) => ({ name, body: Buffer.from('<worksheet><sheetData/></worksheet>') });
  for (const name of [sheet1, sheet1.toUpperCase(), `/${sheet1}`, sheet1.replaceAll('/', '\\')])
    expect(code(rawZip([...parts, twin(name)]))).toBe('damaged');
});

test('an encrypted archive is told from a broken one', () => {
  expect(code(rawZip(partsOf().map((part) => ({ ...part, flags: 1 }))))).toBe('encrypted');
});

test('names that lead out of the archive touch no file', () =>
  inFolder(async (folder) => {
    const names = ['../outside.txt', '/etc/ledger-outside', 'xl/../../outside2.txt', '..\\outside3.txt', 'C:\\outside4.txt'];
    await writeFile(join(folder, 'a.xlsx'), rawZip([...partsOf(), ...names.map((name) => ({ name, body: Buffer.from('x') }))]));
    const file = await openFile(join(folder, 'a.xlsx'), { locale: 'en' });
    await file.save(file.state);
    await file.close();
    expect((await readdir(join(folder, '..'))).filter((name) => name.startsWith('outside'))).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.startsWith('outside'))).toEqual([]);
  }));

test('sizes that a file only claims cost nothing, and a grid beyond ten million cells is refused', () => {
  const wide = withPart(sheet1, (xml) => xml.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"'));
  expect(code(wide)).toBe('opened');
  const merged = withPart('xl/worksheets/sheet2.xml', (xml) =>
    xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  );
  const state = taken(merged);
  expect(state).not.toBeInstanceOf(FileProblem);
  const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
  expect(code(withPart('xl/worksheets/sheet2.xml', (xml) => xml.replace('</sheetData>', corner)))).toBe('too-large');
  for (const place of [
    '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
    '<row r="900"><c r="ZZZZZZZ900"><v>1</v></c></row>',
    '<row r="-5"/>',
    '<row r="x"/>',
  ])
    expect(code(withPart('xl/worksheets/sheet2.xml', (xml) => xml.replace('</sheetData>', `${place}</sheetData>`)))).toBe(
      'damaged',
    );
});

test('a sealed state that is no workbook is passed over, and the cells are read', async () => {
  const strange = ['{}', '[]', 'null', '{"sheets":5}', JSON.stringify({ ...sampleState(), sheets: [{ id: 0, cells: 'x' }] })];
  for (const json of strange) {
    const { sealWorkbook } = await import('../../local/file/seal.ts');
    const zip = readZip(good);
    const bare = rebuildZip(zip, { 'ledger/seal.json': null, 'ledger/state.json': null });
    const found = taken(sealWorkbook(bare, Buffer.from(json), 5));
    expect(trimmed(found as ReturnType<typeof sampleState>)).toEqual(trimmed(sampleState()));
  }
});

test('whatever is refused lies there as before, with nothing beside it', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.xlsx');
    const broken = [good.subarray(0, 5000), withPart(sheet1, (xml) => xml.slice(0, 2000)), rawZip([...partsOf(), partsOf()[0]!])];
    for (const bytes of broken) {
      await writeFile(path, bytes);
      await expect(openFile(path, { locale: 'zh-CN' })).rejects.toMatchObject({ code: 'damaged' });
      expect((await readFile(path)).equals(bytes)).toBe(true);
      expect(await readdir(folder)).toEqual(['a.xlsx']);
    }
  }));
