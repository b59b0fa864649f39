import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { linkReaders } from '../../src/domain/linkage/link-readers.ts';
import type { LinkKind } from '../../src/domain/linkage/link-table.ts';
import { startLinkage } from '../../src/domain/linkage/start-linkage.ts';
import type { PhoneRegion } from '../../src/domain/phone/phone-types.ts';
import { readCsv } from '../phone/read-csv.ts';

/** Folder with labelled registers, which are no part of the repository. */
const folder = process.env.LINKAGE_DATA;
const measured = folder ? test : test.skip;

function measure(file: string, region: PhoneRegion, columns: readonly (readonly [string, LinkKind])[]) {
  const rows = readCsv(pathToFileURL(join(folder!, file)));
  const cells = columns.map(([header, kind]) => ({ kind, cells: rows.map((row) => row[header] ?? '') }));
  const readers = linkReaders({ region, order: region === 'CN' ? 'ymd' : 'dmy', today: '2026-11-22' });
  const run = startLinkage({ size: rows.length, columns: cells }, readers);
  while (!run.step().finished);
  const pairsOf = (count: number) => (count * (count - 1)) / 2;
  const sizes = (entities: readonly string[]) => [
    ...entities.reduce((all, entity) => all.set(entity, (all.get(entity) ?? 0) + 1), new Map<string, number>()).values(),
  ];
  const right = (entities: readonly string[]) => sizes(entities).reduce((sum, count) => sum + pairsOf(count), 0);
  const groups = run.result().groups.map((group) => group.rows.map((row) => rows[row]!.entity_id!));
  const found = groups.reduce((sum, group) => sum + right(group), 0);
  const precision = found / groups.reduce((sum, group) => sum + pairsOf(group.length), 0);
  const recall = found / right(rows.map((row) => row.entity_id!));
  return { precision, f1: (2 * precision * recall) / (precision + recall) };
}

measured('a Chinese register with households and twins reaches F1 0.96 at a precision of 0.985', () => {
  const { precision, f1 } = measure('cn_dev_10k.csv', 'CN', [
    ['客户姓名', 'name'],
    ['性别', 'sex'],
    ['出生日期', 'birthDate'],
    ['联系电话', 'phone'],
    ['电子邮箱', 'email'],
    ['地址', 'address'],
  ]);
  expect(precision).toBeGreaterThanOrEqual(0.985);
  expect(f1).toBeGreaterThanOrEqual(0.96);
});

measured('the second FEBRL set reaches F1 0.996', () => {
  const { precision, f1 } = measure('febrl2.csv', 'AU', [
    ['given_name', 'name'],
    ['surname', 'name'],
    ['street_number', 'address'],
    ['address_1', 'address'],
    ['address_2', 'address'],
    ['suburb', 'address'],
    ['state', 'address'],
    ['postcode', 'address'],
    ['date_of_birth', 'birthDate'],
    ['soc_sec_id', 'identifier'],
  ]);
  expect(precision).toBeGreaterThanOrEqual(0.995);
  expect(f1).toBeGreaterThanOrEqual(0.996);
});
